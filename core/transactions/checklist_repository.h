#pragma once

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

    /// The states by document code, whole; a code that is absent counts as missing.
    void save(TransactionId transaction, const QMap<QString, DocumentState>& states);
    QMap<QString, DocumentState> get(TransactionId transaction) const;

private:
    Tx& m_tx;
};

} // namespace sanad
