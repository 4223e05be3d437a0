#pragma once

// What differs between SQLite and PostgreSQL, all of it: opening, beginning, error codes, DDL words,
// append-only triggers, locks. Included by core/storage alone.

#include "core/storage/database.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace sanad::engine {

enum class Kind { Sqlite, Postgres };

/// Opens `connection` for the location. `memory` is a private SQLite database in memory.
Result<> openConnection(QSqlDatabase& connection, const DataLocation& location, OpenMode mode, bool memory);

/// Sets the pragmas of performance.md rule 3 and reads each back. Errors: Internal `storage.pragma`.
Result<> configure(QSqlDatabase& connection, Kind kind, OpenMode mode, bool memory);

/// Statements that begin a write and a read transaction; a server's may be two in one.
QString beginWrite(Kind kind);
QString beginRead(Kind kind);

/// Turns the driver's error into ours. `context` is a statement's text, for the log.
Error errorFrom(Kind kind, const QSqlError& error, const QString& context);
/// A write that met another one and may simply run again.
bool isTransient(const Error& error);

/// One statement of a migration as this engine takes it; empty when it is meant for the other one. A
/// directive may become several statements.
QStringList ddlFor(Kind kind, const QString& statement);

QString databaseFile(const DataLocation& location);

} // namespace sanad::engine
