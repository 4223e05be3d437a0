#include "core/base/clock.h"

using namespace Qt::StringLiterals;

namespace sanad {

Clock systemClock()
{
    return [] { return QDateTime::currentDateTimeUtc(); };
}

QTimeZone centreZone()
{
    static const QTimeZone zone(4 * 3600);
    return zone;
}

QString storedTime(const QDateTime& utc)
{
    return utc.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime fromStoredTime(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

int businessDayNumber(const QDate& day)
{
    return day.year() * 10000 + day.month() * 100 + day.day();
}

QDate businessDayFrom(int number)
{
    return QDate(number / 10000, number / 100 % 100, number % 100);
}

QDate businessDayAt(const QDateTime& utc, int cutOffHour)
{
    return utc.addSecs(-3600LL * cutOffHour).toTimeZone(centreZone()).date();
}

} // namespace sanad
