#include "core/storage/schema.h"

#include "core/storage/append_only.h"
#include "core/storage/migrator.h"

#include <QRegularExpression>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

// Without what SQLite makes by itself: indexes of UNIQUE and PRIMARY KEY, its counters and statistics. FTS5
// words the tables behind its own, each version as it likes.
constexpr auto kSqliteParts = R"(
    SELECT type, name, tbl_name, CASE WHEN type = 'table' AND EXISTS (
            SELECT 1 FROM sqlite_master f WHERE f.type = 'table' AND f.sql LIKE 'CREATE VIRTUAL TABLE %'
                AND substr(m.name, 1, length(f.name) + 1) = f.name || '_')
        THEN '' ELSE sql END
    FROM sqlite_master m
    WHERE NOT (type = 'index' AND sql IS NULL)
        AND NOT (type = 'table' AND name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')))";
constexpr auto kServerTriggers = R"(
    SELECT t.tgname, c.relname, pg_get_triggerdef(t.oid, true), p.prosrc,
        CAST(t.tgenabled = 'O' AND l.lanname = 'plpgsql' AS INTEGER)
    FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    JOIN pg_language l ON l.oid = p.prolang
    WHERE NOT t.tgisinternal AND c.relnamespace = CAST(current_schema() AS regnamespace))";
constexpr auto kServerDetours = R"(
    SELECT 'rule', CAST(r.rulename AS TEXT), CAST(c.relname AS TEXT)
    FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = CAST(current_schema() AS regnamespace)
    UNION ALL
    SELECT 'policy', CAST(p.polname AS TEXT), CAST(c.relname AS TEXT)
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    WHERE c.relnamespace = CAST(current_schema() AS regnamespace)
    ORDER BY 1, 3, 2)";
constexpr auto kRowSecurity = R"(
    SELECT CAST(relname AS TEXT) FROM pg_class
    WHERE relnamespace = CAST(current_schema() AS regnamespace) AND (relrowsecurity OR relforcerowsecurity)
    ORDER BY relname)";
// The server's own triggers are those of foreign keys.
constexpr auto kUnwatchedKeys = R"(
    SELECT DISTINCT CAST(c.relname AS TEXT) AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgisinternal AND t.tgenabled <> 'O' AND c.relnamespace = CAST(current_schema() AS regnamespace)
    ORDER BY name)";
constexpr auto kTriggersRest = R"(
    SELECT 1 FROM pg_db_role_setting s, unnest(s.setconfig) one
    WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
        AND one LIKE 'session_replication_role=%' AND one <> 'session_replication_role=origin'
    UNION ALL
    SELECT 1 WHERE current_setting('session_replication_role') <> 'origin')";
// A primary key of SQLite's is no proof against NULL; this program writes none into one.
constexpr auto kSqliteColumns = R"(
    SELECT m.name, c.name, c.type, c."notnull" = 0 AND c.pk = 0, c.pk > 0
    FROM sqlite_master m, pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')
        AND m.sql NOT LIKE 'CREATE VIRTUAL TABLE %'
        AND NOT EXISTS (SELECT 1 FROM sqlite_master f WHERE f.type = 'table' AND f.sql LIKE 'CREATE VIRTUAL TABLE %'
            AND substr(m.name, 1, length(f.name) + 1) = f.name || '_')
    ORDER BY m.name, c.cid)";
constexpr auto kServerColumns = R"(
    SELECT CAST(c.relname AS TEXT), CAST(a.attname AS TEXT), format_type(a.atttypid, NULL),
        CAST(NOT a.attnotnull AS INTEGER), CAST(EXISTS (SELECT 1 FROM pg_index i
            WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS INTEGER)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = CAST(current_schema() AS regnamespace)
        AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY c.relname, a.attnum)";
const auto kTrigger = u"trigger"_s;

Result<std::vector<SchemaPart>> partsMadeIn(QSqlDatabase& connection)
{
    SANAD_TRY(engine::openConnection(connection, {}, OpenMode::Create, true));
    SANAD_TRY(migrate(connection, engine::Kind::Sqlite, {}, systemClock()));
    QSqlQuery query(connection);
    if (!query.exec(QString::fromLatin1(kSqliteParts)))
        return engine::errorFrom(engine::Kind::Sqlite, query.lastError(), u"sqlite_master"_s);
    std::vector<SchemaPart> parts;
    while (query.next())
        parts.push_back({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
            query.value(3).toString()});
    return parts;
}

} // namespace

std::vector<SchemaPart> presentTriggers(Tx& tx)
{
    std::vector<SchemaPart> parts;
    if (tx.onServer()) {
        auto query = tx.query(kServerTriggers);
        query.run();
        while (query.next()) {
            const bool refuses = query.int64(4) == 1 && query.text(3) == appendOnlyRefusal();
            parts.push_back({kTrigger, query.text(0), query.text(1), refuses ? query.text(2) : QString()});
        }
        return parts;
    }
    for (SchemaPart& part : presentSchema(tx))
        if (part.type == kTrigger) parts.push_back(std::move(part));
    return parts;
}

std::vector<SchemaPart> presentDetours(Tx& tx)
{
    std::vector<SchemaPart> parts;
    if (!tx.onServer()) return parts;
    auto query = tx.query(kServerDetours);
    query.run();
    while (query.next())
        parts.push_back({query.text(0), query.text(1), query.text(2), {}});
    return parts;
}

GuardSwitches presentSwitches(Tx& tx)
{
    GuardSwitches switches;
    if (!tx.onServer()) return switches;
    const auto names = [&tx](const char* sql) {
        QStringList list;
        auto query = tx.query(sql);
        query.run();
        while (query.next())
            list << query.text(0);
        return list;
    };
    switches.rowSecurity = names(kRowSecurity);
    switches.unwatchedKeys = names(kUnwatchedKeys);
    switches.triggersRest = tx.query(kTriggersRest).run().next();
    return switches;
}

std::vector<SchemaPart> migratedTriggers(bool onServer)
{
    static const QRegularExpression made(
        u"^CREATE TRIGGER (\\w+)\\s.*?\\sON\\s+(\\w+)\\s"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression dropped(u"^DROP TRIGGER (?:IF EXISTS )?(\\w+)"_s);
    std::vector<SchemaPart> parts;
    for (const QString& sql : migrationStatements(onServer ? engine::Kind::Postgres : engine::Kind::Sqlite)) {
        if (const auto match = made.match(sql); match.hasMatch())
            parts.push_back({kTrigger, match.captured(1), match.captured(2), sql});
        else if (const auto gone = dropped.match(sql); gone.hasMatch())
            std::erase_if(parts, [&](const SchemaPart& part) { return part.name == gone.captured(1); });
    }
    return parts;
}

std::vector<SchemaPart> presentSchema(Tx& tx)
{
    std::vector<SchemaPart> parts;
    auto query = tx.query(kSqliteParts);
    query.run();
    while (query.next())
        parts.push_back({query.text(0), query.text(1), query.text(2), query.text(3)});
    return parts;
}

std::vector<SchemaColumn> presentColumns(Tx& tx)
{
    std::vector<SchemaColumn> columns;
    auto query = tx.query(tx.onServer() ? kServerColumns : kSqliteColumns);
    query.run();
    while (query.next())
        columns.push_back({query.text(0), query.text(1), query.text(2), query.boolean(3), query.boolean(4)});
    return columns;
}

Result<std::vector<SchemaPart>> migratedSchema()
{
    const QString name = u"sanad-schema-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto parts = [&] {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        return partsMadeIn(connection);
    }();
    QSqlDatabase::removeDatabase(name);
    return parts;
}

} // namespace sanad
