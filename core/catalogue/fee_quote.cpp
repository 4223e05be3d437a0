#include "core/catalogue/fee_quote.h"

#include "core/base/choices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Error invalid(const QString& key, const QStringList& args = {})
{
    return {ErrorCode::Invalid, key, args, {}};
}

/// A whole number ≥ 0 of the form.
Result<std::int64_t> wholeNumber(const QJsonObject& form, const QString& field)
{
    const auto value = form.value(field);
    if (value.isUndefined() || value.isNull()) return invalid(u"fee.field-missing"_s, {field});
    const auto number = value.toInteger(-1);
    if (!value.isDouble() || number < 0) return invalid(u"fee.field-unusable"_s, {field});
    return number;
}

Result<QString> answer(const QJsonObject& form, const QString& field)
{
    const auto value = form.value(field);
    if (value.isUndefined() || value.isNull()) return invalid(u"fee.field-missing"_s, {field});
    if (!value.isString()) return invalid(u"fee.field-unusable"_s, {field});
    return value.toString();
}

Result<std::int64_t> countOf(const QJsonObject& form, const QString& field)
{
    if (field.isEmpty()) return std::int64_t{1};
    return wholeNumber(form, field);
}

const FeeAmount* amountOf(const std::vector<FeeAmount>& table, const QString& code)
{
    const auto found = std::find_if(
        table.begin(), table.end(), [&](const FeeAmount& amount) { return amount.code == code; });
    return found == table.end() ? nullptr : &*found;
}

QString codesOf(const std::vector<FeeAmount>& table, const QString& given)
{
    QStringList codes;
    for (const FeeAmount& amount : table)
        codes << amount.code;
    return namedChoices(codes, given);
}

/// Adds up the parts and what is not known of them.
class Quoting {
public:
    Quoting(const FeeRule& rule, const QJsonObject& form, const QDate& on, const FeeChoices& choices)
        : m_rule(rule)
        , m_form(form)
        , m_on(on)
        , m_choices(choices)
    {
    }

    Result<FeeQuote> run()
    {
        SANAD_TRY_VALUE(count, countOf(m_form, m_rule.countField));
        m_count = count;
        SANAD_TRY(addDueNow());
        if (m_choices.stage == FeeStage::Filing) {
            SANAD_TRY(addExtras());
            SANAD_TRY(addLateFine());
        }
        SANAD_TRY(settleClerkAmount());
        return std::move(m_quote);
    }

private:
    void add(FeePart::Kind kind, const FeeAmount& what, std::int64_t count)
    {
        const FeePart part{kind, what.code, what.ar, what.en, *what.amount, count, *what.amount * count};
        m_quote.governmentFee += part.amount;
        m_quote.parts.push_back(part);
    }

    /// Something is due of which no figure is known; at most `most` when that is.
    void addUnknown(const QString& why, Money least = {}, std::optional<Money> most = {})
    {
        if (!m_quote.needsClerkAmount) m_quote.why = why;
        m_quote.needsClerkAmount = true;
        m_least += least;
        if (most)
            m_most += *most;
        else
            m_bounded = false;
    }

    void addKnownOrUnknown(FeePart::Kind kind, const FeeAmount& what, std::int64_t count, const QString& why)
    {
        if (what.amount)
            add(kind, what, count);
        else
            addUnknown(why);
    }

    Result<> addDueNow()
    {
        if (!m_rule.instalments.empty()) {
            for (const auto& part : m_rule.instalments) {
                if (part.when == m_choices.stage)
                    addKnownOrUnknown(FeePart::Kind::Instalment, part.what, m_count, u"fee.part-no-figure"_s);
                else if (m_choices.stage == FeeStage::Filing && part.when == FeeStage::Approval)
                    m_quote.dueLater += part.what.amount.value_or(Money()) * m_count;
            }
            return {};
        }
        if (m_choices.stage != FeeStage::Filing) return {};
        if (m_rule.formula.kind != FeeFormula::Kind::None) return addFormula();
        if (!m_rule.options.empty()) return addOption();
        addKnownOrUnknown(FeePart::Kind::Base, {{}, {}, {}, m_rule.base}, m_count, u"fee.no-figure"_s);
        return {};
    }

    Result<> addOption()
    {
        SANAD_TRY_VALUE(chosen, answer(m_form, m_rule.optionField));
        const auto* option = amountOf(m_rule.options, chosen);
        if (!option)
            return invalid(u"fee.option-unknown"_s, {m_rule.optionField, codesOf(m_rule.options, chosen)});
        addKnownOrUnknown(FeePart::Kind::Option, *option, m_count, u"fee.option-no-figure"_s);
        return {};
    }

    Result<> addFormula()
    {
        const auto& formula = m_rule.formula;
        switch (formula.kind) {
        case FeeFormula::Kind::None:
            break;
        case FeeFormula::Kind::Percent: {
            SANAD_TRY_VALUE(late, isLate());
            SANAD_TRY_VALUE(base, percentBase());
            auto fee = base.percent(
                late ? formula.lateThousandths.value_or(formula.thousandths) : formula.thousandths);
            if (formula.minimum) fee = std::max(fee, *formula.minimum);
            if (formula.maximum) fee = std::min(fee, *formula.maximum);
            add(FeePart::Kind::Formula, {{}, {}, {}, fee}, m_count);
            break;
        }
        case FeeFormula::Kind::ByAmount: {
            SANAD_TRY(wholeNumber(m_form, formula.field));
            addUnknown(u"fee.by-amount"_s, formula.minimum.value_or(Money()), formula.maximum);
            break;
        }
        case FeeFormula::Kind::Difference:
            return addDifference();
        case FeeFormula::Kind::Variable: {
            SANAD_TRY_VALUE(baisa, wholeNumber(m_form, formula.field));
            const Money shown = Money::fromBaisa(baisa) * m_count;
            addUnknown(u"fee.variable"_s, shown, shown);
            break;
        }
        }
        return {};
    }

    Result<> addDifference()
    {
        const auto& formula = m_rule.formula;
        SANAD_TRY_VALUE(from, answer(m_form, formula.fromField));
        SANAD_TRY_VALUE(to, answer(m_form, formula.toField));
        const auto* paid = amountOf(formula.classes, from);
        const auto* wanted = amountOf(formula.classes, to);
        if (!paid)
            return invalid(u"fee.option-unknown"_s, {formula.fromField, codesOf(formula.classes, from)});
        if (!wanted) return invalid(u"fee.option-unknown"_s, {formula.toField, codesOf(formula.classes, to)});
        addUnknown(u"fee.difference"_s);
        return {};
    }

    Result<Money> percentBase() const
    {
        auto base = Money::fromBaisa(1);
        for (const auto& field : m_rule.formula.factors) {
            SANAD_TRY_VALUE(factor, wholeNumber(m_form, field));
            base = base * factor;
        }
        return base;
    }

    Result<bool> isLate() const
    {
        if (m_choices.late || m_choices.monthsLate > 0) return true;
        const auto& formula = m_rule.formula;
        if (formula.lateField.isEmpty() || !m_form.contains(formula.lateField)) return false;
        SANAD_TRY_VALUE(text, answer(m_form, formula.lateField));
        const auto from = QDate::fromString(text, Qt::ISODate);
        if (!from.isValid()) return invalid(u"fee.field-unusable"_s, {formula.lateField});
        return m_on > from.addMonths(formula.lateMonths);
    }

    Result<> addExtras()
    {
        for (const auto& code : m_choices.extras) {
            const auto* extra = amountOf(m_rule.extras, code);
            if (!extra && m_rule.extras.empty()) return invalid(u"fee.no-extras"_s, {code});
            if (!extra) return invalid(u"fee.extra-unknown"_s, {code, codesOf(m_rule.extras, code)});
            if (m_choices.extras.count(code) > 1) return invalid(u"fee.extra-twice"_s, {code});
            addKnownOrUnknown(FeePart::Kind::Extra, *extra, 1, u"fee.extra-no-figure"_s);
        }
        return {};
    }

    Result<> addLateFine()
    {
        const auto& fine = m_rule.lateFine;
        const bool late = m_choices.late || m_choices.monthsLate > 0;
        if (fine.kind == LateFine::Kind::None)
            return late && !m_rule.formula.lateThousandths ? invalid(u"fee.no-late-fine"_s) : Result<>();
        if (!late) return {};
        const auto units = fine.perUnit ? m_count : 1;
        switch (fine.kind) {
        case LateFine::Kind::None:
            break;
        case LateFine::Kind::PerMonth: {
            if (m_choices.monthsLate <= 0) return invalid(u"fee.months-needed"_s);
            if (!fine.perMonth) {
                addUnknown(u"fee.late-no-figure"_s);
                break;
            }
            auto each = *fine.perMonth * m_choices.monthsLate;
            if (fine.cap) each = std::min(each, *fine.cap);
            add(FeePart::Kind::LateFine, {{}, {}, {}, each}, units);
            break;
        }
        case LateFine::Kind::Percent: {
            auto base = m_quote.governmentFee;
            if (m_rule.formula.kind == FeeFormula::Kind::Percent) {
                SANAD_TRY_VALUE(product, percentBase());
                base = product;
            }
            add(FeePart::Kind::LateFine, {{}, {}, {}, base.percent(fine.thousandths)}, 1);
            break;
        }
        case LateFine::Kind::Range:
            addUnknown(u"fee.late-range"_s, fine.minimum * units, fine.maximum * units);
            break;
        }
        return {};
    }

    Result<> settleClerkAmount()
    {
        const auto& entered = m_choices.governmentFee;
        if (!m_quote.needsClerkAmount) {
            if (entered && *entered != m_quote.governmentFee)
                return invalid(u"fee.computed"_s, {m_quote.governmentFee.text(true)});
            return {};
        }
        m_quote.minimum = m_quote.governmentFee + m_least;
        if (m_bounded) m_quote.maximum = m_quote.governmentFee + m_most;
        if (!entered) return {};
        if (m_choices.portalReference.trimmed().isEmpty()) return invalid(u"fee.reference-needed"_s);
        if (*entered < m_quote.minimum || entered->isNegative())
            return invalid(u"fee.below-least"_s, {m_quote.minimum.text(true)});
        if (m_bounded && *entered > m_quote.maximum)
            return invalid(u"fee.above-most"_s, {m_quote.maximum.text(true)});
        m_quote.parts = {{FeePart::Kind::ClerkEntered, {}, {}, {}, *entered, 1, *entered}};
        m_quote.governmentFee = *entered;
        m_quote.needsClerkAmount = false;
        return {};
    }

    const FeeRule& m_rule;
    const QJsonObject& m_form;
    const QDate m_on;
    const FeeChoices& m_choices;
    std::int64_t m_count = 1;
    FeeQuote m_quote;
    Money m_least, m_most;
    bool m_bounded = true;
};

/// Of one amount, as in the portal's contract (`Baisa`).
constexpr Money kMostFee = Money::fromBaisa(999'999'999'999);

} // namespace

Result<FeeQuote> quote(
    const ServiceItem& service, const QJsonObject& form, const QDate& on, const FeeChoices& choices)
{
    if (on < service.validFrom || (service.validUntil && on > *service.validUntil))
        return Error{ErrorCode::Conflict, u"fee.not-in-force"_s, {service.code}, {}};
    try {
        SANAD_TRY_VALUE(quoted, Quoting(service.fee, form, on, choices).run());
        SANAD_TRY_VALUE(count, countOf(form, service.serviceCountField));
        if (choices.stage == FeeStage::Filing) {
            quoted.serviceFee = service.serviceFee * count;
            if (service.serviceFeeCeiling) quoted.serviceFeeCeiling = *service.serviceFeeCeiling * count;
        }
        quoted.on = on;
        if (std::max({quoted.governmentFee, quoted.dueLater, quoted.serviceFee}) > kMostFee)
            return invalid(u"money.out-of-range"_s);
        return quoted;
    } catch (const MoneyOverflow&) {
        return invalid(u"money.out-of-range"_s);
    }
}

Result<> allowDiscount(const QString& reason, const PriceConsent& consent, const Actor& by)
{
    if (by.staff().isNull()) return Error{ErrorCode::Denied, u"gate.not-signed-in"_s, {}, {}};
    if (reason.trimmed().isEmpty()) return invalid(u"fee.reason-needed"_s);
    return consent();
}

Result<Money> chargeServiceFee(
    const FeeQuote& quote, Money charged, const QString& reason, const PriceConsent& consent, const Actor& by)
{
    if (charged == quote.serviceFee) return charged;
    if (charged.isNegative()) return invalid(u"fee.negative"_s);
    if (quote.serviceFeeCeiling && charged > *quote.serviceFeeCeiling)
        return invalid(u"fee.above-ceiling"_s, {quote.serviceFeeCeiling->text(true)});
    SANAD_TRY(allowDiscount(reason, consent, by));
    return charged;
}

} // namespace sanad
