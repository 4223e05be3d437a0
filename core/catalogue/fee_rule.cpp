#include "core/catalogue/fee_rule.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

QString feeStageKey(FeeStage stage)
{
    switch (stage) {
    case FeeStage::Filing:
        return u"on_filing"_s;
    case FeeStage::Approval:
        return u"on_approval"_s;
    case FeeStage::Resubmission:
        return u"on_each_resubmission"_s;
    }
    return {};
}

std::optional<FeeStage> feeStageFromKey(QStringView key)
{
    for (const auto stage : {FeeStage::Filing, FeeStage::Approval, FeeStage::Resubmission})
        if (key == feeStageKey(stage)) return stage;
    return std::nullopt;
}

QStringList clerkEnteredCauses(const FeeRule& rule)
{
    const auto unpriced = [](const FeeAmount& amount) { return !amount.amount; };
    const bool figured = rule.base || !rule.options.empty() || !rule.instalments.empty();
    QStringList causes;
    if (!figured && rule.formula.kind == FeeFormula::Kind::None) causes << u"fee.no-figure"_s;
    if (rule.formula.kind == FeeFormula::Kind::ByAmount) causes << u"fee.by-amount"_s;
    if (rule.formula.kind == FeeFormula::Kind::Difference) causes << u"fee.difference"_s;
    if (rule.formula.kind == FeeFormula::Kind::Variable) causes << u"fee.variable"_s;
    if (std::any_of(rule.options.begin(), rule.options.end(), unpriced)) causes << u"fee.option-no-figure"_s;
    if (std::any_of(rule.instalments.begin(), rule.instalments.end(),
            [](const FeeInstalment& part) { return !part.what.amount; }))
        causes << u"fee.part-no-figure"_s;
    if (std::any_of(rule.extras.begin(), rule.extras.end(), unpriced)) causes << u"fee.extra-no-figure"_s;
    if (rule.lateFine.kind == LateFine::Kind::Range) causes << u"fee.late-range"_s;
    if (rule.lateFine.kind == LateFine::Kind::PerMonth && !rule.lateFine.perMonth)
        causes << u"fee.late-no-figure"_s;
    return causes;
}

} // namespace sanad
