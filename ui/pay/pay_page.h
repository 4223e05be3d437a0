#pragma once

#include "ui/shell/page.h"
#include "ui/visit/current_visit.h"

class QVBoxLayout;

namespace sanad {

class DataTable;
class KeyButton;
class Label;
class PaymentLine;

/// The lines of the visit, the total, and how it is paid: exact cash is F9 and Enter.
class PayPage : public Page {
    Q_OBJECT

public:
    explicit PayPage(CurrentVisit& visit, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;
    /// As F9 does: begins with exact cash; again, the next tender.
    void takeMoney();

protected:
    void retranslate() override;

private:
    PaymentLine* addLine(Tender tender, Money amount);
    void clearLines();
    void entered();
    void submit();
    /// One of the amounts does not read; it is marked.
    bool amountsUnread();
    Money paid() const;
    void refresh();
    void showChange();

    CurrentVisit& m_visit;
    DataTable* m_services;
    Label* m_totalLabel;
    Label* m_total;
    Label* m_changeLabel;
    Label* m_change;
    QVBoxLayout* m_payments;
    std::vector<PaymentLine*> m_lines;
    KeyButton* m_start;
    KeyButton* m_another;
};

} // namespace sanad
