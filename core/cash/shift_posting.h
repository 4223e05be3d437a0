#pragma once

#include "core/cash/shift.h"
#include "core/ledger/ledger.h"

namespace sanad {

// What the rows of shifts post. Follows from them alone, so that `verify` holds the books against them.

/// The float, from the safe or the drawer of the shift before.
LedgerDocument openingOf(const Shift& shift, const AccountRef& source);

LedgerDocument movementOf(std::int64_t id, const Shift& shift, const CashMove& move);

/// What was counted goes to the safe, the difference to over and short.
LedgerDocument closingOf(const Shift& shift, Money expected, Money counted);

} // namespace sanad
