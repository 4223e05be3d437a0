#include "core/backup/keep_rule.h"

namespace sanad {

namespace {

/// Counts the newest of each period until it has as many as are kept.
class Periods {
public:
    explicit Periods(int most)
        : m_left(most)
    {
    }
    bool keeps(int period)
    {
        if (m_left == 0 || period == m_last) return false;
        m_last = period;
        --m_left;
        return true;
    }

private:
    int m_left;
    int m_last = -1;
};

int weekOf(const QDate& day)
{
    int year = 0;
    const int week = day.weekNumber(&year);
    return year * 100 + week;
}

} // namespace

std::vector<std::size_t> notKept(const std::vector<QDate>& made, const KeepRule& rule)
{
    Periods days(rule.days), weeks(rule.weeks), months(rule.months);
    std::vector<std::size_t> gone;
    for (std::size_t i = 0; i < made.size(); ++i) {
        const QDate& day = made[i];
        // Each asks, so that a backup kept for its day also is the one of its week.
        const bool forDay = days.keeps(static_cast<int>(day.toJulianDay()));
        const bool forWeek = weeks.keeps(weekOf(day));
        const bool forMonth = months.keeps(day.year() * 12 + day.month());
        if (!forDay && !forWeek && !forMonth && i > 0) gone.push_back(i);
    }
    return gone;
}

} // namespace sanad
