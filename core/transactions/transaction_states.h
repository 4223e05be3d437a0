#pragma once

#include "core/base/permission.h"
#include "core/transactions/transaction.h"

#include <span>

namespace sanad {

/// One allowed move: the whole state machine is the table of these. No code decides a move elsewhere.
struct StateRule {
    std::optional<TransactionState> from; ///< Nothing: a new transaction.
    TransactionState to;
    Permission permission;
    const char* act; ///< As recorded, and as the audit line says: `transaction.<act>`.
};

std::span<const StateRule> stateRules();
/// Null when the machine has no such move.
const StateRule* stateRule(std::optional<TransactionState> from, TransactionState to);
/// Where a person may take it from `state`.
std::vector<TransactionState> movesFrom(TransactionState state);

/// True for one that nobody has paid and whose money can be taken: not what waits for the customer or for a
/// correction, nor what came to nothing.
bool isPayable(const Transaction& transaction);
/// How much a transaction needs a person: 0 not at all, higher sooner. The work list sorts by it.
int attention(const Transaction& transaction);
/// Everything that is not finished, in the order of the index that lists it.
const std::vector<TransactionState>& openStates();
/// True when every transaction in `state` needs a person.
bool alwaysNeedsPerson(TransactionState state);

} // namespace sanad
