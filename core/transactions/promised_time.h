#pragma once

#include "core/catalogue/service_item.h"

#include <QDateTime>

namespace sanad {

/// False on Friday, Saturday and the public holidays of `domain/holidays.json` (Umm al-Qura for the Hijri
/// ones, so a day off now and then; the agency's own word counts in the end).
bool isWorkingDay(const QDate& day);

/// When work begun at `from` (UTC) is promised, UTC; working days end at 15:00 local time. Invalid when the
/// service publishes no time.
QDateTime promisedTime(const ProcessingTime& processing, const QDateTime& from);

} // namespace sanad
