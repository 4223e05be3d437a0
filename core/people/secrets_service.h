#pragma once

#include "core/base/actor.h"
#include "core/crypto/password.h"
#include "core/people/monotonic_clock.h"
#include "core/storage/database.h"

namespace sanad {

/// What a person can do about passwords, PINs and the recovery code. Each is audited; none goes over a
/// network. The cost of passwords and the clock are parameters for tests alone.
class SecretsService {
public:
    explicit SecretsService(
        Database& database, PasswordCost cost = {}, MonotonicClock clock = systemMonotonicClock())
        : m_db(database)
        , m_cost(cost)
        , m_clock(std::move(clock))
    {
    }

    /// One's own password; needs no permission but the old one. Errors: Invalid `people.password-short`,
    /// `people.password-same`; Denied `gate.not-signed-in`, `sign-in.wrong`, `sign-in.wait`.
    Result<> changePassword(const QString& current, const QString& password, const Actor& by);
    /// One's own PIN; needs no permission but the old one. From now on nobody else knows it. Errors: Invalid
    /// `people.pin`, `people.pin-approver` (arg: least digits), `people.pin-same`; Denied as above.
    Result<> changePin(const QString& current, const QString& pin, const Actor& by);

    /// Somebody else forgot, or is locked out: new password and PIN, told them by who resets. An empty one
    /// stays as it was; with both empty only the lock is taken away. The PIN approves nothing until its
    /// holder changed it (changePin()), unless `by` is the holder. Who was signed in meanwhile signs in anew
    /// (`gate.reset`), unless `by` is the holder.
    /// Errors: those of PeopleService::add() and disable(); the lock is taken away whatever the person holds.
    Result<> reset(StaffId staff, const QString& password, const QString& pin, const Actor& by);

    /// A new recovery code; the old one opens nothing any more.
    Result<QString> newRecoveryCode(const Actor& by);

    /// The owner forgot: the printed code sets a new password and PIN of the owner `user`. Returns the next
    /// recovery code, to be printed; the one used is spent. Works on a locked database and leaves it so.
    /// Errors: Denied `recovery.wrong`, `sign-in.wait`; NotFound `recovery.no-owner`; Invalid as add().
    Result<QString> recover(
        const QString& code, const QString& user, const QString& password, const QString& pin);

private:
    Database& m_db;
    PasswordCost m_cost;
    MonotonicClock m_clock;
};

} // namespace sanad
