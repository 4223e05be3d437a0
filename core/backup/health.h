#pragma once

#include "core/audit/audit_trail.h"
#include "core/backup/backup_repository.h"
#include "core/base/actor.h"
#include "core/verify/verify.h"

namespace sanad {

/// The quick check of a start: the guards of every table of facts are there, people and roles are as
/// the last acts left them, the audit chain ends where its
/// head says, and not before the newest head that is known outside the data, which is this centre's own (else
/// the place is kHeadsFile and the folder). Milliseconds, whatever the size.
/// Needs nobody signed in.
Result<std::vector<Breach>> startupCheck(Database& db);

/// All that verifyCentre() checks, and that the heads known outside the data are in it: those that are
/// remembered beside it and on the stick, and `knownHeads`, from a printed Z for example, whose hash may be
/// its beginning. Needs nobody signed in.
Result<std::vector<Breach>> fullCheck(
    Database& db, const QStringList& knownKeys = {}, const std::vector<AuditTrail::Head>& knownHeads = {});

/// Keeps what fullCheck() found in the night, to be seen beside the backups. Needs nobody signed in.
Result<> recordFullCheck(Database& db, const std::vector<Breach>& found);

/// What helps against what was found.
enum class Remedy {
    None,
    LookOutside, ///< Only what is remembered outside the data is off: BackupService::renewHeads().
    Rebuild, ///< Only what is derived from other rows is off: rebuildDerived().
    Papers, ///< Only files of papers are off: they are put back, or giveUpLostPapers().
    Restore, ///< The newest verified backup.
};
Remedy remedyFor(const std::vector<Breach>& found);

/// Makes anew everything that is derived from other rows: the search index of names, the roll-ups of days and
/// of the ledger, the balances of accounts. Facts are not touched. Errors: Denied.
Result<> rebuildDerived(Database& db, const Actor& by);

/// Gives up the papers whose files are gone or damaged, as DocumentService::remove() does, where nothing else
/// is off (Remedy::Papers). For somebody who has looked for the files. Checks everything before. Returns how
/// many. Errors: Denied.
Result<int> giveUpLostPapers(Database& db, const Actor& by);

} // namespace sanad
