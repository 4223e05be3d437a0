#pragma once

#include "core/base/money.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sanad {

/// When a part of a government fee falls due.
enum class FeeStage { Filing, Approval, Resubmission };

/// `on_filing`, `on_approval`, `on_each_resubmission`: as a pack writes them.
QString feeStageKey(FeeStage stage);
std::optional<FeeStage> feeStageFromKey(QStringView key);

/// A named amount of a fee table; no amount: the clerk takes it from the portal.
struct FeeAmount {
    QString code;
    QString ar, en;
    std::optional<Money> amount;

    bool operator==(const FeeAmount&) const = default;
};

struct FeeInstalment {
    FeeAmount what;
    FeeStage when = FeeStage::Filing;

    bool operator==(const FeeInstalment&) const = default;
};

/// How a fee follows from what the form says.
struct FeeFormula {
    enum class Kind {
        None,
        Percent, ///< A share of the product of integer form fields.
        ByAmount, ///< Depends on `field` in a way the agency does not publish; between minimum and maximum.
        Difference, ///< What `toField` costs more than `fromField` in the fee table of another service.
        Variable, ///< The form field `field` itself, in baisa.
    };
    Kind kind = Kind::None;
    std::int64_t thousandths = 0; ///< Of a per cent: 3 % = 3000.
    std::optional<std::int64_t> lateThousandths; ///< Instead, when late.
    QString lateField; ///< A date of the form; late when `lateMonths` after it have passed.
    int lateMonths = 0;
    QStringList factors;
    std::optional<Money> minimum, maximum;
    QString field;
    QString fromField, toField;
    QString of; ///< The service whose table `classes` is.
    std::vector<FeeAmount> classes;

    bool operator==(const FeeFormula&) const = default;
};

struct LateFine {
    enum class Kind { None, PerMonth, Percent, Range };
    Kind kind = Kind::None;
    std::optional<Money> perMonth; ///< None: known to exist, the figure is not published.
    std::optional<Money> cap; ///< For each unit.
    bool perUnit = false; ///< Once for each worker or person.
    std::int64_t thousandths = 0; ///< Percent: of the fee's own base.
    Money minimum, maximum; ///< Range: the clerk takes the figure from the portal.

    bool operator==(const LateFine&) const = default;
};

/// The government fee of one service from one day on.
struct FeeRule {
    QString per; ///< `transaction`, `person`, `worker`, `card` … : what one amount is charged for.
    std::optional<Money> base; ///< None: not published, or follows from options or formula.
    QString optionField; ///< The form field whose answer chooses among `options`.
    std::vector<FeeAmount> options;
    QString countField; ///< The integer form field that multiplies; empty: once.
    std::vector<FeeInstalment> instalments; ///< Replace `base`, due at their stages.
    FeeFormula formula;
    std::vector<FeeAmount> extras; ///< Charged when the clerk chooses them.
    LateFine lateFine;

    bool operator==(const FeeRule&) const = default;
};

/// What the centre charges for itself, VAT included as displayed.
struct ServicePrice {
    Money displayed;
    std::optional<Money> ceiling; ///< For each unit, as `displayed`.
    QString countField; ///< The integer form field that multiplies (pages, copies); empty: once.

    bool operator==(const ServicePrice&) const = default;
};

/// Both, from `validFrom` on until the next one's day.
struct DatedFee {
    QDate validFrom;
    FeeRule government;
    ServicePrice service;

    bool operator==(const DatedFee&) const = default;
};

/// Why a clerk must enter the fee although the form is complete; one key for each cause, for `pack check`.
/// Empty when every figure is known.
QStringList clerkEnteredCauses(const FeeRule& rule);

} // namespace sanad
