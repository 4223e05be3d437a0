#include "core/storage/disk_space.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;

namespace {

/// Block devices as Linux lists them, in a folder.
struct Devices {
    QTemporaryDir root;

    QString add(const QString& path)
    {
        const QString device = QDir(root.path()).filePath(path);
        REQUIRE(QDir().mkpath(device));
        return device;
    }
    QString partition(const QString& path)
    {
        const QString device = add(path);
        QFile mark(device + u"/partition"_s);
        REQUIRE(mark.open(QIODevice::WriteOnly));
        return device;
    }
    QString number(const QString& name, const QString& device)
    {
        const QString entry = QDir(root.path()).filePath(name);
        REQUIRE(QFile::link(device, entry));
        return entry;
    }
    QString name(const QString& path) const { return QFileInfo(root.filePath(path)).canonicalFilePath(); }
};

} // namespace

TEST_CASE("Two partitions of one disk are known to fail together", "[disk]")
{
    Devices devices;
    const QString one = devices.number(u"8:1"_s, devices.partition(u"pci/sda/sda1"_s));
    const QString two = devices.number(u"8:2"_s, devices.partition(u"pci/sda/sda2"_s));
    const QString whole = devices.number(u"8:16"_s, devices.add(u"usb/sdb"_s));
    CHECK(wholeDisks(one) == QStringList{devices.name(u"pci/sda"_s)});
    CHECK(wholeDisks(two) == wholeDisks(one));
    CHECK(wholeDisks(whole) == QStringList{devices.name(u"usb/sdb"_s)});
    CHECK(wholeDisks(u"/no/such/device"_s).isEmpty());
}

TEST_CASE("A volume that is encrypted or put together fails with every disk that it lies on", "[disk]")
{
    Devices devices;
    const QString sealed = devices.add(u"virtual/dm-0"_s);
    const QString joined = devices.add(u"virtual/dm-1"_s);
    devices.add(u"virtual/dm-0/slaves"_s);
    devices.add(u"virtual/dm-1/slaves"_s);
    devices.number(u"virtual/dm-0/slaves/sda2"_s, devices.partition(u"pci/sda/sda2"_s));
    devices.number(u"virtual/dm-1/slaves/dm-0"_s, sealed);
    devices.number(u"virtual/dm-1/slaves/sdb1"_s, devices.partition(u"usb/sdb/sdb1"_s));
    CHECK(wholeDisks(sealed) == QStringList{devices.name(u"pci/sda"_s)});
    CHECK(wholeDisks(joined) == QStringList{devices.name(u"pci/sda"_s), devices.name(u"usb/sdb"_s)});

    const DiskSpace data{1, u"dm-1"_s, wholeDisks(joined)}, stick{1, u"sdb2"_s, {devices.name(u"usb/sdb"_s)}},
        other{1, u"sdc1"_s, {u"sdc"_s}};
    CHECK(data.sharesDisk(stick));
    CHECK_FALSE(data.sharesDisk(other));
}

TEST_CASE("What is free on a disk is told; a folder that is not there tells nothing", "[disk]")
{
    QTemporaryDir folder;
    QDir(folder.path()).mkpath(u"within"_s);
    const auto here = diskSpace(folder.path()), within = diskSpace(folder.filePath(u"within"_s));
    REQUIRE(here);
    REQUIRE(within);
    CHECK(here->freeBytes > 0);
    CHECK(here->fileSystem == within->fileSystem);
    CHECK(here->sharesDisk(*within));
    CHECK_FALSE(diskSpace(folder.filePath(u"unplugged"_s)));
    CHECK_FALSE(diskSpace({}));
}
