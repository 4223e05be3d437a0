#pragma once

#include "core/base/money.h"

#include <map>
#include <vector>

namespace sanad {

/// A note or a coin of the rial. The list is that of the Central Bank's issues in circulation: notes 50, 20,
/// 10, 5, 1, ½ rial and 100 baisa; coins 50, 25, 10, 5 baisa.
struct Denomination {
    int baisa = 0;
    bool note = true;
};

/// Largest first.
const std::vector<Denomination>& denominations();

/// How many of each, by its value in baisa.
using CashCount = std::map<int, int>;

/// `5000=2,500=1`: pieces by their value in baisa, each value once; empty text is an empty count. What the
/// numbers may be is countedTotal()'s matter. Errors: Usage `cash.count-text` (arg: the part).
Result<CashCount> cashCountFromText(QStringView text);

/// Sum of a count. Errors: Invalid `cash.no-such-denomination` (arg: baisa), `cash.count-negative`.
Result<Money> countedTotal(const CashCount& count);

/// The fewest notes and coins that make `amount`; a remainder below 5 baisa is left out.
CashCount fewestPieces(Money amount);

} // namespace sanad
