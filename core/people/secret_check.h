#pragma once

#include "core/base/actor.h"
#include "core/people/sign_in_guard.h"
#include "core/people/sign_in_turn.h"

namespace sanad {

/// Looks at secrets, at the price that SignInGuard sets. An unknown name gets the same answers as a wrong
/// secret, after the same work. One try each; it keeps its turn as long as it lives.
class SecretCheck {
public:
    SecretCheck(Database& database, MonotonicClock clock)
        : m_db(database)
        , m_clock(std::move(clock))
    {
    }

    struct Known {
        Staff staff;
        QByteArray dataKey; ///< From a password only. Wipe it after use.
    };
    /// `why` stands in the audit line of a failure: "sign-in", "approval". Whoever passes calls passed() in
    /// the transaction of what follows.
    /// Errors: Denied `sign-in.wrong`, or `sign-in.key-changed` in its place for everybody as long as a
    /// change of the data key has left somebody without a password; `sign-in.wait` (arg: seconds),
    /// `sign-in.locked`, `sign-in.disabled`, `people.row-differs` (arg: user).
    Result<Known> password(const QString& user, const QString& password, const QString& why);
    /// Errors besides: Denied `vault.locked`.
    /// `asker`, when somebody is signed in, stands in the audit line of a failure as who tried.
    Result<Known> pin(
        const QString& user, const QString& pin, const QString& why, const Actor& asker = Actor());
    /// The data key under the printed recovery code. Whoever passes calls recovered() in the transaction of
    /// what follows. Errors: Denied `recovery.wrong`,
    /// `recovery.row-differs`, `sign-in.wait`.
    Result<QByteArray> recoveryCode(const QString& code);

    /// Forgets the failures of who passed, and gives them as they are now: as the last acts left them, still
    /// working here, and with the secrets that were looked at. Errors: Denied `sign-in.disabled`,
    /// `people.row-differs` (arg: user), `sign-in.wrong` (replaced meanwhile).
    Result<Staff> passed(Tx& tx, const Staff& staff) const;
    /// The failures of somebody alone, as an owner releases them.
    void forget(Tx& tx, const Staff& staff) const;
    /// Forgets the failures of the recovery code. Errors: Denied `recovery.wrong` (used or replaced since it
    /// was looked at), `recovery.row-differs`.
    Result<> recovered(Tx& tx) const;

private:
    struct Tried;
    Result<Tried> begin(const QString& user);
    /// One answer for a name that nobody has, a wrong password, and one of before a change of the data key.
    Error wrongPassword(const Tried& tried, const QString& why);
    /// Why the row of who knew the secret does not count, with its audit line; nothing when it does.
    std::optional<Error> asVouched(
        const Tried& tried, const QString& why, const QString& how, const Actor& asker = Actor());
    Error failed(const Tried& tried, const QString& why, const QString& how, const QString& key,
        const Actor& asker = Actor());

    Database& m_db;
    MonotonicClock m_clock;
    std::optional<SignInTurn> m_turn;
    QByteArray m_lookedAt; ///< The stored secrets, or the wrapped recovery key, that were found.
};

/// `code` as it was printed: capitals in groups of five; O read as 0, I and L as 1.
QString tidyRecoveryCode(const QString& code);

} // namespace sanad
