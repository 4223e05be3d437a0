#include "core/base/time_since_start.h"

#include <ctime>

namespace sanad {

std::chrono::milliseconds timeSinceStart()
{
    using namespace std::chrono;
#ifdef CLOCK_BOOTTIME
    // The steady clock stands still there during a suspend; elsewhere it does not.
    if (timespec now{}; ::clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return duration_cast<milliseconds>(seconds(now.tv_sec) + nanoseconds(now.tv_nsec));
#endif
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

} // namespace sanad
