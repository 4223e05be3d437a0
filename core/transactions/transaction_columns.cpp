#include "core/transactions/transaction_columns.h"

namespace sanad {

namespace {

constexpr int kMonthsColumn = 25;

} // namespace

Transaction transactionFrom(const Query& row)
{
    Transaction t;
    t.id = row.id<TransactionId>(0);
    t.number = row.text(1);
    t.serviceCode = row.text(2);
    t.pack = row.id<PackId>(3);
    t.applicant = row.id<CustomerId>(4);
    t.payer = row.id<CustomerId>(5);
    t.ticket = row.id<TicketId>(6);
    t.receipt = row.id<ReceiptId>(7);
    t.counter = row.text(8);
    t.clerk = row.id<StaffId>(9);
    t.state = transactionStateFromKey(row.text(10)).value_or(TransactionState::Draft);
    t.agency = row.text(11);
    t.channel = row.text(12);
    t.fee.governmentFee = row.money(13);
    t.fee.dueLater = row.money(14);
    t.fee.serviceFee = row.money(15);
    t.fee.discount = row.money(16);
    t.fee.clerkEntered = row.boolean(17);
    t.feeState = feeStateFromKey(row.text(18)).value_or(FeeState::Unpaid);
    t.portalReference = row.text(19);
    t.businessDay = businessDayFrom(row.int32(20));
    t.openedAt = row.time(21);
    t.changedAt = row.time(22);
    t.promisedAt = row.time(23);
    t.fee.monthsLate = row.int32(kMonthsColumn);
    t.fee.extras = row.text(kMonthsColumn + 1).split(u',', Qt::SkipEmptyParts);
    return t;
}

} // namespace sanad
