#pragma once

#include "core/base/approval.h"
#include "core/queue/ticket.h"
#include "core/receipts/receipt.h"
#include "core/visits/visit.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"
#include "ui/visit/visit_work.h"

#include <QTimer>

namespace sanad {

struct HeldVisit;

/// What goes on with a second person's consent.
using ApprovalUse = std::function<void(const Approval&)>;

/// The visit at this counter, from the ticket to the receipt. Every page of the path reads it and moves it
/// on; the side panel shows it. Everything typed is saved as a draft, so nothing is lost when the program
/// ends.
class CurrentVisit : public QObject {
    Q_OBJECT

public:
    enum class Step { Home, Customer, Service, Form, Documents, Assisted, Fees, Pay, Done };
    Q_ENUM(Step)

    CurrentVisit(Tasks& tasks, Session& session, QObject* parent = nullptr);

    Step step() const { return m_step; }
    const std::optional<Ticket>& ticket() const { return m_ticket; }
    const std::optional<Customer>& customer() const { return m_customer; }
    /// The customer is a child, and no guardian's consent stands. Known soon after the customer is.
    bool lacksGuardian() const { return m_customer && m_customer->id == m_unguarded; }
    const std::vector<VisitWork>& works() const { return m_works; }
    /// Null while no service is being worked on.
    const VisitWork* work() const;
    const std::optional<Receipt>& receipt() const { return m_receipt; }
    /// Of the visit that ended last, until the next one ends or is set aside.
    const std::optional<Receipt>& lastReceipt() const { return m_lastReceipt; }
    Money total() const;
    bool isEmpty() const { return !m_ticket && !hasWork(); }
    /// Somebody is being served, with a ticket or without.
    bool hasWork() const { return m_customer || !m_works.empty(); }
    /// A ticket was called and its person has not come yet.
    bool awaitsArrival() const { return m_ticket && m_ticket->state == TicketState::Called; }
    bool payable() const;

    void setTicket(const std::optional<Ticket>& ticket);
    /// Goes on to the choice of a service.
    void setCustomer(const Customer& customer);
    void go(Step step);
    /// The step behind or before one, for the work at hand: not every service has papers, and only those of
    /// an agency without a portal have Assisted.
    Step after(Step step) const;
    Step before(Step step) const;
    /// One step back; nothing is discarded.
    void back();
    /// To the work at hand: where it was left, or the choice of a service.
    void goOn();
    /// Opens a draft of the service for the customer and shows its form.
    void begin(const QString& serviceCode);

    /// Adds what waits for its payment, and goes on to it. Errors (failed()): Conflict `visit.at-hand` while
    /// somebody else is served, `visit.not-payable`.
    void takeUnpaid(TransactionId id);

    /// Takes over what was typed and saves it when the typing pauses.
    void edit(const std::function<void(Draft&)>& change);
    /// Saves at once and works out the fees anew. One of the two always runs: `after` when both are done,
    /// `refused` (after failed()) when not.
    void settle(
        QObject* context, std::function<void()> after, std::function<void()> refused = [] {});
    void agree();
    /// Takes the service out of the visit.
    void discardWork();

    /// Sets everything aside. Where the caret was is in the draft.
    void hold();
    void resume(TransactionId draft);

    /// Where a price is another than the displayed one and nobody consented, approvalWanted() follows.
    void pay(const std::vector<VisitPayment>& payments, const Approval& approval = {});
    /// The work at hand is done now and paid another day: it becomes a transaction that waits for its payment
    /// (leftUnpaid()), and the visit goes on with the others or is over. Prices as in pay(). Errors
    /// (failed()): those of TransactionService::submit().
    void leaveUnpaid(const Approval& approval = {});
    bool paying() const { return m_paying; }
    /// After the receipt, or to leave an empty visit: back to the waiting list.
    void finish();

Q_SIGNALS:
    void changed();
    void stepChanged(sanad::CurrentVisit::Step step);
    void saved(const QDateTime& at);
    void paid(const sanad::Receipt& receipt);
    /// A second person has to consent to prices; `then` goes on with the consent.
    void approvalWanted(
        const sanad::ApprovedAct& act, const QString& reasons, const sanad::ApprovalUse& then);
    void leftUnpaid(const sanad::Transaction& transaction);
    void resumed();
    void failed(const sanad::Error& error);

private:
    VisitWork* current();
    bool has(Step step) const;
    void save();
    void leaveOut(TransactionId id);
    /// For a visit without a payment that would end it.
    void endTicket(std::function<void()> after);
    void take(const HeldVisit& held);
    /// Whether the customer needs a guardian's consent as the record is now.
    void lookForGuardian();
    void askForPrices(const QString& act, const std::vector<VisitWork>& works, ApprovalUse then);
    void clear();

    Tasks& m_tasks;
    Session& m_session;
    Step m_step = Step::Home;
    std::optional<Ticket> m_ticket;
    std::optional<Customer> m_customer;
    CustomerId m_unguarded; ///< A child without a guardian's consent.
    std::vector<VisitWork> m_works;
    int m_index = -1;
    std::optional<Receipt> m_receipt;
    std::optional<Receipt> m_lastReceipt;
    QTimer m_pause;
    bool m_paying = false;
};

/// `form`, `documents`, `assisted`, `fees`, `pay`: as kept in the draft.
QString visitStepKey(CurrentVisit::Step step);
CurrentVisit::Step visitStepFromKey(const QString& key);

} // namespace sanad
