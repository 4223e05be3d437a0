#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <functional>

namespace sanad {

/// The clock that services are given, so that tests can set it. Returns UTC.
using Clock = std::function<QDateTime()>;

/// The machine's clock, in UTC with milliseconds.
Clock systemClock();

/// The centre's zone: Asia/Muscat, UTC+4 without daylight saving (`domain/kpis.md` 4).
QTimeZone centreZone();

/// How the desk stores an instant: `2026-11-21T08:30:00.000Z`.
QString storedTime(const QDateTime& utc);
QDateTime fromStoredTime(const QString& text);

/// A business day as the integer yyyymmdd, the form in every table.
int businessDayNumber(const QDate& day);
QDate businessDayFrom(int number);

/// The local date at `utc` in the centre's zone; before `cutOffHour` it is still the day before.
QDate businessDayAt(const QDateTime& utc, int cutOffHour);

} // namespace sanad
