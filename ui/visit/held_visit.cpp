#include "ui/visit/held_visit.h"

#include "core/customers/customer_service.h"
#include "core/queue/queue_service.h"
#include "core/transactions/transaction_service.h"

namespace sanad {

namespace {

/// The ticket of a draft: still aside, or at this counter already.
Result<std::optional<Ticket>> ticketOf(Database& db, TicketId id, const Actor& by)
{
    QueueService queue(db);
    if (!by.counter().isEmpty()) {
        SANAD_TRY_VALUE(current, queue.current(by.counter(), by));
        if (current && current->id == id) return current;
    }
    SANAD_TRY_VALUE(held, queue.held(by));
    for (const Ticket& ticket : held)
        if (ticket.id == id) return std::optional(ticket);
    return std::optional<Ticket>();
}

} // namespace

Result<> setAside(
    Database& db, const std::vector<Draft>& drafts, const std::optional<Ticket>& ticket, const Actor& by)
{
    TransactionService transactions(db);
    for (const Draft& draft : drafts) {
        SANAD_TRY(transactions.save(draft, by));
        SANAD_TRY(transactions.hold(draft.id, by));
    }
    // One that was resumed is still aside.
    if (!ticket || ticket->state == TicketState::Held) return {};
    SANAD_TRY(QueueService(db).hold(ticket->id, by));
    return {};
}

Result<HeldVisit> takeUp(Database& db, TransactionId id, const Actor& by)
{
    TransactionService transactions(db);
    SANAD_TRY_VALUE(first, transactions.resume(id, by));
    std::vector<Draft> drafts{first};
    HeldVisit visit;
    if (!first.ticket.isNull()) {
        SANAD_TRY_VALUE(others, transactions.draftsOf(first.ticket, by));
        for (const Draft& other : others) {
            if (other.id == first.id || other.applicant != first.applicant) continue;
            SANAD_TRY_VALUE(back, transactions.resume(other.id, by));
            drafts.push_back(back);
        }
        SANAD_TRY_VALUE(ticket, ticketOf(db, first.ticket, by));
        visit.ticket = ticket;
    }
    for (const Draft& draft : drafts) {
        SANAD_TRY_VALUE(work, workOf(db, draft));
        visit.works.push_back(work);
    }
    if (!first.applicant.isNull()) {
        SANAD_TRY_VALUE(customer, CustomerService(db).get(first.applicant, by));
        visit.customer = customer;
    }
    return visit;
}

} // namespace sanad
