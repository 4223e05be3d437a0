#pragma once

#include "ui/shell/page.h"
#include "ui/visit/current_visit.h"

class QComboBox;

namespace sanad {

class DataTable;
class FeeAdditions;
class FieldRow;
class KeyButton;
class Label;
class LtrEdit;
class MoneyEdit;
class NameEdit;
class PricePanel;

/// What the service costs, already computed. Where only the agency has the figure, the clerk takes it and its
/// reference from there; what AssistedPage asks for is not asked for again.
class FeesPage : public Page {
    Q_OBJECT

public:
    explicit FeesPage(CurrentVisit& visit, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void fill();
    void take();
    void takeAdditions();
    void finish();
    void leaveUnpaid();
    /// Shows what is missing, with the focus there, and says false.
    bool complete();
    /// Done at a counter of the agency, whose reference may be at hand already.
    bool atCounter() const;
    bool clerkEnters() const;
    /// The agency has the whole figure; nothing is added to it here.
    bool agencyHasFigure() const;

    CurrentVisit& m_visit;
    Label* m_title;
    DataTable* m_parts;
    Label* m_remark;
    FeeAdditions* m_additions;
    PricePanel* m_price;
    MoneyEdit* m_fee;
    LtrEdit* m_reference;
    QComboBox* m_state;
    FieldRow* m_feeRow;
    FieldRow* m_referenceRow;
    FieldRow* m_stateRow;
    KeyButton* m_otherPrice;
    KeyButton* m_later;
    KeyButton* m_finish;
    bool m_filling = false;
};

} // namespace sanad
