#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

namespace sanad {

/// Takes away a channel that nothing needs any more, e.g. one whose name was mistyped. Its outages, and the
/// head of the audit chain that its portal was known to hold, stay. Touches "outbox".
/// Errors: NotFound `sync.channel-unknown` (args: it, those there are), `sync.no-channel` (arg: it) where
/// none is set up; Conflict `sync.channel-routed` (args: it, services whose work goes there),
/// `sync.channel-outstanding` (args: it, how many items wait there or are still with its portal).
Result<> removeChannel(Database& db, const QString& name, const Actor& by);

} // namespace sanad
