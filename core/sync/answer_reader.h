#pragma once

#include "core/base/result.h"
#include "core/sync/batch.h"

#include <QJsonObject>

namespace sanad {

/// Read what a portal answered, which nobody vouches for: bounded, with every text cleaned of controls.
/// Errors: Unusable `sync.malformed-answer`.
Result<Acknowledgement> readAcknowledgement(const QJsonObject& answer);
Result<Updates> readUpdates(const QJsonObject& answer);

} // namespace sanad
