#include "core/transactions/agreed_fee.h"

namespace sanad {

Result<AgreedFee> agreeFee(const FeeQuote& quoted, const PriceWish& wish, const Approval& approval,
    const QDateTime& now, const Actor& by)
{
    AgreedFee fee;
    fee.governmentFee = quoted.governmentFee;
    fee.dueLater = quoted.dueLater;
    fee.serviceFee = wish.serviceFee.value_or(quoted.serviceFee);
    fee.discount = wish.discount;
    fee.clerkEntered = wish.clerkEntered;
    fee.priceReason = wish.reason;
    fee.monthsLate = wish.monthsLate;
    fee.extras = wish.extras;
    if (wish.agreedBefore) return fee;
    SANAD_TRY(chargeServiceFee(quoted, fee.serviceFee, wish.reason, approval, now, by));
    if (!fee.discount.isZero()) SANAD_TRY(allowDiscount(wish.reason, approval, now, by));
    return fee;
}

} // namespace sanad
