#pragma once

#include "core/storage/database.h"

#include <QStringList>

namespace sanad {

/// Rows of people and permissions that are not as the last audited act on them left them: `staff 123…`,
/// `role clerk`, `recovery_key`. Reads public columns only, so it needs no sign-in.
QStringList changedPeopleRows(Tx& tx);

/// Of these, what is stored now against the newest act on each alone: milliseconds, for a start.
QStringList peopleChangedNow(Tx& tx);

} // namespace sanad
