#include "ui/text/format.h"

#include "core/base/clock.h"
#include "core/base/hijri.h"
#include "core/base/isolates.h"

using namespace Qt::StringLiterals;

namespace sanad {

QString amountText(Money amount)
{
    return amount.text(true);
}

QString moneyText(Money amount, Language language)
{
    if (language == Language::English) return u"OMR "_s + amountText(amount);
    return isolateRtl(isolateLtr(amountText(amount)) + u" ر.ع."_s);
}

QString numberText(std::int64_t number)
{
    QString digits = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype i = digits.size() - 3; i > first; i -= 3)
        digits.insert(i, u',');
    return digits;
}

QString percentText(std::int64_t thousandths)
{
    const std::int64_t tenths = (thousandths < 0 ? thousandths - 50 : thousandths + 50) / 100;
    const std::int64_t whole = tenths / 10;
    const QString sign = tenths < 0 ? u"-"_s : QString();
    return u"%1%2.%3%"_s.arg(sign, QString::number(qAbs(whole)), QString::number(qAbs(tenths % 10)));
}

QString dateText(const QDate& day)
{
    return day.isValid() ? day.toString(u"dd/MM/yyyy"_s) : QString();
}

QString timeText(const QDateTime& utc)
{
    return utc.isValid() ? utc.toTimeZone(centreZone()).toString(u"HH:mm"_s) : QString();
}

QString dateTimeText(const QDateTime& utc)
{
    return utc.isValid() ? utc.toTimeZone(centreZone()).toString(u"dd/MM/yyyy HH:mm"_s) : QString();
}

QString hijriText(const QDate& day, int offset, Language language)
{
    const HijriDate date = toHijri(day, offset);
    return language == Language::Arabic ? hijriTextAr(date) : hijriTextEn(date);
}

QString shortHijriText(const QDate& day, int offset, Language language)
{
    const HijriDate date = toHijri(day, offset);
    if (!date.isValid()) return {};
    const QString digits =
        u"%1/%2/%3"_s.arg(date.day, 2, 10, QChar(u'0')).arg(date.month, 2, 10, QChar(u'0')).arg(date.year);
    return isolateLtr(digits) + (language == Language::Arabic ? u" هـ"_s : u" AH"_s);
}

QString weekdayText(const QDate& day, Language language)
{
    static const QString arabic[] = {
        u"الاثنين"_s, u"الثلاثاء"_s, u"الأربعاء"_s, u"الخميس"_s, u"الجمعة"_s, u"السبت"_s, u"الأحد"_s};
    static const QString english[] = {
        u"Monday"_s, u"Tuesday"_s, u"Wednesday"_s, u"Thursday"_s, u"Friday"_s, u"Saturday"_s, u"Sunday"_s};
    if (!day.isValid()) return {};
    return (language == Language::Arabic ? arabic : english)[day.dayOfWeek() - 1];
}

} // namespace sanad
