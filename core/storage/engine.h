#pragma once

// What differs between SQLite and PostgreSQL, all of it: opening, beginning, error codes, DDL words,
// append-only triggers, locks. Included by core/storage alone.

#include "core/storage/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QTemporaryDir>

#include <memory>

namespace sanad::engine {

enum class Kind { Sqlite, Postgres };

/// Opens `connection` for the location. `memory` is a private SQLite database in memory.
Result<> openConnection(QSqlDatabase& connection, const DataLocation& location, OpenMode mode, bool memory);

/// Sets the pragmas of performance.md rule 3 and reads each back. Errors: Internal `storage.pragma`.
Result<> configure(QSqlDatabase& connection, Kind kind, OpenMode mode, bool memory);

/// Statements that begin a write and a read transaction; a server's may be two in one. A server answers a
/// write with the transaction's id and its own clock's milliseconds since 1970.
QString beginWrite(Kind kind);
QString beginRead(Kind kind);
/// Asks a server what came of a transaction: `committed`, `aborted`, `in progress`.
QString outcomeOf(std::int64_t transaction);

/// Turns the driver's error into ours. `context` is a statement's text, for the log.
Error errorFrom(Kind kind, const QSqlError& error, const QString& context);
/// A write that met another one and may simply run again.
bool isTransient(const Error& error);

/// One statement of a migration as this engine takes it; empty when it is meant for the other one. A
/// directive may become several statements.
QStringList ddlFor(Kind kind, const QString& statement);

/// The folder of a private copy of a SQLite file and its log, where only reading is allowed and a log waits
/// to be taken in; nothing where the data can be read as it stands. Errors: Unreachable `storage.cannot-open`
/// (arg: folder).
Result<std::unique_ptr<QTemporaryDir>> readableCopy(const DataLocation& location);

QString databaseFile(const DataLocation& location);

/// Database::compact(). `bytes` of the file decide whether its copy is made in memory.
Result<> compact(QSqlDatabase& connection, Kind kind, qint64 bytes, const QStringList& tables);

} // namespace sanad::engine
