#pragma once

#include "core/base/actor.h"
#include "core/sync/sync_sink.h"

namespace sanad {

/// In place of a sign-in name, where a portal decided.
inline const QString kPortalUser = QStringLiteral("@portal");

/// Takes the portal's answers into the transactions that they are about. What the state machine no longer
/// allows changes nothing but is audited, and stands on the work list. An accepted item whose fee was
/// collected is followed by its `fee_payment`; its confirmation settles the fee in the books.
class PortalAnswers : public SyncSink {
public:
    /// The portal decides, `by` only runs the sync: moves and audit lines have the name kPortalUser, which
    /// nobody can sign in with, and the staff number of `by`.
    explicit PortalAnswers(const Actor& by);

    void settled(Tx& tx, const SettledItem& item) override;
    void updated(Tx& tx, const ItemUpdate& update) override;
    /// Kept in the audit trail by its channel and time; its words are shown by whoever runs the sync.
    void noticed(Tx& tx, const PortalNotice& notice) override;

private:
    Actor m_by;
};

} // namespace sanad
