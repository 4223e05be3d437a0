#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <map>
#include <vector>

namespace sanad {

class Tx;

/// A part of the database's form, spelt as the database itself tells it.
struct SchemaPart {
    QString type; ///< `table`, `index`, `view` or `trigger`
    QString name;
    QString table; ///< the table that it is, or belongs to
    QString sql; ///< `sql` of sqlite_master; of a server's trigger pg_get_triggerdef()
};

/// The triggers that this database has. One that is switched off on a server, or whose function is another
/// than the migrations make, has no `sql`.
std::vector<SchemaPart> presentTriggers(Tx& tx);

/// The triggers that the migrations make.
std::vector<SchemaPart> migratedTriggers(bool onServer);

/// What a server puts in the way of a statement besides triggers, and the migrations never make: rewrite
/// rules and policies of its tables.
std::vector<SchemaPart> presentDetours(Tx& tx);

/// What a server has switched on or off that voids guards: tables under row security, tables one of whose
/// foreign keys is not watched, and whether triggers rest for this role or in this database.
struct GuardSwitches {
    QStringList rowSecurity, unwatchedKeys;
    bool triggersRest = false;
};
GuardSwitches presentSwitches(Tx& tx);

/// Every part that this SQLite file has but those that SQLite makes by itself; the tables behind a full-text
/// index without their `sql`.
std::vector<SchemaPart> presentSchema(Tx& tx);

/// What each migration of this program is called, by its version.
std::map<int, QString> migrationNames();

struct SchemaColumn {
    QString table, name;
    QString type; ///< As declared: `BIGINT`, `bigint`.
    bool nullable = false;
    bool inKey = false;
};

/// Of every table but those behind a full-text index, table by table, in the order of their columns.
std::vector<SchemaColumn> presentColumns(Tx& tx);

/// Every part that the migrations make in an empty SQLite file; one is made in memory. Errors: those of the
/// engine.
Result<std::vector<SchemaPart>> migratedSchema();

} // namespace sanad
