#include "core/storage/append_only.h"
#include "core/verify/checks.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSqlite = "SELECT name, sql, '' FROM sqlite_master WHERE type = 'trigger'";
constexpr auto kPostgres = R"(
    SELECT t.tgname, pg_get_triggerdef(t.oid, true), p.prosrc FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    JOIN pg_language l ON l.oid = p.prolang
    WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND l.lanname = 'plpgsql'
        AND c.relnamespace = CAST(current_schema() AS regnamespace))";

/// The tables that the migrations declare append-only.
QStringList appendOnlyTables()
{
    static const QRegularExpression directive(
        u"^-- append-only ([a-z_]+)\\s*$"_s, QRegularExpression::MultilineOption);
    QStringList tables;
    const QDir folder(u":/migrations"_s);
    for (const QString& name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        auto matches = directive.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            tables << matches.next().captured(1);
    }
    return tables;
}

} // namespace

void checkTriggers(Tx& tx, Breaches& breaches)
{
    const bool onServer = tx.onServer();
    const QString refusal = onServer ? appendOnlyRefusal() : u""_s;
    QHash<QString, QString> present; // name → text, of those that refuse as ours do
    {
        auto query = tx.query(onServer ? kPostgres : kSqlite);
        query.run();
        while (query.next())
            if (query.text(2) == refusal) present.insert(query.text(0), query.text(1));
    }
    for (const QString& table : appendOnlyTables())
        for (const AppendOnlyTrigger& trigger : appendOnlyTriggers(table, onServer))
            if (present.value(trigger.name) != trigger.sql)
                breaches.add(
                    u"no-edit"_s, table, {}, u"trigger %1 is missing or changed"_s.arg(trigger.name));
}

} // namespace sanad
