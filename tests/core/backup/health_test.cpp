#include "core/audit/audit_service.h"
#include "core/backup/health.h"
#include "core/crypto/hash.h"
#include "core/customers/customer_service.h"
#include "core/heads/known_heads.h"
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
    rememberHead(centre.db->location().folder, signedHead(*centre.db, known));
    const auto found = must(startupCheck(*centre.db));
    REQUIRE(found.size() == 1);
    CHECK(found.front().where == u"audit_line %1"_s.arg(known.number));
    CHECK(remedyFor(found) == Remedy::Restore);
}

TEST_CASE("The full check knows what the start knows of heads outside, and what a printed Z says", "[health]")
{
    BackedCentre centre;
    const KnownHead now = headNow(*centre.db);
    CHECK(must(fullCheck(*centre.db, {}, {{now.number, now.hash}, {now.number, now.hash.first(8)}})).empty());
    const auto cut = must(fullCheck(*centre.db, {}, {{now.number + 1, now.hash}}));
    REQUIRE(cut.size() == 1);
    CHECK(cut.front().what == u"is known outside and is gone"_s);
    const auto other = must(fullCheck(*centre.db, {}, {{now.number, QByteArray(8, 'x')}}));
    REQUIRE(other.size() == 1);
    CHECK(other.front().what == u"is not what is known outside"_s);
    KnownHead later = now;
    later.number += 5;
    rememberHead(centre.db->location().folder, signedHead(*centre.db, later));
    CHECK(must(fullCheck(*centre.db)) == must(startupCheck(*centre.db)));
    CHECK_FALSE(must(fullCheck(*centre.db)).empty());
}

TEST_CASE("A backup writes over no head that betrays an old copy, nor in place of one that was taken away",
    "[health]")
{
    BackedCentre centre;
    centre.backup();
    if (centre.db->onServer()) return; // a counter's folder may be a new one
    const QString folder = centre.db->location().folder;
    KnownHead lost = headNow(*centre.db);
    lost.number -= 1; // known, and not this chain's
    replaceHead(folder, signedHead(*centre.db, lost));
    centre.backup();
    const auto betrayed = must(startupCheck(*centre.db));
    REQUIRE(betrayed.size() == 1);
    CHECK(betrayed.front().what == u"is not what is known outside"_s);
    REQUIRE(QFile::remove(folder + u'/' + kHeadsFile));
    centre.backup();
    const auto taken = must(startupCheck(*centre.db));
    REQUIRE(taken.size() == 1);
    CHECK(taken.front().what == u"was here and is gone"_s);
}

TEST_CASE("People and roles that were edited are noticed at the start", "[health]")
{
    BackedCentre centre;
    tamper(*centre.db, u"UPDATE staff SET role = 'owner' WHERE user_name = 'clerk1'"_s);
    const auto found = must(startupCheck(*centre.db));
    REQUIRE(found.size() == 1);
    CHECK(found.front().where.startsWith("staff "_L1));
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
    rememberHead(centre.stick, signedHead(*centre.db, known));
    CHECK(must(startupCheck(*centre.db)).size() == 1);
}

TEST_CASE("A chain that was written anew behind a known head is noticed at the start", "[health]")
{
    BackedCentre centre;
    KnownHead known = headNow(*centre.db);
    known.hash[0] = static_cast<char>(known.hash[0] ^ 1);
    rememberHead(centre.db->location().folder, signedHead(*centre.db, known));
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
    const auto key = SigningKey::fromSeed(QByteArray(32, 'k'));
    const QString centre = centreIdFrom(key.publicKey);
    const KnownHead ten{10, QByteArray(32, 'a'), QDateTime(QDate(2026, 1, 1), QTime(1, 0), Qt::UTC)};
    KnownHead nine = ten;
    nine.number = 9;
    rememberHead(folder.path(), signHead(centre, ten, key));
    rememberHead(folder.path(), signHead(centre, nine, key));
    CHECK(must(knownHead(folder.path(), centre)) == ten);
    CHECK(must(knownHead(folder.path(), u"another"_s)) == std::nullopt);
    replaceHead(folder.path(), signHead(centre, nine, key));
    CHECK(must(knownHead(folder.path(), centre)) == nine);
}

TEST_CASE(
    "A known head that its centre did not sign, or that is damaged, is refused and left alone", "[health]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(kHeadsFile);
    const auto key = SigningKey::fromSeed(QByteArray(32, 'k'));
    const auto thief = SigningKey::fromSeed(QByteArray(32, 't'));
    const QString centre = centreIdFrom(key.publicKey);
    const KnownHead ten{10, QByteArray(32, 'a'), QDateTime(QDate(2026, 1, 1), QTime(1, 0), Qt::UTC)};
    KnownHead later = ten;
    later.number = 11;
    const auto refused = [&] {
        const Error error = refusal(knownHead(folder.path(), centre));
        CHECK(error == Error{ErrorCode::Unusable, u"backup.heads-untrusted"_s, {folder.path()}, {}});
        const QByteArray there = contentOf(path);
        rememberHead(folder.path(), signHead(centre, later, key));
        CHECK(contentOf(path) == there);
    };
    replaceHead(folder.path(), signHead(centre, ten, key));
    const QByteArray good = contentOf(path);

    replaceHead(folder.path(), signHead(centre, ten, thief));
    refused();
    setContent(path, QByteArray(good).replace("\"number\":10", "\"number\":4"));
    refused();
    setContent(path, QByteArray(good).replace("2026-01-01", "2026-01-02"));
    refused();
    setContent(path,
        "{\"" + centre.toLatin1() + "\":{\"at\":\"2026-01-01T01:00:00.000Z\",\"hash\":\"" + ten.hash.toHex() +
            "\",\"number\":10}}");
    refused();
    for (const QByteArray& damaged :
        {QByteArray("{not json"), QByteArray("[]"), QByteArray(), good.left(40)}) {
        setContent(path, damaged);
        refused();
    }
    replaceHead(folder.path(), signHead(centre, later, key));
    CHECK(must(knownHead(folder.path(), centre)) == later);
    CHECK(contentOf(folder.filePath(u"sanad-heads-damaged.json"_s)) == good.left(40));
}

TEST_CASE("Centres that share a stick keep each other's heads", "[health]")
{
    QTemporaryDir folder;
    const KnownHead ten{10, QByteArray(32, 'a'), QDateTime(QDate(2026, 1, 1), QTime(1, 0), Qt::UTC)};
    QStringList centres;
    for (const char seed : {'k', 'l', 'm'}) {
        const auto key = SigningKey::fromSeed(QByteArray(32, seed));
        centres << centreIdFrom(key.publicKey);
        rememberHead(folder.path(), signHead(centres.back(), ten, key));
    }
    for (const QString& centre : centres)
        CHECK(must(knownHead(folder.path(), centre)) == ten);
}

TEST_CASE("Damage on the stick is told of, stops nobody, and goes when somebody has looked", "[health]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    must(backups.setFolder(centre.stick, centre.owner));
    centre.backup();
    const QString path = QDir(centre.stick).filePath(kHeadsFile);
    setContent(path, "\x01\x02");
    const auto found = must(startupCheck(*centre.db));
    REQUIRE(found.size() == 1);
    CHECK(found.front().where == kHeadsFile + u' ' + centre.stick);
    CHECK(remedyFor(found) == Remedy::LookOutside);
    CHECK(must(backups.state(centre.owner)).headFaults.size() == 1);

    must(backups.noteHead(centre.owner));
    CHECK(must(backups.check(centre.backup().path, centre.owner)).good());
    CHECK(contentOf(path) == "\x01\x02"); // it is told of until somebody has looked
    CHECK(must(backups.renewHeads(centre.owner)) == QStringList{centre.stick});
    CHECK(must(startupCheck(*centre.db)).empty());
    CHECK(numberOf(*centre.db, u"SELECT count(*) FROM audit_line WHERE act = 'heads.renewed'"_s) == 1);
    CHECK(must(backups.renewHeads(centre.owner)).isEmpty());
    CHECK(numberOf(*centre.db, u"SELECT count(*) FROM audit_line WHERE act = 'heads.renewed'"_s) == 1);
}

TEST_CASE("A head beside the data that was taken away is missed", "[health]")
{
    BackedCentre centre;
    if (centre.db->onServer()) return; // a counter's folder may be a new one
    const QString path = QDir(centre.db->location().folder).filePath(kHeadsFile);
    CHECK(must(startupCheck(*centre.db)).empty()); // none was left there yet
    centre.backup();
    REQUIRE(QFile::remove(path));
    const auto found = must(startupCheck(*centre.db));
    REQUIRE(found.size() == 1);
    CHECK(remedyFor(found) == Remedy::LookOutside);
    must(BackupService(*centre.db).noteHead(centre.owner));
    CHECK_FALSE(QFile::exists(path));
    must(BackupService(*centre.db).renewHeads(centre.owner));
    CHECK(must(startupCheck(*centre.db)).empty());
}

TEST_CASE("Renewing what is damaged keeps a head that betrays an old copy", "[health]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    must(backups.setFolder(centre.stick, centre.owner));
    KnownHead known = headNow(*centre.db);
    known.number += 500;
    rememberHead(centre.stick, signedHead(*centre.db, known));
    setContent(QDir(centre.db->location().folder).filePath(kHeadsFile), "{");
    must(backups.renewHeads(centre.owner));
    const auto found = must(startupCheck(*centre.db));
    REQUIRE(found.size() == 1);
    CHECK(found.front().where == u"audit_line %1"_s.arg(known.number));
}

TEST_CASE("What is derived is made anew from the facts", "[health]")
{
    BackedCentre centre;
    CustomerService customers(*centre.db);
    const auto person = must(frequentCustomers(*centre.db, 1, 7)).front();
    const auto hits = must(customers.find(person.nameAr, 10, centre.owner)).size();
    REQUIRE(hits > 0);
    tamper(*centre.db, u"UPDATE day_figure SET vat_baisa = vat_baisa + 1"_s);
    tamper(*centre.db,
        u"INSERT INTO day_figure SELECT 2, dimension, business_day, item, name_ar, name_en, receipts, "
        "government_baisa, service_baisa, discount_baisa, vat_baisa, total_baisa FROM day_figure"_s);
    tamper(*centre.db, u"UPDATE ledger_day SET branch_id = 2"_s);
    tamper(*centre.db, u"INSERT INTO ledger_account VALUES (7, 2, 'bank', '', 0)"_s);
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

TEST_CASE("Scans whose files are gone or damaged are given up where nothing else is off", "[health]")
{
    BackedCentre centre;
    const DocumentFile gone = keepPaper(centre, "%PDF-1.4 gone");
    const DocumentFile damaged = keepPaper(centre, "%PDF-1.4 damaged");
    const DocumentFile kept = keepPaper(centre, "%PDF-1.4 kept");
    const QDir files(centre.db->filesFolder());
    CHECK(must(giveUpLostPapers(*centre.db, centre.owner)) == 0);
    const QString away = centre.place(u"not mounted"_s);
    REQUIRE(QDir().rename(files.path(), away));
    CHECK(must(giveUpLostPapers(*centre.db, centre.owner)) == 0); // they are all gone at once
    REQUIRE(QDir().rename(away, files.path()));
    REQUIRE(QFile::remove(files.filePath(gone.name)));
    setContent(files.filePath(damaged.name), "other bytes");
    CHECK(remedyFor(must(verifyCentre(*centre.db))) == Remedy::Papers);

    SECTION("not where a fact is damaged too: a restore would bring both back")
    {
        tamper(*centre.db, u"UPDATE document_file SET keep_until = keep_until + 1"_s);
        CHECK(remedyFor(must(verifyCentre(*centre.db))) == Remedy::Restore);
        CHECK(must(giveUpLostPapers(*centre.db, centre.owner)) == 0);
        CHECK(numberOf(*centre.db, u"SELECT count(*) FROM document_file"_s) == 3);
        return;
    }
    CHECK(must(giveUpLostPapers(*centre.db, centre.owner)) == 2);
    CHECK(listed(must(verifyCentre(*centre.db))) == QString());
    CHECK(files.entryList(QDir::Files) == QStringList{kept.name});
    // What stood in the place of a scan is told by its hash.
    AuditFilter givenUp;
    givenUp.act = u"document.given-up"_s;
    const auto lines = must(AuditService(*centre.db).list(givenUp, 0, 10, centre.owner));
    REQUIRE(lines.size() == 2);
    const QString hash = QString::fromLatin1(sha256("other bytes").toHex());
    CHECK(lines[0].payload.contains(hash) != lines[1].payload.contains(hash));
    DocumentService documents(*centre.db);
    CHECK(must(documents.open(kept.id, centre.owner)) == "%PDF-1.4 kept");
    CHECK(refusal(documents.open(gone.id, centre.owner)).key == u"document.not-found"_s);
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

TEST_CASE("A head that could not be written anew is not said to be", "[health]")
{
    BackedCentre centre;
    BackupService backups(*centre.db);
    must(backups.setFolder(centre.stick, centre.owner));
    centre.backup();
    const QString path = QDir(centre.stick).filePath(kHeadsFile);
    REQUIRE(QFile::remove(path));
    // Nothing can be written in its place, nor can this be moved aside.
    const QString aside = QDir(centre.stick).filePath(u"sanad-heads-damaged.json"_s);
    for (const QString& folder : {path, aside})
        REQUIRE(QDir().mkpath(folder + u"/in the way"_s));
    CHECK(refusal(backups.renewHeads(centre.owner)) ==
        Error{ErrorCode::Unreachable, u"backup.heads-cannot-write"_s, {centre.stick}, {}});
    REQUIRE(QDir(path).removeRecursively());
    must(backups.renewHeads(centre.owner));
    CHECK(must(startupCheck(*centre.db)).empty());
}
