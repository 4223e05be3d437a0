#include "core/base/process_guard.h"

#include <csignal>

#ifdef __unix__
#include <sys/resource.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace sanad {

void guardProcessMemory()
{
#ifdef __unix__
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

void failAtFileSizeLimit()
{
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

void hideArgument(char* word)
{
    // Written through volatile: nobody reads it again in this program.
    for (volatile char* at = word; *at != 0; ++at)
        *at = '*';
}

} // namespace sanad
