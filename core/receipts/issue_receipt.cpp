#include "core/receipts/issue_receipt.h"

#include "core/audit/audit_trail.h"
#include "core/base/json_writer.h"
#include "core/cash/clock_guard.h"
#include "core/cash/shift_service.h"
#include "core/crypto/hash.h"
#include "core/ledger/ledger.h"
#include "core/ledger/numbers.h"
#include "core/receipts/day_figures.h"
#include "core/receipts/receipt_posting.h"
#include "core/receipts/receipt_repository.h"
#include "core/settings/settings_repository.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kVatRate = 5000; // thousandths of a per cent

Error invalid(const char16_t* key, QStringList args = {})
{
    return {ErrorCode::Invalid, QString::fromUtf16(key), std::move(args), {}};
}

Result<> checkLines(const std::vector<ReceiptLine>& lines)
{
    if (lines.empty()) return invalid(u"receipts.no-lines");
    for (const ReceiptLine& line : lines) {
        if (line.governmentFee.isNegative() || line.serviceFee.isNegative() || line.discount.isNegative())
            return invalid(u"receipts.amount-negative", {line.serviceCode});
        if (line.discount > line.serviceFee)
            return invalid(u"receipts.discount-too-large", {line.serviceCode});
        if (!line.governmentFee.isZero() && line.agencyCode.isEmpty())
            return invalid(u"receipts.fee-without-agency", {line.serviceCode});
    }
    return {};
}

/// The payments with what was given filled in; their sum is the total.
Result<std::vector<Payment>> settledPayments(Tx& tx, const ReceiptDraft& draft, Money total)
{
    std::vector<Payment> payments = draft.payments;
    Money paid, deposit;
    for (Payment& payment : payments) {
        if (payment.amount <= Money()) return invalid(u"receipts.payment-amount");
        if (payment.given.isZero()) payment.given = payment.amount;
        if (payment.given < payment.amount)
            return invalid(u"receipts.given-short", {payment.amount.text(), payment.given.text()});
        if (payment.given > payment.amount && payment.tender != Tender::Cash)
            return invalid(u"receipts.change-not-cash");
        const bool ofCustomer = payment.tender == Tender::Account || payment.tender == Tender::Deposit;
        if (ofCustomer && draft.customer.isNull()) return invalid(u"receipts.no-customer");
        if (payment.tender == Tender::Deposit) deposit += payment.amount;
        paid += payment.amount;
    }
    if (paid < total) return invalid(u"receipts.payment-short", {total.text(), paid.text()});
    if (paid > total) return invalid(u"receipts.payment-over", {total.text(), paid.text()});
    // A deposit is owed to the customer: its balance is a credit.
    if (!deposit.isZero() && -Ledger(tx).balance(depositOf(draft.customer)) < deposit)
        return Error{ErrorCode::Conflict, u"receipts.deposit-short"_s, {}, {}};
    return payments;
}

QString methodOf(const std::vector<Payment>& payments)
{
    if (payments.empty()) return u"none"_s;
    for (const Payment& payment : payments)
        if (payment.tender != payments.front().tender) return u"split"_s;
    return tenderKey(payments.front().tender);
}

/// Everything of the record but number, party, link and signature.
ReceiptRecord recordOf(const ReceiptDraft& draft, std::vector<Payment> payments, const Shift& shift,
    const Centre& centre, const QDateTime& now, const Actor& by)
{
    ReceiptRecord record;
    record.id = ReceiptId::create();
    record.branch = kBranch;
    record.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.counter = shift.counter;
    record.issuedAt = storedTime(now);
    record.businessDay = businessDayNumber(shift.businessDay);
    record.shift = shift.id;
    record.customer = draft.customer;
    record.ticket = draft.ticket;
    record.staff = by.staff();
    record.clerk = by.user();
    record.service = draft.lines.front().serviceCode;
    record.method = methodOf(payments);
    record.licence = centre.licence;
    record.training = centre.training ? 1 : 0;
    const int rate = centre.vatOn(shift.businessDay) ? kVatRate : 0;
    for (ReceiptLine line : draft.lines) {
        line.vatRateThousandths = rate;
        line.vat = vatWithin(line.serviceFee - line.discount, rate);
        record.governmentFees += line.governmentFee;
        record.serviceFees += line.serviceFee;
        record.discounts += line.discount;
        record.vat += line.vat;
        record.total += line.total();
        const QString income = incomeKindKey(line.income);
        record.lines.push_back({nextRawId(), record.id, std::move(line), income});
    }
    for (Payment& payment : payments) {
        const QString tender = tenderKey(payment.tender);
        record.payments.push_back({nextRawId(), record.id, std::move(payment), tender});
    }
    record.lineCount = std::ssize(record.lines);
    record.paymentCount = std::ssize(record.payments);
    return record;
}

} // namespace

Result<Receipt> issueReceipt(Tx& tx, const ReceiptDraft& draft, const Actor& by, const Shift* open)
{
    SANAD_TRY(by.may(Permission::IssueReceipts));
    const QString counter = draft.counter.isEmpty() ? by.counter() : draft.counter;
    if (counter.isEmpty()) return invalid(u"receipts.no-counter");
    SANAD_TRY(checkLines(draft.lines));
    SANAD_TRY_VALUE(payments, settledPayments(tx, draft, draftTotal(draft.lines)));
    const SettingsRepository settings(tx);
    const Centre centre = settings.centre();
    SANAD_TRY_VALUE(shift, open ? Result<Shift>(*open) : shiftForAct(tx, counter, centre.cutOffHour, by));

    ReceiptRepository receipts(tx);
    ReceiptRecord record = recordOf(draft, std::move(payments), shift, centre, tx.now(), by);
    const NumberParts taken = takeNumber(tx, shift.counter);
    record.series = taken.series;
    record.number = taken.number;
    SANAD_TRY(checkClock(tx, record.series, record.number));
    const QByteArray party = receipts.sealParty(record.id, draft.customerName, draft.maskedIdentifier);
    record.partyDigest = sha256(party);
    const QByteArray content = contentDigest(record);
    AuditTrail audit(tx);
    record.link = chainLink(audit.head().hash, content);
    record.signature = sign(settings.signingKey(), receiptQrBody(qrOf(record)).toUtf8());

    receipts.insert(record, party);
    const QByteArray posted = Ledger(tx).post(postingOf(record));
    Receipt receipt = receiptOf(record);
    receipt.customerName = draft.customerName;
    receipt.maskedIdentifier = draft.maskedIdentifier;
    DayFigures(tx).add(receipt);
    audit.recordText(by, u"receipt.issued"_s, receipt.id.raw(),
        JsonWriter()
            .member("content", QString::fromLatin1(content.toHex()))
            .member("document", documentKindKey(DocumentKind::Receipt))
            .member("ledger", QString::fromLatin1(posted.toHex()))
            .member("number", receipt.number)
            .text());
    tx.touched(u"receipts"_s);
    return receipt;
}

} // namespace sanad
