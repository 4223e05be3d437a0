#pragma once

#include "core/backup/backup_job.h"
#include "core/backup/keep_rule.h"
#include "core/base/actor.h"
#include "core/heads/head_faults.h"
#include "core/privacy/kept_copies.h"

namespace sanad {

/// How the centre stands with its backups: what the top strip and `backup list` show.
struct BackupState {
    QString folder; ///< Where automatic ones go; empty until chosen.
    bool reachable = false; ///< The folder is there now.
    std::vector<BackupRun> runs; ///< Newest first.
    std::optional<FullCheck> lastCheck;
    std::vector<HeadFault> headFaults; ///< renewHeads() mends them.
    std::vector<KeptCopy> keptCopies; ///< What restores left beside the data; removeKeptCopy().
    QDateTime now;

    /// When the newest one that passed a test restore was made; invalid without one.
    QDateTime lastGood() const;
    /// Hours since; nothing without one.
    std::optional<qint64> ageHours() const;
};

/// What a person can do about backups. The programs make them by themselves through the same calls, into the
/// folder that was chosen: that, the state and the rule need Permission::RunSync alone, all else
/// Permission::ManageBackups.
class BackupService {
public:
    explicit BackupService(Database& database, DiskProbe disks = diskSpace)
        : m_db(database)
        , m_disks(std::move(disks))
    {
    }

    /// Where automatic backups go: another disk or a stick. Errors: Unreachable `backup.no-folder` (arg);
    /// Invalid `backup.same-folder` (within the data's own folder).
    Result<> setFolder(const QString& folder, const Actor& by);
    Result<BackupState> state(const Actor& by);

    /// A job for another thread. `folder` empty: the automatic one. Errors: Conflict `backup.no-folder-set`;
    /// as setFolder(); Denied `vault.locked`.
    Result<BackupJob> prepare(const QString& folder, const Actor& by);
    /// Notes what a job made, with its audit line, and the head that it holds. Errors: Conflict
    /// `backup.no-list` (arg: the folder): it is noted, and must not count before the list of erasures beside
    /// it is whole.
    Result<> record(const BackupFile& made, const Actor& by);
    /// prepare(), the job, record().
    Result<BackupFile> create(const QString& folder, const Actor& by, const BackupProgress& progress = {});

    /// A test restore; a good one is noted. Errors: those of checkBackup().
    Result<BackupCheck> check(const QString& file, const Actor& by, const BackupProgress& progress = {});
    Result<> recordCheck(const QString& file, const BackupCheck& check, const Actor& by);

    /// Remembers the end of the audit chain beside the data and beside the backups, where an old copy in the
    /// place of the data cannot take it back: after a day close, after an acknowledgement, and now and then.
    /// What headFaults() names is left for renewHeads().
    Result<> noteHead(const Actor& by);
    /// Somebody has looked why what is remembered outside is damaged or gone: it is written anew there, with
    /// an audit line. A head that is signed stays. Returns the folders. Errors: Unreachable
    /// `backup.heads-cannot-write` (arg: the folder): the audit line stands, the head outside does not.
    Result<QStringList> renewHeads(const Actor& by);

    /// Removes what the rule keeps no longer from the automatic folder. Only verified backups of this centre
    /// count and are ever removed. Returns how many went.
    Result<int> applyRule(const Actor& by, const KeepRule& rule = {});

private:
    Database& m_db;
    DiskProbe m_disks;
};

} // namespace sanad
