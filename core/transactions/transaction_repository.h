#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"
#include "core/transactions/document_state.h"
#include "core/transactions/transaction.h"

#include <QMap>

namespace sanad {

/// The SQL of transactions and their moves, one at a time; lists are TransactionListRepository's. Form and
/// reason are sealed with tx.vault() on the way in.
class TransactionRepository {
public:
    explicit TransactionRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// The next `T-000123`; belongs to the commit.
    QString takeNumber();
    /// The row, its beneficiaries, its checklist of papers by their codes, and its first moves: `path` from
    /// the beginning to t.state, each allowed by the machine; only t.state when empty. `formJson` is t.form
    /// in compact JSON, which the caller has at hand.
    void insert(const Transaction& t, const QByteArray& formJson, const QMap<QString, DocumentState>& papers,
        const Actor& by, const std::vector<TransactionState>& path = {});
    std::optional<Transaction> get(TransactionId id) const;
    std::optional<Transaction> byNumber(const QString& number) const;
    std::vector<TransactionMove> moves(TransactionId id) const;

    /// Rewrites state, reason, reference, fee state and promised time of `changed`, and appends the move when
    /// the state differs; one whose item a portal refused stays on the work list until it is over; only while
    /// the stored state is still `from`, else false. Whether the machine allows it, moveTransaction() asks
    /// before; here a move that it does not know throws Internal `transaction.no-such-move`.
    bool update(const Transaction& changed, TransactionState from, const Actor& by);
    /// Puts it on the work list, at least this pressing, until it is changed next.
    void needPerson(TransactionId id, int attention);
    void setForm(TransactionId id, const QByteArray& formJson);
    /// Marks an unpaid one as paid by `t.receipt`, with the agreed fee and reference of `t`; false when it is
    /// paid already.
    bool setPaid(const Transaction& t);
    /// Transactions that are not over, of which the channel has taken something.
    std::int64_t underWayOn(const QString& channel) const;

private:
    std::optional<Transaction> whole(Query& query) const;
    int attentionNow(const Transaction& t) const;

    Tx& m_tx;
};

} // namespace sanad
