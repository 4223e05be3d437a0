#pragma once

#include "core/heads/known_heads.h"
#include "core/storage/database.h"

namespace sanad {

/// Remembers the end of the audit chain as it is now beside the data and in the folder of the backups. Called
/// by each act after which nothing before it may go missing unseen, whichever program does it: the close of a
/// day, a batch that a portal took, a change of the data key, an erasure, an export for the inspector. The
/// act is done whether or not a folder can be written; the next one tells.
void raiseHeads(Database& db);

/// The end of the chain as it stands in this transaction.
SignedHead headHere(Tx& tx);
/// Leaves `head` in each folder, unless what is remembered there is a fault that nobody has looked at yet, or
/// betrays an old copy that was put back: a head that is known and is not in the trail.
void leaveHead(Tx& tx, const DataLocation& location, const SignedHead& head, const QStringList& folders);

} // namespace sanad
