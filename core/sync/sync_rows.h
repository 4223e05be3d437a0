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

/// What is reported, whether it is held back, and whether a portal took it or refused it. Waiting and being
/// sent are one here: a row goes to and fro between them with each batch. What a portal called it is the
/// portal's text, and is forgotten with a person: nothing in the row would keep it from being guessed.
inline constexpr VouchedTable kOutboxRows{
    .name = "outbox",
    .columns = "id, branch_id, channel, kind, subject_id, uuid, created_at, held, settled_at, "
               "CASE WHEN state IN ('delivered', 'aside') THEN state ELSE 'open' END",
    .types = "iittittitt",
};

/// The connector's row is the one that a person confirmed last: before its program is started. Errors: Denied
/// `sync.connector-differs` (arg: name).
Result<> refuseDifferentConnector(Tx& tx, const QString& name);
/// The channel's row is as it was set last. Errors: Denied `sync.channel-differs`.
Result<> refuseDifferentChannel(Tx& tx, ChannelId channel);

} // namespace sanad
