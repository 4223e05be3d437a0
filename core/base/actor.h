#pragma once

#include "core/base/id.h"
#include "core/base/permission.h"
#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <set>

namespace sanad {

/// The signed-in person on whose behalf an operation runs. Made by core/people alone (by tests through
/// tests/support); every core operation takes one and asks may() first.
class Actor {
public:
    /// Nobody: holds no permission.
    Actor() = default;
    Actor(StaffId staff, QString user, QString counter, std::set<Permission> permissions)
        : m_staff(staff)
        , m_user(std::move(user))
        , m_counter(std::move(counter))
        , m_permissions(std::move(permissions))
    {
    }

    StaffId staff() const { return m_staff; }
    /// The sign-in name; never a person's full name, so it may stand in audit lines and logs.
    const QString& user() const { return m_user; }
    /// The counter's code, e.g. C1; empty where the program is at no counter.
    const QString& counter() const { return m_counter; }
    bool holds(Permission permission) const { return m_permissions.contains(permission); }

    /// How many changes of people and of roles the permissions are as of (AuditTrail::peopleChanges()): an
    /// act after further ones looks whether all of them are still held. Nothing outside of a sign-in.
    std::optional<std::int64_t> asOf() const { return m_asOf; }
    void setAsOf(std::int64_t changes) { m_asOf = changes; }

    /// Errors: Denied `gate.not-signed-in`, `gate.denied` (arg: the permission's key).
    Result<> may(Permission permission) const;

private:
    StaffId m_staff;
    QString m_user;
    QString m_counter;
    std::set<Permission> m_permissions;
    std::optional<std::int64_t> m_asOf;
};

} // namespace sanad
