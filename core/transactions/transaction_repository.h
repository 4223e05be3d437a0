#pragma once

#include "core/base/actor.h"
#include "core/storage/list_index.h"
#include "core/transactions/transaction_list.h"

namespace sanad {

/// Every transaction that `filter` lets through, without form and reason; by business day, newest first, or
/// the work list's order. Not by customer.
LongList<Transaction> transactionList(const TransactionFilter& filter);

/// All SQL of transactions and their moves. Form and reason are sealed with tx.vault() on the way in.
class TransactionRepository {
public:
    explicit TransactionRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// The next `T-000123`; belongs to the commit.
    QString takeNumber();
    /// The row, its beneficiaries and its first moves: `path` from the beginning to t.state, each allowed by
    /// the machine; only t.state when empty. `formJson` is t.form in compact JSON, which the caller has at
    /// hand.
    void insert(const Transaction& t, const QByteArray& formJson, const Actor& by,
        const std::vector<TransactionState>& path = {});
    std::optional<Transaction> get(TransactionId id) const;
    std::optional<Transaction> byNumber(const QString& number) const;
    std::vector<TransactionMove> moves(TransactionId id) const;

    /// Rewrites state, reason, reference, fee state and promised time of `changed`, and appends the move when
    /// the state differs; one whose item a portal refused stays on the work list until it is over; only while
    /// the stored state is still `from`, else false. Does not ask whether the machine allows it:
    /// moveTransaction() does.
    bool update(const Transaction& changed, TransactionState from, const Actor& by);
    /// Puts it on the work list, at least this pressing, until it is changed next.
    void needPerson(TransactionId id, int attention);
    void setForm(TransactionId id, const QByteArray& formJson);
    /// Marks an unpaid one as paid by `t.receipt`, with the agreed fee and reference of `t`; false when it is
    /// paid already.
    bool setPaid(const Transaction& t);

    TransactionPage page(const TransactionFilter& filter, const ListAnchor& after, int limit) const;
    /// How many wait for a person.
    std::int64_t needingPerson() const;

private:
    std::optional<Transaction> whole(Query& query) const;
    int attentionNow(const Transaction& t) const;

    Tx& m_tx;
};

/// Who moves a transaction: a person, who needs the permission of the move; or an answer of the portal, taken
/// in by a sync run that was gated itself.
enum class MoveSource { Person, Portal };

/// One move under the rules of the state machine, with its audit line, within a larger commit; `transaction`
/// as just read, with what else changes in it. Errors: Conflict `transaction.no-such-move` (arg: number),
/// `transaction.paid`, `transaction.moved-on` (arg: number); Denied `gate.denied`.
Result<Transaction> moveTransaction(Tx& tx, Transaction transaction, TransactionState to, const Actor& by,
    MoveSource source = MoveSource::Person);

} // namespace sanad
