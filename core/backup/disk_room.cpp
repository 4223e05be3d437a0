#include "core/backup/disk_room.h"

#include "core/backup/backup_repository.h"
#include "core/settings/settings_repository.h"

#include <QDir>
#include <QDirIterator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qint64 kMegabyte = 1024 * 1024;
constexpr qint64 kAroundContent = kMegabyte; ///< Header, manifest, and what sealing adds to the pieces.

const auto kSameDisk = u"backup.same-disk"_s;

/// Rounded so that what is left is never said to be more, nor what is needed to be less.
QString megabytesLeft(qint64 bytes)
{
    return QString::number(bytes / kMegabyte);
}
QString megabytesNeeded(qint64 bytes)
{
    return QString::number((bytes + kMegabyte - 1) / kMegabyte);
}

Error lacks(const QString& key, const QString& folder, qint64 needed, qint64 left)
{
    return {ErrorCode::Unreachable, key, {folder, megabytesNeeded(needed), megabytesLeft(left)}, {}};
}

/// The newest backup tells what the next will hold without a walk through the scans.
BackupSize expected(const DiskQuestion& question)
{
    if (question.lastBackup == 0) return {question.database, bytesOfScans(question.data)};
    return {question.database, std::max<qint64>(0, question.lastBackup - question.database)};
}

} // namespace

Result<> roomForBackup(
    const BackupSize& size, const DataLocation& data, const QString& folder, const DiskProbe& disks)
{
    const auto here = disks(data.folder), there = disks(folder);
    const qint64 copy = size.database + kKeptFree, file = size.whole() + kAroundContent;
    if (here && there && here->fileSystem == there->fileSystem) {
        if (there->freeBytes < copy + file)
            return lacks(u"backup.no-room"_s, folder, copy + file, there->freeBytes);
        return {};
    }
    if (there && there->freeBytes < file) return lacks(u"backup.no-room"_s, folder, file, there->freeBytes);
    if (here && here->freeBytes < copy)
        return lacks(u"backup.no-work-room"_s, data.folder, copy, here->freeBytes);
    return {};
}

Result<> roomToRestore(qint64 bytes, const QString& folder, const DiskProbe& disks)
{
    const auto here = disks(folder);
    if (here && here->freeBytes < bytes + kKeptFree)
        return lacks(u"backup.no-work-room"_s, folder, bytes + kKeptFree, here->freeBytes);
    return {};
}

qint64 bytesOfScans(const DataLocation& data)
{
    qint64 bytes = 0;
    QDirIterator each(QDir(data.folder).filePath(u"files"_s), QDir::Files);
    while (each.hasNext()) {
        each.next();
        bytes += each.fileInfo().size();
    }
    return bytes;
}

Result<DiskQuestion> diskQuestion(Database& db)
{
    return db.read([&](Tx& tx) -> Result<DiskQuestion> {
        const BackupRepository backups(tx);
        return DiskQuestion{db.location(), SettingsRepository(tx).value(kBackupFolderKey),
            backups.databaseBytes(), backups.newestBytes()};
    });
}

const Error* DiskReport::worst() const
{
    const bool some = !warnings.empty() && warnings.front().key != kSameDisk;
    return some ? &warnings.front() : nullptr;
}

DiskReport lookAtDisks(const DiskQuestion& question, const DiskProbe& disks)
{
    DiskReport report;
    const auto say = [&](const QString& key, const QStringList& args) {
        report.warnings.push_back({ErrorCode::Unreachable, key, args, {}});
    };
    const auto here = disks(question.data.folder), there = disks(question.backupFolder);
    const BackupSize size = expected(question);
    const bool shared = here && there && here->fileSystem == there->fileSystem;
    // The trial of the next backup, as much again for a restore, and the backup itself where it goes here.
    const qint64 wanted = std::max(kLowFree, (shared ? 3 : 2) * size.whole());
    if (here && here->freeBytes < kKeptFree) say(u"disk.very-low"_s, {megabytesLeft(here->freeBytes)});
    auto fits = there ? roomForBackup(size, question.data, question.backupFolder, disks) : Result<>();
    if (fits && there) fits = roomToRestore(size.whole(), question.data.folder, disks);
    if (!fits) report.warnings.push_back(fits.error());
    if (here && here->freeBytes >= kKeptFree && here->freeBytes < wanted)
        say(u"disk.low"_s, {megabytesLeft(here->freeBytes), megabytesNeeded(wanted)});
    if (fits && there && !shared && there->freeBytes < 2 * (size.whole() + kAroundContent))
        say(u"disk.backups-low"_s, {question.backupFolder, megabytesLeft(there->freeBytes)});
    if (here && there && here->sharesDisk(*there)) say(kSameDisk, {});
    return report;
}

} // namespace sanad
