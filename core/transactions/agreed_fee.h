#pragma once

#include "core/base/actor.h"
#include "core/base/result.h"
#include "core/catalogue/fee_quote.h"
#include "core/transactions/draft.h"

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
};

/// The fee as a transaction keeps it. Errors as chargeServiceFee().
Result<AgreedFee> agreeFee(
    const FeeQuote& quoted, const PriceWish& wish, const PriceConsent& consent, const Actor& by);

/// What a second person consents to, for ApprovedAct::subject: each price that is another than the displayed
/// one, as `draft-or-service=FEE-DISCOUNT` (in baisa, no fee: the displayed one), with blanks between.
class PriceSubject {
public:
    void add(const QString& what, const std::optional<Money>& serviceFee, Money discount);
    void add(const Draft& draft) { add(draft.id.text(), draft.serviceFee, draft.discount); }
    QString text() const { return m_prices.join(u' '); }

private:
    QStringList m_prices;
};

} // namespace sanad
