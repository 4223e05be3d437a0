#include "app/ctl/interrupt.h"

#include <atomic>
#include <csignal>
#include <cstdlib>

namespace sanad::ctl {

namespace {

std::atomic<bool> asked = false;
std::atomic<bool> waiting = false;
static_assert(std::atomic<bool>::is_always_lock_free, "signal handlers may touch nothing else");

extern "C" void onInterrupt(int)
{
    if (asked.exchange(true) || waiting) std::_Exit(1);
}

} // namespace

void watchInterrupts()
{
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is told as an error of writing
#endif
}

bool interrupted()
{
    return asked;
}

WaitingForInput::WaitingForInput()
{
    waiting = true;
    if (asked) std::_Exit(1);
}

WaitingForInput::~WaitingForInput()
{
    waiting = false;
}

} // namespace sanad::ctl
