#include "core/backup/health.h"
#include "core/backup/known_heads.h"
#include "core/customers/customer_service.h"
#include "tests/core/backup/centre.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

KnownHead headNow(Database& db)
{
    return must(db.read([](Tx& tx) -> Result<KnownHead> {
        const auto header = BackupRepository(tx).headerOf();
        // Later than the restore that brought the centre to a server.
        return KnownHead{header.chainNumber, header.chainHash, tx.now().addSecs(7200)};
    }));
}

QString centreOf(Database& db)
{
    return must(db.read([](Tx& tx) -> Result<QString> { return centreIdOf(tx); }));
}

} // namespace

TEST_CASE("A sound centre starts without a word", "[health]")
{
    BackedCentre centre;
    centre.backup();
    const auto found = must(startupCheck(*centre.db));
    INFO(listed(found).toStdString());
    CHECK(found.empty());
    CHECK(remedyFor(found) == Remedy::None);
}

TEST_CASE("An old copy in the place of the data is noticed at the start", "[health]")
{
    BackedCentre centre;
    KnownHead known = headNow(*centre.db);
    known.number += 5;
    rememberHead(centre.db->location().folder, centreOf(*centre.db), known);
    const auto found = must(startupCheck(*centre.db));
    REQUIRE(found.size() == 1);
    CHECK(found.front().where == u"audit_line %1"_s.arg(known.number));
    CHECK(remedyFor(found) == Remedy::Restore);
}

TEST_CASE("An old copy of the whole folder is noticed by what is remembered on the stick", "[health]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    must(backups.setFolder(centre.stick, centre.owner));
    must(backups.noteHead(centre.owner));
    CHECK(must(startupCheck(*centre.db)).empty());
    KnownHead known = headNow(*centre.db);
    known.number += 3;
    rememberHead(centre.stick, centreOf(*centre.db), known);
    CHECK(must(startupCheck(*centre.db)).size() == 1);
}

TEST_CASE("A chain that was written anew behind a known head is noticed at the start", "[health]")
{
    BackedCentre centre;
    KnownHead known = headNow(*centre.db);
    known.hash[0] = static_cast<char>(known.hash[0] ^ 1);
    rememberHead(centre.db->location().folder, centreOf(*centre.db), known);
    CHECK(must(startupCheck(*centre.db)).size() == 1);
}

TEST_CASE("A guard that was taken away is noticed at the start", "[health]")
{
    BackedCentre centre;
    tamper(*centre.db,
        centre.db->onServer() ? u"DROP TRIGGER receipt_no_change ON receipt"_s
                              : u"DROP TRIGGER receipt_no_update"_s);
    CHECK(must(startupCheck(*centre.db)).size() == 1);
}

TEST_CASE("A known head is raised and never lowered", "[health]")
{
    QTemporaryDir folder;
    const KnownHead ten{10, QByteArray(32, 'a'), QDateTime(QDate(2026, 1, 1), QTime(1, 0), Qt::UTC)};
    KnownHead nine = ten;
    nine.number = 9;
    rememberHead(folder.path(), u"c"_s, ten);
    rememberHead(folder.path(), u"c"_s, nine);
    CHECK(knownHead(folder.path(), u"c"_s) == ten);
    CHECK_FALSE(knownHead(folder.path(), u"d"_s));
    replaceHead(folder.path(), u"c"_s, nine);
    CHECK(knownHead(folder.path(), u"c"_s) == nine);
    setContent(folder.filePath(u"sanad-heads.json"_s), "{not json");
    CHECK_FALSE(knownHead(folder.path(), u"c"_s));
}

TEST_CASE("What is derived is made anew from the facts", "[health]")
{
    BackedCentre centre;
    CustomerService customers(*centre.db);
    const auto person = must(frequentCustomers(*centre.db, 1, 7)).front();
    const auto hits = must(customers.find(person.nameAr, 10, centre.owner)).size();
    REQUIRE(hits > 0);
    tamper(*centre.db, u"UPDATE day_figure SET vat_baisa = vat_baisa + 1"_s);
    tamper(*centre.db, u"DELETE FROM ledger_day"_s);
    tamper(*centre.db, u"UPDATE ledger_account SET balance_baisa = 7"_s);
    tamper(*centre.db,
        centre.db->onServer() ? u"DELETE FROM customer_word"_s
                              : u"INSERT INTO customer_search (customer_search) VALUES ('delete-all')"_s);
    CHECK(must(customers.find(person.nameAr, 10, centre.owner)).empty());
    const auto found = must(verifyCentre(*centre.db));
    CHECK(remedyFor(found) == Remedy::Rebuild);
    must(rebuildDerived(*centre.db, centre.owner));
    const auto after = must(verifyCentre(*centre.db));
    INFO(listed(after).toStdString());
    CHECK(after.empty());
    CHECK(must(customers.find(person.nameAr, 10, centre.owner)).size() == hits);
}

TEST_CASE("What the nightly check found is kept to be seen", "[health]")
{
    BackedCentre centre;
    must(recordFullCheck(*centre.db, {{u"chain"_s, u"audit_line 7"_s, u"changed"_s}}));
    const auto state = must(BackupService(*centre.db).state(centre.owner));
    REQUIRE(state.lastCheck);
    CHECK(state.lastCheck->breaches == 1);
    CHECK(state.lastCheck->first == u"chain: audit_line 7"_s);
}
