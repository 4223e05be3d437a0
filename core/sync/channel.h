#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace sanad {

using ChannelId = Id<struct ChannelTag>;

/// A connector that a person has confirmed: the program runs only while its file has this hash.
struct ConnectorEntry {
    QString name; ///< e.g. `rest`.
    QString kind, version;
    QString program; ///< Path of the executable.
    QByteArray sha256;

    bool operator==(const ConnectorEntry&) const = default;
};

/// A channel as set up and as it fares.
struct SyncChannel {
    ChannelId id;
    QString name; ///< e.g. `sanad_portal`.
    QString connector; ///< Name of a ConnectorEntry.
    QByteArray settings; ///< JSON object for the connector: address, credentials. Empty in lists.
    QString cursor; ///< Of the updates seen last.
    std::int64_t delivered = 0;
    int failures = 0; ///< In a row.
    QDateTime nextAttempt, downSince, lastSuccess;
    QString lastError; ///< Error key; empty after a success.
};

/// What the sync pill and `sanadctl sync status` show of one channel.
struct ChannelStatus {
    QString name, connector; ///< No connector: nothing is sent, everything waits.
    std::int64_t waiting = 0, sending = 0, aside = 0, delivered = 0;
    QDateTime oldest; ///< Of what has no answer yet; invalid when nothing waits.
    QDateTime nextAttempt; ///< Invalid: now.
    QDateTime downSince; ///< Invalid: not down.
    QDateTime lastSuccess;
    QString lastError;
    /// The highest line of the audit chain that the portal knows; 0: none yet.
    std::int64_t anchorNumber = 0;
    /// False: this desk does not have that line. It was restored from an older copy, or its chain was cut.
    bool anchorHolds = true;
};

/// Evidence of an outage, for the regulator and for disputes with an agency.
struct Outage {
    QString channel, reason; ///< Error key of the failure that began it.
    QDateTime began, ended; ///< `ended` invalid: it lasts.
};

} // namespace sanad
