#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"
#include "core/visits/visit.h"

namespace sanad {

/// Where a visit is served: at the counter that it names, else at the actor's, else at the only one of the
/// centre, else at the only one where the actor has an open shift of this day. Errors: NotFound
/// `visit.no-counter` (args: code, those that there are); Invalid `visit.counter-missing` (arg: those that
/// there are).
Result<QString> counterOf(Tx& tx, const Visit& visit, const Actor& by);

} // namespace sanad
