#pragma once

#include <QString>

#include <vector>

namespace sanad {

/// A trigger that keeps a table append-only, spelt as the database itself tells it: `sql` of sqlite_master,
/// or pg_get_triggerdef() of a server.
struct AppendOnlyTrigger {
    QString name, sql;
};

/// Every trigger that `-- append-only TABLE` in a migration makes.
std::vector<AppendOnlyTrigger> appendOnlyTriggers(const QString& table, bool onServer);

/// Body of the function (plpgsql) that the triggers of a server call.
QString appendOnlyRefusal();

} // namespace sanad
