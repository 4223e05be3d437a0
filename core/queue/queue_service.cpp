#include "core/queue/queue_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/digits.h"
#include "core/base/text_gate.h"
#include "core/queue/ticket_repository.h"
#include "core/settings/centre.h"
#include "core/settings/settings_repository.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostName = 60; ///< It is called out on a screen and printed on a ticket.

using States = std::initializer_list<TicketState>;

QDate today(Tx& tx)
{
    return businessDayAt(tx.now(), SettingsRepository(tx).centre().cutOffHour);
}

Error movedOn(const Ticket& ticket)
{
    return {ErrorCode::Conflict, u"queue.moved-on"_s, {ticket.number}, {}};
}

Error noTicket()
{
    return {ErrorCode::NotFound, u"queue.no-ticket"_s, {}, {}};
}

Error noLine(TicketRepository& tickets, const QString& code)
{
    QStringList known;
    for (const TicketLine& line : tickets.lines())
        known << line.code;
    return {ErrorCode::NotFound, u"queue.no-line"_s, {code, known.join(u", "_s)}, {}};
}

/// One act on a ticket: allowed from `from` alone, `change` fills in what becomes of it.
template <class Change>
Result<Ticket> act(Tx& tx, TicketId id, States from, const QString& name, const Actor& by, Change&& change)
{
    TicketRepository tickets(tx);
    auto ticket = tickets.get(id);
    if (!ticket) return noTicket();
    const TicketState before = ticket->state;
    if (std::find(from.begin(), from.end(), before) == from.end()) return movedOn(*ticket);
    change(*ticket);
    if (!tickets.update(*ticket, before)) return movedOn(*ticket);
    AuditTrail(tx).record(by, u"ticket."_s + name, ticket->id, {{u"number"_s, ticket->number}});
    tx.touched(u"tickets"_s);
    return *ticket;
}

void backIntoLine(Ticket& ticket)
{
    ticket.state = TicketState::Waiting;
    ticket.counter = u""_s;
    ticket.clerk = {};
    ticket.servedAt = {};
    ticket.endedAt = {};
}

} // namespace

Result<std::vector<TicketLine>> QueueService::lines(const Actor& by)
{
    if (!by.holds(Permission::ManageSettings) && !by.holds(Permission::CallTickets))
        SANAD_TRY(by.may(Permission::IssueTickets));
    return m_db.read([](Tx& tx) -> Result<std::vector<TicketLine>> { return TicketRepository(tx).lines(); });
}

Result<TicketLine> QueueService::saveLine(const TicketLine& line, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageSettings));
    static const QRegularExpression code(uR"(^[A-Z]{1,3}\z)"_s);
    if (!code.match(line.code).hasMatch()) return Error{ErrorCode::Invalid, u"queue.line-code"_s, {}, {}};
    TicketLine kept = line;
    for (QString* name : {&kept.nameAr, &kept.nameEn}) {
        SANAD_TRY_VALUE(clean, cleanText(*name, TextRule{kMostName}));
        if (clean.isEmpty()) return Error{ErrorCode::Invalid, u"queue.line-name"_s, {}, {}};
        *name = clean;
    }
    return m_db.write([&](Tx& tx) -> Result<TicketLine> {
        TicketRepository(tx).saveLine(kept);
        AuditTrail(tx).record(
            by, u"ticket-line.saved"_s, std::int64_t{0}, {{u"code"_s, kept.code}, {u"open"_s, kept.open}});
        tx.touched(u"tickets"_s);
        return kept;
    });
}

Result<Ticket> QueueService::issue(const QString& lineCode, const Actor& by)
{
    SANAD_TRY(by.may(Permission::IssueTickets));
    return m_db.write([&](Tx& tx) -> Result<Ticket> {
        TicketRepository tickets(tx);
        const auto line = tickets.line(lineCode);
        if (!line) return noLine(tickets, lineCode);
        if (!line->open) return Error{ErrorCode::Conflict, u"queue.line-closed"_s, {line->code}, {}};
        Ticket ticket;
        ticket.id = TicketId::create();
        ticket.businessDay = today(tx);
        ticket.number = tickets.takeNumber(line->code, ticket.businessDay);
        ticket.line = line->code;
        ticket.priority = line->priority;
        ticket.counter = u""_s;
        ticket.issuedAt = tx.now();
        tickets.insert(ticket);
        AuditTrail(tx).record(by, u"ticket.issued"_s, ticket.id, {{u"number"_s, ticket.number}});
        tx.touched(u"tickets"_s);
        return ticket;
    });
}

Result<Ticket> QueueService::callNext(const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    if (by.counter().isEmpty()) return Error{ErrorCode::Invalid, u"queue.no-counter"_s, {}, {}};
    return m_db.write([&](Tx& tx) -> Result<Ticket> {
        TicketRepository tickets(tx);
        const QDate day = today(tx);
        if (const auto busy = tickets.current(day, by.counter()))
            return Error{ErrorCode::Conflict, u"queue.counter-busy"_s, {busy->number}, {}};
        const auto ticket = tickets.claimNext(day, by.counter(), by.staff());
        if (!ticket) return Error{ErrorCode::NotFound, u"queue.nobody-waiting"_s, {}, {}};
        AuditTrail(tx).record(by, u"ticket.called"_s, ticket->id, {{u"number"_s, ticket->number}});
        tx.touched(u"tickets"_s);
        return *ticket;
    });
}

Result<Ticket> QueueService::recall(TicketId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.write([&](Tx& tx) {
        return act(tx, id, {TicketState::Called}, u"recalled"_s, by, [&](Ticket& ticket) {
            ticket.calledAt = tx.now();
            ++ticket.calls;
        });
    });
}

Result<Ticket> QueueService::arrived(TicketId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.write([&](Tx& tx) {
        return act(tx, id, {TicketState::Called}, u"arrived"_s, by, [&](Ticket& ticket) {
            ticket.state = TicketState::Serving;
            ticket.servedAt = tx.now();
        });
    });
}

Result<Ticket> QueueService::done(TicketId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.write([&](Tx& tx) { return finishTicket(tx, id, by); });
}

Result<Ticket> QueueService::noShow(TicketId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.write([&](Tx& tx) {
        return act(tx, id, {TicketState::Called}, u"no-show"_s, by, [&](Ticket& ticket) {
            ticket.state = TicketState::NoShow;
            ticket.endedAt = tx.now();
        });
    });
}

Result<Ticket> QueueService::hold(TicketId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.write([&](Tx& tx) {
        return act(tx, id, {TicketState::Called, TicketState::Serving}, u"held"_s, by,
            [](Ticket& ticket) { ticket.state = TicketState::Held; });
    });
}

Result<Ticket> QueueService::requeue(TicketId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.write([&](Tx& tx) {
        return act(tx, id, {TicketState::Held, TicketState::NoShow, TicketState::Called}, u"requeued"_s, by,
            backIntoLine);
    });
}

Result<Ticket> QueueService::transfer(TicketId id, const QString& lineCode, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.write([&](Tx& tx) -> Result<Ticket> {
        TicketRepository tickets(tx);
        const auto line = tickets.line(lineCode);
        if (!line) return noLine(tickets, lineCode);
        return act(tx, id,
            {TicketState::Waiting, TicketState::Transferred, TicketState::Called, TicketState::Serving},
            u"transferred"_s, by, [&](Ticket& ticket) {
                backIntoLine(ticket);
                ticket.state = TicketState::Transferred;
                ticket.line = line->code;
                ticket.priority = line->priority;
            });
    });
}

Result<std::vector<Ticket>> QueueService::waiting(const Actor& by, const QString& line)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.read([&](Tx& tx) -> Result<std::vector<Ticket>> {
        TicketRepository tickets(tx);
        if (!line.isEmpty() && !tickets.line(line)) return noLine(tickets, line);
        return tickets.waiting(today(tx), line);
    });
}

Result<std::vector<Ticket>> QueueService::held(const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.read([&](Tx& tx) -> Result<std::vector<Ticket>> {
        return TicketRepository(tx).inState(today(tx), TicketState::Held);
    });
}

Result<std::optional<Ticket>> QueueService::current(const QString& counter, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.read([&](Tx& tx) -> Result<std::optional<Ticket>> {
        return TicketRepository(tx).current(today(tx), counter);
    });
}

Result<Ticket> QueueService::find(const QString& number, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CallTickets));
    return m_db.read([&](Tx& tx) -> Result<Ticket> {
        if (const auto ticket = TicketRepository(tx).byNumber(documentNumber(number), today(tx)))
            return *ticket;
        return noTicket();
    });
}

Result<Ticket> finishTicket(Tx& tx, TicketId id, const Actor& by)
{
    return act(tx, id,
        {TicketState::Waiting, TicketState::Transferred, TicketState::Called, TicketState::Serving,
            TicketState::Held},
        u"done"_s, by, [&](Ticket& ticket) {
            ticket.state = TicketState::Done;
            if (!ticket.servedAt.isValid()) ticket.servedAt = tx.now();
            if (ticket.counter.isEmpty()) ticket.counter = by.counter();
            if (ticket.clerk.isNull()) ticket.clerk = by.staff();
            ticket.endedAt = tx.now();
        });
}

} // namespace sanad
