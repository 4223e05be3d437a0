#pragma once

#include "core/receipts/receipt.h"
#include "ui/printing/sheet.h"

namespace sanad {

/// How one receipt is to be printed this time.
struct ReceiptOptions {
    bool english = false; ///< English beside the Arabic.
    int copy = 0; ///< 0: the original; n: the n-th reprint, marked as such.
    QDateTime reprintedAt; ///< UTC; of a copy.
};

/// The one layout of a receipt, in the order that ux.md fixes.
Sheet receiptSheet(
    const Receipt& receipt, const CentrePrint& centre, const ReceiptOptions& options, SheetForm form);

/// True when money goes into the drawer or comes out of it.
bool opensDrawer(const Receipt& receipt);

} // namespace sanad
