#pragma once

#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/storage/disk_space.h"

#include <vector>

namespace sanad {

/// What the next backup will hold.
struct BackupSize {
    qint64 database = 0;
    qint64 scans = 0;

    qint64 whole() const { return database + scans; }
};

/// What no backup, trial or restore takes of the disk it works on: the receipts of the day go on in it. Below
/// it the disk counts as nearly full.
inline constexpr qint64 kKeptFree = 100 * 1024 * 1024;
/// Below it a disk of data is low, however small the centre: scans and the work of weeks fit in.
inline constexpr qint64 kLowFree = 1024 * 1024 * 1024;

/// Why a backup into `folder` would not fit, before a byte of it is written: there, or beside the data, where
/// it is put together. Disks that do not say how much is free are taken to have enough.
/// Errors: Unreachable `backup.no-room`, `backup.no-work-room` (args: folder, MB needed, MB free).
Result<> roomForBackup(
    const BackupSize& size, const DataLocation& data, const QString& folder, const DiskProbe& disks);
/// The same for a backup of `bytes` that is to be restored within `folder`. Error: `backup.no-work-room`.
Result<> roomToRestore(qint64 bytes, const QString& folder, const DiskProbe& disks);
/// What the scans beside the data take. Reads the whole folder.
qint64 bytesOfScans(const DataLocation& data);

/// What the database knows for a look at the disks.
struct DiskQuestion {
    DataLocation data;
    QString backupFolder; ///< Where automatic ones go; empty until chosen.
    qint64 database = 0;
    qint64 lastBackup = 0; ///< Bytes of the newest one; 0 without one.
};
/// Needs nobody signed in. Milliseconds, whatever the size.
Result<DiskQuestion> diskQuestion(Database& db);

/// What has to be said of the disks, worst first, each with its sentences: `disk.very-low` (arg: MB free),
/// `disk.low` (args: MB free, MB wanted), those of roomForBackup(), `disk.backups-low` (args: folder, MB
/// free); and last `backup.same-disk`.
struct DiskReport {
    std::vector<Error> warnings;

    bool operator==(const DiskReport&) const = default;
    /// The worst, but for where the backups lie, which is said beside them.
    const Error* worst() const;
};
/// Any thread but that of the windows.
DiskReport lookAtDisks(const DiskQuestion& question, const DiskProbe& disks = diskSpace);

} // namespace sanad
