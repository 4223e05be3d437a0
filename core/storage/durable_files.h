#pragma once

#include "core/storage/database.h"

namespace sanad {

/// A copy of a SQLite database as it stands, into a file of the owner's alone that does not exist
/// yet. Waits for nobody: the one
/// who writes goes on meanwhile. Free pages are left out.
/// Errors: Unreachable `storage.cannot-open`, `storage.disk-full`, `storage.damaged` and the engine's others.
Result<> copySqlite(const DataLocation& from, const QString& toFile);

/// What SQLite itself says of its file, by its quick check, stopped at the first `most` faults; empty when it
/// is sound. Reads every page.
QStringList quickCheck(const DataLocation& location, int most);

/// Whether there is a database file in the folder.
bool hasDatabaseFile(const QString& folder);

/// The migration that this program brings data to.
int newestSchema();

/// The name of the database's file within a data folder.
QString databaseFileName();

/// Waits until the file is on disk, not only with the system.
bool syncFile(const QString& path);
/// Waits until the names in the folder are on disk; systems that need no such step take none.
void syncFolder(const QString& folder);

/// Puts the folder `fresh` in the place of `target`, in one step where the system has one, and what was in
/// `target` to `aside`, which must not exist. Without a `target`, `fresh` only takes its name.
/// Errors: Unreachable `storage.cannot-open` (arg: the folder).
Result<> replaceFolder(const QString& fresh, const QString& target, const QString& aside);

} // namespace sanad
