#pragma once

#include "core/cash/day_close.h"
#include "core/ledger/ledger.h"
#include "core/storage/database.h"

#include <optional>
#include <vector>

namespace sanad {

/// Balances of accounts that rest on what was signed.
struct SignedBalances {
    DayId close; ///< Null without one: then they rest on the roll-up alone.
    QDate closed;
    std::map<AccountRef, Money> balances; ///< Of those not at zero.
};

/// Those of accounts that this program knows.
std::map<AccountRef, Money> balancesOf(const DayTotals& totals);

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
    /// What the newest close up to `day` says, and what the roll-up says of the days since.
    /// Ledger::balancesAfter() knows what was posted after that close to days before it, this does not; it
    /// does not grow with the years.
    SignedBalances signedUpTo(const QDate& day) const;
    /// Whether days up to `day`, the close's own, took postings once it was made: work of days before it,
    /// where the clock stood ahead. Reads all that was posted since.
    bool isBehind(const QDate& day, DayId close) const;
    /// Whether `day` is closed and work went on after that at a time before `time`, or somebody confirmed
    /// after it, at a time before it, that the clock is right.
    bool wasClosedBefore(const QDate& day, const QDateTime& time) const;
    /// Days that had shifts and are not closed, oldest first.
    std::vector<QDate> openDays() const;

private:
    Tx& m_tx;
};

} // namespace sanad
