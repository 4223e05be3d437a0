#pragma once

#include "core/receipts/receipt.h"
#include "core/settings/centre.h"

namespace sanad {

/// The centre as prints of `day` show it: VAT-registered from its date on, not before.
CentrePrint centrePrint(const Centre& centre, const QDate& day);

} // namespace sanad
