#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"
#include "core/sync/outbox.h"
#include "core/transactions/service_form.h"
#include "core/transactions/transaction.h"

namespace sanad {

/// A transaction that the agency or its portal sent back, as it is opened again.
struct Correction {
    Transaction transaction;
    ServiceItem service; ///< As the transaction was made with it: that form is corrected, not today's.
    /// Why the portal refused, each pointer into the form; an empty one is about the whole. Nothing when the
    /// agency refused later: its words are the transaction's reason.
    std::vector<FieldFault> faults;
};

/// The way back of what was refused: opened, corrected, sent again. Touches "transactions" and "sync".
class CorrectionService {
public:
    explicit CorrectionService(Database& db)
        : m_db(db)
    {
    }

    /// Errors: NotFound `transaction.not-found`; Conflict `transaction.not-refused` (arg: number) for one
    /// that does not need action and was not rejected.
    Result<Correction> open(TransactionId id, const Actor& by);
    /// The form as it would be sent, with every fault. Changes nothing. Errors as open().
    Result<CheckedForm> check(TransactionId id, const QJsonObject& form, const Actor& by);
    /// Keeps the new answers; back to ready, and into the outbox again: in the place of what was refused, or
    /// as a new item after one that the portal had taken. Errors as open(), Invalid `transaction.form`,
    /// Conflict `transaction.fee-changes` (arg: number): what was agreed and perhaps paid is no longer the
    /// fee.
    Result<Transaction> send(TransactionId id, const QJsonObject& form, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
