#pragma once

#include "core/base/actor.h"
#include "core/base/result.h"
#include "core/catalogue/service_item.h"

#include <QHash>
#include <QJsonObject>

#include <functional>
#include <optional>
#include <vector>

namespace sanad {

/// One amount within the government fee, rounded for itself.
struct FeePart {
    enum class Kind { Base, Option, Instalment, Formula, Extra, LateFine, ClerkEntered };
    Kind kind = Kind::Base;
    QString code; ///< Of the option, instalment or extra; else empty.
    QString ar, en; ///< Empty where the pack gives it no name of its own.
    Money unit;
    std::int64_t count = 1;
    Money amount; ///< unit × count, or less under a cap.

    bool operator==(const FeePart&) const = default;
};

/// What the form does not say.
struct FeeChoices {
    FeeStage stage = FeeStage::Filing;
    bool late = false; ///< For rates that rise when late; a date in the form may say so by itself.
    int monthsLate = 0; ///< For fines by the month; > 0 means late.
    QStringList extras; ///< Codes.
    /// As the portal demands it, for fees without a figure; with the portal's reference.
    std::optional<Money> governmentFee;
    QString portalReference;
};

struct FeeQuote {
    std::vector<FeePart> parts; ///< Add up to governmentFee.
    Money governmentFee; ///< Due now. While needsClerkAmount: only what is known of it.
    Money dueLater; ///< Parts of later stages.
    Money serviceFee; ///< Displayed price × count, VAT included.
    std::optional<Money> serviceFeeCeiling; ///< × count.
    bool needsClerkAmount = false; ///< The clerk takes the whole government fee from the portal.
    Money minimum, maximum; ///< Bounds of the clerk's figure; zero maximum: none.
    QString why; ///< Key of the reason: `fee.no-figure`, `fee.by-amount`, `fee.variable`, …
    QDate on;

    bool operator==(const FeeQuote&) const = default;
};

/// The fees of `service` for this form on this business day. Pure: same input, same quote.
/// Errors, all Invalid but the first: Conflict `fee.not-in-force` (arg: code) when `on` lies outside the
/// item's days; `fee.field-missing`, `fee.field-unusable`, `fee.option-unknown` (args:
/// field, the choices), `fee.extra-unknown` (args: code, the extras), `fee.no-extras` (arg: code) where there
/// are none, `fee.extra-twice` (arg: code), `fee.computed` when an amount is given although the catalogue has
/// it, `fee.reference-needed`, `fee.months-needed`, `fee.below-least`, `fee.above-most` (arg: the bound),
/// `money.out-of-range`.
Result<FeeQuote> quote(
    const ServiceItem& service, const QJsonObject& form, const QDate& on, const FeeChoices& choices = {});

/// Asked where a price is another than the displayed one: whether a second person has consented.
using PriceConsent = std::function<Result<>()>;

/// The service fee that may be charged when `charged` is wanted instead of the quote's. The displayed price
/// needs nothing; another needs a reason and a second person's approval; more than the ceiling is refused to
/// everybody. Errors: Denied `gate.not-signed-in`, `approval.*`; Invalid `fee.reason-needed`,
/// `fee.above-ceiling` (arg: ceiling), `fee.negative`.
Result<Money> chargeServiceFee(const FeeQuote& quote, Money charged, const QString& reason,
    const PriceConsent& consent, const Actor& by);
/// The same for a discount.
Result<> allowDiscount(const QString& reason, const PriceConsent& consent, const Actor& by);

} // namespace sanad
