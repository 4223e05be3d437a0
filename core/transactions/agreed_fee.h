#pragma once

#include "core/base/actor.h"
#include "core/base/approval.h"
#include "core/base/result.h"
#include "core/catalogue/fee_quote.h"
#include "core/transactions/transaction.h"

#include <optional>

namespace sanad {

/// What was chosen or agreed on beside the quote.
struct PriceWish {
    std::optional<Money> serviceFee; ///< Instead of the displayed one, with a reason.
    Money discount;
    QString reason;
    bool clerkEntered = false;
    int monthsLate = 0;
    QStringList extras;
    bool agreedBefore = false; ///< By somebody who was allowed to: nothing of it is asked again.
};

/// The fee as a transaction keeps it. Errors as chargeServiceFee().
Result<AgreedFee> agreeFee(const FeeQuote& quoted, const PriceWish& wish, const Approval& approval,
    const QDateTime& now, const Actor& by);

} // namespace sanad
