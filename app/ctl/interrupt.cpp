#include "app/ctl/interrupt.h"

#include <QtGlobal>

#include <array>
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
/// In turn: whoever ends the program while the words change still reads whole ones.
std::array<QByteArray, 4> words;
std::size_t turn = 0;
std::atomic<const QByteArray*> lastWords = nullptr;
static_assert(std::atomic<const QByteArray*>::is_always_lock_free, "signal handlers may touch nothing else");

[[noreturn]] void end()
{
#ifdef Q_OS_WIN
    (void)_write(2, lastWords.load()->constData(), static_cast<unsigned>(lastWords.load()->size()));
#else
    [[maybe_unused]] const auto told =
        ::write(STDERR_FILENO, lastWords.load()->constData(), static_cast<size_t>(lastWords.load()->size()));
#endif
    std::_Exit(1);
}

extern "C" void onInterrupt(int)
{
    if (asked.exchange(true) || ending > 0) end();
}

} // namespace

void sayAtTheEnd(const QByteArray& told)
{
    turn = (turn + 1) % words.size();
    words[turn] = told;
    lastWords = &words[turn];
}

void watchInterrupts(const QByteArray& told)
{
    sayAtTheEnd(told);
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
