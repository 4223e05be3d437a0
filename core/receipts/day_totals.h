#pragma once

#include "core/cash/day_close.h"
#include "core/ledger/account.h"
#include "core/receipts/day_figures.h"

namespace sanad {

/// What the close of a day says, each part worked out from its rows; who closes and who verifies ask here.

/// Of its receipts, without series, drawers and balances.
DayTotals totalsOf(const FigureMap& figures);
std::vector<DayTotals::Series> seriesIn(Tx& tx, const QDate& day);
std::vector<DayTotals::Drawer> drawersIn(Tx& tx, const QDate& day);
/// Those that are not at zero, as Ledger::balancesAfter() gives them.
std::vector<DayTotals::Balance> balancesIn(const std::map<AccountRef, Money>& accounts);

} // namespace sanad
