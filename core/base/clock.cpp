#include "core/base/clock.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// `2026-03-04T05:06:07.089Z`: Qt's own ISO text of a UTC time to the millisecond. A visit writes and reads a
/// dozen of them, and Qt goes through printf for each.
constexpr qsizetype kStoredLength = 24;

void putDigits(QChar* end, int number, int count)
{
    for (; count > 0; --count, number /= 10)
        *--end = QChar(static_cast<char16_t>(u'0' + number % 10));
}

/// The number in `count` digits at `at`; -1 when one of them is none.
int digitsAt(QStringView text, qsizetype at, int count)
{
    int number = 0;
    for (const QChar c : text.sliced(at, count)) {
        if (c < u'0' || c > u'9') return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

bool hasStoredShape(QStringView text)
{
    return text.size() == kStoredLength && text[4] == u'-' && text[7] == u'-' && text[10] == u'T' &&
        text[13] == u':' && text[16] == u':' && text[19] == u'.' && text[23] == u'Z';
}

} // namespace

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
    // A transaction stores the same instant over and over.
    thread_local qint64 lastMoment = std::numeric_limits<qint64>::min();
    thread_local QString lastText;
    const qint64 milliseconds = utc.isValid() ? utc.toMSecsSinceEpoch() : 0;
    if (utc.isValid() && milliseconds == lastMoment) return lastText;
    const QDateTime moment = utc.toUTC();
    const QDate day = moment.date();
    if (!moment.isValid() || day.year() < 0 || day.year() > 9999) return moment.toString(Qt::ISODateWithMs);
    const QTime time = moment.time();
    QString text = u"0000-00-00T00:00:00.000Z"_s;
    QChar* at = text.data();
    putDigits(at + 4, day.year(), 4);
    putDigits(at + 7, day.month(), 2);
    putDigits(at + 10, day.day(), 2);
    putDigits(at + 13, time.hour(), 2);
    putDigits(at + 16, time.minute(), 2);
    putDigits(at + 19, time.second(), 2);
    putDigits(at + 23, time.msec(), 3);
    lastMoment = milliseconds;
    lastText = text;
    return text;
}

QDateTime fromStoredTime(const QString& text)
{
    if (hasStoredShape(text)) {
        const QDate day(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2));
        const QTime time(
            digitsAt(text, 11, 2), digitsAt(text, 14, 2), digitsAt(text, 17, 2), digitsAt(text, 20, 3));
        if (day.isValid() && time.isValid()) return QDateTime(day, time, Qt::UTC);
    }
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
