#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace sanad {

/// What the system says of the disk that a folder is on.
struct DiskSpace {
    qint64 freeBytes = 0; ///< For this user.
    QString fileSystem; ///< Folders of the same one share the free bytes.
    QStringList disks; ///< The devices that fail together with it: whole disks where the system tells them.

    bool sharesDisk(const DiskSpace& other) const;
};

/// Asks for a folder; nothing where there is none, or where its disk does not say.
using DiskProbe = std::function<std::optional<DiskSpace>(const QString& folder)>;

/// Asks the system. A disk that does not answer makes the caller wait, so never on the thread of the windows.
std::optional<DiskSpace> diskSpace(const QString& folder);

/// The whole disks behind a block device as Linux shows it (`/sys/dev/block/8:1`): the disk of a partition,
/// and of a volume that is encrypted or put together every disk that it lies on.
QStringList wholeDisks(const QString& blockDevice);

} // namespace sanad
