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
    std::optional<std::int64_t> numberOf(const QDate& day) const; ///< Of its close.
    /// Every account not at zero, as it stood after the last posting of `day`: the newest close up to then,
    /// and what was posted since.
    std::map<AccountRef, Money> balancesAfter(const QDate& day) const;
    /// Days that had shifts and are not closed, oldest first.
    std::vector<QDate> openDays() const;

private:
    Tx& m_tx;
};

} // namespace sanad
