#pragma once

#include "core/base/actor.h"
#include "core/people/monotonic_clock.h"
#include "core/people/staff.h"
#include "core/storage/database.h"

namespace sanad {

/// Turns a secret into an Actor. The answer to a wrong user and to a wrong secret is the same, and costs
/// the same; each failure doubles the wait for the next try (sign_in_guard.h).
class SignIn {
public:
    explicit SignIn(Database& database, MonotonicClock clock = systemMonotonicClock())
        : m_db(database)
        , m_clock(std::move(clock))
    {
    }

    /// First sign-in after a start: opens the data key and unlocks the database, which stays as it was when
    /// this is refused. `counter` may be empty.
    /// Errors: Denied `sign-in.wrong`, `sign-in.wait` (arg: seconds), `sign-in.locked`, `sign-in.disabled`,
    /// `sign-in.key-changed` (wrong, or somebody's password of before a change of the data key);
    /// NotFound `sign-in.counter`.
    Result<Actor> withPassword(const QString& user, const QString& password, const QString& counter);
    /// Change of clerk while the program runs. Errors besides: Denied `vault.locked`.
    Result<Actor> withPin(const QString& user, const QString& pin, const QString& counter);

    /// Whether who is signed in may go on: not after they were disabled, lost a permission, or were given
    /// a new secret, at whatever counter. Acts ask by themselves (AuditTrail); this is for what a program
    /// only shows. Errors: Denied `gate.left`, `gate.changed`, `gate.reset`.
    Result<> stillWorks(const Actor& by);

    /// Who can sign in here: user names of active staff, for the list on the first screen.
    struct Choice {
        QString user, nameAr, nameEn;
    };
    Result<std::vector<Choice>> choices();

private:
    Result<> checkCounter(const QString& counter);

    Database& m_db;
    MonotonicClock m_clock;
};

} // namespace sanad
