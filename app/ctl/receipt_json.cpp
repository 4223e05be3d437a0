#include "app/ctl/receipt_json.h"

#include "app/ctl/frame.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sanad::ctl {

QJsonObject receiptJson(const Receipt& receipt)
{
    QJsonArray lines;
    for (const ReceiptLine& line : receipt.lines)
        lines.append(QJsonObject{{u"service"_s, line.serviceCode}, {u"name_ar"_s, line.serviceNameAr},
            {u"name_en"_s, line.serviceNameEn}, {u"agency"_s, line.agencyCode},
            {u"portal_reference"_s, line.portalReference},
            {u"government_fee_baisa"_s, jsonMoney(line.governmentFee)},
            {u"service_fee_baisa"_s, jsonMoney(line.serviceFee)},
            {u"discount_baisa"_s, jsonMoney(line.discount)}, {u"vat_baisa"_s, jsonMoney(line.vat)},
            {u"total_baisa"_s, jsonMoney(line.total())}});
    QJsonArray payments;
    for (const Payment& payment : receipt.payments)
        payments.append(QJsonObject{{u"tender"_s, tenderKey(payment.tender)},
            {u"baisa"_s, jsonMoney(payment.amount)}, {u"given_baisa"_s, jsonMoney(payment.given)},
            {u"approval_code"_s, payment.approvalCode}, {u"reference"_s, payment.reference}});
    return {{u"number"_s, receipt.number}, {u"uuid"_s, receipt.uuid}, {u"counter"_s, receipt.counter},
        {u"issued_at"_s, jsonTime(receipt.issuedAt)}, {u"business_day"_s, jsonDay(receipt.businessDay)},
        {u"customer"_s, receipt.customer.text()}, {u"identifier"_s, receipt.maskedIdentifier},
        {u"ticket"_s, receipt.ticket}, {u"clerk"_s, receipt.clerk}, {u"lines"_s, lines},
        {u"payments"_s, payments}, {u"government_fees_baisa"_s, jsonMoney(receipt.governmentFees)},
        {u"service_fees_baisa"_s, jsonMoney(receipt.serviceFees)},
        {u"discounts_baisa"_s, jsonMoney(receipt.discounts)}, {u"vat_baisa"_s, jsonMoney(receipt.vat)},
        {u"total_baisa"_s, jsonMoney(receipt.total)}, {u"change_baisa"_s, jsonMoney(receipt.change())},
        {u"copies"_s, receipt.copies}, {u"training"_s, receipt.training}, {u"voided_by"_s, receipt.voidedBy},
        {u"qr"_s, receipt.qrText}};
}

} // namespace sanad::ctl
