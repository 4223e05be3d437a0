#pragma once

#include "core/receipts/receipt.h"
#include "core/settings/centre.h"

namespace sanad {

/// The centre as prints of `day` show it: VAT-registered from its date on, not before.
CentrePrint centrePrint(const Centre& centre, const QDate& day);
/// As the original of `receipt` and each copy show it, whatever was set since: its licence, and registered
/// for VAT if its lines were sold so.
CentrePrint centrePrint(const Centre& centre, const Receipt& receipt);

} // namespace sanad
