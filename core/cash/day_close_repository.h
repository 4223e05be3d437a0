#pragma once

#include "core/cash/day_close.h"
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
    /// Whether `day` was closed while the clock stood ahead: work went on at an earlier time than the
    /// close's.
    bool wasClosedAhead(const QDate& day) const;
    /// Days that had shifts and are not closed, oldest first.
    std::vector<QDate> openDays() const;

private:
    Tx& m_tx;
};

} // namespace sanad
