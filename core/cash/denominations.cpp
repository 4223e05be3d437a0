#include "core/cash/denominations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostPieces = 1'000'000; // of one kind; more is a slip of the keyboard

} // namespace

const std::vector<Denomination>& denominations()
{
    static const std::vector<Denomination> list{{50'000, true}, {20'000, true}, {10'000, true}, {5'000, true},
        {1'000, true}, {500, true}, {100, true}, {50, false}, {25, false}, {10, false}, {5, false}};
    return list;
}

Result<CashCount> cashCountFromText(QStringView text)
{
    CashCount count;
    for (const QStringView part : text.split(u',', Qt::SkipEmptyParts)) {
        const auto sides = part.split(u'=');
        const QStringView value = sides.front().trimmed(), pieces = sides.back().trimmed();
        bool valueFine = false;
        bool piecesFine = false;
        const int baisa = value.toInt(&valueFine);
        const int number = pieces.toInt(&piecesFine);
        if (sides.size() != 2 || !valueFine || !piecesFine || !count.emplace(baisa, number).second)
            return Error{ErrorCode::Usage, u"cash.count-text"_s, {part.toString()}, {}};
    }
    return count;
}

Result<Money> countedTotal(const CashCount& count)
{
    Money total;
    for (const auto& [baisa, pieces] : count) {
        const auto& known = denominations();
        const auto same = [value = baisa](const Denomination& one) { return one.baisa == value; };
        if (std::none_of(known.begin(), known.end(), same))
            return Error{ErrorCode::Invalid, u"cash.no-such-denomination"_s, {QString::number(baisa)}, {}};
        if (pieces < 0 || pieces > kMostPieces)
            return Error{ErrorCode::Invalid, u"cash.count-pieces"_s, {QString::number(baisa)}, {}};
        total += Money::fromBaisa(baisa) * pieces;
    }
    return total;
}

CashCount fewestPieces(Money amount)
{
    CashCount count;
    std::int64_t left = std::max<std::int64_t>(amount.baisa(), 0);
    for (const Denomination& one : denominations()) {
        const auto pieces = static_cast<int>(left / one.baisa);
        if (pieces > 0) count[one.baisa] = pieces;
        left %= one.baisa;
    }
    return count;
}

} // namespace sanad
