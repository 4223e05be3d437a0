#include "core/cash/clock_guard.h"

#include "core/audit/audit_trail.h"
#include "core/people/approvals.h"
#include "core/settings/settings_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qint64 kMostBehindMs = 10LL * 60 * 1000; // clocks are set right by a little
constexpr qint64 kMostAheadMs = 45LL * 24 * 60 * 60 * 1000; // longer than a centre is closed in summer

const QString kConfirmed = u"clock.confirmed"_s; // when a person said that the clock is right
const QString kOverruled = u"clock.overruled"_s; // up to which receipt's time that is so

constexpr auto kBefore = R"(
    SELECT issued_at FROM receipt WHERE branch_id = :branch AND series = :series AND number < :number
    ORDER BY number DESC LIMIT 1)";
constexpr auto kLatest = "SELECT max(issued_at) FROM receipt WHERE branch_id = :branch";

bool isPlausible(const QDateTime& now, const QDateTime& known)
{
    const qint64 since = known.msecsTo(now);
    return since >= -kMostBehindMs && since <= kMostAheadMs;
}

QString readable(const QDateTime& utc)
{
    return utc.toTimeZone(centreZone()).toString(u"yyyy-MM-dd HH:mm"_s);
}

/// Empty without any.
QString latestReceipt(Tx& tx)
{
    auto query = tx.query(kLatest);
    query.bind(":branch", kBranch).run();
    return query.next() ? query.text(0) : QString();
}

Result<> checkAgainst(Tx& tx, const QDateTime& before)
{
    const QDateTime now = tx.now();
    if (isPlausible(now, before)) return {};
    const SettingsRepository settings(tx);
    const QDateTime overruled = fromStoredTime(settings.value(kOverruled));
    if (overruled.isValid() && before <= overruled &&
        isPlausible(now, fromStoredTime(settings.value(kConfirmed))))
        return {};
    return Error{ErrorCode::Conflict, now < before ? u"receipts.clock-behind"_s : u"receipts.clock-ahead"_s,
        {readable(now), readable(before)}, {}};
}

} // namespace

Result<> checkClock(Tx& tx, const QString& series, std::int64_t number)
{
    std::optional<QDateTime> before;
    {
        auto query = tx.query(kBefore);
        query.bind(":branch", kBranch).bind(":series", series).bind(":number", number).run();
        if (query.next()) before = query.time(0);
    }
    return before ? checkAgainst(tx, *before) : checkClock(tx);
}

Result<> checkClock(Tx& tx)
{
    const QString latest = latestReceipt(tx);
    return latest.isEmpty() ? Result<>() : checkAgainst(tx, fromStoredTime(latest));
}

ApprovedAct clockAct()
{
    return {Permission::ManageSettings, u"clock.confirmed"_s, u"clock"_s};
}

Result<QDateTime> ClockGuard::confirm(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageSettings));
    return m_db.write([&](Tx& tx) { return overrule(tx, by, {}); });
}

Result<QDateTime> ClockGuard::confirmApproved(const Approval& approval, const Actor& by)
{
    SANAD_TRY(by.may(Permission::IssueReceipts));
    return m_db.write([&](Tx& tx) -> Result<QDateTime> {
        SANAD_TRY(useApproval(tx, approval, clockAct(), by));
        return overrule(tx, by, approval.auditPayload());
    });
}

Result<QDateTime> ClockGuard::overrule(Tx& tx, const Actor& by, QJsonObject payload)
{
    const QString latest = latestReceipt(tx);
    SettingsRepository settings(tx);
    settings.setValue(kConfirmed, storedTime(tx.now()));
    settings.setValue(kOverruled, latest);
    payload.insert(u"overruled"_s, latest);
    AuditTrail(tx).record(by, u"clock.confirmed"_s, 0, payload);
    return tx.now();
}

} // namespace sanad
