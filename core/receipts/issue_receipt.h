#pragma once

#include "core/base/actor.h"
#include "core/cash/shift.h"
#include "core/receipts/receipt_draft.h"
#include "core/storage/database.h"

namespace sanad {

/// Number, receipt, lines, payments, ledger entries, roll-ups and audit line, all in the caller's
/// transaction: they become true together or not at all, and a refused receipt burns no number. Outbox rows
/// are the caller's. Errors: Denied; Conflict `cash.no-shift`, `cash.day-closed`; Invalid
/// `receipts.no-lines`, `receipts.no-counter`, `receipts.amount-negative`, `receipts.discount-too-large`,
/// `receipts.fee-without-agency`, `receipts.payment-amount`, `receipts.payment-short` (args: total, paid),
/// `receipts.payment-over`, `receipts.change-not-cash`, `receipts.given-short`, `receipts.no-customer`,
/// `receipts.deposit-short`.
/// `open` is what shiftForAct() gave in this transaction, where the caller has asked already.
Result<Receipt> issueReceipt(Tx& tx, const ReceiptDraft& draft, const Actor& by, const Shift* open = nullptr);

} // namespace sanad
