#pragma once

#include "core/backup/backup_file.h"
#include "core/backup/backup_repository.h"
#include "core/backup/disk_room.h"
#include "core/verify/verify.h"

namespace sanad {

/// What is known of one backup file.
struct BackupFile {
    QString path;
    qint64 bytes = 0;
    BackupHeader header;
    qint64 files = 0; ///< Scans in it.
    qint64 missing = 0; ///< Scans that the data names and that were not there.
};

/// Making a backup, cut off from the database's thread: it reads through a connection of its own, so the one
/// who writes goes on meanwhile.
struct BackupJob {
    DataLocation from;
    QString folder; ///< Where the file goes.
    Vault vault;
    Clock clock;
    qint64 databaseBytes = 0; ///< BackupRepository::databaseBytes().
    DiskProbe disks = diskSpace;

    /// May run on any thread. `here` is read instead where there is no file to copy (a server, memory) and no
    /// other connection is wanted; it must live on this thread.
    /// Errors: those of roomForBackup(), before anything is written; Unreachable `backup.cannot-write`,
    /// `backup.no-folder` (arg), `file.unreadable`; Conflict `backup.stopped`; those of opening.
    Result<BackupFile> run(const BackupProgress& progress, Database* here = nullptr) const;
};

/// What a test restore found.
struct BackupCheck {
    BackupHeader header;
    qint64 bytes = 0;
    qint64 files = 0;
    std::vector<Breach> breaches;

    bool good() const { return breaches.empty(); }
};

/// Restores into a temporary folder within `workFolder` (empty: the system's), checks every promise there,
/// compares the head of the audit chain and the counts with what the backup says, and removes it again. May
/// run on any thread. Errors: Unusable `backup.damaged`, `backup.not-a-backup`, `backup.newer-format`;
/// Conflict `storage.newer`, `backup.stopped`; Denied `backup.wrong-key`; those of roomToRestore().
Result<BackupCheck> checkBackup(const QString& file, const Vault& vault, const QString& workFolder,
    const BackupProgress& progress = {}, const DiskProbe& disks = diskSpace);

/// Writes the database and the scans of a backup into `folder`, which is made and must not exist yet.
/// What was written is on disk afterwards. Errors: as checkBackup(), and Unreachable `backup.cannot-write`.
Result<BackupFile> extractBackup(const QString& file, const Vault& vault, const QString& folder,
    const BackupProgress& progress = {}, const DiskProbe& disks = diskSpace);

/// Opens an extracted folder, brings it to this program's schema, and compares head, counts and every
/// promise.
Result<BackupCheck> checkExtracted(const BackupFile& backup, const QString& folder);

/// The headers of the backup files in a folder, newest first; files that are none are left out.
/// Whether the first piece of this backup opens with `vault`: not if it was made before the data key was
/// changed.
Result<bool> opensBackup(const QString& file, const Vault& vault);

std::vector<BackupFile> backupsIn(const QString& folder);

extern const QString kBackupSuffix; ///< `.sanadbackup`

} // namespace sanad
