#pragma once

#include <chrono>

namespace sanad {

/// Since the machine was started, asleep or awake, by a clock that nobody can set. Only differences count.
std::chrono::milliseconds timeSinceStart();

} // namespace sanad
