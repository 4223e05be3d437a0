#pragma once

#include "ui/customers/customers_presenter.h"
#include "ui/queue/queue_presenter.h"
#include "ui/shell/page.h"

class QBoxLayout;
class QLineEdit;
class QStackedWidget;

namespace sanad {

class CustomerMatches;
class DataTable;
class EmptyState;
class KeyButton;
class Label;
class LinePicker;

/// Home: who waits, one search box that always has the focus, and the work set aside.
class ServePage : public Page {
    Q_OBJECT

public:
    ServePage(
        QueuePresenter& queue, CustomersPresenter& customers, CurrentVisit& visit, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

Q_SIGNALS:
    void newCustomerWanted(const QString& typed);

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void enter();
    void chooseMatch();
    void offerLeftOpen();

    QueuePresenter& m_queue;
    CustomersPresenter& m_customers;
    CurrentVisit& m_visit;
    QLineEdit* m_search;
    KeyButton* m_call;
    KeyButton* m_newTicket;
    QBoxLayout* m_top;
    QStackedWidget* m_stack;
    Label* m_waitingTitle;
    DataTable* m_waiting;
    EmptyState* m_nobody;
    Label* m_heldTitle;
    DataTable* m_held;
    EmptyState* m_nothingHeld;
    CustomerMatches* m_matches;
    LinePicker* m_picker;
    bool m_enterWaits = false; ///< Enter came before the matches.
    bool m_deleteAsked = false;
    QString m_offered; ///< The draft that the banner told of.
};

} // namespace sanad
