#pragma once

#include "core/audit/row_digest.h"
#include "core/storage/database.h"
#include "core/transactions/document_state.h"

#include <QMap>

namespace sanad {

/// All SQL of the checklists: which papers were brought for a transaction or draft.
class ChecklistRepository {
public:
    explicit ChecklistRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// The states by document code, whole; a code that is absent counts as missing. Of a draft, or of a
    /// transaction that stands: its row is vouched for anew.
    void save(TransactionId transaction, const QMap<QString, DocumentState>& states);
    /// Of a transaction that is being written: goes on with the digest of its row. What its draft had gives
    /// way.
    void insert(TransactionId transaction, const QMap<QString, DocumentState>& states, RowDigest& digest);
    /// Of a draft that is given up.
    void remove(TransactionId draft);
    QMap<QString, DocumentState> get(TransactionId transaction) const;

private:
    Tx& m_tx;
};

} // namespace sanad
