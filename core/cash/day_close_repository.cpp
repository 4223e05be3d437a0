#include "core/cash/day_close_repository.h"

#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kInsert = R"(
    INSERT INTO day_close (id, branch_id, series, number, business_day, closed_at, clerk, totals, chain_number,
        chain_hash, signature)
    VALUES (:id, :branch, :series, :number, :day, :at, :clerk, :totals, :chain_number, :chain_hash, :signature))";
#define SANAD_CLOSE_COLUMNS                                                                                  \
    "id, number, closed_at, clerk, totals, chain_number, chain_hash, signature, series, business_day"
constexpr auto kFind =
    "SELECT " SANAD_CLOSE_COLUMNS " FROM day_close WHERE branch_id = :branch AND business_day = :day";
constexpr auto kById = "SELECT " SANAD_CLOSE_COLUMNS " FROM day_close WHERE branch_id = :branch AND id = :id";
constexpr auto kMade =
    "SELECT chain_number, closed_at FROM day_close WHERE branch_id = :branch AND business_day = :day";
// A close that was made before an earlier day's, while the clock stood ahead, lacks what that one brought.
constexpr auto kNewestUpTo = R"(
    SELECT id, business_day, totals FROM day_close c
    WHERE branch_id = :branch AND business_day <= :day AND NOT EXISTS (SELECT 1 FROM day_close e
        WHERE e.branch_id = c.branch_id AND e.business_day < c.business_day AND e.id > c.id)
    ORDER BY business_day DESC LIMIT 1)";
constexpr auto kPostedLater =
    "SELECT 1 FROM ledger_entry WHERE branch_id = :branch AND id > :close AND business_day <= :day LIMIT 1";
// Work that went on before a time, or somebody's word, given before the close was made by its own time, that
// the clock is right.
constexpr auto kEarlierLine = R"(
    SELECT 1 FROM audit_line WHERE branch_id = :branch AND id > :number
        AND (at < :time OR (act = 'clock.confirmed' AND at < :closed)) LIMIT 1)";
constexpr auto kOpenDays = R"(
    SELECT DISTINCT s.business_day FROM shift s
    WHERE s.branch_id = :branch AND NOT EXISTS (SELECT 1 FROM day_close d
        WHERE d.branch_id = s.branch_id AND d.business_day = s.business_day)
    ORDER BY s.business_day)";

DayClose closeFrom(const Query& row)
{
    auto totals = dayTotalsFromJson(row.text(4).toUtf8());
    if (!totals) throw DbError(totals.error());
    return {row.id<DayId>(0), row.int64(1), businessDayFrom(row.int32(9)), row.time(2), row.text(3),
        std::move(*totals), row.int64(5), row.bytes(6), row.bytes(7), row.text(8)};
}

} // namespace

std::map<AccountRef, Money> balancesOf(const DayTotals& totals)
{
    std::map<AccountRef, Money> balances;
    for (const auto& [key, part, amount] : totals.balances)
        if (const auto account = accountFromKey(key)) balances[{*account, part}] = amount;
    return balances;
}

void DayCloseRepository::insert(const DayClose& close)
{
    m_tx.query(kInsert)
        .bind(":id", close.id)
        .bind(":branch", kBranch)
        .bind(":series", close.series)
        .bind(":number", close.number)
        .bind(":day", businessDayNumber(close.businessDay))
        .bind(":at", close.closedAt)
        .bind(":clerk", close.closedBy)
        .bind(":totals", QString::fromUtf8(dayTotalsJson(close.totals)))
        .bind(":chain_number", close.chainNumber)
        .bind(":chain_hash", close.chainHash)
        .bind(":signature", close.signature)
        .run();
}

std::optional<DayClose> DayCloseRepository::find(const QDate& day) const
{
    auto query = m_tx.query(kFind);
    query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
    return query.next() ? std::optional(closeFrom(query)) : std::nullopt;
}

std::optional<DayClose> DayCloseRepository::find(DayId id) const
{
    auto query = m_tx.query(kById);
    query.bind(":branch", kBranch).bind(":id", id).run();
    return query.next() ? std::optional(closeFrom(query)) : std::nullopt;
}

SignedBalances DayCloseRepository::signedUpTo(const QDate& day) const
{
    SignedBalances found;
    {
        auto query = m_tx.query(kNewestUpTo);
        query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
        if (query.next()) {
            found.close = query.id<DayId>(0);
            found.closed = businessDayFrom(query.int32(1));
            const auto totals = dayTotalsFromJson(query.text(2).toUtf8());
            if (!totals) throw DbError(totals.error());
            found.balances = balancesOf(*totals);
        }
    }
    for (const auto& [account, change] : Ledger(m_tx).changes(found.closed, day))
        found.balances[account] += change;
    std::erase_if(found.balances, [](const auto& row) { return row.second.isZero(); });
    return found;
}

bool DayCloseRepository::isBehind(const QDate& day, DayId close) const
{
    auto query = m_tx.query(kPostedLater);
    query.bind(":branch", kBranch).bind(":close", close).bind(":day", businessDayNumber(day)).run();
    return query.next();
}

bool DayCloseRepository::wasClosedBefore(const QDate& day, const QDateTime& time) const
{
    std::int64_t number = 0;
    QString closed;
    {
        auto query = m_tx.query(kMade);
        query.bind(":branch", kBranch).bind(":day", businessDayNumber(day)).run();
        if (!query.next()) return false;
        number = query.int64(0);
        closed = query.text(1);
    }
    if (m_tx.now() < time) return true;
    auto query = m_tx.query(kEarlierLine);
    query.bind(":branch", kBranch)
        .bind(":number", number)
        .bind(":time", storedTime(time))
        .bind(":closed", closed)
        .run();
    return query.next();
}

std::vector<QDate> DayCloseRepository::openDays() const
{
    std::vector<QDate> days;
    auto query = m_tx.query(kOpenDays);
    query.bind(":branch", kBranch).run();
    while (query.next())
        days.push_back(businessDayFrom(query.int32(0)));
    return days;
}

} // namespace sanad
