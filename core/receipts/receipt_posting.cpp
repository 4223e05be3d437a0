#include "core/receipts/receipt_posting.h"

namespace sanad {

namespace {

AccountRef accountPaidInto(const Payment& payment, const ReceiptRecord& record)
{
    switch (payment.tender) {
    case Tender::Cash:
        return drawerOf(record.shift);
    case Tender::Card:
        return {Account::CardClearing, {}};
    case Tender::Transfer:
        return {Account::Bank, {}};
    case Tender::Account:
        return accountOf(record.customer);
    case Tender::Deposit:
        return depositOf(record.customer);
    }
    return {};
}

} // namespace

LedgerDocument postingOf(const ReceiptRecord& record)
{
    LedgerDocument document{DocumentKind::Receipt, record.id.raw(), businessDayFrom(record.businessDay), {}};
    for (const auto& paid : record.payments)
        document.entries.push_back({accountPaidInto(paid.payment, record), paid.payment.amount});
    for (const auto& [id, receipt, line, income] : record.lines) {
        document.entries.push_back({payableTo(line.agencyCode), -line.governmentFee});
        document.entries.push_back({{Account::Income, income}, -(line.serviceFee - line.vat)});
    }
    document.entries.push_back({{Account::VatOutput, {}}, -record.vat});
    document.entries.push_back({{Account::Discounts, {}}, record.discounts});
    return document;
}

} // namespace sanad
