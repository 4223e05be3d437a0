#include "core/visits/visit_counter.h"

#include "core/cash/working_day.h"
#include "core/settings/settings_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QStringList activeCounters(const SettingsRepository& settings)
{
    QStringList codes;
    for (const Counter& counter : settings.counters())
        if (counter.active) codes << counter.code;
    return codes;
}

/// Those of `counters` whose drawer is the actor's now.
QStringList withShiftOf(Tx& tx, const QStringList& counters, int cutOffHour, const Actor& by)
{
    QStringList codes;
    WorkingDay today(tx, cutOffHour);
    for (const QString& counter : counters)
        if (const auto shift = today.newestShift(counter);
            shift && shift->staff == by.staff() && today.isLive(*shift))
            codes << counter;
    return codes;
}

} // namespace

Result<QString> counterOf(Tx& tx, const Visit& visit, const Actor& by)
{
    const SettingsRepository settings(tx);
    const QString named = visit.counter.isEmpty() ? by.counter() : visit.counter;
    if (!named.isEmpty() && settings.hasCounter(named)) return named;
    const QStringList known = activeCounters(settings);
    const QString list = known.join(u", "_s);
    if (!named.isEmpty()) return Error{ErrorCode::NotFound, u"visit.no-counter"_s, {named, list}, {}};
    if (known.size() == 1) return known.front();
    const QStringList own = withShiftOf(tx, known, settings.centre().cutOffHour, by);
    if (own.size() == 1) return own.front();
    return Error{ErrorCode::Invalid, u"visit.counter-missing"_s, {list}, {}};
}

} // namespace sanad
