#pragma once

#include "core/storage/engine.h"

namespace sanad {

/// Brings the database to the newest of the embedded migrations, all missing ones in one transaction; a
/// SQLite file that holds data is copied first (`sanad-before-NNNN.db` beside it).
/// Errors: Conflict `storage.newer`, and those of the engine.
Result<> migrate(QSqlDatabase& connection, engine::Kind kind, const QString& copyFolder, const Clock& clock);

/// Refuses data that a newer or an older program wrote, without changing anything (read-only opening).
Result<> checkVersion(QSqlDatabase& connection, engine::Kind kind);

/// The version that this program brings a database to.
int newestMigration();

/// Every statement of all migrations as this engine takes them, in order.
QStringList migrationStatements(engine::Kind kind);

} // namespace sanad
