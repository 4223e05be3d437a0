#pragma once

#include "ui/visit/current_visit.h"

#include <QWidget>

namespace sanad {

class Banner;
class KeyButton;
class Label;

/// The end side of the window: ticket, customer, fee lines and total of the visit at hand.
class TicketPanel : public QWidget {
    Q_OBJECT

public:
    explicit TicketPanel(CurrentVisit& visit, QWidget* parent = nullptr);

Q_SIGNALS:
    void payWanted();
    /// Of the guardian, for a child.
    void consentWanted();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void addLine(const QString& text, Money amount, bool known);

    CurrentVisit& m_visit;
    Label* m_ticketLabel;
    Label* m_ticket;
    Label* m_state;
    Label* m_customerLabel;
    Label* m_customer;
    Label* m_identifier;
    Banner* m_guardian;
    KeyButton* m_consent;
    QWidget* m_lines;
    Label* m_totalLabel;
    Label* m_total;
    KeyButton* m_pay;
};

} // namespace sanad
