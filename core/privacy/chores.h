#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

#include <optional>

namespace sanad {

/// What privacy asks for without a person: at night, when the desk idles, and from the command line.
struct PrivacyChores {
    int files = 0; ///< Removed because their time was over, or because nothing belonged to them.
    /// What a restore kept and somebody who was erased is in still: keptCopyWarning().
    std::optional<Error> keptCopy;
    /// Why nothing was removed for its age: Conflict `privacy.clock-ahead` (args: the clock, the newest
    /// receipt).
    std::optional<Error> clock;
    bool compacted = false; ///< An erasure was made up for that could not leave the file clean.
};

/// Purges until nothing is due, wipes what killed backups left (discardAbandonedCopies()), and counts
/// deadlines anew that were taken while the clock stood ahead. Needs Permission::HandleDocuments. Errors:
/// those of the purge and of Database::compact().
Result<PrivacyChores> doPrivacyChores(Database& db, const Actor& by);

} // namespace sanad
