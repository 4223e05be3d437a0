#include "core/transactions/move_transaction.h"

#include "core/audit/audit_trail.h"
#include "core/transactions/transaction_repository.h"
#include "core/transactions/transaction_states.h"

using namespace Qt::StringLiterals;

namespace sanad {

Result<Transaction> moveTransaction(
    Tx& tx, Transaction transaction, TransactionState to, const Actor& by, MoveSource source)
{
    const TransactionState from = transaction.state;
    const StateRule* rule = stateRule(from, to);
    if (!rule) return Error{ErrorCode::Conflict, u"transaction.no-such-move"_s, {transaction.number}, {}};
    if (source == MoveSource::Person) SANAD_TRY(by.may(rule->permission));
    if (to == TransactionState::Cancelled && !transaction.receipt.isNull() &&
        transaction.feeState != FeeState::Refunded)
        return Error{ErrorCode::Conflict, u"transaction.paid"_s, {transaction.number}, {}};
    transaction.state = to;
    if (!TransactionRepository(tx).update(transaction, from, by))
        return Error{ErrorCode::Conflict, u"transaction.moved-on"_s, {transaction.number}, {}};
    transaction.changedAt = tx.now();
    AuditTrail(tx).record(by, u"transaction."_s + QLatin1StringView(rule->act), transaction.id,
        {{u"from"_s, transactionStateKey(from)}, {u"to"_s, transactionStateKey(to)}});
    tx.touched(u"transactions"_s);
    return transaction;
}

} // namespace sanad
