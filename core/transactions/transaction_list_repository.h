#pragma once

#include "core/storage/list_index.h"
#include "core/transactions/transaction_list.h"

namespace sanad {

/// Every transaction that `filter` lets through, without form and reason; by business day, newest first, or
/// the work list's order. Not by customer.
LongList<Transaction> transactionList(const TransactionFilter& filter);

/// The SQL of lists of transactions.
class TransactionListRepository {
public:
    explicit TransactionListRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    TransactionPage page(const TransactionFilter& filter, const ListAnchor& after, int limit) const;
    /// How many wait for a person.
    std::int64_t needingPerson() const;

private:
    Tx& m_tx;
};

} // namespace sanad
