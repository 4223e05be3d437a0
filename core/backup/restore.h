#pragma once

#include "core/backup/backup_job.h"
#include "core/backup/replaced_centre.h"
#include "core/base/approval.h"
#include "core/ledger/number_gaps.h"

#include <QJsonObject>

namespace sanad {

/// The consent of two people to put a backup in the place of a centre that works.
struct RestoreGrant {
    Actor by;
    ApprovedAct act; ///< Names the backup.
    QJsonObject approval; ///< For the audit line of the restored centre.
    QString centre;
    Vault vault;
    GivenApproval consent; ///< For the restored centre to keep.
};

/// What a second person consents to before a working centre is replaced by this backup.
ApprovedAct restoreAct(const BackupHeader& backup);

/// Asked in the running centre, which keeps an audit line of it; close its database afterwards. Whoever may
/// approve acts (Permission::ApproveActs) can be the second person, so that one owner is enough.
/// Errors: Denied (gate, approval, `vault.locked`).
Result<RestoreGrant> grantRestore(
    Database& running, const BackupHeader& backup, const Approval& approval, const Actor& by);

/// What opens a backup that is to take a working centre's place: today's data key; or, where it is older than
/// a change of that key, what was given at its time: the recovery code, or an owner's name and password.
/// Errors: Denied `backup.older-key` (`secret` is empty and today's key does not open it),
/// `backup.wrong-key`, `vault.locked`; those of reading the file.
Result<Vault> backupKey(
    Database& running, const QString& file, const QString& user, const QString& secret, const Actor& by);

/// Why a backup may not be the newest state that is known outside the data.
struct LaterState {
    std::int64_t lines =
        0; ///< Audit lines after the backup's last one; 0 where only a newer backup lies beside it.
    QDateTime at; ///< Of the later state.
    QString untrusted; ///< Nothing is known to be later, and what is remembered in this folder is not to be
                       ///< trusted.
};
/// Looks at the heads remembered beside the data and beside the backup, and at the other backups there.
std::optional<LaterState> laterState(
    const QString& file, const BackupHeader& header, const QString& dataFolder);

struct RestoreRequest {
    QString file;
    /// A folder that is new or empty, holds a centre that does not open any more, or, with a grant, a running
    /// one, which is kept beside it. Or an empty database on a server, with the folder for its scans.
    DataLocation target;
    Vault vault; ///< Of unlockHeader(), or the grant's.
    std::optional<RestoreGrant> grant;
    bool acceptOlder = false; ///< Somebody has read what laterState() says.
    Clock clock = systemClock();
    /// Runs in the restored centre's own transaction, before anybody can open it: what has to be erased
    /// again.
    std::function<Result<>(Tx&)> afterRestore;
};

struct RestoreOutcome {
    BackupHeader header;
    qint64 files = 0;
    QString keptAside; ///< The folder that was there before; empty without one.
    std::vector<NumberGap> gaps; ///< Numbers that are declared lost.
    QStringList disabledAgain; ///< Users who were disabled in the centre that was replaced.
};

/// Restores beside the target, checks every promise, restarts the numbers with signed gaps, and only then
/// takes the target's place: at every moment the target is wholly the old or wholly the new. Errors: those of
/// checkBackup(); Conflict `backup.older-than-known` (args: lines, time), `backup.newer-beside` (arg: time),
/// `backup.heads-untrusted` (arg: the folder),
/// `backup.target-not-empty`, `backup.other-centre`, `backup.not-sound` (arg: first breach); Denied
/// `backup.needs-approval`; those of storage.
Result<RestoreOutcome> restoreBackup(const RestoreRequest& request, const BackupProgress& progress = {});

} // namespace sanad
