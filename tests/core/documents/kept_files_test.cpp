#include "core/documents/document_files.h"
#include "core/documents/document_service.h"
#include "core/heads/head_repository.h"
#include "core/verify/verify.h"
#include "tests/core/desk_fixture/desk.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QStringList fileBreaches(Desk& desk)
{
    desk.db->lock(); // verify knows no key
    QStringList list;
    for (const Breach& one : must(verifyCentre(*desk.db)))
        if (one.invariant == u"file"_s) list << one.where.section(u' ', 0, 0) + u": "_s + one.what;
    return list;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// A folder with a scan to keep, and a file that is nobody's paper.
struct Outside {
    const QTemporaryDir folder;
    const QString scan = fileWith(u"scan.pdf"_s, "%PDF-1.4 insurance");
    const QString precious = fileWith(u"precious"_s, "nobody's paper");

    QString fileWith(const QString& name, const QByteArray& content) const
    {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }
    bool isWhole() const { return contentOf(precious) == "nobody's paper"; }
};

} // namespace

TEST_CASE("A link in the place of a paper goes with it, and what it leads to stays", "[documents]")
{
    Desk desk;
    const Outside outside;
    DocumentService documents(*desk.db);
    const auto id = desk.renewalDraft().id;
    const QDir files(desk.db->filesFolder());
    const DocumentFile paper = must(documents.add(id, u"ins"_s, outside.scan, {}, desk.by));
    REQUIRE(QFile::remove(files.filePath(paper.name)));
    REQUIRE(QFile::link(outside.precious, files.filePath(paper.name)));
    const QString left =
        freshDocumentName(must(desk.db->read([](Tx& tx) -> Result<QString> { return centreIdOf(tx); })));
    REQUIRE(QFile::link(outside.precious, files.filePath(left)));
    QFile old(outside.precious);
    REQUIRE(old.open(QIODevice::ReadWrite));
    old.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7200), QFileDevice::FileModificationTime);
    old.close();

    must(documents.remove(paper.id, desk.by));
    CHECK(must(documents.purge(desk.by)) == 1);
    CHECK(files.entryList(QDir::Files | QDir::System).isEmpty());
    CHECK(outside.isWhole());
}

TEST_CASE(
    "A row whose file has a name that the centre gives none opens and removes no file", "[documents][verify]")
{
    Desk desk;
    const Outside outside;
    DocumentService documents(*desk.db);
    const DocumentFile paper =
        must(documents.add(desk.renewalDraft().id, u"ins"_s, outside.scan, {}, desk.by));
    const QDir files(desk.db->filesFolder());
    const QString hidden = u"0123456789abcdef0123456789abcdef-00000000.box"_s;
    outside.fileWith(hidden, "nobody's paper");
    for (const QString& name : {outside.precious, files.relativeFilePath(outside.precious), hidden}) {
        INFO(name.toStdString());
        must(desk.db->write([&](Tx& tx) -> Result<> {
            tx.query("UPDATE document_file SET name = :name").bind(":name", name).run();
            return {};
        }));
        CHECK(refusal(documents.open(paper.id, desk.by)).key == u"file.unreadable"_s);
    }
    SECTION("told")
    {
        CHECK(fileBreaches(desk) ==
            QStringList{u"document_file: its file has a name that the centre gives none"_s});
    }
    SECTION("removed")
    {
        must(documents.remove(paper.id, desk.by));
    }
    SECTION("past its time")
    {
        desk.db->setClock(steppingClock(QDateTime({2037, 11, 23}, {8, 0}, Qt::UTC)));
        CHECK(must(documents.purge(desk.by)) > 0);
    }
    CHECK(outside.isWhole());
    CHECK(contentOf(outside.folder.filePath(hidden)) == "nobody's paper");
}

TEST_CASE(
    "A paper that cannot be taken away stays with its row, and counts as removed nowhere", "[documents]")
{
    Desk desk;
    const Outside outside;
    DocumentService documents(*desk.db);
    const DocumentFile paper =
        must(documents.add(desk.renewalDraft().id, u"ins"_s, outside.scan, {}, desk.by));
    const QString path = QDir(desk.db->filesFolder()).filePath(paper.name);
    REQUIRE(QFile::remove(path));
    REQUIRE(QFile::copy(QStandardPaths::findExecutable(u"sleep"_s), path)); // nobody may write what runs
    QProcess running;
    running.start(path, {u"60"_s});
    REQUIRE(running.waitForStarted());
    CHECK(refusal(documents.remove(paper.id, desk.by)).key == u"file.cannot-write"_s);
    desk.db->setClock(steppingClock(QDateTime({2037, 11, 23}, {8, 0}, Qt::UTC)));
    CHECK(must(documents.purge(desk.by)) == 0);
    CHECK(desk.number(u"SELECT count(*) FROM document_file"_s) == 1);
    CHECK(QFile::exists(path));

    running.kill();
    REQUIRE(running.waitForFinished());
    CHECK(must(documents.purge(desk.by)) == 1);
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE(
    "A kept paper whose file is gone, spoilt or exchanged is named without its key", "[documents][verify]")
{
    Desk desk;
    const QTemporaryDir folder;
    QFile scan(folder.filePath(u"scan.pdf"_s));
    REQUIRE(scan.open(QIODevice::WriteOnly));
    scan.write("%PDF-1.4 insurance");
    scan.close();
    const auto id = desk.renewalDraft().id;
    DocumentService documents(*desk.db);
    const DocumentFile one = must(documents.add(id, u"ins"_s, scan.fileName(), {}, desk.by));
    const DocumentFile other = must(documents.add(id, u"veh"_s, scan.fileName(), {}, desk.by));
    const QDir files(desk.db->filesFolder());
    SECTION("whole")
    {
        CHECK(fileBreaches(desk) == QStringList());
    }
    SECTION("gone")
    {
        REQUIRE(QFile::remove(files.filePath(one.name)));
        CHECK(fileBreaches(desk) == QStringList{u"document_file: its file is gone"_s});
    }
    SECTION("spoilt")
    {
        QFile file(files.filePath(one.name));
        REQUIRE(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes.back() = static_cast<char>(bytes.back() ^ 1);
        file.seek(0);
        file.write(bytes);
        file.close();
        CHECK(fileBreaches(desk) == QStringList{u"document_file: its file is not the one that was kept"_s});
    }
    SECTION("exchanged")
    {
        REQUIRE(QFile::remove(files.filePath(one.name)));
        REQUIRE(QFile::copy(files.filePath(other.name), files.filePath(one.name)));
        CHECK(fileBreaches(desk) == QStringList{u"document_file: its file is not the one that was kept"_s});
    }
}
