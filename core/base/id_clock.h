#pragma once

#include <cstdint>

namespace sanad {

// Where ids get their time from. Many lists take the newest row by its id, so none may be lower than one that
// was given before: not after a restart while the clock has been set back, nor on a server by a desk whose
// clock is behind. Thread-safe, of the whole process.

/// Ids are higher than `id` from now on. What no clock could have made (from the year 2100 on) does not
/// count.
void raiseIdsAbove(std::int64_t id);

/// Ids go by this clock, which all desks of a server share, in milliseconds since 1970; between two calls the
/// time since the machine's start carries it on.
void setIdClock(std::int64_t millisecondsSinceEpoch);

} // namespace sanad
