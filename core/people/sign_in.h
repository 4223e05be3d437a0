#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

namespace sanad {

/// Turns a secret into an Actor. The answer to a wrong user and to a wrong secret is the same, and costs
/// the same.
class SignIn {
public:
    explicit SignIn(Database& database)
        : m_db(database)
    {
    }

    /// First sign-in after a start: opens the data key and unlocks the database. `counter` may be empty.
    /// Errors: Denied `sign-in.wrong`, `sign-in.disabled`; NotFound `sign-in.counter`.
    Result<Actor> withPassword(const QString& user, const QString& password, const QString& counter);
    /// Change of clerk while the program runs. Errors besides: Denied `vault.locked`.
    Result<Actor> withPin(const QString& user, const QString& pin, const QString& counter);

    /// Who can sign in here: user names of active staff, for the list on the first screen.
    struct Choice {
        QString user, nameAr, nameEn;
    };
    Result<std::vector<Choice>> choices();

private:
    Result<Actor> finish(const QString& user, const QString& counter, const QString& how);
    Database& m_db;
};

} // namespace sanad
