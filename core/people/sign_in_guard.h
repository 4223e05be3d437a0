#pragma once

#include "core/people/monotonic_clock.h"
#include "core/people/staff.h"
#include "core/storage/database.h"

namespace sanad {

/// The price of guessing: after each failed try a delay, twice as long as the one before; after
/// kFailuresToLock of them the account is locked until an owner releases it, or, for an owner and the
/// recovery code, the delays go on up to an hour each. Shared by password, PIN and approvals, by every
/// program and counter, through the database. Delays run on a monotonic clock: setting the PC's clock
/// shortens nothing, and after a restart of the machine the delay begins again.
class SignInGuard {
public:
    static constexpr int kFailuresToLock = 10;
    static constexpr std::int64_t kFirstDelayMs = 1000;
    static constexpr std::int64_t kLongestDelayMs = 60 * 60 * 1000;

    SignInGuard(Tx& tx, const MonotonicClock& clock)
        : m_tx(tx)
        , m_clock(clock)
    {
    }

    /// Whose tries are counted together.
    struct Subject {
        QString key;
        bool mayLock = true; ///< False: delays only.
    };
    static Subject of(const Staff& staff);
    static Subject recovery();
    /// Names that nobody has share a bounded number of rows, and lock as a clerk's does.
    static Subject ofUnknown(const QString& user);

    /// Why the next secret is not looked at now: Denied `sign-in.wait` (arg: seconds), `sign-in.locked`.
    /// Nothing: it may be tried.
    std::optional<Error> refusal(const Subject& subject);
    /// Counts a try as failed before its secret is looked at, so that a killed program saves none.
    void count(const Subject& subject);
    std::int64_t failures(const Subject& subject);
    /// The secret was right, or an owner releases.
    void clear(const Subject& subject);

private:
    void startDelay(const Subject& subject, std::int64_t failures);

    Tx& m_tx;
    const MonotonicClock& m_clock;
};

} // namespace sanad
