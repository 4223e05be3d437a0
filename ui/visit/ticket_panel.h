#pragma once

#include "ui/visit/current_visit.h"

#include <QWidget>

class QGridLayout;

namespace sanad {

class Banner;
class KeyButton;
class Label;

/// The end side of the window: ticket, customer, fee lines and total of the visit at hand; between two
/// visits the receipt of the last one, with the change to hand over.
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
    void clearLines();
    void addHeading(const QString& text);
    void addLine(const QString& text, const QString& amount);
    void listWorks();
    void listReceipt(const Receipt& receipt);

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
    QGridLayout* m_grid; ///< Of the lines.
    int m_filled = 0; ///< Rows of it that hold a line.
    Label* m_totalLabel;
    Label* m_total;
    KeyButton* m_pay;
};

} // namespace sanad
