#include "core/cash/working_day.h"

#include "core/cash/day_close_repository.h"
#include "core/cash/shift_repository.h"
#include "core/settings/settings_repository.h"

namespace sanad {

WorkingDay::WorkingDay(Tx& tx, int cutOffHour)
    : m_tx(tx)
    , m_cutOffHour(cutOffHour)
    , m_date(businessDayAt(tx.now(), cutOffHour))
{
}

QDate WorkingDay::day()
{
    if (m_day.isValid()) return m_day;
    const DayCloseRepository closes(m_tx);
    const auto begins = [&] { return QDateTime(m_day, QTime(m_cutOffHour, 0), centreZone()).toUTC(); };
    m_day = m_date;
    while (closes.wasClosedBefore(m_day, begins()))
        m_day = m_day.addDays(1);
    return m_day;
}

std::optional<Shift> WorkingDay::newestShift(const QString& counter)
{
    const ShiftRepository shifts(m_tx);
    auto newest = shifts.newest(counter, m_date);
    if ((newest && isLive(*newest)) || day() == m_date) return newest;
    return shifts.newest(counter, m_day);
}

bool WorkingDay::covers(const Shift& shift)
{
    const QDate opened = businessDayAt(shift.openedAt, m_cutOffHour);
    // A day that has an open shift is not closed, and no other is to be worked for.
    const bool ofDate = shift.state == ShiftState::Open ? shift.businessDay == m_date : day() == m_date;
    if (ofDate) return shift.businessDay == m_date && opened >= m_date;
    return shift.businessDay == day() && opened == m_date;
}

QDate workingDay(Tx& tx)
{
    return WorkingDay(tx, SettingsRepository(tx).centre().cutOffHour).day();
}

} // namespace sanad
