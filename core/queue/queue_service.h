#pragma once

#include "core/base/actor.h"
#include "core/queue/ticket.h"
#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// What people do with tickets. Every act is audited in its own commit and touches "tickets".
/// Errors of the acts: NotFound `queue.no-ticket`; Conflict `queue.moved-on` (arg: number) when
/// the ticket's state does not allow the act, also because another counter was faster.
class QueueService {
public:
    explicit QueueService(Database& db)
        : m_db(db)
    {
    }

    Result<std::vector<TicketLine>> lines(const Actor& by);
    /// Returns the line as it was kept. Errors: Invalid `queue.line-code`, `queue.line-name`, those of
    /// cleanText().
    Result<TicketLine> saveLine(const TicketLine& line, const Actor& by);

    /// Errors: NotFound `queue.no-line` (args: it, those there are), Conflict `queue.line-closed`.
    Result<Ticket> issue(const QString& line, const Actor& by);

    /// Errors: NotFound `queue.nobody-waiting`, Invalid `queue.no-counter`, Conflict `queue.counter-busy`
    /// (arg: the number still being served there).
    Result<Ticket> callNext(const Actor& by);
    /// Calls it again on display and voice.
    Result<Ticket> recall(TicketId ticket, const Actor& by);
    /// The person stands at the counter.
    Result<Ticket> arrived(TicketId ticket, const Actor& by);
    Result<Ticket> done(TicketId ticket, const Actor& by);
    Result<Ticket> noShow(TicketId ticket, const Actor& by);
    /// Sets it aside with its work; requeue() brings it back.
    Result<Ticket> hold(TicketId ticket, const Actor& by);
    /// Back into its line at its old age: after a hold, a no-show or a call by mistake.
    Result<Ticket> requeue(TicketId ticket, const Actor& by);
    /// Into another line, keeping number and age.
    Result<Ticket> transfer(TicketId ticket, const QString& line, const Actor& by);

    /// Errors: NotFound `queue.no-line`.
    Result<std::vector<Ticket>> waiting(const Actor& by, const QString& line = {});
    Result<std::vector<Ticket>> held(const Actor& by);
    /// The ticket called or served at `counter` now.
    Result<std::optional<Ticket>> current(const QString& counter, const Actor& by);
    /// `A-012` of today. Errors: NotFound `queue.no-ticket`.
    Result<Ticket> find(const QString& number, const Actor& by);

private:
    Database& m_db;
};

/// Ends a ticket within a larger commit, that of the visit which it was for. Errors as of the acts.
Result<Ticket> finishTicket(Tx& tx, TicketId ticket, const Actor& by);

} // namespace sanad
