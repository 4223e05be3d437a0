#pragma once

#include "core/cash/shift.h"
#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// All SQL of shifts. Facts are only added; each insert returns the digest of its row for the audit payload.
class ShiftRepository {
public:
    explicit ShiftRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    QString insert(const Shift& shift);
    QString insertMove(std::int64_t id, ShiftId shift, const CashMove& move, const QString& clerk);
    QString insertCount(std::int64_t id, const CountResult& count, const QString& clerk);
    /// `countId` as counted() told it.
    QString insertClose(
        std::int64_t countId, const CountResult& count, const QString& reason, const QString& clerk);
    QString insertSignOff(ShiftId shift, const QString& clerk);

    /// The newest shift of a counter up to a business day, whatever its state; never Waiting, which the clock
    /// decides.
    std::optional<Shift> newest(const QString& counter, const QDate& upTo) const;
    std::optional<Shift> byId(ShiftId shift) const;
    std::vector<Shift> ofDay(const QDate& day) const; ///< In the order of their opening.
    std::vector<Shift> unsettled() const; ///< Not signed off, oldest first.

    struct Counted {
        std::int64_t id = 0;
        CountResult result;
    };
    std::optional<Counted> lastCount(ShiftId shift) const;
    ShiftSummary summary(const Shift& shift) const;

private:
    Tx& m_tx;
};

} // namespace sanad
