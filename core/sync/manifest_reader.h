#pragma once

#include "core/sync/connector.h"

namespace sanad {

constexpr int kConnectorProtocol = 1;

/// What a program says that it is, which nobody vouches for: short texts that the gate leaves as they are, so
/// that one connector cannot be shown as another, in the protocol that the desk speaks.
/// Errors: Unusable `sync.connector-protocol` (arg: the protocol).
Result<ConnectorManifest> readManifest(const QJsonObject& answer);

} // namespace sanad
