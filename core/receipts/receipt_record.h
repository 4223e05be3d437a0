#pragma once

#include "core/receipts/receipt.h"
#include "core/receipts/receipt_qr.h"

namespace sanad {

/// A receipt as its rows hold it: every column, texts as stored, so that the digest finds any changed one.
struct ReceiptRecord {
    ReceiptId id;
    std::int64_t branch = 0;
    QString series;
    std::int64_t number = 0;
    QString uuid, counter, issuedAt;
    int businessDay = 0;
    ShiftId shift;
    CustomerId customer;
    QString ticket;
    StaffId staff;
    QString clerk, service, method;
    std::int64_t lineCount = 0, paymentCount = 0;
    Money governmentFees, serviceFees, discounts, vat, total;
    QString licence;
    std::int64_t training = 0;
    QByteArray partyDigest, link, signature;

    struct Line {
        std::int64_t id = 0;
        ReceiptId receipt;
        ReceiptLine line;
        QString income; ///< As stored.
    };
    struct Paid {
        std::int64_t id = 0;
        ReceiptId receipt;
        Payment payment;
        QString tender; ///< As stored.
    };
    std::vector<Line> lines;
    std::vector<Paid> payments;
};

/// SHA-256 over every column of the receipt, its lines and payments, but link and signature, which depend on
/// it. The audit line of the issue carries it.
QByteArray contentDigest(const ReceiptRecord& record);

/// See ReceiptQr::link. `chainHash` is the audit chain's head before the line of the issue.
QByteArray chainLink(const QByteArray& chainHash, const QByteArray& contentDigest);

/// What the QR code says, worked out from the rows.
ReceiptQr qrOf(const ReceiptRecord& record);

/// The receipt without what is sealed, its copies and a credit note.
Receipt receiptOf(const ReceiptRecord& record);

} // namespace sanad
