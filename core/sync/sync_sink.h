#pragma once

#include "core/sync/outbox.h"

namespace sanad {

/// An item that has its answer.
struct SettledItem {
    QString kind, uuid, channel;
    std::int64_t subjectId = 0;
    bool accepted = false; ///< Else it stands aside, for the reasons in `faults`.
    QString reference; ///< The portal's; may be empty.
    std::vector<FieldFault> faults;
};

/// Something a portal tells later about an item that it has accepted.
struct ItemUpdate {
    QString uuid, channel;
    std::int64_t subjectId = 0;
    bool aboutFee = false; ///< `state` is then a fee state, else a state of the transaction.
    QString
        state; ///< Of the contract: `in_review`, `action_needed`, `approved` … / `confirmed`, `refunded` …
    QString reference;
    QString textAr, textEn; ///< The portal's words; may be empty.
    QDateTime at; ///< UTC, by the portal's clock.
};

/// A message of a portal to the centre that is about no item.
struct PortalNotice {
    QString channel, textAr, textEn;
    QDateTime at;
};

/// What features do with answers, inside the very commit that marks them, so that the desk's state and the
/// outbox never disagree. Each call happens once per answer. May throw DbError, which undoes the commit and
/// is tried again; must not refuse for any other reason (ignore what no longer applies).
class SyncSink {
public:
    virtual ~SyncSink() = default;
    virtual void settled(Tx& tx, const SettledItem& item) = 0;
    virtual void updated(Tx& tx, const ItemUpdate& update) = 0;
    virtual void noticed(Tx& tx, const PortalNotice& notice) = 0;
};

} // namespace sanad
