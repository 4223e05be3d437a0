#pragma once

#include "core/storage/database.h"

namespace sanad {

/// Gives `role`, an existing role of the PostgreSQL server, what a desk needs and nothing more: it may read
/// and add to append-only tables, change the others, and truncate, alter or own none, so that it can drop or
/// disable no trigger. `db` is connected as the owner of the tables. May be repeated, after an upgrade for
/// instance. Errors: Conflict `storage.not-a-server`; Invalid `storage.role-name`; NotFound
/// `storage.role-unknown` (arg: role).
Result<> grantDesk(Database& db, const QString& role);

} // namespace sanad
