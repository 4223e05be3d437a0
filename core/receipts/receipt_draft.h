#pragma once

#include "core/receipts/receipt.h"

namespace sanad {

/// What becomes a receipt. The lines' VAT and rate are worked out at issue; what they hold here is ignored.
struct ReceiptDraft {
    QString counter; ///< Empty: the actor's own.
    CustomerId customer; ///< The payer.
    QString customerName; ///< As printed; sealed at rest.
    QString maskedIdentifier; ///< As printed; sealed at rest.
    QString ticket;
    std::vector<ReceiptLine> lines;
    std::vector<Payment> payments; ///< Cash without `given` was handed over exactly.
};

/// VAT contained in `net` (fee less discount) at the rate, rounded half up once.
Money vatWithin(Money net, int rateThousandths);

/// What the lines come to.
Money draftTotal(const std::vector<ReceiptLine>& lines);

} // namespace sanad
