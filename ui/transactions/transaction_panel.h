#pragma once

#include "ui/transactions/transactions_presenter.h"

#include <QWidget>

class QComboBox;

namespace sanad {

class FieldRow;
class KeyButton;
class Label;
class LtrEdit;
class NameEdit;

/// One transaction in full: what it is, how it went, and the fields for what the agency gave back.
class TransactionPanel : public QWidget {
    Q_OBJECT

public:
    explicit TransactionPanel(QWidget* parent = nullptr);

    void show(const TransactionEntry& entry, const std::vector<TransactionMove>& moves);
    void clear();
    bool isEmpty() const { return m_entry.transaction.id.isNull(); }
    const Transaction& transaction() const { return m_entry.transaction; }
    /// What was changed.
    AgencyResult result() const;
    /// True when the agency or its portal sent it back: its form can be corrected.
    bool isCorrectable() const;
    /// True when its money is still to be taken.
    bool isPayable() const;
    void takeFocus();
    void retranslate();

Q_SIGNALS:
    /// The form is to be opened for correction.
    void correctionWanted();
    void paymentWanted();

private:
    void fill();

    TransactionEntry m_entry;
    std::vector<TransactionMove> m_moves;
    Label *m_title, *m_about, *m_state, *m_reasonGiven, *m_history;
    LtrEdit* m_reference;
    FieldRow* m_referenceRow;
    QComboBox* m_fee;
    FieldRow* m_feeRow;
    QComboBox* m_next;
    FieldRow* m_nextRow;
    KeyButton* m_correct;
    KeyButton* m_pay;
    NameEdit* m_reason;
    FieldRow* m_reasonRow;
};

} // namespace sanad
