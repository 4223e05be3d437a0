#pragma once

#include "core/base/result.h"

#include <QString>

#include <compare>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace sanad {

/// An amount of Omani rials in whole baisa (1 OMR = 1000 baisa). May be negative.
/// No double goes in or comes out. + - * throw MoneyOverflow past ±kMaxBaisa, which only our own bug
/// or a damaged file can reach: every amount that a person types is held below it by parse().
class Money {
public:
    /// 999 999 999.999 OMR, the largest amount that `identifiers.json` (omr_amount) lets be typed, a
    /// million-fold.
    static constexpr std::int64_t kMaxBaisa = 999'999'999'999'999'999;

    constexpr Money() = default;
    static constexpr Money fromBaisa(std::int64_t baisa) { return Money(baisa); }

    /// Reads "12", "12.5", "١٢٫٥٠٠", "1,234.567", "-0.005"; digits of either set, `.` or `٫` as the point,
    /// `٬` as thousands where it stands at thousands, and `,` or `،` there with all three decimals behind:
    /// "20,250" may as well be meant for 20.250. Rule: `identifiers.json` omr_amount. Errors: Invalid
    /// `money.format`, `money.ambiguous`, `money.too-precise`, `money.out-of-range`.
    static Result<Money> parse(QStringView text);

    constexpr std::int64_t baisa() const { return m_baisa; }
    constexpr bool isZero() const { return m_baisa == 0; }
    constexpr bool isNegative() const { return m_baisa < 0; }

    /// "12.500", "-0.005", "1,234.567" with `grouped`: ASCII digits, always three decimals, no currency.
    QString text(bool grouped = false) const;

    /// `percent` of it, in thousandths of a per cent (5 % = 5000), rounded half up away from zero.
    Money percent(std::int64_t thousandths) const;

    constexpr auto operator<=>(const Money&) const = default;
    Money operator+(Money other) const;
    Money operator-(Money other) const;
    Money operator-() const { return Money(-m_baisa); }
    Money operator*(std::int64_t factor) const;
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }

private:
    constexpr explicit Money(std::int64_t baisa)
        : m_baisa(baisa)
    {
    }
    std::int64_t m_baisa = 0;
};

class MoneyOverflow : public std::overflow_error {
public:
    MoneyOverflow()
        : std::overflow_error("amount out of range")
    {
    }
};

/// Parts of `whole` in proportion to `weights` that add up to it exactly (largest remainder; ties go to
/// the earlier part). `weights` must be non-negative and not all zero, else everything is in the first part.
std::vector<Money> splitByWeight(Money whole, const std::vector<std::int64_t>& weights);

} // namespace sanad
