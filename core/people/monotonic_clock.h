#pragma once

#include <QString>

#include <cstdint>
#include <functional>

namespace sanad {

/// A clock that nobody can set, for delays that must be sat out. Milliseconds since some moment; readings
/// compare only within the same `boot` of the same `machine`.
struct MonotonicClock {
    QString machine, boot;
    std::function<std::int64_t()> now;
};

/// The machine's own. Where the system names no boot, each start of the program counts as one.
MonotonicClock systemMonotonicClock();

} // namespace sanad
