#pragma once

#include "core/people/sign_in_guard.h"

namespace sanad {

/// One try at a time of those whom SignInGuard counts together, by all counters of a server: a right secret
/// is not refused because another try with it is still looked at. Lives from before the try is counted until
/// what came of it is stored. Waits its turn for so long, then goes on without; in a data folder, with its
/// one writer, there is none to wait for. Not within a transaction.
class SignInTurn {
public:
    static constexpr int kLongestMs = 10'000;

    SignInTurn(Database& db, const MonotonicClock& clock, const SignInGuard::Subject& subject);
    SignInTurn(const SignInTurn&) = delete;
    SignInTurn& operator=(const SignInTurn&) = delete;
    ~SignInTurn();

private:
    Database& m_db;
    const MonotonicClock& m_clock;
    SignInGuard::Subject m_subject;
    bool m_taken = false;
};

} // namespace sanad
