#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

namespace sanad {

/// The last number of a gap that nobody knows the end of: what was printed after the last backup.
constexpr std::int64_t kOpenEnd = 999'999'999'999'999;

/// A signed document that names numbers lost with a restore. They are never given again, and `verify` takes
/// their absence for no breach.
struct NumberGap {
    std::int64_t id = 0;
    QString series; ///< As written; tickets: `20261122/A`.
    std::int64_t first = 0, last = 0;
    QString reason, declaredAt, declaredBy;
    QByteArray signature;

    bool open() const { return last == kOpenEnd; }
};

/// Signs and stores the gap; its audit line vouches for the row. Throws `vault.locked` before a sign-in.
void declareGap(Tx& tx, const QString& series, std::int64_t first, std::int64_t last, const QString& reason,
    const Actor& by);

/// All of them, by series and first number.
std::vector<NumberGap> numberGaps(Tx& tx);

/// Whether one of `keys` signed the gap.
bool gapHolds(const NumberGap& gap, const std::vector<QByteArray>& keys);

} // namespace sanad
