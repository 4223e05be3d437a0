#pragma once

#include "core/base/actor.h"
#include "core/base/approval.h"
#include "core/storage/database.h"

namespace sanad {

/// Refuses a number whose time cannot be right beside that of the number before it: a receipt is a tax
/// document, and a wrong date on one can only be mended by voiding it. One look at the series' previous
/// receipt; the first of a series is held against the newest of all. Errors: Conflict
/// `receipts.clock-behind`, `receipts.clock-ahead` (args: the clock, the receipt before).
Result<> checkClock(Tx& tx, const QString& series, std::int64_t number);
/// The same beside the newest receipt of all, for what goes by the date and cannot be undone.
Result<> checkClock(Tx& tx);

/// What a second person consents to, for somebody who may not change the settings.
ApprovedAct clockAct();

/// A person's word that the clock is right although receipts say otherwise: after a long holiday, or after it
/// was wrong.
class ClockGuard {
public:
    explicit ClockGuard(Database& db)
        : m_db(db)
    {
    }

    /// Overrules the receipts there are now. Returns the time that was confirmed.
    Result<QDateTime> confirm(const Actor& by);
    /// The same on the word of a second person, where `by`, who issues receipts, may not say so alone.
    Result<QDateTime> confirmApproved(const Approval& approval, const Actor& by);

private:
    Result<QDateTime> overrule(Tx& tx, const Actor& by, QJsonObject payload);

    Database& m_db;
};

} // namespace sanad
