#include "core/sync/back_off.h"

#include <algorithm>

namespace sanad {

std::chrono::milliseconds pauseAfter(int failures, std::chrono::seconds retryAfter, double chance)
{
    using std::chrono::milliseconds;
    const int doublings = std::clamp(failures - 1, 0, 16);
    const milliseconds whole = std::min<milliseconds>(kFirstPause * (1 << doublings), kLongestPause);
    const auto part = milliseconds(
        static_cast<milliseconds::rep>(static_cast<double>(whole.count()) * (0.5 + 0.5 * chance)));
    return std::max<milliseconds>(part, std::min(retryAfter, kLongestRetryAfter));
}

} // namespace sanad
