#pragma once

#include "core/base/money.h"
#include "ui/text/language.h"

#include <QDateTime>

namespace sanad {

/// How amounts, dates and numbers are written for people (rules: ASCII digits, always three decimals, minus
/// before the number, no locale's own ideas). Arabic results carry isolates, so that they stay whole in any
/// sentence; plain forms are for cells and fields that are left-to-right anyway.

/// "-1,234.500": grouped. The minus is the ASCII one: the bundled fonts have it and every sheet reads it
/// back.
QString amountText(Money amount);
/// "12.500 ر.ع." or "OMR 12.500".
QString moneyText(Money amount, Language language);
/// "1,234"
QString numberText(std::int64_t number);
/// "23.4%", from thousandths of a per cent.
QString percentText(std::int64_t thousandths);

/// "21/11/2026"
QString dateText(const QDate& day);
/// "14:05" in the centre's zone.
QString timeText(const QDateTime& utc);
/// "21/11/2026 14:05" in the centre's zone.
QString dateTimeText(const QDateTime& utc);
/// "1 جمادى الآخرة 1448 هـ" or "1 Jumada al-Akhirah 1448 AH"; `offset` is the centre's, −2…+2 days.
QString hijriText(const QDate& day, int offset, Language language);
/// "13/06/1448 هـ", "13/06/1448 AH": where the name of the month has no room.
QString shortHijriText(const QDate& day, int offset, Language language);
/// "السبت", "Saturday"
QString weekdayText(const QDate& day, Language language);

} // namespace sanad
