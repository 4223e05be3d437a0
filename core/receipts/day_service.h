#pragma once

#include "core/base/actor.h"
#include "core/cash/day_close.h"
#include "core/storage/database.h"

#include <optional>

namespace sanad {

/// Closes business days, oldest first. A closed day takes no more shifts and receipts; corrections are
/// documents of a later day.
class DayService {
public:
    explicit DayService(Database& db)
        : m_db(db)
    {
    }

    /// Recomputes the day from its receipts, which must equal the roll-up, then numbers and signs it.
    /// Errors: Conflict `cash.day-closed`, `cash.day-empty`, `cash.older-day-open` (arg: day),
    /// `cash.shift-not-signed` (args: counter, clerk), `cash.day-not-over` (arg: day, a day to come);
    /// Internal `cash.rollup-differs`.
    Result<DayClose> close(const QDate& day, const Actor& by);

    Result<std::optional<DayClose>> find(const QDate& day, const Actor& by);
    /// Days with shifts that are not closed, oldest first.
    Result<std::vector<QDate>> openDays(const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
