#include "core/queue/ticket_repository.h"

#include "core/queue/ticket_rows.h"
#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

#define SANAD_TICKET_COLUMNS                                                                                 \
    "id, number, line, state, priority, counter, staff_id, business_day, issued_at, called_at, served_at, "  \
    "ended_at, calls"

constexpr auto kLines = "SELECT code, name_ar, name_en, priority, is_open FROM ticket_line "
                        "WHERE branch_id = :branch ORDER BY code";

constexpr auto kLine = "SELECT code, name_ar, name_en, priority, is_open FROM ticket_line "
                       "WHERE branch_id = :branch AND code = :code";

constexpr auto kSaveLine = R"(
    INSERT INTO ticket_line (branch_id, code, name_ar, name_en, priority, is_open)
    VALUES (:branch, :code, :name_ar, :name_en, :priority, :is_open)
    ON CONFLICT (branch_id, code) DO UPDATE SET name_ar = excluded.name_ar, name_en = excluded.name_en,
        priority = excluded.priority, is_open = excluded.is_open)";

constexpr auto kTakeNumber = R"(
    INSERT INTO ticket_series (branch_id, business_day, line, last) VALUES (:branch, :day, :line, 1)
    ON CONFLICT (branch_id, business_day, line) DO UPDATE SET last = ticket_series.last + 1
    RETURNING last, name)";

constexpr auto kInsert = R"(
    INSERT INTO ticket (id, branch_id, business_day, number, line, state, priority, counter, issued_at, calls)
    VALUES (:id, :branch, :day, :number, :line, :state, :priority, :counter, :issued_at, :calls))";

constexpr auto kGet = "SELECT " SANAD_TICKET_COLUMNS " FROM ticket WHERE id = :id";

constexpr auto kByNumber = "SELECT " SANAD_TICKET_COLUMNS " FROM ticket "
                           "WHERE branch_id = :branch AND business_day = :day AND number = :number";

constexpr auto kClaimNext = R"(
    UPDATE ticket SET state = 'called', counter = :counter, staff_id = :staff, called_at = :now, calls = calls + 1
    WHERE id = (SELECT id FROM ticket
                WHERE branch_id = :branch AND business_day = :day AND ended_at IS NULL
                    AND state IN ('waiting', 'transferred')
                ORDER BY priority DESC, id LIMIT 1)
        AND state IN ('waiting', 'transferred')
    RETURNING )" SANAD_TICKET_COLUMNS;

constexpr auto kUpdate = R"(
    UPDATE ticket SET line = :line, state = :state, priority = :priority, counter = :counter, staff_id = :staff,
        called_at = :called_at, served_at = :served_at, ended_at = :ended_at, calls = :calls
    WHERE id = :id AND state = :from)";

constexpr auto kWaiting = "SELECT " SANAD_TICKET_COLUMNS R"( FROM ticket
    WHERE branch_id = :branch AND business_day = :day AND ended_at IS NULL
        AND state IN ('waiting', 'transferred') AND (line = :line OR :line = '')
    ORDER BY priority DESC, id)";

constexpr auto kInState = "SELECT " SANAD_TICKET_COLUMNS R"( FROM ticket
    WHERE branch_id = :branch AND business_day = :day AND state = :state ORDER BY id)";

constexpr auto kCurrent = "SELECT " SANAD_TICKET_COLUMNS R"( FROM ticket
    WHERE branch_id = :branch AND business_day = :day AND ended_at IS NULL
        AND state IN ('called', 'serving') AND counter = :counter
    ORDER BY id DESC LIMIT 1)";

/// Another counter may take the chosen ticket between choosing and claiming, on a server only; the next
/// statement then sees the next one.
constexpr int kClaimAttempts = 100;

TicketLine lineFrom(const Query& row)
{
    return {row.text(0), row.text(1), row.text(2), row.int32(3), row.boolean(4)};
}

Ticket ticketFrom(const Query& row)
{
    return {row.id<TicketId>(0), row.text(1), row.text(2),
        ticketStateFromKey(row.text(3)).value_or(TicketState::Done), row.int32(4), row.text(5),
        row.id<StaffId>(6), businessDayFrom(row.int32(7)), row.time(8), row.time(9), row.time(10),
        row.time(11), row.int32(12)};
}

std::optional<Ticket> oneFrom(Query& query)
{
    if (!query.run().next()) return std::nullopt;
    return ticketFrom(query);
}

std::vector<Ticket> allFrom(Query& query)
{
    std::vector<Ticket> list;
    query.run();
    while (query.next())
        list.push_back(ticketFrom(query));
    return list;
}

void bindTime(Query& query, std::string_view name, const QDateTime& time)
{
    if (time.isValid())
        query.bind(name, time);
    else
        query.bindNull(name);
}

/// The row as it now is.
void vouchFor(Tx& tx, const Ticket& t)
{
    const auto time = [](const QDateTime& at) { return at.isValid() ? storedTime(at) : QString(); };
    VouchedRows(tx).written(kTicketRows, t.id.raw(),
        RowDigest()
            .add(t.id.raw())
            .add(kBranch)
            .add(std::int64_t{businessDayNumber(t.businessDay)})
            .add(t.number)
            .add(t.line)
            .add(ticketStateKey(t.state))
            .add(std::int64_t{t.priority})
            .add(t.counter)
            .add(t.clerk.raw())
            .add(time(t.issuedAt))
            .add(time(t.calledAt))
            .add(time(t.servedAt))
            .add(time(t.endedAt))
            .add(std::int64_t{t.calls}));
}

} // namespace

std::vector<TicketLine> TicketRepository::lines() const
{
    std::vector<TicketLine> list;
    auto query = m_tx.query(kLines);
    query.bind(":branch", kBranch).run();
    while (query.next())
        list.push_back(lineFrom(query));
    return list;
}

std::optional<TicketLine> TicketRepository::line(const QString& code) const
{
    auto query = m_tx.query(kLine);
    if (!query.bind(":branch", kBranch).bind(":code", code).run().next()) return std::nullopt;
    return lineFrom(query);
}

void TicketRepository::saveLine(const TicketLine& line)
{
    m_tx.query(kSaveLine)
        .bind(":branch", kBranch)
        .bind(":code", line.code)
        .bind(":name_ar", line.nameAr)
        .bind(":name_en", line.nameEn)
        .bind(":priority", line.priority)
        .bind(":is_open", line.open)
        .run();
}

QString TicketRepository::takeNumber(const QString& line, const QDate& day)
{
    auto query = m_tx.query(kTakeNumber);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).bind(":line", line).run();
    query.next();
    const QString name = query.text(1);
    return u"%1-%2"_s.arg(name.isEmpty() ? line : name).arg(query.int64(0), 3, 10, QChar(u'0'));
}

void TicketRepository::insert(const Ticket& t)
{
    m_tx.query(kInsert)
        .bind(":id", t.id)
        .bind(":branch", kBranch)
        .bind(":day", businessDayNumber(t.businessDay))
        .bind(":number", t.number)
        .bind(":line", t.line)
        .bind(":state", ticketStateKey(t.state))
        .bind(":priority", t.priority)
        .bind(":counter", t.counter)
        .bind(":issued_at", t.issuedAt)
        .bind(":calls", t.calls)
        .run();
    vouchFor(m_tx, t);
}

std::optional<Ticket> TicketRepository::get(TicketId id) const
{
    auto query = m_tx.query(kGet);
    query.bind(":id", id.raw());
    return oneFrom(query);
}

std::optional<Ticket> TicketRepository::byNumber(const QString& number, const QDate& day) const
{
    auto query = m_tx.query(kByNumber);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).bind(":number", number);
    return oneFrom(query);
}

std::optional<Ticket> TicketRepository::claimNext(const QDate& day, const QString& counter, StaffId clerk)
{
    for (int attempt = 0; attempt < kClaimAttempts; ++attempt) {
        auto claim = m_tx.query(kClaimNext);
        claim.bind(":branch", kBranch)
            .bind(":day", businessDayNumber(day))
            .bind(":counter", counter)
            .bind(":staff", clerk)
            .bind(":now", m_tx.now());
        if (auto ticket = oneFrom(claim)) {
            vouchFor(m_tx, *ticket);
            return ticket;
        }
        if (waiting(day).empty()) return std::nullopt;
    }
    return std::nullopt;
}

bool TicketRepository::update(const Ticket& changed, TicketState from)
{
    auto query = m_tx.query(kUpdate);
    query.bind(":id", changed.id)
        .bind(":from", ticketStateKey(from))
        .bind(":line", changed.line)
        .bind(":state", ticketStateKey(changed.state))
        .bind(":priority", changed.priority)
        .bind(":counter", changed.counter)
        .bind(":staff", changed.clerk)
        .bind(":calls", changed.calls);
    bindTime(query, ":called_at", changed.calledAt);
    bindTime(query, ":served_at", changed.servedAt);
    bindTime(query, ":ended_at", changed.endedAt);
    if (query.run().affected() != 1) return false;
    vouchFor(m_tx, changed);
    return true;
}

std::vector<Ticket> TicketRepository::waiting(const QDate& day, const QString& line) const
{
    auto query = m_tx.query(kWaiting);
    query.bind(":branch", kBranch)
        .bind(":day", businessDayNumber(day))
        .bind(":line", line.isNull() ? u""_s : line);
    return allFrom(query);
}

std::vector<Ticket> TicketRepository::inState(const QDate& day, TicketState state) const
{
    auto query = m_tx.query(kInState);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).bind(":state", ticketStateKey(state));
    return allFrom(query);
}

std::optional<Ticket> TicketRepository::current(const QDate& day, const QString& counter) const
{
    auto query = m_tx.query(kCurrent);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).bind(":counter", counter);
    return oneFrom(query);
}

} // namespace sanad
