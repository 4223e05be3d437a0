#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"
#include "core/transactions/transaction.h"

namespace sanad {

/// Who moves a transaction: a person, who needs the permission of the move; or an answer of the portal, taken
/// in by a sync run that was gated itself.
enum class MoveSource { Person, Portal };

/// One move under the rules of the state machine, with its audit line, within a larger commit; `transaction`
/// as just read, with what else changes in it. Errors: Conflict `transaction.no-such-move` (arg: number),
/// `transaction.paid`, `transaction.moved-on` (arg: number); Denied `gate.denied`.
Result<Transaction> moveTransaction(Tx& tx, Transaction transaction, TransactionState to, const Actor& by,
    MoveSource source = MoveSource::Person);

} // namespace sanad
