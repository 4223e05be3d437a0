#pragma once

#include "core/ledger/number_gaps.h"

namespace sanad {

/// After a restore nobody knows which numbers were given since the backup, and some may be printed. So every
/// series ends where the backup stands, with a signed gap document that is open at its far end, and goes on
/// from 1 under a new name: receipts and credit notes of every counter, transactions, day closes, and the
/// tickets of the days since `madeAt`. The names end in random letters, so that the same backup restored
/// twice never gives one number to two documents. Returns the gaps.
std::vector<NumberGap> restartNumbers(Tx& tx, const QDateTime& madeAt, const Actor& by);

} // namespace sanad
