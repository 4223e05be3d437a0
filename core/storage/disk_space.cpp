#include "core/storage/disk_space.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <sys/stat.h>
#include <sys/sysmacros.h>
#endif

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostLayers = 8; ///< Of volumes upon volumes; the system has no rings.

QStringList disksBelow(const QString& blockDevice, int layers)
{
    const QString device = QFileInfo(blockDevice).canonicalFilePath();
    if (device.isEmpty() || layers == 0) return {};
    QStringList disks;
    const QDir below(device + u"/slaves"_s);
    for (const QString& part : below.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot))
        disks += disksBelow(below.filePath(part), layers - 1);
    if (disks.isEmpty())
        disks << (QFile::exists(device + u"/partition"_s) ? QFileInfo(device).path() : device);
    disks.removeDuplicates();
    return disks;
}

#ifdef Q_OS_LINUX

/// As Linux lists it; empty for a file system without a device of its own, of a network for example.
QString blockDeviceOf(const QString& folder, const QByteArray& named)
{
    struct stat status = {};
    dev_t number = 0;
    if (::stat(named.constData(), &status) == 0 && S_ISBLK(status.st_mode))
        number = status.st_rdev;
    else if (::stat(QFile::encodeName(folder).constData(), &status) == 0)
        number = status.st_dev;
    if (major(number) == 0) return {};
    return u"/sys/dev/block/%1:%2"_s.arg(major(number)).arg(minor(number));
}

#endif

/// A name is enough where it is that of a device; "tmpfs" is the name of many.
QString fileSystemOf(const QString& folder, const QByteArray& named)
{
#ifdef Q_OS_LINUX
    struct stat status = {};
    if (!named.startsWith("/dev/") && ::stat(QFile::encodeName(folder).constData(), &status) == 0)
        return QString::number(status.st_dev);
#endif
    Q_UNUSED(folder)
    return QString::fromLocal8Bit(named);
}

} // namespace

bool DiskSpace::sharesDisk(const DiskSpace& other) const
{
    return fileSystem == other.fileSystem ||
        std::any_of(
            disks.begin(), disks.end(), [&](const QString& disk) { return other.disks.contains(disk); });
}

std::optional<DiskSpace> diskSpace(const QString& folder)
{
    if (folder.isEmpty() || !QFileInfo(folder).isDir()) return std::nullopt;
    const QStorageInfo volume(folder);
    if (!volume.isValid() || !volume.isReady() || volume.bytesAvailable() < 0) return std::nullopt;
    DiskSpace space{volume.bytesAvailable(), fileSystemOf(folder, volume.device()), {}};
#ifdef Q_OS_LINUX
    space.disks = wholeDisks(blockDeviceOf(folder, volume.device()));
#endif
    return space;
}

QStringList wholeDisks(const QString& blockDevice)
{
    return disksBelow(blockDevice, kMostLayers);
}

} // namespace sanad
