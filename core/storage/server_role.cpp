#include "core/storage/server_role.h"

#include "core/storage/append_only.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kRole = "SELECT 1 FROM pg_roles WHERE rolname = :role";
// Append-only is what refuses a change of its rows; people change, and are never deleted.
constexpr auto kTables = R"(
    SELECT c.relname, count(p.oid) FROM pg_class c
    LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgname = c.relname || '_no_change'
    LEFT JOIN pg_proc p ON p.oid = t.tgfoid AND p.prosrc = :refusal
    WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace)
    GROUP BY c.relname ORDER BY c.relname)";
constexpr auto kSchema = "SELECT current_schema()";

/// What a desk may do with a table.
QString rightsOn(const QString& table, bool appendOnly)
{
    if (table == u"schema_version") return u"SELECT"_s;
    return appendOnly ? u"SELECT, INSERT"_s : u"SELECT, INSERT, UPDATE, DELETE"_s;
}

} // namespace

Result<> grantDesk(Database& db, const QString& role)
{
    static const QRegularExpression shape(uR"(^[a-z_][a-z0-9_]{0,62}\z)"_s);
    if (!db.onServer()) return Error{ErrorCode::Conflict, u"storage.not-a-server"_s, {}, {}};
    if (!shape.match(role).hasMatch()) return Error{ErrorCode::Invalid, u"storage.role-name"_s, {}, {}};
    return db.write([&](Tx& tx) -> Result<> {
        auto known = tx.query(kRole);
        known.bind(":role", role).run();
        if (!known.next()) return Error{ErrorCode::NotFound, u"storage.role-unknown"_s, {role}, {}};
        QString schema;
        {
            auto query = tx.query(kSchema);
            query.run();
            if (query.next()) schema = query.text(0);
        }
        const QString quoted = u'"' + role + u'"', home = u'"' + schema + u'"';
        tx.execute(u"REVOKE CREATE ON SCHEMA %1 FROM PUBLIC"_s.arg(home));
        tx.execute(u"REVOKE ALL ON SCHEMA %1 FROM %2"_s.arg(home, quoted));
        tx.execute(u"GRANT USAGE ON SCHEMA %1 TO %2"_s.arg(home, quoted));
        tx.execute(u"REVOKE ALL ON ALL TABLES IN SCHEMA %1 FROM PUBLIC, %2"_s.arg(home, quoted));
        std::vector<std::pair<QString, bool>> tables;
        auto query = tx.query(kTables);
        query.bind(":refusal", appendOnlyRefusal()).run();
        while (query.next())
            tables.emplace_back(query.text(0), query.int64(1) > 0);
        for (const auto& [table, appendOnly] : tables)
            tx.execute(u"GRANT %1 ON \"%2\" TO %3"_s.arg(rightsOn(table, appendOnly), table, quoted));
        return {};
    });
}

} // namespace sanad
