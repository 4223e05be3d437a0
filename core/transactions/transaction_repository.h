#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"
#include "core/transactions/transaction_list.h"

namespace sanad {

/// All SQL of transactions and their moves. Form and reason are sealed with tx.vault() on the way in.
class TransactionRepository {
public:
    explicit TransactionRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// The next `T-000123`; belongs to the commit.
    QString takeNumber();
    /// The row, its beneficiaries and its first move. `t.state` must be one the machine allows to begin with.
    void insert(const Transaction& t, const Actor& by);
    std::optional<Transaction> get(TransactionId id) const;
    std::optional<Transaction> byNumber(const QString& number) const;
    std::vector<TransactionMove> moves(TransactionId id) const;

    /// Rewrites state, reason, reference, fee state, promised time, form and receipt of `changed`, and
    /// appends the move when the state differs; only while the stored state is still `from`, else false. Does
    /// not ask whether the machine allows it: moveTransaction() does.
    bool update(const Transaction& changed, TransactionState from, const Actor& by);
    /// Marks as paid by `receipt`, within the receipt's commit.
    void setReceipt(TransactionId id, ReceiptId receipt);

    TransactionPage page(const TransactionFilter& filter, const ListAnchor& after, int limit) const;
    /// How many wait for a person.
    std::int64_t needingPerson() const;

private:
    Tx& m_tx;
};

/// One move under the rules of the state machine, with its audit line, within a larger commit.
/// Errors: Conflict `transaction.no-such-move` (args: number, from, to), `transaction.moved-on` (arg:
/// number); Denied `gate.denied`.
Result<Transaction> moveTransaction(Tx& tx, Transaction transaction, TransactionState to, const Actor& by);

} // namespace sanad
