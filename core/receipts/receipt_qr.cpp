#include "core/receipts/receipt_qr.h"

#include "core/base/clock.h"
#include "core/crypto/signing.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr int kFields = 12; // with the signature
constexpr int kLinkBytes = 16;
const QString kTimeFormat = u"yyyyMMdd'T'HHmmss'Z'"_s;

QString encoded(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64(kBase64));
}

/// `20260304T050607Z`.
QString timeText(const QDateTime& utc)
{
    QString text = storedTime(utc); // 2026-03-04T05:06:07.089Z
    text.truncate(19);
    text.removeIf([](QChar c) { return c == u'-' || c == u':'; });
    return text + u'Z';
}

std::optional<QByteArray> decoded(QStringView text, int size)
{
    const auto result =
        QByteArray::fromBase64Encoding(text.toLatin1(), kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    // Trailing bits that decode to nothing would let several texts carry one signature.
    if (!result || result.decoded.size() != size || encoded(result.decoded) != text) return std::nullopt;
    return result.decoded;
}

std::optional<Money> amount(QStringView text)
{
    bool ok = false;
    const qlonglong baisa = text.toLongLong(&ok);
    if (!ok || baisa < 0 || QString::number(baisa) != text) return std::nullopt;
    return Money::fromBaisa(baisa);
}

std::optional<ReceiptQr> parsed(const QList<QStringView>& fields)
{
    ReceiptQr qr;
    if (fields[0] != "SANAD1"_L1 && fields[0] != "SANAD1T"_L1) return std::nullopt;
    qr.training = fields[0].endsWith(u'T');
    qr.number = fields[1].toString();
    const auto uuid = decoded(fields[2], 16);
    if (!uuid) return std::nullopt;
    qr.uuid = QUuid::fromRfc4122(*uuid).toString(QUuid::WithoutBraces);
    qr.issuedAt = QDateTime::fromString(fields[3].toString(), kTimeFormat);
    qr.issuedAt.setTimeSpec(Qt::UTC);
    Money* const amounts[] = {&qr.governmentFees, &qr.serviceFees, &qr.discounts, &qr.vat, &qr.total};
    for (int i = 0; i < 5; ++i) {
        const auto value = amount(fields[4 + i]);
        if (!value) return std::nullopt;
        *amounts[i] = *value;
    }
    qr.licence = fields[9].toString();
    const auto link = decoded(fields[10], kLinkBytes);
    if (!link || !qr.issuedAt.isValid() || qr.number.isEmpty()) return std::nullopt;
    qr.link = *link;
    return qr;
}

} // namespace

QString receiptQrBody(const ReceiptQr& qr)
{
    QString licence = qr.licence;
    licence.replace(u'|', u'/');
    return QStringList{qr.training ? u"SANAD1T"_s : u"SANAD1"_s, qr.number,
        encoded(QUuid::fromString(qr.uuid).toRfc4122()), timeText(qr.issuedAt),
        QString::number(qr.governmentFees.baisa()), QString::number(qr.serviceFees.baisa()),
        QString::number(qr.discounts.baisa()), QString::number(qr.vat.baisa()),
        QString::number(qr.total.baisa()), licence, encoded(qr.link)}
        .join(u'|');
}

QString receiptQrText(const ReceiptQr& qr, const QByteArray& signature)
{
    return receiptQrBody(qr) + u'|' + encoded(signature);
}

Result<ReceiptQr> verifyReceiptQr(const QString& text, const QByteArray& publicKey)
{
    const QString trimmed = text.trimmed();
    const auto fields = QStringView(trimmed).split(u'|');
    const Error unreadable{ErrorCode::Unusable, u"receipts.qr-format"_s, {}, {}};
    if (fields.size() != kFields) return unreadable;
    const auto qr = parsed(fields);
    const auto signature = decoded(fields.back(), kSignatureBytes);
    if (!qr || !signature) return unreadable;
    const QByteArray body = trimmed.left(trimmed.lastIndexOf(u'|')).toUtf8();
    if (!verifySignature(publicKey, body, *signature))
        return Error{ErrorCode::Invalid, u"receipts.qr-signature"_s, {qr->number}, {}};
    return *qr;
}

} // namespace sanad
