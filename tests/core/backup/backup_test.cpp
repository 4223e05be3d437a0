#include "core/customers/customer_service.h"
#include "core/heads/known_heads.h"
#include "core/verify/verify.h"
#include "tests/core/backup/centre.h"

#include <QRandomGenerator>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// Why a file with these bytes is refused by a test restore; empty when it is taken.
QString refusalOf(BackedCentre& centre, const QByteArray& bytes)
{
    const QString path = centre.place(u"changed.sanadbackup"_s);
    setContent(path, bytes);
    const auto vault = must(centre.db->read([](Tx& tx) -> Result<Vault> { return tx.vault(); }));
    const auto checked = extractBackup(path, vault, centre.place(u"extracted"_s));
    QDir(centre.place(u"extracted"_s)).removeRecursively();
    return checked ? QString() : checked.error().key;
}

} // namespace

TEST_CASE("A backup passes a test restore and its age is known", "[backup]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    must(backups.setFolder(centre.stick, centre.owner));
    CHECK_FALSE(must(backups.state(centre.owner)).ageHours());
    const BackupFile made = must(backups.create({}, centre.owner));
    CHECK_FALSE(must(backups.state(centre.owner)).lastGood().isValid());
    const auto check = must(backups.check(made.path, centre.owner));
    INFO(listed(check.breaches).toStdString());
    CHECK(check.good());
    const auto state = must(backups.state(centre.owner));
    CHECK(state.reachable);
    CHECK(state.lastGood() == made.header.createdAt);
    CHECK(*state.ageHours() == 0);
    CHECK(must(verifyCentre(*centre.db)).empty());
}

TEST_CASE("A backup that was made while the clock stood ahead tells no age", "[backup]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    must(backups.setFolder(centre.stick, centre.owner));
    const BackupFile good = must(backups.create({}, centre.owner));
    must(backups.check(good.path, centre.owner));
    centre.db->setClock(steppingClock(QDateTime(QDate(2029, 11, 22), QTime(8, 0), Qt::UTC)));
    const BackupFile ahead = must(backups.create({}, centre.owner));
    must(backups.check(ahead.path, centre.owner));
    centre.db->setClock(steppingClock(QDateTime(QDate(2026, 11, 24), QTime(8, 0), Qt::UTC)));
    const auto state = must(backups.state(centre.owner));
    CHECK(state.lastGood() == good.header.createdAt);
    CHECK(*state.ageHours() >= 47);
}

TEST_CASE("A bit flipped anywhere in a backup is refused", "[backup]")
{
    BackedCentre centre;
    const QByteArray good = contentOf(centre.backup().path);
    REQUIRE(refusalOf(centre, good).isEmpty());
    std::vector<qsizetype> places;
    for (qsizetype at = 0; at < 1500; at += 7)
        places.push_back(at); // the header, and where the pieces begin
    for (int i = 0; i < 60; ++i)
        places.push_back(QRandomGenerator::global()->bounded(int(good.size())));
    places.push_back(good.size() - 1);
    for (const qsizetype at : places) {
        QByteArray changed = good;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        INFO("byte " << at);
        CHECK_FALSE(refusalOf(centre, changed).isEmpty());
    }
}

TEST_CASE("A backup that was cut off, lengthened or put together anew is refused", "[backup]")
{
    BackedCentre centre;
    const QByteArray good = contentOf(centre.backup().path);
    for (const qsizetype size :
        {qsizetype{0}, qsizetype{5}, qsizetype{400}, good.size() / 2, good.size() - 1})
        CHECK_FALSE(refusalOf(centre, good.first(size)).isEmpty());
    CHECK_FALSE(refusalOf(centre, good + 'x').isEmpty());
    const qsizetype piece = 65'536 + 17;
    const qsizetype end = good.size() - good.size() % piece;
    REQUIRE(end > 3 * piece);
    QByteArray swapped = good;
    std::swap_ranges(swapped.end() - 2 * piece, swapped.end() - piece, swapped.end() - piece);
    CHECK_FALSE(refusalOf(centre, swapped).isEmpty());
}

TEST_CASE("No personal data can be read in a backup nor in its name", "[backup]")
{
    BackedCentre centre;
    Customer person;
    person.nameAr = u"شخص لا يقرؤه أحد"_s;
    person.nameEn = u"Unreadable Person"_s;
    person.phone = u"+96895550123"_s;
    person.identifiers = {{u"civil_number"_s, u"87654321"_s}};
    must(CustomerService(*centre.db).create(person, centre.owner));
    const BackupFile made = centre.backup();
    const QByteArray bytes = contentOf(made.path);
    for (const QString& text : {person.nameAr, person.nameEn, u"95550123"_s, u"87654321"_s, u"S/123/2026"_s,
             u"SQLite format"_s, u"CREATE TABLE"_s})
        CHECK_FALSE(bytes.contains(text.toUtf8()));
    static const QRegularExpression name(u"\\Asanad-[0-9]{8}-[0-9a-f]{12}\\.sanadbackup\\z"_s);
    CHECK(name.match(QFileInfo(made.path).fileName()).hasMatch());
    CHECK((QFile::permissions(made.path) & (QFile::ReadOther | QFile::ReadGroup)) == QFile::Permissions());
}

TEST_CASE("A backup leaves no copy of the data behind", "[backup]")
{
    BackedCentre centre;
    auto before = QDir(centre.db->location().folder).entryList();
    const BackupFile made = centre.backup();
    must(BackupService(*centre.db).check(made.path, centre.owner));
    auto after = QDir(centre.db->location().folder).entryList();
    for (QStringList* list : {&before, &after})
        list->removeOne(u"sanad-heads.json"_s);
    CHECK(after == before);
    CHECK(QDir(centre.stick).entryList(QDir::Files).size() == 2);
}

TEST_CASE("A name within a backup leads to no place outside it", "[backup]")
{
    for (const QString& name : {u"sanad.db"_s, u"manifest.json"_s, u"files/0f3c.box"_s, u"files/a"_s})
        CHECK(isEntryName(name));
    for (const QString& name : {u"../sanad.db"_s, u"/etc/passwd"_s, u"files/../sanad.db"_s, u"files/..\\x"_s,
             u"files/.hidden"_s, u"files/"_s, u"files/a/b"_s, u"files\\a"_s, u"C:a"_s, u"files/a\n"_s,
             u"files/"_s + QString(81, u'a'), u"sanad.db-wal"_s, QString()}) {
        INFO(name.toStdString());
        CHECK_FALSE(isEntryName(name));
    }
}

TEST_CASE("A backup of a centre that has lost a paper holds all else, and passes", "[backup]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    const DocumentFile lost = keepPaper(centre, "%PDF-1.4 lost");
    keepPaper(centre, "%PDF-1.4 kept");
    const QString path = QDir(centre.db->filesFolder()).filePath(lost.name);
    REQUIRE(QFile::remove(path));
    const bool pipe = GENERATE(false, true); // for which nobody waits
    if (pipe) REQUIRE(::mkfifo(QFile::encodeName(path).constData(), 0600) == 0);
    const BackupFile made = centre.backup();
    CHECK(made.files == 1);
    CHECK(made.missing == 1);
    const auto check = must(backups.check(made.path, centre.owner));
    INFO(listed(check.breaches).toStdString());
    CHECK(check.good());
    const auto told = must(verifyCentre(*centre.db));
    CHECK(std::count_if(told.begin(), told.end(), isLostPaper) == 1);

    // A paper that was there then and is not in the backup is another matter.
    const QString folder = centre.place(u"extracted"_s);
    const auto vault = must(centre.db->read([](Tx& tx) -> Result<Vault> { return tx.vault(); }));
    const auto extracted = must(extractBackup(made.path, vault, folder));
    REQUIRE(QDir(folder + u"/files"_s).removeRecursively());
    CHECK_FALSE(must(checkExtracted(extracted, folder)).good());
}

TEST_CASE("A stopped backup leaves nothing", "[backup]")
{
    BackedCentre centre;
    const auto stop = [](qint64, qint64) { return false; };
    CHECK(refusal(BackupService(*centre.db).create(centre.stick, centre.owner, stop)).key ==
        u"backup.stopped"_s);
    CHECK(QDir(centre.stick).isEmpty());
}

TEST_CASE("Backups within the data's own folder are refused", "[backup]")
{
    BackedCentre centre;
    const QString within = centre.db->location().folder + u"/backups"_s;
    QDir().mkpath(within);
    BackupService backups(*centre.db);
    CHECK(refusal(backups.setFolder(within, centre.owner)).key == u"backup.same-folder"_s);
    CHECK(refusal(backups.create(within, centre.owner)).key == u"backup.same-folder"_s);
    CHECK(
        refusal(backups.setFolder(centre.place(u"unplugged"_s), centre.owner)).key == u"backup.no-folder"_s);
    CHECK(refusal(backups.create({}, centre.owner)).key == u"backup.no-folder-set"_s);
}

TEST_CASE("Who may not manage backups makes, checks and lists none", "[backup]")
{
    BackedCentre centre;
    const Actor clerk = actorWith({Permission::IssueReceipts});
    BackupService backups(*centre.db);
    CHECK(refusal(backups.create(centre.stick, clerk)).key == u"gate.denied"_s);
    CHECK(refusal(backups.check(u"x"_s, clerk)).key == u"gate.denied"_s);
    CHECK(refusal(backups.state(clerk)).key == u"gate.denied"_s);
    CHECK(refusal(backups.setFolder(centre.stick, clerk)).key == u"gate.denied"_s);
    CHECK(refusal(grantRestore(*centre.db, {}, approvalFor(*centre.db, restoreAct({}), clerk), clerk)).key ==
        u"gate.denied"_s);
}

TEST_CASE("Seven days, four weeks and twelve months of backups are kept", "[backup]")
{
    std::vector<QDate> made;
    const QDate today(2026, 11, 22);
    for (int back = 0; back < 500; ++back)
        made.push_back(today.addDays(-back));
    const auto gone = notKept(made);
    std::vector<QDate> kept;
    for (std::size_t i = 0; i < made.size(); ++i)
        if (std::find(gone.begin(), gone.end(), i) == gone.end()) kept.push_back(made[i]);
    for (int back = 0; back < 7; ++back)
        CHECK(std::find(kept.begin(), kept.end(), today.addDays(-back)) != kept.end());
    CHECK(kept.size() > 18);
    CHECK(kept.size() <= 7 + 4 + 12);
    CHECK(kept.back() == QDate(2025, 12, 31));
    CHECK(notKept({today, today, today}).size() == 2);
    CHECK(notKept({}).empty());
}

TEST_CASE("A backup that never passed is removed when a newer one did and it is a week old", "[backup]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    must(backups.setFolder(centre.stick, centre.owner));
    const BackupFile first = must(backups.create({}, centre.owner));
    centre.db->setClock(steppingClock(centre.db->clock()().addDays(8)));
    CHECK(must(backups.applyRule(centre.owner)) == 0); // the only one, passed or not
    const BackupFile second = must(backups.create({}, centre.owner));
    CHECK(must(backups.applyRule(centre.owner)) == 0);
    must(backups.check(second.path, centre.owner));
    CHECK(must(backups.applyRule(centre.owner)) == 1);
    CHECK_FALSE(QFile::exists(first.path));
    CHECK(QFile::exists(second.path));
}

TEST_CASE("A backup that lacks scans pushes out none that may hold them", "[backup]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    const DocumentFile paper = keepPaper(centre, "%PDF-1.4 kept");
    must(backups.setFolder(centre.stick, centre.owner));
    const BackupFile whole = must(backups.create({}, centre.owner));
    must(backups.check(whole.path, centre.owner));
    const QString path = QDir(centre.db->filesFolder()).filePath(paper.name);
    REQUIRE(QFile::rename(path, centre.place(u"elsewhere"_s)));
    const BackupFile lacking = must(backups.create({}, centre.owner));
    must(backups.check(lacking.path, centre.owner));
    CHECK(must(backups.applyRule(centre.owner)) == 0);
    CHECK(QFile::exists(whole.path));
}

TEST_CASE("Backups on another stick stay listed and count for nothing there", "[backup]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    must(backups.setFolder(centre.stick, centre.owner));
    const BackupFile first = must(backups.create({}, centre.owner));
    must(backups.check(first.path, centre.owner));
    REQUIRE(QDir().mkpath(centre.place(u"other stick"_s)));
    must(backups.setFolder(centre.place(u"other stick"_s), centre.owner));
    const BackupFile second = must(backups.create({}, centre.owner));
    must(backups.check(second.path, centre.owner));
    CHECK(must(backups.applyRule(centre.owner)) == 0); // two of one day, each on a stick of its own
    CHECK(must(backups.state(centre.owner)).runs.size() == 2);
    must(backups.setFolder(centre.stick, centre.owner));
    CHECK(must(backups.applyRule(centre.owner)) == 0);
    CHECK(QFile::exists(first.path));
    CHECK(QFile::exists(second.path));
}

TEST_CASE("A backup of this week that has not passed yet stays", "[backup]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    must(backups.setFolder(centre.stick, centre.owner));
    const BackupFile first = must(backups.create({}, centre.owner));
    const BackupFile second = must(backups.create({}, centre.owner));
    const BackupFile third = must(backups.create({}, centre.owner));
    must(backups.check(first.path, centre.owner));
    must(backups.check(third.path, centre.owner));
    CHECK(must(backups.applyRule(centre.owner)) == 1);
    CHECK_FALSE(QFile::exists(first.path));
    CHECK(QFile::exists(second.path));
    CHECK(QFile::exists(third.path));
}

TEST_CASE("What is no header is refused whatever its bytes", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    const QByteArray good = headerBytes(made.header);
    CHECK(must(parseBackupHeader(good)).header == made.header);
    CHECK(must(parseBackupHeader(good + "more")).bytes == good);
    CHECK(refusal(parseBackupHeader({})).key == u"backup.not-a-backup"_s);
    CHECK(refusal(parseBackupHeader("SANADBK2xxxxxxxxxxxx")).key == u"backup.newer-format"_s);
    for (qsizetype size = 12; size < good.size(); size += 11)
        CHECK(refusal(parseBackupHeader(QByteArrayView(good).first(size))).key == u"backup.damaged"_s);
    // A lock for each person: nobody derives keys for minutes to learn that none of them opens.
    BackupHeader twice = made.header;
    twice.locks.push_back(twice.locks.front());
    CHECK(refusal(parseBackupHeader(headerBytes(twice))).key == u"backup.damaged"_s);
    QByteArray long_ = good;
    long_[11] = '\x7f';
    CHECK(refusal(parseBackupHeader(long_)).key == u"backup.damaged"_s);
}
