#include "core/receipts/receipt_qr.h"
#include "tests/core/till_fixture/till.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("Anyone with the public key can check a receipt's code", "[receipts]")
{
    Till till;
    const Receipt receipt = till.issue(oneRenewal());
    const ReceiptQr qr = must(verifyReceiptQr(receipt.qrText, till.key.publicKey));
    CHECK(qr.number == receipt.number);
    CHECK(qr.uuid == receipt.uuid);
    CHECK(qr.total == receipt.total);
    CHECK(qr.governmentFees == receipt.governmentFees);
    CHECK(qr.vat == receipt.vat);
    CHECK(qr.licence == u"1234567"_s);
    CHECK(qr.issuedAt.secsTo(receipt.issuedAt) == 0);
    CHECK_FALSE(qr.training);
    CHECK(receipt.qrText.size() < 260);
    CHECK(must(ReceiptService(*till.db).verifyQr(u" "_s + receipt.qrText + u"\n"_s, till.by)) == receipt);
}

TEST_CASE("A code with any character changed is refused", "[receipts]")
{
    Till till;
    const Receipt receipt = till.issue(oneRenewal());
    for (qsizetype at = 0; at < receipt.qrText.size(); ++at) {
        QString changed = receipt.qrText;
        changed[at] = changed[at] == u'1' ? u'2' : u'1';
        INFO("position " << at);
        CHECK_FALSE(verifyReceiptQr(changed, till.key.publicKey).has_value());
    }
    CHECK(refusal(verifyReceiptQr(receipt.qrText, SigningKey::create().publicKey)).key ==
        u"receipts.qr-signature"_s);
    for (const auto& bad : {u""_s, u"|||||||||||"_s, u"http://example.com"_s, receipt.qrText.chopped(1),
             receipt.qrText + u"|"_s})
        CHECK(refusal(verifyReceiptQr(bad, till.key.publicKey)).code == ErrorCode::Unusable);
}

TEST_CASE("OpenSSL finds a receipt's code genuine, and a changed one not, by the commands of docs/money.md",
    "[receipts]")
{
    QFile page(qEnvironmentVariable("SANAD_SOURCE") + u"/docs/money.md"_s);
    REQUIRE(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll());
    const QString script = text.section(u"```sh\n"_s, 1).section(u"```"_s, 0, 0);
    REQUIRE(script.contains(u"openssl"_s));
    Till till;
    const Receipt receipt = till.issue(oneRenewal());
    const auto accepted = [&](const QString& code) {
        const QTemporaryDir folder;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TEXT"_s, code);
        environment.insert(u"KEY"_s, QString::fromLatin1(till.key.publicKey.toBase64()));
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        shell.setProcessEnvironment(environment);
        shell.start(u"sh"_s, {u"-ec"_s, script});
        REQUIRE(shell.waitForFinished());
        INFO(shell.readAllStandardError().toStdString());
        return shell.exitCode() == 0;
    };
    CHECK(accepted(receipt.qrText));
    CHECK_FALSE(accepted(QString(receipt.qrText).replace(u"|20000|"_s, u"|10000|"_s)));
}

TEST_CASE("A genuine code of another centre is not ours", "[receipts]")
{
    Till ours, theirs;
    ours.issue(oneRenewal());
    const Receipt foreign = theirs.issue(oneRenewal());
    CHECK(refusal(ReceiptService(*ours.db).verifyQr(foreign.qrText, ours.by)).key == u"receipts.qr-other"_s);
}
