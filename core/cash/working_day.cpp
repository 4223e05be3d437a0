#include "core/cash/working_day.h"

#include "core/cash/day_close_repository.h"

namespace sanad {

WorkingDay::WorkingDay(Tx& tx, int cutOffHour)
    : m_cutOffHour(cutOffHour)
    , m_date(businessDayAt(tx.now(), cutOffHour))
    , m_day(m_date)
{
    const DayCloseRepository closes(tx);
    while (closes.wasClosedAhead(m_day))
        m_day = m_day.addDays(1);
}

bool WorkingDay::isLive(const Shift& shift) const
{
    if (shift.state != ShiftState::Open || shift.businessDay != m_day) return false;
    const QDate opened = businessDayAt(shift.openedAt, m_cutOffHour);
    return opened >= shift.businessDay || opened == m_date;
}

} // namespace sanad
