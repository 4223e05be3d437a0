#pragma once

#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// A row of the outbox that breaks a promise of sync.
struct SyncBreach {
    QString invariant; ///< `once`, `nothing-stuck` or `private`.
    std::int64_t row = 0; ///< Id in `outbox`.
    QString what; ///< English, no personal data.

    bool operator==(const SyncBreach&) const = default;
};

/// Rows that could never leave, that no answer could reach, or that kept what they should have forgotten; at
/// most 20 of each kind. Needs no data key.
std::vector<SyncBreach> brokenOutboxRows(Tx& tx);

} // namespace sanad
