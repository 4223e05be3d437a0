#include "core/audit/audit_repository.h"

#include "core/base/clock.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::int64_t kBranch = 1;

#define SANAD_AUDIT_COLUMNS "id, at, staff_id, actor, counter, act, subject_id, payload, hash"

// Also the longest run of numbers that one look reads through.
#define SANAD_AUDIT_STRETCH "1024"
constexpr std::int64_t kStretch = 1024;
#define SANAD_AUDIT_MATCHES                                                                                  \
    "branch_id = :branch AND at >= :from AND at < :to AND (:actor = '' OR actor = :actor) "                  \
    "AND (:counter = '' OR counter = :counter) "                                                             \
    "AND ((:act = '' AND :acts = '') OR (:act <> '' AND substr(act, 1, length(:act)) = :act) "               \
    "OR (:acts <> '' AND :acts LIKE '% ' || act || ' %')) "                                                  \
    "AND (:subject = 0 OR subject_id = :subject)"
constexpr auto kList = "SELECT " SANAD_AUDIT_COLUMNS " FROM audit_line WHERE " SANAD_AUDIT_MATCHES
                       " AND id < :before ORDER BY id DESC LIMIT :limit";
constexpr auto kLast = "SELECT max(id) FROM audit_line";
constexpr auto kCountMatches =
    "SELECT (id - 1) / " SANAD_AUDIT_STRETCH ", count(*) FROM audit_line WHERE " SANAD_AUDIT_MATCHES
    " AND id > :low AND id <= :high GROUP BY 1 ORDER BY 1 DESC";
constexpr auto kSpan =
    "SELECT min(id), max(id) FROM audit_line WHERE branch_id = :branch AND at >= :from AND at < :to";
constexpr auto kFirstAbout =
    "SELECT min(id) FROM audit_line WHERE branch_id = :branch AND subject_id = :subject";
constexpr auto kTimeBefore = "SELECT at FROM audit_line WHERE branch_id = :branch AND id < :number AND at <= "
                             ":now ORDER BY id DESC LIMIT 1";
constexpr auto kFirstTime = "SELECT at FROM audit_line WHERE branch_id = :branch ORDER BY id LIMIT 1";
constexpr auto kWalk =
    "SELECT " SANAD_AUDIT_COLUMNS
    " FROM audit_line WHERE branch_id = :branch AND id BETWEEN :first AND :last ORDER BY id";

AuditLine readLine(const Query& row)
{
    return {row.int64(0), row.time(1), row.id<StaffId>(2), row.text(3), row.text(4), row.text(5),
        row.int64(6), row.text(7), row.bytes(8)};
}

/// Stored times sort as text in any locale, so an absent bound is a time before or after every one.
QString lower(const QDateTime& from)
{
    return from.isValid() ? storedTime(from) : u"0000-01-01T00:00:00.000Z"_s;
}
QString upper(const QDateTime& to)
{
    return to.isValid() ? storedTime(to) : u"9999-12-31T23:59:59.999Z"_s;
}

void bindMatches(Query& query, const AuditFilter& filter)
{
    query.bind(":branch", kBranch)
        .bind(":from", lower(filter.from))
        .bind(":to", upper(filter.to))
        .bind(":actor", filter.actor)
        .bind(":counter", filter.counter)
        .bind(":act", filter.act)
        .bind(":acts", filter.acts.isEmpty() ? QString() : u' ' + filter.acts.join(u' ') + u' ')
        .bind(":subject", filter.subject);
}

/// Up to `most` runs of numbers below run `below`; those of every line when `filter` is null.
CountedStretches countStretches(Tx& tx, const AuditFilter* filter, std::int64_t below, int most)
{
    std::int64_t last = 0;
    {
        auto query = tx.query(kLast);
        if (query.run().next()) last = query.int64(0);
    }
    CountedStretches counted;
    const std::int64_t end = std::min(below, (last + kStretch - 1) / kStretch);
    const std::int64_t begin = std::max<std::int64_t>(0, end - most);
    if (begin > 0) counted.next = begin;
    counted.newest = end - 1;
    if (!filter) {
        for (std::int64_t key = end - 1; key >= begin; --key)
            counted.found.push_back({key, std::min(kStretch, last - key * kStretch)});
        return counted;
    }
    auto query = tx.query(kCountMatches);
    bindMatches(query, *filter);
    query.bind(":low", begin * kStretch).bind(":high", end * kStretch).run();
    while (query.next())
        counted.found.push_back({query.int64(0), query.int64(1)});
    return counted;
}

} // namespace

AuditFilter betweenDays(const QDate& from, const QDate& to)
{
    const auto startOf = [](const QDate& day) {
        return day.isValid() ? QDateTime(day, QTime(0, 0), centreZone()).toUTC() : QDateTime();
    };
    AuditFilter filter;
    filter.from = startOf(from);
    filter.to = startOf(to.isValid() ? to.addDays(1) : QDate());
    return filter;
}

std::vector<AuditLine> AuditRepository::list(const AuditFilter& filter, std::int64_t before, int limit) const
{
    std::vector<AuditLine> lines;
    auto query = m_tx.query(kList);
    bindMatches(query, filter);
    query.bind(":before", before > 0 ? before : std::numeric_limits<std::int64_t>::max())
        .bind(":limit", limit)
        .run();
    while (query.next())
        lines.push_back(readLine(query));
    return lines;
}

LongList<AuditLine> auditList(const AuditFilter& filter)
{
    ListSql sql;
    sql.needs = Permission::ViewAudit;
    sql.table = u"audit_line"_s;
    sql.where = QStringLiteral(SANAD_AUDIT_MATCHES);
    sql.bind = [filter](Query& query) { bindMatches(query, filter); };
    sql.stretch = u"(id - 1) / " SANAD_AUDIT_STRETCH ""_s;
    sql.inStretch = u"id > CAST(:stretch AS BIGINT) * " SANAD_AUDIT_STRETCH
                    " AND id <= (CAST(:stretch AS BIGINT) + 1) * " SANAD_AUDIT_STRETCH ""_s;
    sql.fixedPast = true;
    const bool everything = filter == AuditFilter();
    sql.firstStretches = everything ? 1024 : 4;
    sql.mostStretches = everything ? 16'384 : 16;
    sql.count = [filter, everything](Tx& tx, std::int64_t below, int most) {
        return countStretches(tx, everything ? nullptr : &filter, below, most);
    };
    return {std::move(sql), QStringLiteral(SANAD_AUDIT_COLUMNS), readLine};
}

std::optional<AuditRepository::Span> AuditRepository::span(const QDateTime& from, const QDateTime& to) const
{
    auto query = m_tx.query(kSpan);
    query.bind(":branch", kBranch).bind(":from", lower(from)).bind(":to", upper(to)).run();
    if (!query.next() || query.int64(0) == 0) return std::nullopt;
    return Span{query.int64(0), query.int64(1)};
}

std::int64_t AuditRepository::firstAbout(std::int64_t subject) const
{
    auto query = m_tx.query(kFirstAbout);
    return query.bind(":branch", kBranch).bind(":subject", subject).run().next() ? query.int64(0) : 0;
}

QDateTime AuditRepository::timeBefore(std::int64_t number, const QDateTime& now) const
{
    auto query = m_tx.query(kTimeBefore);
    query.bind(":branch", kBranch).bind(":number", number).bind(":now", now).run();
    return query.next() ? query.time(0) : QDateTime();
}

QDateTime AuditRepository::firstTime() const
{
    auto query = m_tx.query(kFirstTime);
    return query.bind(":branch", kBranch).run().next() ? query.time(0) : QDateTime();
}

void AuditRepository::walk(const Span& span, const std::function<bool(const AuditLine&)>& take) const
{
    auto query = m_tx.query(kWalk);
    query.bind(":branch", kBranch).bind(":first", span.first).bind(":last", span.last).run();
    while (query.next())
        if (!take(readLine(query))) return;
}

} // namespace sanad
