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

    /// Whose tries are counted together: in the row of the name as it was typed, which names share, and
    /// besides in the own row of who has it. So a name that nobody has is no other in any answer, also
    /// where tries of another name stand in its row.
    struct Subject {
        QString name; ///< Empty: none.
        QString own; ///< Empty: nobody has the name.
        bool mayLock = true; ///< False: delays only.
    };
    Subject of(const Staff& staff) const;
    Subject ofUnknown(const QString& user) const;
    static Subject recovery();

    /// Why the next secret is not looked at now: Denied `sign-in.wait` (arg: seconds), `sign-in.locked`.
    /// Nothing: it may be tried.
    std::optional<Error> refusal(const Subject& subject);
    /// Counts a try as failed before its secret is looked at, so that a killed program saves none.
    void count(const Subject& subject);
    std::int64_t failures(const Subject& subject) const;
    /// On a server: whether no other connection has the turn of a subject; it has it until leaveTurn() or its
    /// end.
    bool takeTurn(const Subject& subject);
    void leaveTurn(const Subject& subject);
    /// The secret was right, or an owner releases.
    void clear(const Subject& subject);

private:
    QString rowOfName(const QString& user) const;
    Query turn(const char* sql, const Subject& subject);
    std::int64_t failuresIn(const QString& row) const;
    std::int64_t waitOf(const QString& row, std::int64_t failures);
    void startDelay(const QString& row, std::int64_t failures);

    Tx& m_tx;
    const MonotonicClock& m_clock;
};

} // namespace sanad
