#pragma once

// One kind of bytes from outside. `FUZZ_TARGET(name) { … bytes … }` becomes a libFuzzer program of its own,
// or, with SANAD_FUZZ_REPLAY, one of the targets of the program that reads the corpus again in every build.

#include <QByteArrayView>

#include <cstddef>
#include <cstdint>

namespace sanad::fuzz {

using Target = void (*)(QByteArrayView);
/// Joins the targets of the replay.
bool add(const char* name, Target target);

/// Stops the program when what a target promises does not hold.
inline void promise(bool held)
{
    if (!held) __builtin_trap();
}

} // namespace sanad::fuzz

#ifdef SANAD_FUZZ_REPLAY
#define FUZZ_TARGET(name)                                                                                    \
    static void run_##name(QByteArrayView bytes);                                                            \
    [[maybe_unused]] static const bool added_##name = sanad::fuzz::add(#name, run_##name);                   \
    static void run_##name(QByteArrayView bytes)
#else
#define FUZZ_TARGET(name)                                                                                    \
    static void run_##name(QByteArrayView bytes);                                                            \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)                       \
    {                                                                                                        \
        run_##name(QByteArrayView(bytes, static_cast<qsizetype>(size)));                                     \
        return 0;                                                                                            \
    }                                                                                                        \
    static void run_##name(QByteArrayView bytes)
#endif
