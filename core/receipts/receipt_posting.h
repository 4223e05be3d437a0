#pragma once

#include "core/ledger/ledger.h"
#include "core/receipts/receipt_record.h"

namespace sanad {

/// What a receipt posts: its payments into the drawer of its shift and wherever else they go, its fees,
/// income, VAT and discounts against them. Follows from its rows alone, so that `verify` holds the books
/// against them.
LedgerDocument postingOf(const ReceiptRecord& record);

} // namespace sanad
