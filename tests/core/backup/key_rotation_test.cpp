#include "core/keys/key_rotation.h"

#include "core/customers/customer_repository.h"
#include "core/customers/customer_service.h"
#include "core/documents/document_files.h"
#include "core/documents/document_repository.h"
#include "core/documents/document_service.h"
#include "core/heads/head_repository.h"
#include "core/keys/sealed_columns.h"
#include "core/people/approvals.h"
#include "core/people/people_service.h"
#include "core/people/secrets_service.h"
#include "core/people/staff_repository.h"
#include "core/receipts/receipt_service.h"
#include "core/transactions/transaction_repository.h"
#include "tests/core/backup/centre.h"
#include "tests/support/cheap_secrets.h"
#include "tests/support/edits.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const auto kPassword = u"demo-owner"_s;
const QByteArray kPaper = "%PDF-1.4 of a customer";

/// Columns of bytes that the data key has no part in: hashes, signatures, public keys, packs, and wrapped
/// keys, which KeyService writes itself.
const std::set<QString> kPlain{u"audit_head.hash"_s, u"audit_line.hash"_s, u"backup_run.chain_hash"_s,
    u"content_pack.file"_s, u"content_pack.hash"_s, u"content_pack.publisher"_s, u"data_key.mark"_s,
    u"day_close.chain_hash"_s, u"day_close.signature"_s, u"desk_key.public_key"_s, u"number_gap.signature"_s,
    u"catalogue_revision.stamp"_s, u"pack_publisher.public_key"_s, u"credit_note.signature"_s,
    u"receipt.link"_s, u"receipt.party_digest"_s, u"receipt.signature"_s, u"recovery_key.wrapped_key"_s,
    u"staff.wrapped_key"_s, u"sync_anchor.hash"_s, u"sync_batch.content_hash"_s, u"sync_batch.public_key"_s,
    u"sync_batch.signature"_s, u"sync_connector.sha256"_s};

Approval consent(BackedCentre& centre)
{
    return approvalFor(*centre.db, keyRotationAct(), centre.owner);
}

Result<KeyRotation> rotate(BackedCentre& centre)
{
    return KeyService(*centre.db, kCheap).rotate(kPassword, consent(centre), centre.owner);
}

Vault vaultOf(Database& db)
{
    return must(db.read([](Tx& tx) -> Result<Vault> { return tx.vault(); }));
}

struct Value {
    QString table, bound;
    std::int64_t id = 0;
    QByteArray sealed;
};

std::vector<Value> sealedValues(Database& db)
{
    return must(db.read([](Tx& tx) -> Result<std::vector<Value>> {
        std::vector<Value> values;
        for (const SealedColumn& each : sealedColumns()) {
            const QString table = QLatin1StringView(each.table), column = QLatin1StringView(each.column);
            auto query = tx.query(
                u"SELECT id, %1 FROM %2 WHERE %1 IS NOT NULL AND length(%1) > 0"_s.arg(column, table));
            query.run();
            while (query.next())
                values.push_back({table, QLatin1StringView(each.boundAs), query.int64(0), query.bytes(1)});
        }
        return values;
    }));
}

/// How many of them the key opens.
int opened(const std::vector<Value>& values, const Vault& vault)
{
    return static_cast<int>(std::count_if(values.begin(), values.end(), [&](const Value& each) {
        return vault.open(each.table, each.bound, each.id, each.sealed).has_value();
    }));
}

QStringList filesWith(const QString& folder, const QByteArray& bytes)
{
    QStringList found;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        if (const QString path = it.next(); contentOf(path).contains(bytes)) found << path;
    return found;
}

/// The civil number of some customer.
QString civilNumber(BackedCentre& centre)
{
    const auto id = CustomerId::fromRaw(numberOf(*centre.db,
        u"SELECT customer_id FROM customer_number WHERE kind = 'civil_number' ORDER BY id LIMIT 1"_s));
    for (const auto& entry : must(CustomerService(*centre.db).get(id, centre.owner)).identifiers)
        if (entry.kind == "civil_number"_L1) return entry.value;
    return {};
}

} // namespace

TEST_CASE(
    "Every column of bytes is in the registry of what the data key seals, or known to be no secret", "[keys]")
{
    const auto db = migratedDatabase();
    std::set<QString> known = kPlain;
    for (const SealedColumn& each : sealedColumns())
        known.insert(QLatin1StringView(each.table) + u'.' + QLatin1StringView(each.column));
    for (const char* index : keyedIndexes())
        known.insert(QLatin1StringView(index));
    const QString columns = db->onServer()
        ? u"SELECT CAST(table_name AS TEXT) || '.' || CAST(column_name AS TEXT) FROM "
          u"information_schema.columns "
          "WHERE table_schema = current_schema() AND data_type = 'bytea'"_s
        : u"SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c "
          "WHERE t.type = 'table' AND c.type = 'BYTEA'"_s;
    int found = 0;
    must(db->read([&](Tx& tx) -> Result<> {
        auto query = tx.query(columns);
        query.run();
        while (query.next()) {
            ++found;
            INFO(query.text(0).toStdString() << " joins core/keys/sealed_columns.cpp by one line");
            CHECK(known.contains(query.text(0)));
        }
        return {};
    }));
    CHECK(found > 35);
}

TEST_CASE("After a change of the data key all opens with the new one, nothing with the old, and every "
          "promise holds",
    "[keys]")
{
    BackedCentre centre;
    const DocumentFile paper = keepPaper(centre, kPaper);
    const QString civil = civilNumber(centre);
    const auto plates =
        numberOf(*centre.db, u"SELECT count(*) FROM customer_number WHERE kind = 'plate_number'"_s);
    const Vault before = vaultOf(*centre.db);
    const auto old = sealedValues(*centre.db);
    REQUIRE(opened(old, before) == std::ssize(old));

    const KeyRotation done = must(rotate(centre));
    CHECK(listed(must(verifyCentre(*centre.db))) == QString());
    const auto now = sealedValues(*centre.db);
    CHECK(std::ssize(now) == done.values);
    CHECK(opened(now, vaultOf(*centre.db)) == std::ssize(now));
    CHECK(opened(now, before) == 0);

    CustomerService customers(*centre.db);
    CHECK(must(customers.find(civil, 5, centre.owner)).size() == 1);
    CHECK_FALSE(must(customers.find(civil.right(4), 5, centre.owner)).empty());
    CHECK(done.platesForgotten == 0);
    CHECK(numberOf(*centre.db, u"SELECT count(*) FROM customer_number WHERE kind = 'plate_number'"_s) ==
        plates);
    CHECK(must(ReceiptService(*centre.db).get(u"C1-000001"_s, centre.owner)).number == u"C1-000001"_s);

    CHECK(done.files == 1);
    CHECK(must(DocumentService(*centre.db).open(paper.id, centre.owner)) == kPaper);
    const QStringList files = QDir(centre.db->filesFolder()).entryList(QDir::Files);
    CHECK(files.size() == 1);
    CHECK_FALSE(files.contains(paper.name));

    // Work goes on: what is signed, sealed and vouched for next holds too.
    must(rotate(centre));
    CHECK(listed(must(verifyCentre(*centre.db))) == QString());
}

TEST_CASE("A plate is found after a change of the data key as long as a transaction tells it", "[keys]")
{
    BackedCentre centre;
    const auto id = TransactionId::fromRaw(
        numberOf(*centre.db, u"SELECT id FROM service_transaction ORDER BY id LIMIT 1"_s));
    const auto customer = CustomerId::fromRaw(
        numberOf(*centre.db, u"SELECT applicant_id FROM service_transaction ORDER BY id LIMIT 1"_s));
    must(centre.db->write([&](Tx& tx) -> Result<> {
        TransactionRepository(tx).setForm(
            id, QJsonDocument(QJsonObject{{u"plate_number"_s, u"55443 أب"_s}}).toJson());
        for (const QString& plate : {u"55443 أب"_s, u"66554 أب"_s}) // the second one was corrected
            CustomerRepository(tx).addPlate(customer, plate);
        return {};
    }));
    CHECK(must(rotate(centre)).platesForgotten == 1);
    CHECK(listed(must(verifyCentre(*centre.db))) == QString());
    CustomerService customers(*centre.db);
    CHECK(must(customers.find(u"55443 أب"_s, 5, centre.owner)).size() == 1);
    CHECK(must(customers.find(u"66554 أب"_s, 5, centre.owner)).empty());
}

TEST_CASE("Nothing that the old data key sealed is left in the files of a folder", "[keys]")
{
    if (qEnvironmentVariableIsSet("SANAD_TEST_PG")) return;
    BackedCentre centre;
    const auto old = sealedValues(*centre.db);
    CHECK(must(rotate(centre)).compacted);
    const QString folder = centre.db->location().folder;
    for (std::size_t i = 0; i < old.size(); i += std::max<std::size_t>(1, old.size() / 40)) {
        INFO(old[i].table.toStdString() << '.' << old[i].bound.toStdString());
        CHECK(filesWith(folder, old[i].sealed.left(40)) == QStringList());
    }
}

TEST_CASE(
    "After a change of the data key the owner and the new code open the data; others need a new password",
    "[keys]")
{
    BackedCentre centre;
    const KeyRotation done = must(rotate(centre));
    CHECK(done.needPassword.contains(u"manager"_s));
    CHECK_FALSE(done.needPassword.contains(u"owner"_s));
    SignIn signIn(*centre.db);
    CHECK(refusal(signIn.withPassword(u"manager"_s, u"demo-manager"_s, {})).key == u"sign-in.key-changed"_s);
    StaffId manager;
    must(centre.db->read([&](Tx& tx) -> Result<> {
        manager = StaffRepository(tx).byUser(u"manager"_s)->id;
        return {};
    }));
    must(SecretsService(*centre.db, kCheap).reset(manager, u"new-manager"_s, {}, centre.owner));
    must(signIn.withPin(u"manager"_s, u"222222"_s, {}));
    centre.db->lock();
    must(signIn.withPassword(u"manager"_s, u"new-manager"_s, {}));
    centre.db->lock();
    must(signIn.withPassword(u"owner"_s, kPassword, {}));

    SecretsService secrets(*centre.db, kCheap);
    const auto recover = [&](const QString& code) {
        return secrets.recover(code, u"owner"_s, u"another-owner"_s, u"135713"_s);
    };
    must(recover(done.recoveryCode));
    CHECK(refusal(recover(centre.recoveryCode)).key == u"recovery.wrong"_s);
    CHECK(listed(must(verifyCentre(*centre.db))) == QString());
}

TEST_CASE("A backup opens with the key of its time, whatever the data key is since", "[keys]")
{
    BackedCentre centre;
    keepPaper(centre, kPaper);
    const auto older = centre.backup();
    const KeyRotation done = must(rotate(centre));
    const auto newer = centre.backup();
    CHECK(must(BackupService(*centre.db).check(newer.path, centre.owner)).good());
    CHECK(must(opensBackup(newer.path, vaultOf(*centre.db))));
    CHECK_FALSE(must(opensBackup(older.path, vaultOf(*centre.db))));
    CHECK(refusal(unlockHeader(newer.header, {}, centre.recoveryCode)).key == u"backup.wrong-key"_s);
    CHECK(unlockHeader(newer.header, u"owner"_s, kPassword).has_value());

    RestoreRequest request = centre.request(older, centre.place(u"older"_s));
    request.acceptOlder = true;
    must(restoreBackup(request));
    Reopened restored(centre.place(u"older"_s));
    CHECK(listed(must(verifyCentre(*restored.db))) == QString());
    const auto values = sealedValues(*restored.db);
    CHECK(opened(values, vaultOf(*restored.db)) == std::ssize(values));

    RestoreRequest again = centre.request(older, centre.place(u"newer"_s));
    again.file = newer.path;
    again.vault = must(unlockHeader(newer.header, {}, done.recoveryCode));
    must(restoreBackup(again));
    Reopened latest(centre.place(u"newer"_s));
    CHECK(listed(must(verifyCentre(*latest.db))) == QString());
}

TEST_CASE(
    "The data key stays as it is without the owner, the password, a second person, or sound data", "[keys]")
{
    BackedCentre centre;
    keepPaper(centre, kPaper);
    const Vault before = vaultOf(*centre.db);
    const auto lines = [&] {
        return numberOf(*centre.db, u"SELECT count(*) FROM audit_line WHERE act = 'key.rotated'"_s);
    };
    const QStringList files = QDir(centre.db->filesFolder()).entryList(QDir::Files);
    KeyService keys(*centre.db, kCheap);

    CHECK(refusal(keys.rotate(u"not-the-one"_s, consent(centre), centre.owner)).key == u"sign-in.wrong"_s);
    must(SecretsService(*centre.db, kCheap).reset(centre.owner.staff(), {}, {}, centre.owner));
    CHECK(refusal(keys.rotate(kPassword, {}, centre.owner)).key == u"approval.missing"_s);
    PeopleService people(*centre.db, kCheap);
    must(people.setPermission(Role::Manager, Permission::ManageStaff, true, centre.owner));
    const Actor manager = must(SignIn(*centre.db).withPassword(u"manager"_s, u"demo-manager"_s, {}));
    CHECK(refusal(keys.rotate(u"demo-manager"_s, approvalFor(*centre.db, keyRotationAct(), manager), manager))
              .key == u"people.owner-only"_s);
    must(people.setPermission(Role::Manager, Permission::ManageStaff, false, centre.owner));

    edit(*centre.db, u"receipt_party"_s,
        u"UPDATE receipt_party SET sealed = (SELECT sealed FROM receipt_party ORDER BY id LIMIT 1)"_s);
    CHECK(refusal(rotate(centre)).key == u"key.not-sound"_s);

    CHECK(lines() == 0);
    CHECK(vaultOf(*centre.db).key() == before.key());
    const auto values = sealedValues(*centre.db);
    CHECK(opened(values, before) > std::ssize(values) / 2);
    CHECK(QDir(centre.db->filesFolder()).entryList(QDir::Files) == files);
}

TEST_CASE("A value that does not open stops a change of the data key, and its new files go", "[keys]")
{
    BackedCentre centre;
    keepPaper(centre, kPaper);
    // No audit line vouches for drafts, so verify has nothing to say.
    tamper(*centre.db,
        u"INSERT INTO transaction_draft (id, branch_id, staff_id, counter, held, content, saved_at) "
        "VALUES (7, 1, 1, 'C1', 0, CAST('%1' AS %2), '2026-11-22T08:00:00.000Z')"_s.arg(
            QString(60, u'x'), centre.db->onServer() ? u"BYTEA"_s : u"BLOB"_s));
    const QStringList files = QDir(centre.db->filesFolder()).entryList(QDir::Files);
    const Vault before = vaultOf(*centre.db);
    CHECK(refusal(rotate(centre)).key == u"vault.damaged"_s);
    CHECK(QDir(centre.db->filesFolder()).entryList(QDir::Files) == files);
    const auto values = sealedValues(*centre.db);
    CHECK(opened(values, before) == std::ssize(values) - 1);
    CHECK(listed(must(verifyCentre(*centre.db))) == QString());
}

TEST_CASE(
    "A change of the data key takes away every paper that no row names, and nobody else's file", "[keys]")
{
    BackedCentre centre;
    const DocumentFile paper = keepPaper(centre, kPaper);
    const QDir folder(centre.db->filesFolder());
    // As a kill after the commit leaves the paper under the key before, and one before it the paper to come.
    const QString id = must(centre.db->read([](Tx& tx) -> Result<QString> { return centreIdOf(tx); }));
    REQUIRE(QFile::copy(folder.filePath(paper.name), folder.filePath(freshDocumentName(id))));
    setContent(folder.filePath(freshDocumentName(id)), "x");
    const QString another = freshDocumentName(u"another centre"_s);
    setContent(folder.filePath(another), "y");
    must(rotate(centre));
    QStringList files = folder.entryList(QDir::Files);
    CHECK(files.removeAll(another) == 1);
    REQUIRE(files.size() == 1);
    CHECK(files.front() != paper.name);
    CHECK(listed(must(verifyCentre(*centre.db))) == QString());
}

TEST_CASE("A party that is changed after it was sealed anew is found, and so is a paper", "[keys]")
{
    BackedCentre centre;
    const DocumentFile paper = keepPaper(centre, kPaper);
    must(rotate(centre));
    edit(*centre.db, u"receipt_party"_s,
        u"UPDATE receipt_party SET sealed = (SELECT sealed FROM receipt_party ORDER BY id LIMIT 1) "
        "WHERE id = (SELECT max(id) FROM receipt_party)"_s);
    CHECK(listed(must(verifyCentre(*centre.db))).contains(u"party changed"_s));
    const QDir folder(centre.db->filesFolder());
    setContent(folder.filePath(folder.entryList(QDir::Files).front()), "something else");
    CHECK(listed(must(verifyCentre(*centre.db))).contains(u"document_file "_s + paper.id.text()));
}

TEST_CASE(
    "A desk that still holds the old data key on a server is refused before it seals anything", "[keys]")
{
    if (!qEnvironmentVariableIsSet("SANAD_TEST_PG")) return;
    BackedCentre centre;
    auto other = must(Database::open(centre.db->location(), OpenMode::Write));
    const Actor owner = must(SignIn(*other).withPassword(u"owner"_s, kPassword, {}));
    must(rotate(centre));
    Customer customer;
    customer.nameAr = u"سالم بن حمد الحارثي"_s;
    CHECK(refusal(CustomerService(*other).create(customer, owner, ConfirmDuplicates::Yes)).key ==
        u"vault.key-changed"_s);
    must(SignIn(*other).withPassword(u"owner"_s, kPassword, {}));
    must(CustomerService(*other).create(customer, owner, ConfirmDuplicates::Yes));
    CHECK(listed(must(verifyCentre(*centre.db))) == QString());
}
