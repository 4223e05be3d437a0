#include "core/documents/document_service.h"
#include "core/verify/verify.h"
#include "tests/core/desk_fixture/desk.h"

#include <QDir>
#include <QFile>
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

} // namespace

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
        file.seek(file.size() - 1);
        file.write("x");
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
