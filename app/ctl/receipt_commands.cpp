#include "app/ctl/commands.h"
#include "app/ctl/receipt_json.h"
#include "app/ctl/table.h"
#include "core/crypto/signing.h"
#include "core/receipts/receipt_qr.h"
#include "core/receipts/receipt_service.h"
#include "core/settings/settings_repository.h"
#include "ui/printing/centre_print.h"
#include "ui/printing/print.h"
#include "ui/printing/report_sheet.h"
#include "ui/text/format.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

namespace {

struct Options {
    std::string number, paper = "a5", output, text, key;
    bool english = false;
};

QString humanText(const Frame& frame, const Receipt& receipt)
{
    const Language language = frame.language();
    Table head({receipt.number, dateTimeText(receipt.issuedAt), receipt.clerk, receipt.maskedIdentifier});
    Table lines({Ctl::tr("Service"), Ctl::tr("Government fee"), Ctl::tr("Service fee"), Ctl::tr("Discount"),
        Ctl::tr("VAT"), Ctl::tr("Total")});
    for (const ReceiptLine& line : receipt.lines)
        lines.add({language == Language::Arabic ? line.serviceNameAr : line.serviceNameEn,
            amountText(line.governmentFee), amountText(line.serviceFee), amountText(line.discount),
            amountText(line.vat), amountText(line.total())});
    Table payments({Ctl::tr("Paid by"), Ctl::tr("Amount"), Ctl::tr("Change")});
    for (const Payment& payment : receipt.payments)
        payments.add({tenderText(tenderKey(payment.tender), language), amountText(payment.amount),
            payment.given > payment.amount ? amountText(payment.given - payment.amount) : QString()});
    return head.text() + u"\n\n"_s + lines.text() + u"\n\n"_s + payments.text() + u"\n\n"_s +
        Ctl::tr("Total") + u' ' + moneyText(receipt.total, language) + u'\n' + receipt.qrText;
}

Exit show(Frame& frame, const Options& options)
{
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, receipt,
        ReceiptService(*session.db).get(QString::fromStdString(options.number), session.actor));
    return frame.result(humanText(frame, receipt), receiptJson(receipt)) ? Exit::Done : frame.failOutput();
}

/// A copy, counted and marked as one: the original was printed at the counter.
Exit render(Frame& frame, const Options& options)
{
    // What can be known before is known before anything is counted.
    CTL_VALUE(frame, possible, checkOutput(QString::fromStdString(options.output)));
    CTL_VALUE(frame, session, frame.signIn());
    CTL_VALUE(frame, centre,
        session.db->read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); }));
    CTL_VALUE(frame, receipt,
        ReceiptService(*session.db).reprint(QString::fromStdString(options.number), session.actor));
    const CentrePrint print = centrePrint(centre, receipt);
    const ReceiptOptions how{options.english, receipt.copies, session.db->clock()()};
    QByteArray bytes;
    if (options.paper == "80mm")
        bytes = receiptEscPos(receipt, print, how);
    else
        bytes = receiptPdf(receipt, print, how,
            options.paper == "a4"         ? Paper::A4
                : options.paper == "a4x2" ? Paper::A4TwoCopies
                                          : Paper::A5);
    const QString file = QString::fromStdString(options.output);
    if (!writeOutput(file, bytes)) {
        // Counted before it exists: no copy can be kept from the count. That this one came to nothing is
        // said.
        CTL_VALUE(frame, recorded,
            ReceiptService(*session.db).copyFailed(receipt.number, receipt.copies, session.actor));
        return frame.fail({ErrorCode::Unreachable, u"ctl.copy-failed"_s,
            {QString::number(receipt.copies), receipt.number, file}, {}});
    }
    const QString line =
        Ctl::tr("Copy %1 of %2 is in %3").arg(QString::number(receipt.copies), receipt.number, file);
    const QJsonObject object{{u"number"_s, receipt.number}, {u"copy"_s, receipt.copies}, {u"file"_s, file},
        {u"bytes"_s, bytes.size()}};
    return frame.result(line, object) ? Exit::Done : frame.failOutput();
}

/// The public keys to try: the one given, whole or by its fingerprint, else all of the centre, which need
/// nobody to sign in. Errors besides those of opening: Usage `ctl.key`.
Result<std::vector<QByteArray>> keysOf(const Frame& frame, const Options& options)
{
    static const QRegularExpression between(u"[\\s:]"_s);
    static const QRegularExpression hexDigits(u"^([0-9a-f]{32}|[0-9a-f]{64})$"_s);
    const auto digits = [](QString text) { return text.remove(between).toLower(); };
    const QString given = digits(QString::fromStdString(options.key));
    const Error unusable{ErrorCode::Usage, u"ctl.key"_s, {}, {}};
    if (!options.key.empty() && !hexDigits.match(given).hasMatch()) return unusable;
    if (const QByteArray key = QByteArray::fromHex(given.toLatin1()); key.size() == kPublicKeyBytes)
        return std::vector{key};
    SANAD_TRY_VALUE(database, frame.open(OpenMode::ReadOnly));
    SANAD_TRY_VALUE(keys, database->read([](Tx& tx) -> Result<std::vector<QByteArray>> {
        return SettingsRepository(tx).signingPublicKeys();
    }));
    if (given.isEmpty()) return keys;
    std::erase_if(keys, [&](const QByteArray& key) { return digits(keyFingerprint(key)) != given; });
    if (keys.empty()) return unusable;
    return keys;
}

Exit verify(Frame& frame, const Options& options)
{
    constexpr qsizetype kMost = 16 * 1024;
    QString text = QString::fromStdString(options.text);
    if (text == u"-"_s) {
        CTL_VALUE(frame, bytes, readInput(text, kMost));
        text = QString::fromUtf8(bytes).trimmed();
    }
    CTL_VALUE(frame, keys, keysOf(frame, options));
    Error refusal{ErrorCode::Invalid, u"receipts.qr-signature"_s, {}, {}};
    for (const QByteArray& key : keys) {
        const auto checked = verifyReceiptQr(text, key);
        if (!checked) {
            refusal = checked.error();
            continue;
        }
        const QJsonObject object{{u"number"_s, checked->number}, {u"uuid"_s, checked->uuid},
            {u"issued_at"_s, jsonTime(checked->issuedAt)}, {u"total_baisa"_s, jsonMoney(checked->total)},
            {u"vat_baisa"_s, jsonMoney(checked->vat)}, {u"licence"_s, checked->licence},
            {u"training"_s, checked->training}, {u"genuine"_s, true}};
        const QString form = checked->training ? Ctl::tr("Genuine, for training and no receipt: %1, %2, %3")
                                               : Ctl::tr("Genuine: %1, %2, %3");
        const QString line = form.arg(
            checked->number, dateTimeText(checked->issuedAt), moneyText(checked->total, frame.language()));
        return frame.result(line, object) ? Exit::Done : frame.failOutput();
    }
    return frame.fail(refusal);
}

} // namespace

void addReceiptCommands(Words app, Frame& frame)
{
    Words receipt = app.noun("receipt", Ctl::help("Receipts"));
    const auto options = std::make_shared<Options>();
    verb(receipt, frame, "show", Ctl::help("A receipt with its lines and payments"), options, show)
        .option("number", options->number, Ctl::help("e.g. C1-000123"))
        .required();
    Words copy = verb(
        receipt, frame, "render", Ctl::help("Print a counted and marked copy into a file"), options, render);
    copy.option("number", options->number, Ctl::help("e.g. C1-000123")).required();
    copy.option("--paper", options->paper, Ctl::help("a5, a4, a4x2 (PDF) or 80mm (ESC/POS)"))
        .oneOf({"a5", "a4", "a4x2", "80mm"});
    copy.flag("--english", options->english, Ctl::help("English beside the Arabic"));
    copy.option("-o,--output", options->output, Ctl::help("Into this file")).required();
    Words check = verb(
        receipt, frame, "verify", Ctl::help("Check the text of a QR code; needs nobody"), options, verify);
    check.option("text", options->text, Ctl::help("As scanned, or - for stdin")).required();
    check.option("--key", options->key,
        Ctl::help("A public key in hex, or the fingerprint of one of --data; else all of --data"));
}

} // namespace sanad::ctl
