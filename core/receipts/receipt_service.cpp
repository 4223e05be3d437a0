#include "core/receipts/receipt_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/digits.h"
#include "core/receipts/issue_receipt.h"
#include "core/receipts/receipt_qr.h"
#include "core/settings/settings_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Error unknown(const QString& number)
{
    return {ErrorCode::NotFound, u"receipts.unknown"_s, {number}, {}};
}

/// Checked with the newest key that fits: an older receipt was signed with an older key.
Result<ReceiptQr> verifiedByAny(const QString& text, const std::vector<QByteArray>& keys)
{
    Error last{ErrorCode::Invalid, u"receipts.qr-signature"_s, {}, {}};
    for (const QByteArray& key : keys) {
        auto qr = verifyReceiptQr(text, key);
        if (qr) return qr;
        last = qr.error();
    }
    return last;
}

} // namespace

Result<Receipt> ReceiptService::issue(const ReceiptDraft& draft, const Actor& by)
{
    return m_db.write([&](Tx& tx) { return issueReceipt(tx, draft, by); });
}

Result<Receipt> ReceiptService::get(const QString& number, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReceipts));
    return m_db.read([&](Tx& tx) -> Result<Receipt> {
        auto receipt = ReceiptRepository(tx).byNumber(documentNumber(number));
        if (!receipt) return unknown(number);
        return std::move(*receipt);
    });
}

Result<std::vector<ReceiptRow>> ReceiptService::list(const ReceiptFilter& filter, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReceipts));
    return m_db.read(
        [&](Tx& tx) -> Result<std::vector<ReceiptRow>> { return ReceiptRepository(tx).list(filter); });
}

Result<Receipt> ReceiptService::reprint(const QString& number, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReceipts));
    return m_db.write([&](Tx& tx) -> Result<Receipt> {
        ReceiptRepository receipts(tx);
        auto receipt = receipts.byNumber(documentNumber(number));
        if (!receipt) return unknown(number);
        const auto copy = receipts.addCopy(receipt->id, by.user());
        receipt->copies = copy.number;
        AuditTrail(tx).record(by, u"receipt.reprinted"_s, receipt->id,
            {{u"copy"_s, copy.number},
                {u"rows"_s, QJsonObject{{u"receipt_copy:"_s + QString::number(copy.id), copy.rowDigest}}}});
        tx.touched(u"receipts"_s);
        return std::move(*receipt);
    });
}

Result<> ReceiptService::copyFailed(const QString& number, int copy, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReceipts));
    return m_db.write([&](Tx& tx) -> Result<> {
        const auto receipt = ReceiptRepository(tx).byNumber(number);
        if (!receipt) return unknown(number);
        if (copy < 1 || copy > receipt->copies)
            return Error{ErrorCode::Invalid, u"receipts.no-copy"_s, {number, QString::number(copy)}, {}};
        AuditTrail(tx).record(by, u"receipt.copy-failed"_s, receipt->id, {{u"copy"_s, copy}});
        return {};
    });
}

Result<Receipt> ReceiptService::verifyQr(const QString& text, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReceipts));
    return m_db.read([&](Tx& tx) -> Result<Receipt> {
        SANAD_TRY_VALUE(qr, verifiedByAny(text, SettingsRepository(tx).signingPublicKeys()));
        auto receipt = ReceiptRepository(tx).byNumber(qr.number);
        if (!receipt) return unknown(qr.number);
        if (receipt->qrText != text.trimmed())
            return Error{ErrorCode::Invalid, u"receipts.qr-other"_s, {qr.number}, {}};
        return std::move(*receipt);
    });
}

} // namespace sanad
