#pragma once

#include "core/base/permission.h"
#include "ui/text/language.h"

#include <QString>

namespace sanad {

/// What a permission lets somebody do, as people read it: "Approve another price".
QString permissionText(Permission permission, Language language);

} // namespace sanad
