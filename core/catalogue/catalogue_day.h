#pragma once

#include "core/base/clock.h"

namespace sanad {

/// The day by which the catalogue is asked: services, fees and forms change at midnight at the centre
/// (`design.md` 3), whatever the cut-off hour of its business day.
inline QDate catalogueDay(const QDateTime& utc)
{
    return businessDayAt(utc, 0);
}

} // namespace sanad
