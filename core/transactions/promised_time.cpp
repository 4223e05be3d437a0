#include "core/transactions/promised_time.h"

#include "core/base/clock.h"
#include "core/base/hijri.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const QTime kOfficesClose(15, 0);

struct Holiday {
    bool hijri;
    int month, firstDay, lastDay;
};

constexpr Holiday kHolidays[] = {
    {false, 1, 11, 11}, // accession of the Sultan
    {false, 11, 20, 21}, // national day
    {true, 1, 1, 1}, // Hijri new year
    {true, 3, 12, 12}, // the Prophet's birthday
    {true, 7, 27, 27}, // Isra'a and Miraj
    {true, 9, 29, 30}, // Eid al-Fitr
    {true, 10, 1, 3}, {true, 12, 9, 12}, // Eid al-Adha
};

bool isHoliday(const QDate& day)
{
    const HijriDate hijri = toHijri(day);
    for (const Holiday& holiday : kHolidays) {
        const int month = holiday.hijri ? hijri.month : day.month();
        const int number = holiday.hijri ? hijri.day : day.day();
        if (month == holiday.month && number >= holiday.firstDay && number <= holiday.lastDay) return true;
    }
    return false;
}

} // namespace

bool isWorkingDay(const QDate& day)
{
    if (day.dayOfWeek() == Qt::Friday || day.dayOfWeek() == Qt::Saturday) return false;
    // The calendar computation is dear beside the rest of a visit, and the days asked about are few.
    thread_local QHash<qint64, bool> known;
    const auto found = known.constFind(day.toJulianDay());
    if (found != known.cend()) return *found;
    return *known.insert(day.toJulianDay(), !isHoliday(day));
}

QDateTime promisedTime(const ProcessingTime& processing, const QDateTime& from)
{
    if (processing.amount <= 0) return {};
    if (processing.unit == "minutes"_L1) return from.addSecs(60LL * processing.amount);
    if (processing.unit == "hours"_L1) return from.addSecs(3600LL * processing.amount);
    if (processing.unit == "days"_L1) return from.addDays(processing.amount);
    if (processing.unit != "working_days"_L1) return {};
    QDate day = from.toTimeZone(centreZone()).date();
    for (int left = processing.amount; left > 0;) {
        day = day.addDays(1);
        if (isWorkingDay(day)) --left;
    }
    return QDateTime(day, kOfficesClose, centreZone()).toUTC();
}

} // namespace sanad
