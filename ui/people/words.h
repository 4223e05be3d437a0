#pragma once

#include "core/base/permission.h"
#include "core/people/staff.h"

namespace sanad {

/// In the language of the windows.
QString roleText(Role role);
QString permissionText(Permission permission);

} // namespace sanad
