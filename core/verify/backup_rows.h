#pragma once

#include "core/audit/vouched_rows.h"

namespace sanad {

/// What core/backup, which builds on this slice, keeps of backups and of full checks: how old the newest
/// good backup is, and what the night found.
inline constexpr VouchedTable kBackupRows{
    .name = "backup_run",
    .columns = "id, branch_id, name, bytes, created_at, chain_number, chain_hash, files, verified_at, "
               "removed_at",
    .types = "iititibitt",
};

inline constexpr VouchedTable kFullCheckRows{
    .name = "full_check",
    .columns = "id, branch_id, at, breaches, first",
    .types = "iitit",
};

} // namespace sanad
