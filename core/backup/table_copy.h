#pragma once

#include "core/storage/database.h"

#include <functional>
#include <map>

namespace sanad {

/// Copies every row of a centre from one database into another that is migrated and empty, whatever the
/// engines: how a server's data becomes a portable backup, and how a backup becomes a server's data. One
/// snapshot is read, one transaction is written. The search index of names is made anew.
/// Errors: Conflict `backup.target-not-empty`, `backup.stopped`; Internal `backup.schema-differs`.
Result<> copyTables(Database& from, Database& to, const std::function<bool(qint64 rows)>& progress = {});

/// How many rows each table has, but those that only one engine has.
std::map<QString, qint64> tableCounts(Tx& tx);
/// SHA-256 over every row of each of these tables, in one order: equal when the contents are, on either
/// engine.
std::map<QString, QByteArray> tableDigests(Tx& tx);

} // namespace sanad
