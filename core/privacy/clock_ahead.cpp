#include "core/privacy/clock_ahead.h"

#include "core/audit/audit_repository.h"
#include "core/audit/audit_trail.h"
#include "core/cash/clock_guard.h"
#include "core/privacy/register_repository.h"
#include "core/settings/centre.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kDaysOnPaper = 365;

QDate dayOf(const QDateTime& utc)
{
    return businessDayAt(utc, 0);
}

/// The last moment before the first act about `subject` that has been; invalid without one.
QDateTime lastBefore(Tx& tx, std::int64_t subject)
{
    const AuditRepository audit(tx);
    return audit.timeBefore(audit.firstAbout(subject), tx.now());
}

void countRequest(Tx& tx, PrivacyRequest request, const QDate& day, const Actor& by)
{
    const QDate before = request.receivedOn;
    request.receivedOn = day;
    request.dueOn = day.addDays(kRequestDays);
    const QString digest = RegisterRepository(tx).save(request);
    AuditTrail(tx).record(by, u"privacy-request.counted-anew"_s, request.id.raw(),
        {{u"from"_s, businessDayNumber(before)}, {u"number"_s, qint64{request.number}},
            {u"rows"_s, QJsonObject{{u"privacy_request"_s, digest}}}, {u"to"_s, businessDayNumber(day)}});
}

void countBreach(Tx& tx, PrivacyBreach breach, const QDateTime& found, const Actor& by)
{
    const QDateTime before = breach.foundAt;
    breach.foundAt = found;
    breach.dueAt = found.addSecs(kBreachHours * 3600);
    RegisterRepository(tx).save(breach);
    AuditTrail(tx).record(by, u"privacy-breach.counted-anew"_s, breach.id.raw(),
        {{u"from"_s, storedTime(before)}, {u"number"_s, qint64{breach.number}},
            {u"to"_s, storedTime(found)}});
}

/// What was written ahead of the clock as it stands.
struct Ahead {
    std::vector<PrivacyRequest> requests;
    std::vector<PrivacyBreach> breaches;
};

Ahead aheadOf(Tx& tx)
{
    if (!checkClock(tx)) return {};
    Ahead ahead{RegisterRepository(tx).requestsAfter(dayOf(tx.now())),
        RegisterRepository(tx).breachesAfter(tx.now())};
    const auto unknown = [&tx](const auto& one) { return !lastBefore(tx, one.id.raw()).isValid(); };
    std::erase_if(ahead.requests, unknown);
    std::erase_if(ahead.breaches, unknown);
    return ahead;
}

} // namespace

QDate earliestEntry(Tx& tx)
{
    const QDateTime first = AuditRepository(tx).firstTime();
    return dayOf(first.isValid() ? std::min(first, tx.now()) : tx.now()).addDays(-kDaysOnPaper);
}

Result<> countAnew(Database& db, const Actor& by)
{
    SANAD_TRY_VALUE(any, db.read([](Tx& tx) -> Result<bool> {
        const Ahead ahead = aheadOf(tx);
        return !ahead.requests.empty() || !ahead.breaches.empty();
    }));
    if (!any) return {};
    return db.write([&](Tx& tx) -> Result<> {
        const Ahead ahead = aheadOf(tx);
        for (const PrivacyRequest& request : ahead.requests)
            countRequest(tx, request, dayOf(lastBefore(tx, request.id.raw())), by);
        for (const PrivacyBreach& breach : ahead.breaches)
            countBreach(tx, breach, lastBefore(tx, breach.id.raw()), by);
        tx.touched(u"privacy"_s);
        return {};
    });
}

} // namespace sanad
