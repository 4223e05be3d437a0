#pragma once

#include "core/people/staff.h"
#include "core/storage/database.h"

namespace sanad {

/// The only SQL for people, roles and the wrapped data key.
class StaffRepository {
public:
    explicit StaffRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    struct Secrets {
        QByteArray wrappedKey; ///< Empty after a change of the data key, until the person has a new password.
        QByteArray sealedPin; ///< Empty while no PIN has been set.
        bool pinGiven = false; ///< Somebody else set the PIN: it signs in and approves nothing.
    };

    std::vector<Staff> all() const;
    std::optional<Staff> byUser(const QString& user) const;
    std::optional<Staff> byId(StaffId id) const;
    Secrets secrets(StaffId id) const;
    /// Somebody active has no password that opens the data key: it was changed.
    bool anyWithoutKey() const;
    /// An active owner other than `staff` has a password that opens it.
    bool anotherOwnerSignsIn(StaffId staff) const;

    void insert(const Staff& staff, const Secrets& secrets);
    void setActive(StaffId id, bool active);
    void setRole(StaffId id, Role role);
    void setSecrets(StaffId id, const Secrets& secrets);

    std::set<Permission> permissions(Role role) const;
    void grant(Role role, Permission permission);
    void revoke(Role role, Permission permission);

    /// Instead of every earlier one.
    void setRecoveryKey(const QByteArray& wrappedKey);
    QByteArray recoveryKey() const;

    /// SHA-256 over the row as stored; stands in the audit line of each act on it, so that a row changed
    /// behind the program's back is found (people_check.h).
    QByteArray staffDigest(StaffId id) const;
    QByteArray permissionsDigest(Role role) const;
    QByteArray recoveryDigest() const;

private:
    Tx& m_tx;
};

} // namespace sanad
