#include "core/audit/audit_trail.h"
#include "core/backup/health.h"
#include "core/cash/shift_service.h"
#include "core/heads/known_heads.h"
#include "core/privacy/erasure.h"
#include "core/privacy/erasure_list.h"
#include "core/privacy/kept_copies.h"
#include "core/queue/queue_service.h"
#include "core/receipts/day_service.h"
#include "core/receipts/receipt_service.h"
#include "tests/core/backup/centre.h"
#include "tests/core/till_fixture/till.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

Receipt sell(Database& db, const Actor& by)
{
    ReceiptDraft draft = oneRenewal();
    draft.lines.front().transaction = {};
    return must(ReceiptService(db).issue(draft, by));
}

/// Of the series, or of what it is called since an earlier restore.
const NumberGap* gapOf(const std::vector<NumberGap>& gaps, const QString& series)
{
    for (const NumberGap& gap : gaps)
        if (gap.series.startsWith(series)) return &gap;
    return nullptr;
}

Receipt sellFirst(Reopened& centre)
{
    (void)ShiftService(*centre.db).open(u"C1"_s, Money::fromBaisa(20'000), centre.owner);
    return sell(*centre.db, centre.owner);
}

} // namespace

TEST_CASE("A restore clears away what an earlier one left, and nothing behind a link nor of another name",
    "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    const QString outside = centre.place(u"outside"_s), target = centre.place(u"new*"_s);
    const QString left = target + kUnfinishedRestore + u"0"_s, link = target + kUnfinishedRestore + u"1"_s,
                  other = centre.place(u"new-year"_s) + kUnfinishedRestore + u"2"_s;
    for (const QString& folder : {outside, left, other}) {
        REQUIRE(QDir().mkpath(folder));
        setContent(folder + u"/sanad.db"_s, "data");
    }
    REQUIRE(QFile::link(outside, link));
    must(restoreBackup(centre.request(made, target)));
    CHECK_FALSE(QFileInfo::exists(left));
    for (const QString& folder : {outside, other})
        CHECK(contentOf(folder + u"/sanad.db"_s) == "data");
}

TEST_CASE("A backup is restored on another PC with the recovery code alone, and nothing differs", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    const auto outcome = must(restoreBackup(centre.request(made, centre.place(u"new"_s))));
    CHECK(outcome.keptAside.isEmpty());
    Reopened restored(centre.place(u"new"_s));
    const auto breaches = must(verifyCentre(*restored.db));
    INFO(listed(breaches).toStdString());
    CHECK(breaches.empty());
    for (const auto& table : {u"receipt"_s, u"ledger_entry"_s, u"customer"_s, u"service_transaction"_s}) {
        const QString sql = u"SELECT count(*) FROM "_s + table;
        CHECK(numberOf(*restored.db, sql) == numberOf(*centre.db, sql));
    }
    CHECK(numberOf(*restored.db, u"SELECT count(*) FROM receipt"_s) == 10);
}

TEST_CASE("After a restore numbers go on in a new series, and a signed gap names what is lost", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    const auto last = numberOf(*centre.db, u"SELECT last FROM number_series WHERE series = 'C1'"_s);
    const auto outcome = must(restoreBackup(centre.request(made, centre.place(u"new"_s))));
    const NumberGap* gap = gapOf(outcome.gaps, u"C1"_s);
    REQUIRE(gap);
    CHECK(gap->first == last + 1);
    CHECK(gap->open());
    for (const auto& series : {u"C2"_s, u"CN-C1"_s, u"T"_s, u"D"_s, u"20261122/A"_s})
        CHECK(gapOf(outcome.gaps, series));

    Reopened restored(centre.place(u"new"_s));
    const Receipt receipt = sellFirst(restored);
    static const QRegularExpression form(u"\\AC1[0-9A-HJKMNP-TV-Z]{4}-000001\\z"_s);
    CHECK(form.match(receipt.number).hasMatch());
    CHECK(sell(*restored.db, restored.owner).number == receipt.number.chopped(1) + u'2');
    const Ticket ticket = must(QueueService(*restored.db).issue(u"A"_s, restored.owner));
    CHECK(ticket.number != u"A-001"_s);
    CHECK(ticket.number.endsWith(u"-001"_s));
    const auto breaches = must(verifyCentre(*restored.db));
    INFO(listed(breaches).toStdString());
    CHECK(breaches.empty());
}

TEST_CASE("The same backup restored twice never gives one number to two receipts", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    must(restoreBackup(centre.request(made, centre.place(u"one"_s))));
    RestoreRequest again = centre.request(made, centre.place(u"two"_s));
    again.acceptOlder = true;
    must(restoreBackup(again));
    Reopened one(centre.place(u"one"_s)), two(centre.place(u"two"_s));
    CHECK(sellFirst(one).number != sellFirst(two).number);
}

TEST_CASE("A number that was declared lost and is given all the same is found", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    must(restoreBackup(centre.request(made, centre.place(u"new"_s))));
    Reopened restored(centre.place(u"new"_s));
    const auto last = numberOf(*centre.db, u"SELECT max(number) FROM receipt WHERE series = 'C1'"_s);
    tamper(*restored.db, u"UPDATE number_series SET name = '', last = %1 WHERE series = 'C1'"_s.arg(last));
    sellFirst(restored);
    const auto breaches = must(verifyCentre(*restored.db));
    CHECK(listed(breaches).contains(u"declared lost"_s));
}

TEST_CASE(
    "The tickets of a line that a restore named anew cannot be named otherwise, nor as before", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    must(restoreBackup(centre.request(made, centre.place(u"new"_s))));
    Reopened restored(centre.place(u"new"_s));
    REQUIRE(must(verifyCentre(*restored.db)).empty());
    for (const QString& edit : {u"UPDATE ticket_series SET name = 'B777' WHERE line = 'B'"_s,
             u"UPDATE ticket_series SET name = 'X' || substr(name, 2) WHERE line = 'B'"_s,
             u"INSERT INTO ticket_series SELECT branch_id, business_day + 1, line, last, name FROM "
             u"ticket_series "
             "WHERE line = 'B'"_s,
             u"UPDATE ticket_series SET name = '' WHERE line = 'B'"_s,
             u"DELETE FROM ticket_series WHERE line = 'B'"_s}) {
        QString said;
        const auto undone = restored.db->write([&](Tx& tx) -> Result<> {
            tx.execute(edit);
            said = listed(breachesIn(tx, restored.db->filesFolder()));
            return Error{ErrorCode::Conflict, u"undone"_s, {}, {}};
        });
        INFO(edit.toStdString() << "\n" << said.toStdString());
        CHECK(undone.error().key == u"undone"_s);
        CHECK(said.contains(u"ticket_series"_s));
    }
}

TEST_CASE("Only the recovery code and an owner's password open a backup", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    CHECK(unlockHeader(made.header, u"owner"_s, u"demo-owner"_s));
    CHECK(unlockHeader(made.header, {}, centre.recoveryCode.toLower().remove(u'-')));
    CHECK(refusal(unlockHeader(made.header, u"owner"_s, u"demo-clerk1"_s)).key == u"backup.wrong-key"_s);
    CHECK(refusal(unlockHeader(made.header, u"clerk1"_s, u"demo-clerk1"_s)).key == u"backup.wrong-key"_s);
    RestoreRequest other = centre.request(made, centre.place(u"new"_s));
    other.vault = Vault::create();
    CHECK_FALSE(restoreBackup(other));
    CHECK_FALSE(QDir(centre.place(u"new"_s)).exists());
}

TEST_CASE("A working centre is replaced only with the consent of a second person, and is kept", "[backup]")
{
    BackedCentre centre;
    if (centre.db->onServer()) return; // a server's database is never replaced, only filled
    const BackupFile made = centre.backup();
    const QString folder = centre.place(u"centre"_s);
    CHECK(refusal(grantRestore(*centre.db, made.header, Approval(), centre.owner)).key ==
        u"approval.missing"_s);
    const auto consent = approvalFor(*centre.db, restoreAct(made.header), centre.owner);
    BackupHeader other = made.header;
    other.chainNumber -= 1;
    CHECK(refusal(grantRestore(*centre.db, other, consent, centre.owner)).key == u"approval.other-subject"_s);
    const auto grant = must(grantRestore(*centre.db, made.header, consent, centre.owner));
    must(centre.db->write([&](Tx& tx) -> Result<> {
        AuditTrail(tx).record(centre.owner, u"receipt.reprinted"_s, 5);
        return {};
    }));
    centre.db.reset();

    RestoreRequest request = centre.request(made, folder);
    CHECK(refusal(restoreBackup(request)).key == u"backup.needs-approval"_s);
    request.grant = grant;
    request.grant->act.subject = u"another"_s;
    CHECK(refusal(restoreBackup(request)).key == u"approval.other-subject"_s);
    request.grant = grant;
    CHECK(refusal(restoreBackup(request)).key == u"backup.older-than-known"_s); // somebody went on working
    request.acceptOlder = true;
    const auto outcome = must(restoreBackup(request));
    CHECK(QFileInfo::exists(outcome.keptAside + u"/sanad.db"_s));
    Reopened restored(folder);
    CHECK(numberOf(*restored.db, u"SELECT count(*) FROM audit_line WHERE act = 'backup.restored'"_s) == 1);
    CHECK(must(verifyCentre(*restored.db)).empty());
}

TEST_CASE("A centre that does not open any more is replaced with the recovery code, and is kept", "[backup]")
{
    BackedCentre centre;
    if (centre.db->onServer()) return;
    const BackupFile made = centre.backup();
    const QString folder = centre.place(u"centre"_s);
    centre.db.reset();
    setContent(folder + u"/sanad.db"_s, QByteArray(50'000, 'x'));
    const auto outcome = must(restoreBackup(centre.request(made, folder)));
    CHECK(contentOf(outcome.keptAside + u"/sanad.db"_s) == QByteArray(50'000, 'x'));
    Reopened restored(folder);
    CHECK(must(verifyCentre(*restored.db)).empty());
}

TEST_CASE(
    "A backup older than what is known of the centre is restored only when that is accepted", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    const KnownHead later{
        made.header.chainNumber + 40, QByteArray(32, 'h'), made.header.createdAt.addDays(1)};
    rememberHead(centre.stick, signedHead(*centre.db, later));
    RestoreRequest request = centre.request(made, centre.place(u"new"_s));
    const Error error = refusal(restoreBackup(request));
    CHECK(error.key == u"backup.older-than-known"_s);
    CHECK(error.args.front() == u"40"_s);
    request.acceptOlder = true;
    must(restoreBackup(request));
}

TEST_CASE(
    "A restore into a new folder, for a drill, leaves the centre that goes on without a fault", "[backup]")
{
    BackedCentre centre;
    must(BackupService(*centre.db).setFolder(centre.stick, centre.owner));
    const BackupFile made = centre.backup();
    must(restoreBackup(centre.request(made, centre.place(u"drill"_s))));
    CHECK(must(fullCheck(*centre.db)).empty());
    Reopened restored(centre.place(u"drill"_s));
    CHECK(must(startupCheck(*restored.db)).empty());
    must(BackupService(*centre.db).noteHead(centre.owner));
    CHECK(must(startupCheck(*centre.db)).empty());
}

TEST_CASE("Heads that are not to be trusted stop a restore until the loss is accepted", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    setContent(QDir(centre.stick).filePath(kHeadsFile), "{}{");
    RestoreRequest request = centre.request(made, centre.place(u"new"_s));
    const Error error = refusal(restoreBackup(request));
    CHECK(error.key == u"backup.heads-untrusted"_s);
    CHECK(error.args == QStringList{centre.stick});
    request.acceptOlder = true;
    must(restoreBackup(request));
    for (const QString& folder : {centre.stick, centre.place(u"new"_s)})
        CHECK(must(knownHead(folder, made.header.centre)));
    Reopened restored(centre.place(u"new"_s));
    CHECK(must(startupCheck(*restored.db)).empty());
}

TEST_CASE("A newer backup that lies beside the one being restored is told of", "[backup]")
{
    BackedCentre centre;
    const BackupFile first = centre.backup();
    centre.backup();
    CHECK_FALSE(restoreBackup(centre.request(first, centre.place(u"new"_s))));
    QFile::remove(centre.stick + u"/sanad-heads.json"_s);
    CHECK(refusal(restoreBackup(centre.request(first, centre.place(u"new"_s)))).key ==
        u"backup.newer-beside"_s);
}

TEST_CASE("A folder that holds something else is left alone", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    QDir().mkpath(centre.place(u"papers"_s));
    setContent(centre.place(u"papers/letter.txt"_s), "dear");
    CHECK(refusal(restoreBackup(centre.request(made, centre.place(u"papers"_s)))).key ==
        u"backup.target-not-empty"_s);
    CHECK(contentOf(centre.place(u"papers/letter.txt"_s)) == "dear");
}

TEST_CASE(
    "Who was erased after the backup stays erased in the restored centre, on another PC too", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    const auto person = must(frequentCustomers(*centre.db, 1, 7)).front();
    must(centre.db->write([&](Tx& tx) -> Result<int> {
        return applyErasures(tx, {{person.id, tx.now()}}, centre.db->filesFolder(), centre.owner);
    }));
    must(writeErasureList(*centre.db, centre.stick));

    RestoreRequest request = centre.request(made, centre.place(u"new"_s));
    request.acceptOlder = true;
    must(restoreBackup(request));
    Reopened restored(centre.place(u"new"_s));
    const QString sql = u"SELECT count(*) FROM customer WHERE id = %1"_s.arg(person.id.text());
    CHECK(numberOf(*restored.db, sql) == numberOf(*centre.db, sql));
    CHECK(numberOf(*restored.db, u"SELECT count(*) FROM erasure"_s) == 1);
    const auto breaches = must(verifyCentre(*restored.db));
    INFO(listed(breaches).toStdString());
    CHECK(breaches.empty());
}

TEST_CASE("Who was erased stays erased although the PC is lost before the next backup", "[backup]")
{
    BackedCentre centre;
    must(BackupService(*centre.db).setFolder(centre.stick, centre.owner));
    const BackupFile made = centre.backup();
    const auto person = must(frequentCustomers(*centre.db, 1, 7)).front();
    must(centre.db->write([&](Tx& tx) -> Result<> { // as if all of it were handed over
        tx.execute(u"UPDATE service_transaction SET state = 'handed_over'"_s);
        return {};
    }));
    const auto erase = [&](CustomerId id) {
        return ErasureService(*centre.db)
            .erase(id, approvalFor(*centre.db, erasureAct(id), centre.owner), centre.owner);
    };
    CHECK(must(erase(person.id)).listedBesideBackups);

    RestoreRequest request = centre.request(made, centre.place(u"new"_s));
    request.acceptOlder = true;
    must(restoreBackup(request));
    Reopened restored(centre.place(u"new"_s));
    CHECK(numberOf(*restored.db, u"SELECT count(*) FROM erasure"_s) == 1);

    QDir(centre.stick).removeRecursively();
    const auto another = must(frequentCustomers(*centre.db, 1, 8)).front();
    CHECK_FALSE(must(erase(another.id)).listedBesideBackups);
}

TEST_CASE(
    "Centres and desks that share a stick keep each other's erasures, and a line is never lost", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    const QString list = erasureListPath({centre.stick, {}});
    const QByteArray others = "SANADERASURES1\n17|2026-11-22T08:00:00.000Z|" + QByteArray(128, 'a') + '\n';
    setContent(list, others);
    const auto people = must(frequentCustomers(*centre.db, 2, 7));
    const auto erase = [&](CustomerId id) {
        must(centre.db->write([&](Tx& tx) -> Result<int> {
            return applyErasures(tx, {{id, tx.now()}}, centre.db->filesFolder(), centre.owner);
        }));
    };
    erase(people[0].id);
    centre.backup();
    CHECK(contentOf(list).contains("\n17|"));
    CHECK(contentOf(list).contains('\n' + people[0].id.text().toLatin1() + '|'));
    // Another desk of the centre, whose own folder knows of one more.
    const QByteArray before = contentOf(list);
    erase(people[1].id);
    must(writeErasureList(*centre.db, centre.stick));
    CHECK(contentOf(list).size() > before.size());
    for (const QByteArray& line : before.split('\n'))
        CHECK(contentOf(list).contains(line));

    RestoreRequest request = centre.request(made, centre.place(u"new"_s));
    request.acceptOlder = true;
    must(restoreBackup(request));
    Reopened restored(centre.place(u"new"_s));
    CHECK(numberOf(*restored.db, u"SELECT count(*) FROM erasure"_s) == 2);
    // What cannot be read is not written over.
    setContent(list, "something else");
    CHECK(refusal(writeErasureList(*centre.db, centre.stick)).key == u"privacy.list"_s);
    CHECK(contentOf(list) == "something else");
}

TEST_CASE(
    "A counter that knows more than a restored server raises no alarm about what was given up", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    must(centre.db->write([&](Tx& tx) -> Result<> {
        for (int i = 0; i < 200; ++i)
            AuditTrail(tx).record(centre.owner, u"receipt.reprinted"_s, 5);
        return {};
    }));
    must(BackupService(*centre.db).noteHead(centre.owner));
    const KnownHead known = *must(knownHead(centre.db->location().folder, made.header.centre));
    REQUIRE(known.number > made.header.chainNumber);
    RestoreRequest request = centre.request(made, centre.place(u"new"_s));
    request.acceptOlder = true;
    request.clock = steppingClock(known.at.addSecs(60));
    must(restoreBackup(request));
    Reopened restored(centre.place(u"new"_s));
    const QString folder = restored.db->location().folder;
    replaceHead(folder, signedHead(*restored.db, known)); // as the folder of the other counter still has it
    CHECK(must(startupCheck(*restored.db)).empty());
    must(BackupService(*restored.db).noteHead(restored.owner));
    CHECK(must(knownHead(folder, made.header.centre))->number < known.number);

    // A head from after the restore is missed as ever.
    KnownHead later = known;
    later.at = known.at.addDays(1);
    replaceHead(folder, signedHead(*restored.db, later));
    CHECK(must(startupCheck(*restored.db)).size() == 1);
}

TEST_CASE("What has to be erased again is erased before anybody opens the restored centre", "[backup]")
{
    BackedCentre centre;
    const BackupFile made = centre.backup();
    RestoreRequest request = centre.request(made, centre.place(u"new"_s));
    request.afterRestore = [](Tx& tx) -> Result<> {
        tx.query("DELETE FROM customer_consent").run();
        return {};
    };
    must(restoreBackup(request));
    Reopened restored(centre.place(u"new"_s));
    CHECK(numberOf(*restored.db, u"SELECT count(*) FROM customer_consent"_s) == 0);

    request = centre.request(made, centre.place(u"never"_s));
    request.acceptOlder = true;
    request.afterRestore = [](Tx&) -> Result<> { return Error{ErrorCode::Internal, u"test.no"_s, {}, {}}; };
    CHECK(refusal(restoreBackup(request)).key == u"test.no"_s);
    CHECK(QDir(centre.room.path()).entryList({u"never*"_s}).isEmpty());
}
