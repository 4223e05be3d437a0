#include "core/receipts/receipt_record.h"

#include "core/audit/row_digest.h"
#include "core/base/clock.h"
#include "core/ledger/numbers.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kLinkBytes = 16;

} // namespace

QByteArray contentDigest(const ReceiptRecord& record)
{
    RowDigest digest;
    digest.add(record.id.raw())
        .add(record.branch)
        .add(record.series)
        .add(record.number)
        .add(record.uuid)
        .add(record.counter)
        .add(record.issuedAt)
        .add(record.businessDay)
        .add(record.shift.raw())
        .add(record.customer.raw())
        .add(record.ticket)
        .add(record.staff.raw())
        .add(record.clerk)
        .add(record.service)
        .add(record.method)
        .add(record.lineCount)
        .add(record.paymentCount)
        .add(record.governmentFees.baisa())
        .add(record.serviceFees.baisa())
        .add(record.discounts.baisa())
        .add(record.vat.baisa())
        .add(record.total.baisa())
        .add(record.licence)
        .add(record.training)
        .add(record.partyDigest);
    for (const auto& [id, receipt, line, income] : record.lines)
        digest.add(id)
            .add(receipt.raw())
            .add(line.transaction.raw())
            .add(line.serviceCode)
            .add(line.serviceNameAr)
            .add(line.serviceNameEn)
            .add(line.agencyCode)
            .add(line.agencyNameAr)
            .add(line.agencyNameEn)
            .add(income)
            .add(line.portalReference)
            .add(line.governmentFee.baisa())
            .add(line.serviceFee.baisa())
            .add(line.discount.baisa())
            .add(line.vat.baisa())
            .add(line.vatRateThousandths);
    for (const auto& [id, receipt, payment, tender] : record.payments)
        digest.add(id)
            .add(receipt.raw())
            .add(tender)
            .add(payment.amount.baisa())
            .add(payment.given.baisa())
            .add(payment.approvalCode)
            .add(payment.reference);
    return digest.bytes();
}

QByteArray chainLink(const QByteArray& chainHash, const QByteArray& contentDigest)
{
    return sha256(chainHash + contentDigest).left(kLinkBytes);
}

ReceiptQr qrOf(const ReceiptRecord& record)
{
    QDateTime issued = fromStoredTime(record.issuedAt);
    issued.setTime(QTime(issued.time().hour(), issued.time().minute(), issued.time().second()));
    return {record.training != 0, numberText(record.series, record.number), record.uuid, issued,
        record.governmentFees, record.serviceFees, record.discounts, record.vat, record.total, record.licence,
        record.link};
}

Receipt receiptOf(const ReceiptRecord& record)
{
    Receipt receipt;
    receipt.id = record.id;
    receipt.uuid = record.uuid;
    receipt.number = numberText(record.series, record.number);
    receipt.counter = record.counter;
    receipt.issuedAt = fromStoredTime(record.issuedAt);
    receipt.businessDay = businessDayFrom(record.businessDay);
    receipt.customer = record.customer;
    receipt.ticket = record.ticket;
    receipt.clerk = record.clerk;
    for (const auto& line : record.lines)
        receipt.lines.push_back(line.line);
    for (const auto& paid : record.payments)
        receipt.payments.push_back(paid.payment);
    receipt.governmentFees = record.governmentFees;
    receipt.serviceFees = record.serviceFees;
    receipt.discounts = record.discounts;
    receipt.vat = record.vat;
    receipt.total = record.total;
    receipt.signature = record.signature;
    receipt.qrText = receiptQrText(qrOf(record), record.signature);
    receipt.training = record.training != 0;
    receipt.licence = record.licence;
    return receipt;
}

} // namespace sanad
