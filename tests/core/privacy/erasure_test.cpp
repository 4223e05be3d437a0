#include "core/privacy/erasure.h"

#include "core/base/text_gate.h"
#include "core/cash/clock_guard.h"
#include "core/customers/customer_service.h"
#include "core/documents/document_service.h"
#include "core/privacy/chores.h"
#include "core/privacy/erasure_list.h"
#include "core/privacy/privacy_service.h"
#include "core/receipts/receipt_service.h"
#include "core/sync/sync_rows.h"
#include "core/transactions/transaction_rows.h"
#include "core/transactions/transaction_service.h"
#include "core/verify/verify.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"
#include "tests/support/edits.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

namespace Catch {
template <> struct StringMaker<sanad::Breach> {
    static std::string convert(const sanad::Breach& breach)
    {
        return (breach.invariant + u' ' + breach.where + u' ' + breach.what).toStdString();
    }
};
} // namespace Catch

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// Of somebody whose every value is found nowhere else.
constexpr auto kVisit =
    R"({"counter":"C1","customer":{"civil_number":"71717171","name_ar":"زهران بن قيظان الغافري","name_en":"Zahran Qaydhan Alghafri","phone":"+96893939393","address":"Wadi Quriyat House 4711"},
 "items":[{"service":"ROP-VEH-RENEW","form":{"acting_as":"self","plate_number":"55443 أب","engine_class":"LT1500","insurance_policy_no":"POLICY-88221","insurance_expiry":"2027-03-01"},
           "documents":["veh","ins","fines0"],"portal_reference":"7781299","fee_state":"confirmed"}],
 "payments":[{"tender":"cash","baisa":20000}]})";

struct FileDesk {
    QTemporaryDir folder;
    Desk desk;

    FileDesk()
        : desk(opened(folder.path()))
    {
    }
    static std::unique_ptr<Database> opened(const QString& path)
    {
        auto db = must(Database::open({path, {}}, OpenMode::Create));
        db->setClock(steppingClock(QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC)));
        db->unlock(Vault::fromKey(QByteArray(32, 'v')));
        return db;
    }
};

/// A paper that somebody brought.
struct Scan {
    QTemporaryDir folder;
    QString path = folder.filePath(u"scan.pdf"_s);

    Scan()
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("%PDF-1.4 something");
    }
};

CustomerId zahran(Desk& desk)
{
    const auto receipt = must(VisitService(*desk.db).complete(must(parseVisit(kVisit)), desk.by));
    // The portal has taken it: nothing is open any more.
    tamper(*desk.db, u"UPDATE outbox SET state = 'delivered', payload = substr(payload, 1, 0)"_s);
    tamper(*desk.db, u"UPDATE service_transaction SET state = 'completed'"_s);
    tamper(*desk.db,
        u"INSERT INTO transaction_move (id, branch_id, transaction_id, to_state, act, actor, counter, at) "
        "SELECT 9000000000000000000, 1, id, 'completed', 'completed', '', '', '2026-11-22T09:00:00.000Z' "
        "FROM service_transaction ORDER BY id DESC LIMIT 1"_s);
    vouchFor(*desk.db, kTransactionRows);
    vouchFor(*desk.db, kOutboxRows);
    return receipt.customer;
}

Result<Erasure> erase(Desk& desk, CustomerId customer)
{
    return ErasureService(*desk.db).erase(
        customer, approvalFor(*desk.db, erasureAct(customer), desk.by), desk.by);
}

/// Files of the folder in which the bytes are found.
QStringList filesWith(const QString& folder, const QByteArray& bytes)
{
    QStringList found;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes)) found << file.fileName();
    }
    return found;
}

} // namespace

TEST_CASE(
    "Erased, nothing of a person is left in the files: rows, free pages, search index, log", "[privacy]")
{
    if (qEnvironmentVariableIsSet("SANAD_TEST_PG")) return;
    FileDesk files;
    Desk& desk = files.desk;
    const CustomerId id = zahran(desk);
    // Neighbours before and after, so that pages are split and shared.
    for (int i = 0; i < 300; ++i) {
        Customer other;
        other.nameAr = u"ناصر بن علي الهنائي"_s;
        other.nameEn = u"Nasser Ali Alhinai"_s;
        other.identifiers = {{u"civil_number"_s, QString::number(20'000'000 + i)}};
        must(CustomerService(*desk.db).create(other, desk.by, ConfirmDuplicates::Yes));
    }
    Customer changed = must(CustomerService(*desk.db).get(id, desk.by));
    changed.nameEn = u"Zahran Qaydhan Algaithi"_s;
    must(CustomerService(*desk.db).update(changed, desk.by));

    const QList<QByteArray> readable{QByteArray("زهران"), QByteArray("قيظان"), QByteArray("Zahran"),
        QByteArray("Qaydhan"), QByteArray("Algaithi"), QByteArray("Alghafri"), QByteArray("ZAHRAN"),
        QByteArray("QAYDHAN"), QByteArray("ALGHAFRI")};
    for (const QByteArray& name : {readable[0], readable[2], readable[6]})
        CHECK_FALSE(filesWith(files.folder.path(), name).isEmpty());
    const QList<QByteArray> sealed{"71717171", "93939393", "POLICY-88221", "55443 أب", "Quriyat"};
    for (const QByteArray& value : sealed)
        CHECK(filesWith(files.folder.path(), value).isEmpty());
    const QByteArray sealedRow = must(desk.db->read([&](Tx& tx) -> Result<QByteArray> {
        auto query = tx.query("SELECT person_sealed FROM customer WHERE id = :id");
        query.bind(":id", id).run().next();
        return query.bytes(0);
    }));
    CHECK_FALSE(filesWith(files.folder.path(), sealedRow.mid(4, 24)).isEmpty());

    const auto erasure = must(erase(desk, id));
    CHECK(erasure.compacted);
    CHECK(erasure.counts.transactions == 1);
    CHECK(erasure.counts.receipts == 1);
    for (const QByteArray& value : readable + sealed)
        CHECK(filesWith(files.folder.path(), value) == QStringList{});
    CHECK(filesWith(files.folder.path(), sealedRow.mid(4, 24)) == QStringList{});
    CHECK(must(CustomerService(*desk.db).find(u"ناصر"_s, 5, desk.by)).size() == 5);
    CHECK(must(CustomerService(*desk.db).find(u"زهران"_s, 5, desk.by)).empty());
    CHECK(must(CustomerService(*desk.db).find(u"93939393"_s, 5, desk.by)).empty());
}

TEST_CASE("A copy from before an upgrade goes with an erasure", "[privacy]")
{
    if (qEnvironmentVariableIsSet("SANAD_TEST_PG")) return;
    FileDesk files;
    const CustomerId id = zahran(files.desk);
    QFile copy(files.folder.filePath(u"sanad-before-0017.db"_s));
    REQUIRE(copy.open(QIODevice::WriteOnly));
    copy.write("Zahran, as the older program wrote it");
    copy.close();
    must(erase(files.desk, id));
    CHECK_FALSE(copy.exists());
    CHECK(filesWith(files.folder.path(), "Zahran") == QStringList{});
}

TEST_CASE("What a reader kept an erasure from cleaning is cleaned by the next chores", "[privacy]")
{
    if (qEnvironmentVariableIsSet("SANAD_TEST_PG")) return;
    FileDesk files;
    Desk& desk = files.desk;
    const CustomerId id = zahran(desk);
    const auto reader = must(Database::open({files.folder.path(), {}}, OpenMode::ReadOnly));
    must(reader->read([&](Tx& tx) -> Result<> {
        auto query = tx.query("SELECT count(*) FROM customer");
        query.run().next();
        CHECK_FALSE(must(erase(desk, id)).compacted);
        return {};
    }));
    CHECK_FALSE(filesWith(files.folder.path(), "Zahran").isEmpty());
    CHECK(must(doPrivacyChores(*desk.db, desk.by)).compacted);
    CHECK(filesWith(files.folder.path(), "Zahran") == QStringList{});
    CHECK_FALSE(must(doPrivacyChores(*desk.db, desk.by)).compacted);
}

TEST_CASE("Tax documents stay after an erasure, the name goes, and verify stays clean", "[privacy]")
{
    Desk desk;
    const CustomerId id = zahran(desk);
    const auto before = desk.number(u"SELECT count(*) FROM ledger_entry"_s);
    REQUIRE(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
    must(erase(desk, id));
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
    CHECK(desk.number(u"SELECT count(*) FROM ledger_entry"_s) == before);
    const auto receipt = must(ReceiptService(*desk.db).get(u"C1-000001"_s, desk.by));
    CHECK(receipt.customerName.isEmpty());
    CHECK(receipt.total == Money::fromBaisa(20'000));
    CHECK(refusal(CustomerService(*desk.db).get(id, desk.by)).key == u"customer.not-found"_s);
    const auto page = must(TransactionService(*desk.db).list({}, {}, 10, desk.by));
    REQUIRE(page.rows.size() == 1);
    CHECK(must(TransactionService(*desk.db).get(page.rows.front().id, desk.by)).form.isEmpty());
}

TEST_CASE("A party that is taken away without an erasure is found", "[privacy]")
{
    Desk desk;
    zahran(desk);
    tamper(*desk.db, u"DELETE FROM receipt_party"_s);
    CHECK(must(verifyCentre(*desk.db)).size() == 1);
}

TEST_CASE("A person who is back after an erasure is found", "[privacy]")
{
    Desk desk;
    const CustomerId id = zahran(desk);
    must(erase(desk, id));
    tamper(*desk.db,
        u"INSERT INTO customer (id, branch_id, kind, name_ar, name_en, search_text, sex, nationality, "
        u"wilayat, language, "
        "person_sealed, created_at, updated_at) SELECT %1, 1, kind, name_ar, name_en, '', sex, nationality, "
        "wilayat, "
        "language, person_sealed, created_at, updated_at FROM customer"_s.arg(id.text()));
    const auto breaches = must(verifyCentre(*desk.db));
    REQUIRE(breaches.size() == 2);
    CHECK(breaches.front().what == u"was taken away and is back"_s);
    CHECK(breaches.back().invariant == u"private"_s);
}

TEST_CASE("An erasure needs the consent of a second person", "[privacy]")
{
    Desk desk;
    const CustomerId id = zahran(desk);
    CHECK(refusal(ErasureService(*desk.db).erase(id, {}, desk.by)).key == u"approval.missing"_s);
    const Actor clerk = actorWith({Permission::EditCustomers});
    CHECK(refusal(ErasureService(*desk.db).erase(id, approvalFor(*desk.db, erasureAct(id), clerk), clerk))
              .key == u"gate.denied"_s);
    const auto another = approvalFor(*desk.db, erasureAct(desk.salim.id), desk.by);
    CHECK(refusal(ErasureService(*desk.db).erase(id, another, desk.by)).key == u"approval.other-subject"_s);
    CHECK(must(CustomerService(*desk.db).get(id, desk.by)).id == id);
}

TEST_CASE("Nobody is erased while something is open with them", "[privacy]")
{
    Desk desk;
    SECTION("a draft")
    {
        desk.renewalDraft();
        CHECK(refusal(erase(desk, desk.salim.id)).key == u"privacy.open-draft"_s);
    }
    SECTION("a transaction, its fee, its report to the portal")
    {
        const auto receipt = must(VisitService(*desk.db).complete(must(parseVisit(kVisit)), desk.by));
        CHECK(refusal(erase(desk, receipt.customer)).key == u"privacy.open-transaction"_s);
        tamper(*desk.db, u"UPDATE service_transaction SET state = 'completed', fee_state = 'disputed'"_s);
        CHECK(refusal(erase(desk, receipt.customer)).key == u"privacy.open-fee"_s);
        tamper(*desk.db, u"UPDATE service_transaction SET fee_state = 'confirmed'"_s);
        CHECK(refusal(erase(desk, receipt.customer)).key == u"privacy.open-outbox"_s);
    }
    SECTION("a breach")
    {
        must(PrivacyService(*desk.db).recordBreach({}, u"ضاع ملف"_s, {desk.salim.id}, desk.by));
        CHECK(refusal(erase(desk, desk.salim.id)).key == u"privacy.open-breach"_s);
    }
    SECTION("nothing: then it is done, with the words of the request")
    {
        must(PrivacyService(*desk.db).takeRequest(
            desk.salim.id, RequestKind::Erasure, u"يطلب محو بياناته"_s, {}, desk.by));
        must(erase(desk, desk.salim.id));
        CHECK(must(PrivacyService(*desk.db).requests(true, desk.by)).front().words.isEmpty());
        CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
        CHECK(refusal(erase(desk, desk.salim.id)).key == u"customer.not-found"_s);
    }
}

TEST_CASE("The records merged into one go with it", "[privacy]")
{
    Desk desk;
    const CustomerId id = zahran(desk);
    tamper(*desk.db,
        u"UPDATE customer SET merged_into = %1 WHERE id = %2"_s.arg(desk.salim.id.text(), id.text()));
    must(erase(desk, id));
    CHECK(desk.number(u"SELECT count(*) FROM customer"_s) == 0);
    CHECK(desk.number(u"SELECT count(*) FROM customer_number"_s) == 0);
    CHECK(desk.number(u"SELECT count(*) FROM erasure"_s) == 2);
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
}

TEST_CASE("The files of an erased person are gone from the disk", "[privacy]")
{
    Desk desk;
    const auto draft = desk.renewalDraft();
    const Scan scan;
    const auto file = must(DocumentService(*desk.db).add(draft.id, u"veh"_s, scan.path, {}, desk.by));
    const QString path = QDir(desk.db->filesFolder()).filePath(file.name);
    REQUIRE(QFile::exists(path));
    must(VisitService(*desk.db).completeDrafts({draft.id}, {}, desk.by));
    tamper(*desk.db, u"UPDATE outbox SET state = 'delivered', payload = substr(payload, 1, 0)"_s);
    tamper(*desk.db, u"UPDATE service_transaction SET state = 'completed', fee_state = 'confirmed'"_s);
    tamper(*desk.db, u"UPDATE outbox SET reference = 'SP-1 Salim'"_s);
    vouchFor(*desk.db, kOutboxRows);
    CHECK(must(erase(desk, desk.salim.id)).counts.documents == 1);
    CHECK_FALSE(QFile::exists(path));
    CHECK(desk.number(u"SELECT count(*) FROM outbox WHERE reference <> ''"_s) == 0);
    for (const Breach& one : must(verifyCentre(*desk.db)))
        CHECK(one.where.section(u' ', 0, 0) != u"outbox");
}

TEST_CASE("The scans of a draft that was discarded before go with an erasure at once", "[privacy]")
{
    Desk desk;
    const auto draft = desk.renewalDraft();
    const Scan scan;
    const auto file = must(DocumentService(*desk.db).add(draft.id, u"veh"_s, scan.path, {}, desk.by));
    must(TransactionService(*desk.db).discard(draft.id, desk.by));
    const QString path = QDir(desk.db->filesFolder()).filePath(file.name);
    REQUIRE(QFile::exists(path));
    must(erase(desk, desk.salim.id));
    CHECK_FALSE(QFile::exists(path));
    CHECK(desk.number(u"SELECT count(*) FROM document_file"_s) == 0);
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
}

TEST_CASE("Whoever was erased is erased again from a restored copy", "[privacy]")
{
    if (qEnvironmentVariableIsSet("SANAD_TEST_PG")) return;
    FileDesk files;
    Desk& desk = files.desk;
    const CustomerId id = zahran(desk);
    // A copy of the file from before the erasure, as a backup has it.
    const QTemporaryDir restored;
    tamper(*desk.db, u"PRAGMA user_version = 0"_s);
    must(desk.db->compact({}));
    REQUIRE(QFile::copy(files.folder.filePath(u"sanad.db"_s), restored.filePath(u"sanad.db"_s)));
    must(erase(desk, id));
    const QString list = erasureListPath(desk.db->location());
    REQUIRE(QFile::exists(list));
    CHECK_FALSE(filesWith(restored.path(), "Zahran").isEmpty());

    auto db = FileDesk::opened(restored.path());
    REQUIRE(must(CustomerService(*db).get(id, desk.by)).nameEn == u"Zahran Qaydhan Alghafri"_s);
    CHECK(must(ErasureService(*db).applyAgain(list, desk.by)) == 1);
    CHECK(refusal(CustomerService(*db).get(id, desk.by)).key == u"customer.not-found"_s);
    CHECK(filesWith(restored.path(), "Zahran") == QStringList{});
    CHECK(must(verifyCentre(*db)) == std::vector<Breach>{});
    CHECK(must(ErasureService(*db).applyAgain(list, desk.by)) == 0);
    CHECK(QFile::exists(restored.filePath(u"erasures.list"_s)));

    SECTION("a line that somebody wrote erases nobody")
    {
        QFile forged(list);
        REQUIRE(forged.open(QIODevice::Append));
        forged.write(
            desk.salim.id.text().toLatin1() + "|2026-11-22T08:00:00.000Z|" + QByteArray(128, 'a') + '\n');
        forged.close();
        CHECK(must(ErasureService(*db).applyAgain(list, desk.by)) == 0);
        CHECK(must(CustomerService(*db).get(desk.salim.id, desk.by)).id == desk.salim.id);
    }
}

TEST_CASE("Papers are kept as long as their kind says, and chores remove what is over", "[privacy]")
{
    Desk desk;
    const auto draft = desk.renewalDraft();
    const Scan scan;
    DocumentService documents(*desk.db);
    PrivacyService privacy(*desk.db);
    const auto first = must(documents.add(draft.id, u"veh"_s, scan.path, {}, desk.by));
    CHECK(first.keepUntil == QDate(2027, 11, 22));
    must(privacy.setRetention({u"ins"_s, 3}, desk.by));
    CHECK(must(documents.add(draft.id, u"ins"_s, scan.path, {}, desk.by)).keepUntil == QDate(2027, 2, 22));
    must(privacy.setRetention({{}, 24}, desk.by));
    CHECK(
        must(documents.checklist(draft.id, desk.by)).front().files.front().keepUntil == QDate(2028, 11, 22));
    CHECK(must(privacy.retention(desk.by)) == std::vector<Retention>{{u""_s, 24}, {u"ins"_s, 3}});
    CHECK(refusal(privacy.setRetention({{}, 0}, desk.by)).key == u"privacy.months"_s);
    CHECK(refusal(privacy.setRetention({u"no-such-paper"_s, 6}, desk.by)).key == u"privacy.no-paper"_s);

    CHECK(must(doPrivacyChores(*desk.db, desk.by)).files == 0);
    desk.db->setClock(steppingClock(QDateTime(QDate(2027, 2, 23), QTime(8, 0), Qt::UTC)));
    CHECK(must(doPrivacyChores(*desk.db, desk.by)).files == 1);
    CHECK(desk.number(u"SELECT count(*) FROM document_file"_s) == 1);
}

TEST_CASE("No paper goes for its age while the clock may stand ahead, and a person can say that it is right",
    "[privacy]")
{
    Desk desk;
    const auto draft = desk.renewalDraft();
    const Scan scan;
    must(DocumentService(*desk.db).add(draft.id, u"veh"_s, scan.path, {}, desk.by));
    must(VisitService(*desk.db).complete(must(parseVisit(renewalLine())), desk.by));
    desk.db->setClock(steppingClock(QDateTime(QDate(2029, 11, 22), QTime(8, 0), Qt::UTC)));
    const auto ahead = must(doPrivacyChores(*desk.db, desk.by));
    CHECK(ahead.files == 0);
    REQUIRE(ahead.clock);
    CHECK(ahead.clock->key == u"privacy.clock-ahead"_s);
    CHECK(ahead.clock->args == QStringList{u"2029-11-22 12:00"_s, u"2026-11-22 12:00"_s});
    must(ClockGuard(*desk.db).confirm(desk.by));
    const auto right = must(doPrivacyChores(*desk.db, desk.by));
    CHECK_FALSE(right.clock);
    CHECK(right.files == 1);
}

TEST_CASE("A paper that tells of somebody's health is looked at and never kept", "[privacy]")
{
    Desk desk;
    const Scan scan;
    const auto draft =
        must(TransactionService(*desk.db).open(u"SPF-DISABILITY"_s, desk.salim.id, {}, desk.by));
    CHECK(refusal(DocumentService(*desk.db).add(draft.id, u"med"_s, scan.path, {}, desk.by)).key ==
        u"document.sensitive"_s);
    CHECK_FALSE(QDir(desk.db->filesFolder()).exists(u"*.box"_s));
    must(DocumentService(*desk.db).mark(draft.id, u"med"_s, DocumentState::Seen, desk.by));
}
