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

    QDate day(); ///< Asks the closes, once.
    /// The newest shift of the counter up to that day, live or not. Asks no closes where it is live by the
    /// date.
    std::optional<Shift> newestShift(const QString& counter);
    /// Whether the shift, whatever its state, is of this day and no cut-off hour has passed since it opened.
    bool covers(const Shift& shift);
    /// Whether acts at its counter are still its own.
    bool isLive(const Shift& shift) { return shift.state == ShiftState::Open && covers(shift); }

private:
    Tx& m_tx;
    int m_cutOffHour;
    QDate m_date;
    QDate m_day; // not valid until it is asked for
};

/// WorkingDay::day() by the centre's cut-off hour.
QDate workingDay(Tx& tx);

} // namespace sanad
