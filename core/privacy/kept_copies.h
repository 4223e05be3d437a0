#pragma once

#include "core/base/approval.h"
#include "core/storage/database.h"

#include <QStringList>

namespace sanad {

/// Between the name of a data folder and the time, in the name of what a restore kept of the centre that it
/// replaced.
extern const QString kKeptByRestore;
/// The same of a centre that a restore was putting together; one that was killed leaves it.
extern const QString kUnfinishedRestore;

/// A whole centre beside the data, which opens with the keys of its time. An erasure does not reach into it.
struct KeptCopy {
    QString folder;
    /// Somebody who was erased here since is in it still, or it cannot be looked into.
    bool holdsErased = false;

    bool operator==(const KeptCopy&) const = default;
};

/// What restores left beside this folder, by name.
QStringList keptFolders(const DataLocation& location);
/// The same, each looked into for those whom the data says were erased.
std::vector<KeptCopy> keptCopies(Tx& tx, const DataLocation& location);
/// The folders of those that hold somebody who was erased, as a warning: Conflict `privacy.kept-copy` (arg:
/// the folders); nothing where there is none.
std::optional<Error> keptCopyWarning(const std::vector<KeptCopy>& copies);
/// Both in one, for a program that starts or ends its work.
Result<std::optional<Error>> keptCopyWarning(Database& db);

/// What a second person consents to before a kept copy is removed.
ApprovedAct removeKeptCopyAct(const QString& folder);
/// Overwrites and removes what a restore left, and nothing else. Needs Permission::ManageBackups and a second
/// person who may approve acts. Errors: NotFound `privacy.no-kept-copy` (arg: the folder); those of
/// useApproval(); Unreachable `storage.in-use` (args: the program, its number), `privacy.kept-copy-left`
/// (arg: the folder): the audit line stands, and so does a part of the folder.
Result<> removeKeptCopy(Database& db, const QString& folder, const Approval& approval, const Actor& by);

} // namespace sanad
