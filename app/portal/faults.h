#pragma once

#include "app/portal/intake.h"

#include <QJsonObject>

#include <atomic>

namespace sanad::portal {

/// Faults that an operator switches on to try out a desk: each count is how many of the next deliveries
/// suffer it.
struct Faults {
    std::atomic<int> dropAcknowledgement = 0; ///< Recorded durably, then the connection is cut in mid-answer.
    std::atomic<int> unavailable = 0; ///< 503 with `retryAfter`, nothing recorded.
    std::atomic<int> malformed = 0; ///< Recorded, but the answer is not JSON.
    std::atomic<int> retryAfter = 1;
    std::atomic<int> slowMilliseconds = 0; ///< Every delivery waits so long first.
    ItemFaults items;

    /// Sets what `switches` names: drop_ack, unavailable, retry_after, malformed, slow_ms, reject_items,
    /// retry_items. False, and nothing set, for an unknown name or a negative number.
    bool set(const QJsonObject& switches);
};

} // namespace sanad::portal
