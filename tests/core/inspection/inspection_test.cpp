#include "core/inspection/inspection_service.h"

#include "core/audit/audit_trail.h"
#include "core/cash/clock_guard.h"
#include "core/receipts/day_service.h"
#include "core/storage/schema.h"
#include "tests/core/till_fixture/till.h"
#include "tests/support/edits.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const QDate kToday(2026, 11, 22);

/// What the script of docs/inspection.md says, and its exit status.
struct Verdict {
    int status = 0;
    QString text;
};
Verdict judged(const QString& folder, const QStringList& more = {})
{
    QProcess script;
    script.setProcessChannelMode(QProcess::MergedChannels);
    const QString source = qEnvironmentVariable("SANAD_SOURCE");
    script.start(u"python3"_s, QStringList{source + u"/tools/check-inspection.py"_s, folder} + more);
    REQUIRE(script.waitForFinished(60'000));
    return {script.exitCode(), QString::fromUtf8(script.readAll())};
}

void replaceIn(const QString& path, const QByteArray& from, const QByteArray& to)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    REQUIRE(bytes.contains(from));
    bytes.replace(bytes.indexOf(from), from.size(), to);
    file.resize(0);
    file.seek(0);
    file.write(bytes);
}

} // namespace

TEST_CASE("An inspector checks an export with Python and OpenSSL alone", "[inspection]")
{
    Till till;
    for (int i = 0; i < 3; ++i)
        till.issue(oneRenewal());
    const QTemporaryDir scratch;
    const QString folder = scratch.filePath(u"export"_s);
    const auto summary = must(InspectionService(*till.db).exportTo(folder, kToday, kToday, till.by));
    CHECK(summary.receipts == 3);
    const QString key = QString::fromLatin1(till.key.publicKey.toHex());
    const auto file = [&](const QString& name) { return folder + u'/' + name; };

    SECTION("and everything agrees")
    {
        const auto verdict = judged(folder, {u"--key"_s, key});
        INFO(verdict.text.toStdString());
        CHECK(verdict.status == 0);
        CHECK(verdict.text.contains(u"everything agrees"));
    }
    SECTION("its licence, its days and when it was made are told, and days that are not in it are missed")
    {
        const QString day = kToday.toString(Qt::ISODate);
        const auto verdict = judged(folder, {u"--from"_s, day, u"--to"_s, day});
        CHECK(verdict.status == 0);
        CHECK(verdict.text.contains(u"business days %1 to %1, made 20"_s.arg(day)));
        const auto longer = judged(folder,
            {u"--from"_s, kToday.addDays(-1).toString(Qt::ISODate), u"--to"_s,
                kToday.addDays(1).toString(Qt::ISODate)});
        CHECK(longer.status == 1);
        CHECK(longer.text.contains(u"begins only with "_s + day));
        CHECK(longer.text.contains(u"ends already with "_s + day));
    }
    SECTION("a line that was changed is named")
    {
        replaceIn(file(u"audit.jsonl"_s), "receipt.issued", "receipt.issuad");
        const auto verdict = judged(folder);
        CHECK(verdict.status == 1);
        CHECK(verdict.text.contains(u"does not follow from the line before it"));
        CHECK(verdict.text.contains(u"audit.jsonl: is not the file that was signed"));
    }
    SECTION("a receipt with another total is named")
    {
        replaceIn(file(u"receipts.jsonl"_s), "|20000|", "|21000|");
        const auto verdict = judged(folder);
        CHECK(verdict.status == 1);
        CHECK(verdict.text.contains(u"C1-000001: its signature does not verify"));
    }
    SECTION("a receipt that was left out is missed")
    {
        QFile receipts(file(u"receipts.jsonl"_s));
        REQUIRE(receipts.open(QIODevice::ReadWrite));
        const QByteArray all = receipts.readAll();
        receipts.resize(all.lastIndexOf('\n', all.size() - 2) + 1);
        receipts.close();
        const auto verdict = judged(folder);
        CHECK(verdict.status == 1);
        CHECK(verdict.text.contains(u"was issued, and is not here"));
    }
    SECTION("an export under another key is not taken for the centre's")
    {
        const QString other = QString::fromLatin1(SigningKey::create().publicKey.toHex());
        CHECK(judged(folder, {u"--key"_s, other}).status == 1);
        CHECK(judged(folder, {u"--key"_s, QString()}).status == 1); // a variable that was never set
    }
    SECTION("a damaged key or a part that is missing is told in a sentence that says where")
    {
        replaceIn(file(u"manifest.json"_s), key.toLatin1(), "zz" + key.toLatin1().mid(2));
        auto verdict = judged(folder);
        CHECK(verdict.status == 2);
        CHECK(verdict.text.contains(u"manifest.json: the key zz"));
        replaceIn(file(u"manifest.json"_s), "\"keys\"", "\"kees\"");
        verdict = judged(folder);
        CHECK(verdict.status == 2);
        CHECK(verdict.text.contains(u"manifest.json: “keys” is missing"));
    }
    SECTION("a line of another shape is told in a sentence that says where")
    {
        replaceIn(file(u"receipts.jsonl"_s), "\"text\"", "\"test\"");
        const auto verdict = judged(folder);
        CHECK(verdict.status == 2);
        CHECK(verdict.text.contains(u"receipts.jsonl, line 1: “text” is missing"));
    }
    SECTION("a folder without a manifest is no export")
    {
        CHECK(QFile::remove(file(u"manifest.json"_s)));
        CHECK(judged(folder).status == 2);
    }
}

TEST_CASE("A line that vouches anew for what is written once is named by the inspector's script too",
    "[inspection]")
{
    Till till;
    const Receipt receipt = till.issue(oneRenewal());
    const QString digest = QString::fromLatin1(QByteArray(32, 'x').toHex());
    QString what;
    QJsonObject payload;
    SECTION("a posting")
    {
        what = u"entries of receipt "_s + receipt.id.text();
        payload = {{u"document"_s, u"receipt"_s}, {u"ledger"_s, digest}};
    }
    SECTION("a row")
    {
        what = u"shift "_s + till.shift.id.text();
        payload = {{u"rows"_s, QJsonObject{{u"shift:"_s + till.shift.id.text(), digest}}}};
    }
    must(till.db->write([&](Tx& tx) -> Result<> {
        AuditTrail(tx).record(till.by, u"rows.written"_s, receipt.id, payload);
        return {};
    }));
    const QTemporaryDir scratch;
    const QString folder = scratch.filePath(u"export"_s);
    must(InspectionService(*till.db).exportTo(folder, kToday, kToday, till.by));
    const auto verdict = judged(folder);
    INFO(verdict.text.toStdString());
    CHECK(verdict.status == 1);
    CHECK(verdict.text.contains(u"vouches anew for %1, which is written once"_s.arg(what)));
}

TEST_CASE("The inspector's script knows every table that only grows", "[inspection]")
{
    QFile script(qEnvironmentVariable("SANAD_SOURCE") + u"/tools/check-inspection.py"_s);
    REQUIRE(script.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(script.readAll());
    const auto from = text.indexOf(u"WRITTEN_ONCE = {"_s);
    const QString list = text.mid(from, text.indexOf(u'}', from) - from);
    QStringList missing;
    for (const SchemaPart& trigger : migratedTriggers(false))
        if (trigger.name == trigger.table + u"_no_update"_s && !list.contains(u'"' + trigger.table + u'"'))
            missing << trigger.table;
    CHECK(missing == QStringList());
}

namespace {

/// Two closed days.
struct ClosedTill : Till {
    ClosedTill()
    {
        closeDay();
        db->setClock(steppingClock(QDateTime(kToday.addDays(1), QTime(6, 0), Qt::UTC)));
        shift = must(ShiftService(*db).open(u"C1"_s, {}, by));
        closeDay();
    }
    void closeDay()
    {
        issue(withoutTransaction());
        ShiftService shifts(*db);
        const Money expected = must(shifts.count(shift.id, {}, by)).expected;
        must(shifts.count(shift.id, fewestPieces(expected), by));
        must(shifts.close(shift.id, {}, by));
        must(shifts.signOff(shift.id, by));
        must(DayService(*db).close(shift.businessDay, by));
    }
    static ReceiptDraft withoutTransaction()
    {
        ReceiptDraft draft = oneRenewal();
        draft.lines.front().transaction = {};
        return draft;
    }
    /// The verdict on an export made now, with the key that is known.
    Verdict verdict(const QDate& from = kToday, const QDate& to = kToday.addDays(1))
    {
        const QTemporaryDir scratch;
        const QString folder = scratch.filePath(u"export"_s);
        must(InspectionService(*db).exportTo(folder, from, to, by));
        return judged(folder, {u"--key"_s, QString::fromLatin1(key.publicKey.toHex())});
    }
};

} // namespace

TEST_CASE(
    "An inspector is told of a day close that is gone, there twice, put in or another's", "[inspection]")
{
    ClosedTill till;
    const auto says = [&](const QString& sql, const QString& what) {
        edit(*till.db, u"day_close"_s, sql);
        const Verdict verdict = till.verdict();
        INFO(sql.toStdString() << "\n" << verdict.text.toStdString());
        CHECK(verdict.status == 1);
        CHECK(verdict.text.contains(what));
    };
    SECTION("untouched it agrees, each day by itself too")
    {
        const Verdict verdict = till.verdict();
        INFO(verdict.text.toStdString());
        CHECK(verdict.status == 0);
        CHECK(till.verdict(kToday, kToday).status == 0);
        CHECK(till.verdict(kToday.addDays(1), kToday.addDays(1)).status == 0);
    }
    SECTION("gone")
    {
        says(u"DELETE FROM day_close WHERE number = 1"_s,
            u"day close 1: closed 20261122, and is not here\n"_s);
    }
    SECTION("under another number")
    {
        says(u"UPDATE day_close SET number = 4 WHERE number = 2"_s,
            u"day close 4: comes where number 2 belongs\n"_s);
    }
    SECTION("put in")
    {
        edit(*till.db, u"day_close"_s,
            u"INSERT INTO day_close SELECT id + 1, branch_id, series, 3, 20261124, closed_at, clerk, totals, "
            "chain_number, chain_hash, signature FROM day_close WHERE number = 2"_s);
        const Verdict verdict = till.verdict(kToday, kToday.addDays(2));
        INFO(verdict.text.toStdString());
        CHECK(verdict.text.contains(u"day close 3: has no line in the audit trail\n"_s));
        CHECK(verdict.text.contains(u"day close 3: its signature does not verify\n"_s));
    }
    SECTION("there twice")
    {
        const QTemporaryDir scratch;
        const QString folder = scratch.filePath(u"export"_s);
        must(InspectionService(*till.db).exportTo(folder, kToday, kToday.addDays(1), till.by));
        QFile closes(folder + u"/day-closes.jsonl"_s);
        REQUIRE(closes.open(QIODevice::ReadWrite));
        closes.write(closes.readAll().split('\n').constFirst() + '\n');
        closes.close();
        CHECK(judged(folder).text.contains(u"day close 1: is here twice\n"_s));
    }
    SECTION("of another day")
    {
        says(u"UPDATE day_close SET business_day = 20261130 WHERE number = 2"_s,
            u"day close 2: has another number or day than its line\n"_s);
    }
}

TEST_CASE("An export is whole and agrees although the clock stood ahead for a while", "[inspection]")
{
    ClosedTill till;
    const auto goTo = [&](int days) {
        till.db->setClock(steppingClock(QDateTime(kToday.addDays(days), QTime(6, 0), Qt::UTC)));
    };
    goTo(5);
    till.shift = must(ShiftService(*till.db).open(u"C1"_s, {}, till.by));
    till.closeDay();
    goTo(2); // set right: a day before the one that is closed already
    must(ClockGuard(*till.db).confirm(till.by));
    till.shift = must(ShiftService(*till.db).open(u"C1"_s, {}, till.by));
    till.closeDay();
    goTo(1);
    must(till.db->write([&](Tx& tx) -> Result<> {
        AuditTrail(tx).record(till.by, u"receipt.reprinted"_s, 5);
        return {};
    }));
    for (const int days : {1, 5}) {
        const Verdict verdict = till.verdict(kToday, kToday.addDays(days));
        INFO(verdict.text.toStdString());
        CHECK(verdict.status == 0);
    }
}

TEST_CASE("An export holds no customer's name or identifier", "[inspection][private]")
{
    Till till;
    auto draft = oneRenewal();
    draft.customerName = u"سالم بن حمد الحارثي"_s;
    draft.maskedIdentifier = u"*****678"_s;
    till.issue(draft);
    const QTemporaryDir scratch;
    const QString folder = scratch.filePath(u"export"_s);
    must(InspectionService(*till.db).exportTo(folder, kToday, kToday, till.by));
    for (const QString& name : QDir(folder).entryList(QDir::Files)) {
        QFile file(folder + u'/' + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        CHECK_FALSE(bytes.contains("الحارثي"));
        CHECK_FALSE(bytes.contains("*****678"));
    }
}

TEST_CASE("An export needs the right to see the audit trail, days in order and a new folder", "[inspection]")
{
    Till till;
    till.issue(oneRenewal());
    const QTemporaryDir scratch;
    InspectionService inspections(*till.db);
    const QString folder = scratch.filePath(u"export"_s);
    CHECK(refusal(inspections.exportTo(folder, kToday, kToday, actorWith({}))).key == u"gate.denied");
    CHECK(refusal(inspections.exportTo(folder, kToday, kToday.addDays(-1), till.by)).key ==
        u"inspection.range");
    CHECK(refusal(inspections.exportTo(folder, kToday.addDays(30), kToday.addDays(31), till.by)).key ==
        u"inspection.nothing");
    must(inspections.exportTo(folder, kToday, kToday, actorWith({Permission::ViewAudit})));
    CHECK(
        refusal(inspections.exportTo(folder, kToday, kToday, till.by)).key == u"inspection.folder-not-empty");
}
