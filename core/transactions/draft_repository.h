#pragma once

#include "core/storage/database.h"
#include "core/transactions/draft.h"

namespace sanad {

/// All SQL of drafts. What was typed is sealed with tx.vault() on the way in.
class DraftRepository {
public:
    explicit DraftRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// Inserts or rewrites; `savedAt` becomes tx.now().
    void save(Draft& draft);
    std::optional<Draft> get(TransactionId id) const;
    bool remove(TransactionId id);
    /// Held ones of the whole centre, or open ones of one clerk; newest first.
    std::vector<Draft> held() const;
    std::vector<Draft> openOf(StaffId clerk) const;
    std::vector<Draft> ofTicket(TicketId ticket) const;

private:
    Tx& m_tx;
};

} // namespace sanad
