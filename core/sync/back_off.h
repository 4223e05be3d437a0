#pragma once

#include <chrono>

namespace sanad {

constexpr std::chrono::seconds kFirstPause{2};
constexpr std::chrono::seconds kLongestPause{15 * 60};
constexpr std::chrono::seconds kLongestRetryAfter{60 * 60};
/// An item may be wanted later by as much as this; what waits for longer was put off while the clock stood
/// ahead, and is due.
constexpr std::chrono::seconds kLongestPostponement{24 * 60 * 60};

/// How long a channel rests after its `failures`-th failure in a row (from 1): doubling from kFirstPause to
/// kLongestPause, of which a random part between half and all (`chance` in [0, 1]) is taken, so that a
/// thousand desks that lost the same server do not return together. Never shorter than what the server asked
/// for.
std::chrono::milliseconds pauseAfter(int failures, std::chrono::seconds retryAfter, double chance);

} // namespace sanad
