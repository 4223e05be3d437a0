#pragma once

#include "core/cash/shift.h"
#include "core/storage/database.h"

namespace sanad {

/// The day that acts at a counter count for now. That is the business day of the date; where that one was
/// closed while the clock stood ahead, the next day that is not closed: what is signed stays, and work goes
/// on.
class WorkingDay {
public:
    WorkingDay(Tx& tx, int cutOffHour);

    const QDate& day() const { return m_day; }
    /// Whether acts at the shift's counter are still its own: it is open, of this day, and no cut-off hour
    /// has passed since.
    bool isLive(const Shift& shift) const;

private:
    int m_cutOffHour;
    QDate m_date, m_day;
};

} // namespace sanad
