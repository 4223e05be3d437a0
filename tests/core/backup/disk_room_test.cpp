#include "core/backup/disk_room.h"
#include "tests/core/backup/centre.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

constexpr qint64 kMegabyte = 1024 * 1024;
constexpr qint64 kGigabyte = 1024 * kMegabyte;

/// Two disks as the system would tell of them: the one of the stick, and the one of all else.
struct Disks {
    QString stick;
    qint64 dataFree = 500 * kGigabyte, stickFree = 500 * kGigabyte;
    bool same = false;

    DiskProbe probe() const
    {
        return [disks = *this](const QString& folder) -> std::optional<DiskSpace> {
            if (folder.isEmpty()) return std::nullopt;
            if (folder.startsWith(disks.stick) && !disks.same)
                return DiskSpace{disks.stickFree, u"stick"_s, {u"sdb"_s}};
            return DiskSpace{disks.dataFree, u"data"_s, {u"sda"_s}};
        };
    }
};

QStringList keysOf(const DiskReport& report)
{
    QStringList keys;
    for (const Error& warning : report.warnings)
        keys << warning.key;
    return keys;
}

DiskQuestion smallCentre(const Disks& disks)
{
    return {{u"/data"_s, {}}, disks.stick, 60 * kMegabyte, 200 * kMegabyte};
}

QStringList backupsOn(const QString& stick)
{
    return QDir(stick).entryList({u'*' + kBackupSuffix + u'*'}, QDir::Files);
}

} // namespace

TEST_CASE("A disk that runs low is told of with what is left, and a nearly full one above all", "[disk]")
{
    Disks disks{u"/stick"_s};
    CHECK(keysOf(lookAtDisks(smallCentre(disks), disks.probe())).isEmpty());
    disks.dataFree = kLowFree;
    CHECK(keysOf(lookAtDisks(smallCentre(disks), disks.probe())).isEmpty());
    disks.dataFree = kLowFree - 1;
    auto report = lookAtDisks(smallCentre(disks), disks.probe());
    REQUIRE(keysOf(report) == QStringList{u"disk.low"_s});
    CHECK(report.warnings.front().args == QStringList{u"1023"_s, u"1024"_s});
    disks.dataFree = kKeptFree - 1;
    report = lookAtDisks(smallCentre(disks), disks.probe());
    REQUIRE(keysOf(report) == QStringList{u"disk.very-low"_s, u"backup.no-work-room"_s});
    CHECK(report.warnings.front().args == QStringList{u"99"_s});
    CHECK(report.worst() == &report.warnings.front());
}

TEST_CASE("A large centre is told earlier: the trial of a backup and a restore have to fit", "[disk]")
{
    Disks disks{u"/stick"_s};
    DiskQuestion question = smallCentre(disks);
    question.lastBackup = 10 * kGigabyte;
    disks.dataFree = 20 * kGigabyte - 1;
    CHECK(keysOf(lookAtDisks(question, disks.probe())) == QStringList{u"disk.low"_s});
    disks.dataFree = 10 * kGigabyte;
    CHECK(
        keysOf(lookAtDisks(question, disks.probe())) == QStringList{u"backup.no-work-room"_s, u"disk.low"_s});
}

TEST_CASE("A stick that takes fewer than two more backups is told of before it is full", "[disk]")
{
    Disks disks{u"/stick"_s};
    disks.stickFree = 402 * kMegabyte;
    CHECK(keysOf(lookAtDisks(smallCentre(disks), disks.probe())).isEmpty());
    disks.stickFree = 401 * kMegabyte;
    CHECK(keysOf(lookAtDisks(smallCentre(disks), disks.probe())) == QStringList{u"disk.backups-low"_s});
    disks.stickFree = 200 * kMegabyte;
    const auto report = lookAtDisks(smallCentre(disks), disks.probe());
    REQUIRE(keysOf(report) == QStringList{u"backup.no-room"_s});
    CHECK(report.warnings.front().args == QStringList{u"/stick"_s, u"201"_s, u"200"_s});
}

TEST_CASE("Backups on the disk of the data are told of as long as they go there", "[disk]")
{
    Disks disks{u"/stick"_s};
    disks.same = true;
    const auto report = lookAtDisks(smallCentre(disks), disks.probe());
    CHECK(keysOf(report) == QStringList{u"backup.same-disk"_s});
    CHECK_FALSE(report.worst());
    disks.same = false;
    CHECK(keysOf(lookAtDisks(smallCentre(disks), disks.probe())).isEmpty());
}

TEST_CASE("A disk that does not say what is free stops no backup", "[disk]")
{
    const DiskProbe silent = [](const QString&) { return std::optional<DiskSpace>(); };
    CHECK(keysOf(lookAtDisks(smallCentre({u"/stick"_s}), silent)).isEmpty());
    BackedCentre centre;
    must(BackupService(*centre.db, silent).create(centre.stick, centre.owner));
}

TEST_CASE("A backup that would not fit is refused before a byte is written, and the earlier ones stay",
    "[disk][backup]")
{
    BackedCentre centre;
    must(BackupService(*centre.db).setFolder(centre.stick, centre.owner));
    Disks disks{centre.stick};
    must(BackupService(*centre.db, disks.probe()).create({}, centre.owner));
    const auto before = backupsOn(centre.stick);
    disks.stickFree = kMegabyte;
    const Error full = refusal(BackupService(*centre.db, disks.probe()).create({}, centre.owner));
    CHECK(full.key == u"backup.no-room"_s);
    CHECK(full.args.value(0) == centre.stick);
    CHECK(full.args.value(2) == u"1"_s);
    CHECK(backupsOn(centre.stick) == before);

    disks.stickFree = 500 * kGigabyte;
    disks.dataFree = kKeptFree;
    CHECK(refusal(BackupService(*centre.db, disks.probe()).create({}, centre.owner)).key ==
        u"backup.no-work-room"_s);
    CHECK(backupsOn(centre.stick) == before);
    CHECK(QDir(centre.db->location().folder).entryList({u"backup-work-*"_s}, QDir::Dirs).isEmpty());
}

TEST_CASE("A trial or a restore does not take the room that receipts need", "[disk][backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    Disks disks{centre.stick};
    disks.dataFree = kKeptFree + made.bytes - 1;
    CHECK(refusal(BackupService(*centre.db, disks.probe()).check(made.path, centre.owner)).key ==
        u"backup.no-work-room"_s);
    disks.dataFree = kKeptFree + made.bytes;
    CHECK(must(BackupService(*centre.db, disks.probe()).check(made.path, centre.owner)).good());
}

TEST_CASE("A backup takes no more than was expected of it", "[disk][backup]")
{
    BackedCentre centre;
    const auto expected = must(diskQuestion(*centre.db));
    CHECK(expected.lastBackup == 0);
    const BackupFile made = centre.backup();
    CHECK(made.bytes <= expected.database + bytesOfScans(expected.data) + kMegabyte);
    CHECK(must(diskQuestion(*centre.db)).lastBackup == made.bytes);
}
