#include "core/crypto/file_box.h"
#include "core/crypto/hash.h"
#include "core/documents/document_files.h"
#include "core/documents/document_service.h"
#include "core/heads/head_repository.h"
#include "core/transactions/transaction_service.h"
#include "tests/core/desk_fixture/desk.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

constexpr qint64 kMost = 1024 * 1024;

QString fileWith(const QTemporaryDir& folder, const QByteArray& content, const QString& name = u"scan.pdf"_s)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return path;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QStringList boxes(Desk& desk)
{
    return QDir(desk.db->filesFolder()).entryList(QDir::Files);
}

} // namespace

TEST_CASE("A boxed file opens to the same bytes, at every length around its pieces", "[documents]")
{
    const QTemporaryDir folder;
    const QByteArray key = randomBytes(32);
    for (const qsizetype size : {1, 65535, 65536, 65537, 131072, 200000}) {
        const QByteArray plain = randomBytes(static_cast<int>(size));
        QBuffer source;
        source.setData(plain);
        source.open(QIODevice::ReadOnly);
        CHECK(must(boxFile(source, folder.filePath(u"a.box"_s), key, "bound", kMost)) == size);
        CHECK(must(unboxFile(folder.filePath(u"a.box"_s), key, "bound", kMost)) == plain);
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"a.box"_s});
}

TEST_CASE("A boxed file that was changed, cut, lengthened, moved or opened with another key does not open",
    "[documents]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.box"_s);
    const QByteArray key = randomBytes(32);
    QBuffer source;
    source.setData(randomBytes(150000));
    source.open(QIODevice::ReadOnly);
    must(boxFile(source, path, key, "bound", kMost));
    QByteArray box = bytesOf(path);
    QByteArray wrongKey = key;
    QByteArray bound = "bound";

    SECTION("changed")
    {
        box[70000] = static_cast<char>(box[70000] ^ 1);
    }
    SECTION("cut at a piece")
    {
        box.truncate(8 + 24 + 65536 + 17);
    }
    SECTION("cut")
    {
        box.chop(1);
    }
    SECTION("lengthened")
    {
        box += 'x';
    }
    SECTION("emptied")
    {
        box.clear();
    }
    SECTION("another key")
    {
        wrongKey[0] = static_cast<char>(wrongKey[0] ^ 1);
    }
    SECTION("another document's place")
    {
        bound = "other";
    }
    fileWith(folder, box, u"a.box"_s);
    CHECK(refusal(unboxFile(path, wrongKey, bound, kMost)).key == u"file.damaged"_s);
}

TEST_CASE("A file above the limit is refused and leaves nothing", "[documents]")
{
    const QTemporaryDir folder;
    QBuffer source;
    source.setData(QByteArray(2 * kMost, 'x'));
    source.open(QIODevice::ReadOnly);
    CHECK(refusal(boxFile(source, folder.filePath(u"a.box"_s), randomBytes(32), {}, kMost)).key ==
        u"file.too-large"_s);
    CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE("The checklist is the service's, and a scan marks its line", "[documents]")
{
    Desk desk;
    const QTemporaryDir folder;
    DocumentService documents(*desk.db);
    const Draft draft = desk.renewalDraft();
    auto list = must(documents.checklist(draft.id, desk.by));
    REQUIRE(list.size() == 5);
    CHECK(list.front().code == u"veh"_s);
    CHECK(list.front().required);
    CHECK(list.front().state == DocumentState::Missing);

    must(documents.mark(draft.id, u"veh"_s, DocumentState::Seen, desk.by));
    const QByteArray scan = "%PDF-1.7 licence of a vehicle";
    const DocumentFile file =
        must(documents.add(draft.id, u"ins"_s, fileWith(folder, scan), QDate(2027, 3, 1), desk.by));
    list = must(documents.checklist(draft.id, desk.by));
    CHECK(list[0].state == DocumentState::Seen);
    CHECK(list[1].state == DocumentState::Scanned);
    REQUIRE(list[1].files.size() == 1);
    CHECK(list[1].files.front() == file);
    CHECK(file.type == MediaType::Pdf);
    CHECK(file.keepUntil == QDate(2027, 11, 22));
    CHECK(must(documents.open(file.id, desk.by)) == scan);

    // What is on disk tells neither content nor whose it is.
    REQUIRE(boxes(desk) == QStringList{file.name});
    CHECK(file.name.size() == 45);
    CHECK_FALSE(bytesOf(QDir(desk.db->filesFolder()).filePath(file.name)).contains("licence"));

    CHECK(refusal(documents.mark(draft.id, u"deed"_s, DocumentState::Seen, desk.by)).key ==
        u"document.no-code"_s);
    must(documents.remove(file.id, desk.by));
    CHECK(boxes(desk).isEmpty());
    CHECK(refusal(documents.open(file.id, desk.by)).key == u"document.not-found"_s);
}

TEST_CASE("Only files that begin as PDF or image are taken, whatever their name says", "[documents]")
{
    const auto [content, key] = GENERATE(table<QByteArray, const char16_t*>({
        {"%PDF-1.4 x", u""},
        {"\xFF\xD8\xFF\xE0 jpeg", u""},
        {"\x89PNG\r\n\x1A\n png", u""},
        {QByteArray("II*\0 tiff", 9), u""},
        {"MZ program", u"document.type"},
        {"<html>", u"document.type"},
        {" %PDF-1.4", u"document.type"},
        {"", u"document.empty"},
    }));
    Desk desk;
    const QTemporaryDir folder;
    const auto added = DocumentService(*desk.db).add(
        desk.renewalDraft().id, u"ins"_s, fileWith(folder, content), {}, desk.by);
    CHECK((added ? QString() : added.error().key) == QString::fromUtf16(key));
    CHECK(boxes(desk).size() == (added ? 1 : 0));
}

TEST_CASE("A file that cannot be kept leaves neither a row nor a box", "[documents]")
{
    Desk desk;
    const QTemporaryDir folder;
    DocumentService documents(*desk.db);
    const QString path = fileWith(folder, "%PDF-1.4 x");
    CHECK(refusal(documents.add(TransactionId::fromRaw(9), u"ins"_s, path, {}, desk.by)).key ==
        u"document.no-transaction"_s);
    CHECK(refusal(documents.add(desk.renewalDraft().id, u"deed"_s, path, {}, desk.by)).key ==
        u"document.no-code"_s);
    CHECK(refusal(documents.add(desk.renewalDraft().id, u"ins"_s, folder.filePath(u"none"_s), {}, desk.by))
              .key == u"file.unreadable"_s);
    CHECK(boxes(desk).isEmpty());
    CHECK(desk.number(u"SELECT count(*) FROM document_file"_s) == 0);
}

TEST_CASE("Purging removes what is past its time and what a crash left, nothing else", "[documents]")
{
    Desk desk;
    const QTemporaryDir folder;
    DocumentService documents(*desk.db);
    const Draft draft = desk.renewalDraft();
    const QString path = fileWith(folder, "%PDF-1.4 x");
    const DocumentFile old = must(documents.add(draft.id, u"ins"_s, path, {}, desk.by));
    CHECK(must(documents.purge(desk.by)) == 0);

    desk.db->setClock(steppingClock(QDateTime({2027, 11, 23}, {8, 0}, Qt::UTC)));
    const DocumentFile fresh = must(documents.add(draft.id, u"veh"_s, path, {}, desk.by));
    const QDir kept(desk.db->filesFolder());
    const auto leave = [&](const QString& name) {
        QFile left(kept.filePath(name));
        REQUIRE(left.open(QIODevice::WriteOnly));
        left.write("half");
        left.close();
        REQUIRE(left.open(QIODevice::ReadWrite));
        left.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7200), QFileDevice::FileModificationTime);
    };
    leave(freshDocumentName(must(desk.db->read([](Tx& tx) -> Result<QString> { return centreIdOf(tx); }))));
    const QString another = freshDocumentName(u"another centre"_s);
    const QStringList others{another, u"thesis.docx"_s, u"0123.box"_s};
    for (const QString& name : others)
        leave(name);

    CHECK(must(documents.purge(desk.by)) == 2);
    for (const QString& name : others) { // nothing but what the centre itself left is removed
        CHECK(kept.exists(name));
        QFile::remove(kept.filePath(name));
    }
    CHECK(boxes(desk) == QStringList{fresh.name});
    CHECK(refusal(documents.open(old.id, desk.by)).key == u"document.not-found"_s);
    CHECK(must(documents.open(fresh.id, desk.by)) == "%PDF-1.4 x");

    must(TransactionService(*desk.db).discard(draft.id, desk.by));
    CHECK(must(documents.purge(desk.by)) == 1);
    CHECK(boxes(desk).isEmpty());
}

TEST_CASE("Nobody opens a paper without the permission, and every opening is on record", "[documents]")
{
    Desk desk;
    const QTemporaryDir folder;
    DocumentService documents(*desk.db);
    const DocumentFile file =
        must(documents.add(desk.renewalDraft().id, u"ins"_s, fileWith(folder, "%PDF-1.4 x"), {}, desk.by));
    CHECK(refusal(documents.open(file.id, actorWith({Permission::EditTransactions}))).code ==
        ErrorCode::Denied);
    CHECK(refusal(documents.purge(Actor())).code == ErrorCode::Denied);
    must(documents.open(file.id, desk.by));
    CHECK(desk.number(u"SELECT count(*) FROM audit_line WHERE act = 'document.opened'"_s) == 1);
}

TEST_CASE(
    "A plain copy leaves with a consent or by one who may give data out, and is on record", "[documents]")
{
    Desk desk;
    const QTemporaryDir folder;
    DocumentService documents(*desk.db);
    const DocumentFile file =
        must(documents.add(desk.renewalDraft().id, u"ins"_s, fileWith(folder, "%PDF-1.4 x"), {}, desk.by));
    const QString path = folder.filePath(u"copy.pdf"_s);
    const auto copies = [&] {
        return desk.number(u"SELECT count(*) FROM audit_line WHERE act = 'document.copied'"_s);
    };
    const Actor clerk = actorWith({Permission::HandleDocuments});

    CHECK(refusal(documents.copyOut(file.id, path, {}, clerk)).key == u"approval.missing"_s);
    CHECK_FALSE(QFile::exists(path));
    CHECK(copies() == 0);

    must(documents.copyOut(file.id, path, approvalFor(*desk.db, copyAct(file.id), clerk), clerk));
    CHECK(bytesOf(path) == "%PDF-1.4 x");
    CHECK(copies() == 1);

    must(documents.copyOut(file.id, path, {}, desk.by));
    CHECK(copies() == 2);
    CHECK(refusal(documents.copyOut(file.id, folder.filePath(u"no/where/copy.pdf"_s), {}, desk.by)).key ==
        u"file.cannot-write"_s);
    CHECK(
        refusal(documents.copyOut(DocumentId::fromRaw(9), path, {}, desk.by)).key == u"document.not-found"_s);
}
