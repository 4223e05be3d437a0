#pragma once

#include <QDate>
#include <QString>

namespace sanad {

constexpr int kMaxHijriOffset = 2;

/// A day of the Umm al-Qura calendar. For display only: deadlines and storage are Gregorian.
struct HijriDate {
    int year = 0;
    int month = 0; ///< 1 Muharram … 12 Dhu al-Hijjah.
    int day = 0;

    bool isValid() const { return month > 0; }
    bool operator==(const HijriDate&) const = default;
};

/// The Hijri date of `day`. `offset` is the centre's, −2…+2 days (moon sightings differ from the table);
/// values outside count as the nearest one inside. Invalid for an invalid date.
HijriDate toHijri(const QDate& day, int offset = 0);

QString hijriMonthAr(int month);
QString hijriMonthEn(int month);

/// "1 جمادى الآخرة 1448 هـ", "1 Jumada al-Akhirah 1448 AH". Empty when invalid.
QString hijriTextAr(const HijriDate& date);
QString hijriTextEn(const HijriDate& date);

} // namespace sanad
