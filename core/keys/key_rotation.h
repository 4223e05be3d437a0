#pragma once

#include "core/base/approval.h"
#include "core/crypto/password.h"
#include "core/people/monotonic_clock.h"
#include "core/storage/database.h"

namespace sanad {

/// What a change of the data key did.
struct KeyRotation {
    QString recoveryCode; ///< The next one; shown once and printed. The old one opens only older backups.
    QStringList needPassword; ///< Sign-in names of active people whom an owner has to give a new password.
    qint64 values = 0, files = 0;
    int platesForgotten = 0; ///< Plates of forms that were corrected since: nothing tells them any more.
    bool compacted = false; ///< False: a reader was in the way; PrivacyChores makes up for it.
};

/// What a second person consents to.
ApprovedAct keyRotationAct();

/// The centre's data key. The cost of passwords and the clock are parameters for tests alone.
class KeyService {
public:
    explicit KeyService(
        Database& database, PasswordCost cost = {}, MonotonicClock clock = systemMonotonicClock())
        : m_db(database)
        , m_cost(cost)
        , m_clock(std::move(clock))
    {
    }

    /// A new data key: everything that is sealed is sealed anew, in one commit, and nothing of the old is
    /// left in the files. It is wrapped for `by`, an owner, whose password is asked, and under a new recovery
    /// code; what wraps of the old key there were are gone, so that everybody else needs a new password (PINs
    /// stay). Needs Permission::ManageStaff and the consent of a second person. Refused where verify finds
    /// anything, since the audit lines vouch for the rows anew. Errors: Denied `people.owner-only`,
    /// `sign-in.*`, `storage.not-owner` (arg-less, on a server), those of Approval::allows(); Conflict
    /// `key.not-sound` (arg: the first breach); those of reseal() and DocumentRekey.
    Result<KeyRotation> rotate(const QString& password, const Approval& approval, const Actor& by);

private:
    Database& m_db;
    PasswordCost m_cost;
    MonotonicClock m_clock;
};

} // namespace sanad
