#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace sanad {

/// What a receipt's QR code says. Layout in `docs/money.md`: fields parted by `|`, the last one the
/// signature.
struct ReceiptQr {
    bool training = false;
    QString number, uuid;
    QDateTime issuedAt; ///< UTC, to the second.
    Money governmentFees, serviceFees, discounts, vat, total;
    QString licence;
    /// SHA-256 over the audit chain's head before the receipt and the digest of all its rows, first 16 bytes:
    /// the signature thereby covers every line and payment and the whole history before.
    QByteArray link;

    bool operator==(const ReceiptQr&) const = default;
};

/// The text up to the signature, which signs exactly these bytes (UTF-8).
QString receiptQrBody(const ReceiptQr& qr);
QString receiptQrText(const ReceiptQr& qr, const QByteArray& signature);

/// Needs no database: the text as scanned and the centre's public key (32 bytes).
/// Errors: Unusable `receipts.qr-format`; Invalid `receipts.qr-signature`.
Result<ReceiptQr> verifyReceiptQr(const QString& text, const QByteArray& publicKey);

} // namespace sanad
