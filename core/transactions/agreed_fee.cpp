#include "core/transactions/agreed_fee.h"

namespace sanad {

Result<AgreedFee> agreeFee(
    const FeeQuote& quoted, const PriceWish& wish, const PriceConsent& consent, const Actor& by)
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
    SANAD_TRY(chargeServiceFee(quoted, fee.serviceFee, wish.reason, consent, by));
    if (!fee.discount.isZero()) SANAD_TRY(allowDiscount(wish.reason, consent, by));
    return fee;
}

void PriceSubject::add(const QString& what, const std::optional<Money>& serviceFee, Money discount)
{
    if (!serviceFee && discount.isZero()) return;
    const QString fee = serviceFee ? QString::number(serviceFee->baisa()) : QString();
    m_prices << what + u'=' + fee + u'-' + QString::number(discount.baisa());
}

} // namespace sanad
