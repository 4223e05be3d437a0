#pragma once

#include "core/transactions/transaction.h"
#include "ui/theme/colours.h"

namespace sanad {

/// The state as people call it, in the language of the windows.
QString stateText(TransactionState state);
QString feeStateText(FeeState state);
Tone toneOf(TransactionState state);

} // namespace sanad
