#pragma once

#include "ui/assisted/assisted_presenter.h"
#include "ui/shell/page.h"

class QComboBox;
class QLineEdit;

namespace sanad {

class DataTable;
class FieldRow;
class KeyButton;
class Label;
class LtrEdit;
class MoneyEdit;

/// Beside the agency's own site: what is to be typed there, one key a value, and what comes back from it.
class AssistedPage : public Page {
    Q_OBJECT

public:
    AssistedPage(AssistedPresenter& presenter, CurrentVisit& visit, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void fill();
    /// Takes what was typed into the draft.
    void take();
    void copy(int row);
    void tell(const std::vector<AssistedFault>& faults);
    /// Beside the fields; gives back the one to mend first.
    FieldRow* showFaults();
    void clearFaults();
    /// To the field behind `field`; behind the last one to the next step.
    void goOnFrom(const QWidget* field);
    FieldRow* rowOf(const QString& pointer) const;
    std::vector<FieldRow*> visibleRows() const;

    AssistedPresenter& m_presenter;
    CurrentVisit& m_visit;
    Label* m_title;
    KeyButton* m_site;
    Label* m_remark;
    DataTable* m_list;
    LtrEdit* m_reference;
    MoneyEdit* m_fee;
    QComboBox* m_state;
    LtrEdit* m_proof;
    FieldRow* m_referenceRow;
    FieldRow* m_feeRow;
    FieldRow* m_stateRow;
    FieldRow* m_proofRow;
    KeyButton* m_finish;
    std::vector<AssistedFault> m_faults; ///< As shown.
    bool m_filling = false;
};

} // namespace sanad
