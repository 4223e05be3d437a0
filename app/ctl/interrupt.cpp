#include "app/ctl/interrupt.h"

#include <QtGlobal>

#include <atomic>
#include <csignal>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace sanad::ctl {

namespace {

std::atomic<bool> asked = false;
std::atomic<int> ending = 0;
static_assert(std::atomic<bool>::is_always_lock_free, "signal handlers may touch nothing else");
/// Made before the handler is set and never changed after it.
QByteArray lastWords;

[[noreturn]] void end()
{
#ifdef Q_OS_WIN
    (void)_write(2, lastWords.constData(), static_cast<unsigned>(lastWords.size()));
#else
    [[maybe_unused]] const auto told =
        ::write(STDERR_FILENO, lastWords.constData(), static_cast<size_t>(lastWords.size()));
#endif
    std::_Exit(1);
}

extern "C" void onInterrupt(int)
{
    if (asked.exchange(true) || ending > 0) end();
}

} // namespace

void watchInterrupts(const QByteArray& told)
{
    lastWords = told;
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

EndsAtOnce::EndsAtOnce()
{
    ++ending;
    if (asked) end();
}

EndsAtOnce::~EndsAtOnce()
{
    --ending;
}

} // namespace sanad::ctl
