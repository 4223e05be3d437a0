#pragma once

#include "core/base/id.h"
#include "core/base/permission.h"

#include <QString>

#include <optional>
#include <set>
#include <vector>

namespace sanad {

enum class Role { Owner, Manager, Clerk, Cashier, FieldAgent, Inspector };

/// `owner`, `manager`, `clerk`, `cashier`, `field_agent`, `inspector`.
QString roleKey(Role role);
std::optional<Role> roleFromKey(QStringView key);
const std::vector<Role>& allRoles();

/// What a role may do in a new centre; afterwards the table role_permission decides.
std::set<Permission> firstPermissions(Role role);

struct Staff {
    StaffId id;
    QString user; ///< `[a-z][a-z0-9._-]{1,31}`, unique.
    QString nameAr, nameEn;
    Role role = Role::Clerk;
    bool active = true;

    bool operator==(const Staff&) const = default;
};

struct StaffDraft {
    QString user;
    QString nameAr, nameEn;
    Role role = Role::Clerk;
    QString password; ///< At least 8 characters.
    QString pin; ///< 4 to 12 digits of either set.
};

} // namespace sanad
