#pragma once

#include "core/audit/vouched_rows.h"
#include "core/sync/channel.h"

namespace sanad {

/// Which program runs as a connector.
inline constexpr VouchedTable kConnectorRows{
    .name = "sync_connector",
    .columns = "id, branch_id, name, kind, version, program, sha256, confirmed_by, confirmed_at",
    .types = "iittttbit",
};

/// Where a channel leads to; how it fares changes with every contact.
inline constexpr VouchedTable kChannelRows{
    .name = "sync_channel",
    .columns = "id, branch_id, channel, connector, settings",
    .types = "iittb",
};

inline constexpr VouchedTable kOutageRows{
    .name = "sync_outage",
    .columns = "id, branch_id, channel, event, reason, at",
    .types = "iitttt",
};

/// The connector's row is the one that a person confirmed last: before its program is started. Errors: Denied
/// `sync.connector-differs` (arg: name).
Result<> refuseDifferentConnector(Tx& tx, const QString& name);
/// The channel's row is as it was set last. Errors: Denied `sync.channel-differs`.
Result<> refuseDifferentChannel(Tx& tx, ChannelId channel);

} // namespace sanad
