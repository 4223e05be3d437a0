#include "core/inspection/inspection_service.h"

#include "tests/core/till_fixture/till.h"

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
