#include "core/base/actor.h"

using namespace Qt::StringLiterals;

namespace sanad {

Result<> Actor::may(Permission permission) const
{
    if (m_staff.isNull()) return Error{ErrorCode::Denied, u"gate.not-signed-in"_s, {}, {}};
    if (!holds(permission))
        return Error{ErrorCode::Denied, u"gate.denied"_s, {permissionKey(permission)}, {}};
    return {};
}

} // namespace sanad
