#include "core/base/hijri.h"

#include <unicode/ucal.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

struct CloseCalendar {
    void operator()(UCalendar* calendar) const { ucal_close(calendar); }
};

UCalendar* ummAlQura()
{
    thread_local const std::unique_ptr<UCalendar, CloseCalendar> calendar([] {
        UErrorCode status = U_ZERO_ERROR;
        const UChar zone[] = u"UTC";
        return ucal_open(zone, -1, "en@calendar=islamic-umalqura", UCAL_DEFAULT, &status);
    }());
    return calendar.get();
}

constexpr std::array<QStringView, 12> kMonthsAr{u"محرم", u"صفر", u"ربيع الأول", u"ربيع الآخر",
    u"جمادى الأولى", u"جمادى الآخرة", u"رجب", u"شعبان", u"رمضان", u"شوال", u"ذو القعدة", u"ذو الحجة"};
constexpr std::array<QStringView, 12> kMonthsEn{u"Muharram", u"Safar", u"Rabi al-Awwal", u"Rabi al-Akhir",
    u"Jumada al-Ula", u"Jumada al-Akhirah", u"Rajab", u"Shaban", u"Ramadan", u"Shawwal", u"Dhu al-Qadah",
    u"Dhu al-Hijjah"};

QString monthName(const std::array<QStringView, 12>& names, int month)
{
    return month >= 1 && month <= 12 ? names[static_cast<std::size_t>(month - 1)].toString() : QString();
}

} // namespace

HijriDate toHijri(const QDate& day, int offset)
{
    UCalendar* calendar = ummAlQura();
    if (!day.isValid() || !calendar) return {};
    const QDate shifted = day.addDays(std::clamp(offset, -kMaxHijriOffset, kMaxHijriOffset));
    UErrorCode status = U_ZERO_ERROR;
    ucal_setMillis(calendar, static_cast<double>((shifted.toJulianDay() - 2'440'588) * 86'400'000), &status);
    const HijriDate date{ucal_get(calendar, UCAL_YEAR, &status), ucal_get(calendar, UCAL_MONTH, &status) + 1,
        ucal_get(calendar, UCAL_DATE, &status)};
    return U_SUCCESS(status) ? date : HijriDate{};
}

QString hijriMonthAr(int month)
{
    return monthName(kMonthsAr, month);
}
QString hijriMonthEn(int month)
{
    return monthName(kMonthsEn, month);
}

QString hijriTextAr(const HijriDate& date)
{
    if (!date.isValid()) return {};
    return u"%1 %2 %3 هـ"_s.arg(date.day).arg(hijriMonthAr(date.month)).arg(date.year);
}

QString hijriTextEn(const HijriDate& date)
{
    if (!date.isValid()) return {};
    return u"%1 %2 %3 AH"_s.arg(date.day).arg(hijriMonthEn(date.month)).arg(date.year);
}

} // namespace sanad
