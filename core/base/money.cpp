#include "core/base/money.h"

#include "core/base/digits.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

std::int64_t checked(__int128 value)
{
    if (value > Money::kMaxBaisa || value < -Money::kMaxBaisa) throw MoneyOverflow();
    return static_cast<std::int64_t>(value);
}

/// Thousands separators must stand before each group of three digits, so that "12,5" is not read as 125.
bool stripThousands(QString& whole)
{
    const auto first = whole.indexOf(u',');
    if (first < 0) return true;
    if (first == 0 || first > 3) return false;
    const auto groups = whole.split(u',');
    for (qsizetype i = 1; i < groups.size(); ++i)
        if (groups[i].size() != 3) return false;
    whole.remove(u',');
    return true;
}

} // namespace

Result<Money> Money::parse(QStringView text)
{
    const Error format{ErrorCode::Invalid, u"money.format"_s, {}, {}};
    QString plain = asciiDigits(text).trimmed();
    plain.replace(QChar(0x066B), u'.').replace(QChar(0x060C), u',');
    const bool hasComma = plain.contains(u',');
    plain.replace(QChar(0x066C), u',');
    const bool negative = plain.startsWith(u'-') || plain.startsWith(QChar(0x2212));
    if (negative) plain.remove(0, 1);

    const auto point = plain.indexOf(u'.');
    QString whole = point < 0 ? plain : plain.left(point);
    const QString fraction = point < 0 ? QString() : plain.mid(point + 1);
    if (whole.isEmpty() || (point >= 0 && fraction.isEmpty()) || !stripThousands(whole)) return format;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (!std::all_of(whole.begin(), whole.end(), isDigit)) return format;
    if (!std::all_of(fraction.begin(), fraction.end(), isDigit)) return format;
    if (whole.size() > 1 && whole.startsWith(u'0')) return format;
    if (hasComma && fraction.size() != 3) return Error{ErrorCode::Invalid, u"money.ambiguous"_s, {}, {}};
    if (fraction.size() > 3) return Error{ErrorCode::Invalid, u"money.too-precise"_s, {}, {}};
    if (whole.size() > 9) return Error{ErrorCode::Invalid, u"money.out-of-range"_s, {}, {}};

    const auto baisa = whole.toLongLong() * 1000 + fraction.leftJustified(3, u'0').toLongLong();
    return Money(negative ? -baisa : baisa);
}

QString Money::text(bool grouped) const
{
    const auto magnitude = m_baisa < 0 ? 0 - static_cast<quint64>(m_baisa) : static_cast<quint64>(m_baisa);
    QString whole = QString::number(magnitude / 1000);
    if (grouped)
        for (auto at = whole.size() - 3; at > 0; at -= 3)
            whole.insert(at, u',');
    const QString fraction = QString::number(magnitude % 1000).rightJustified(3, u'0');
    return (m_baisa < 0 ? u"-"_s : QString()) + whole + u'.' + fraction;
}

Money Money::percent(std::int64_t thousandths) const
{
    const __int128 product = static_cast<__int128>(m_baisa) * thousandths;
    const __int128 half = product < 0 ? -50'000 : 50'000;
    return Money(checked((product + half) / 100'000));
}

Money Money::operator+(Money other) const
{
    return Money(checked(static_cast<__int128>(m_baisa) + other.m_baisa));
}
Money Money::operator-(Money other) const
{
    return Money(checked(static_cast<__int128>(m_baisa) - other.m_baisa));
}
Money Money::operator*(std::int64_t factor) const
{
    return Money(checked(static_cast<__int128>(m_baisa) * factor));
}

std::vector<Money> splitByWeight(Money whole, const std::vector<std::int64_t>& weights)
{
    std::vector<Money> parts(weights.size());
    const auto total = std::accumulate(weights.begin(), weights.end(), __int128{0});
    if (parts.empty()) return parts;
    if (total <= 0) {
        parts.front() = whole;
        return parts;
    }
    const auto magnitude = static_cast<__int128>(whole.isNegative() ? -whole.baisa() : whole.baisa());
    std::vector<std::pair<__int128, std::size_t>> remainders;
    __int128 given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto exact = magnitude * weights[i];
        parts[i] = Money::fromBaisa(static_cast<std::int64_t>(exact / total));
        given += exact / total;
        remainders.emplace_back(exact % total, i);
    }
    std::stable_sort(
        remainders.begin(), remainders.end(), [](auto& a, auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; given < magnitude; ++i, ++given)
        parts[remainders[i % remainders.size()].second] += Money::fromBaisa(1);
    if (whole.isNegative())
        for (auto& part : parts)
            part = -part;
    return parts;
}

} // namespace sanad
