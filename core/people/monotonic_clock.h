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

/// The name of this start of the machine. Windows names none, and its clock counts from the start: there a
/// reading from before a restart is told by lying too far ahead, and a delay ends only when the machine has
/// been up as long as it would have been without the restart. So a restart never shortens one; it may begin
/// again.
QString bootName(const QByteArray& systemsName);

MonotonicClock systemMonotonicClock();

} // namespace sanad
