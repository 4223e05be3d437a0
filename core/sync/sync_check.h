#pragma once

#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// A row that breaks a promise of sync.
struct SyncBreach {
    QString invariant; ///< `once`, `nothing-stuck`, `private` or `chain`.
    QString table; ///< `outbox` or `sync_anchor`.
    std::int64_t row = 0;
    QString what; ///< English, no personal data.

    bool operator==(const SyncBreach&) const = default;
};

/// Rows that could never leave, that no answer could reach, or that kept what they should have forgotten, and
/// heads of the audit chain that a portal holds and this desk does not; at most 20 of each kind. Needs no
/// data key.
std::vector<SyncBreach> brokenSyncRows(Tx& tx);

} // namespace sanad
