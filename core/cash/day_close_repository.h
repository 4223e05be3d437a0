#pragma once

#include "core/cash/day_close.h"
#include "core/ledger/ledger.h"
#include "core/storage/database.h"

#include <optional>
#include <vector>

namespace sanad {

/// All SQL of day closes.
class DayCloseRepository {
public:
    explicit DayCloseRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    void insert(const DayClose& close);
    std::optional<DayClose> find(const QDate& day) const;
    std::optional<DayClose> find(DayId id) const;
    /// Every account not at zero, as it stood after the last posting of `day`: what the newest close up to
    /// then says, and what the roll-up says of the days since.
    std::map<AccountRef, Money> balancesAfter(const QDate& day) const;
    /// Whether `day` is closed and work went on after that at a time before `time`.
    bool wasClosedBefore(const QDate& day, const QDateTime& time) const;
    /// Days that had shifts and are not closed, oldest first.
    std::vector<QDate> openDays() const;

private:
    Tx& m_tx;
};

} // namespace sanad
