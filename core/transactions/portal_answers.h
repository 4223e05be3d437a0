#pragma once

#include "core/base/actor.h"
#include "core/sync/sync_sink.h"

namespace sanad {

/// Takes the portal's answers into the transactions that they are about. What the state machine no longer
/// allows changes nothing but is audited, and stands on the work list. An accepted item whose fee was
/// collected is followed by its `fee_payment`; its confirmation settles the fee in the books.
class PortalAnswers : public SyncSink {
public:
    /// `by` runs the sync, and stands in moves and audit lines.
    explicit PortalAnswers(Actor by)
        : m_by(std::move(by))
    {
    }

    void settled(Tx& tx, const SettledItem& item) override;
    void updated(Tx& tx, const ItemUpdate& update) override;
    /// Kept in the audit trail by its channel and time; its words are shown by whoever runs the sync.
    void noticed(Tx& tx, const PortalNotice& notice) override;

private:
    Actor m_by;
};

} // namespace sanad
