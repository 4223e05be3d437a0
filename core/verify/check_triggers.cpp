#include "core/verify/checks.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSqlite = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'";
constexpr auto kPostgres = R"(
    SELECT t.tgname, c.relname, p.prosrc FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal AND t.tgenabled = 'O')";

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

struct Guard {
    QString suffix; // of the trigger's name
    QString words; // that its text must hold
};

} // namespace

void checkTriggers(Tx& tx, Breaches& breaches)
{
    const std::vector<Guard> guards = tx.onServer()
        ? std::vector<Guard>{{u"_no_change"_s, u"RAISE EXCEPTION"_s},
              {u"_no_truncate"_s, u"RAISE EXCEPTION"_s}}
        : std::vector<Guard>{{u"_no_update"_s, u"BEFORE UPDATE ON %1"_s},
              {u"_no_delete"_s, u"BEFORE DELETE ON %1"_s}, {u"_no_replace"_s, u"BEFORE INSERT ON %1"_s}};
    QHash<QString, QString> present; // name → text
    {
        auto query = tx.query(tx.onServer() ? kPostgres : kSqlite);
        query.run();
        while (query.next())
            present.insert(query.text(0), query.text(2));
    }
    for (const QString& table : appendOnlyTables())
        for (const Guard& guard : guards) {
            const QString text = present.value(table + guard.suffix);
            const QString words = guard.words.contains(u"%1"_s) ? guard.words.arg(table) : guard.words;
            const bool refuses =
                tx.onServer() || text.contains(u"RAISE(ABORT, 'append-only %1')"_s.arg(table));
            if (!text.contains(words) || !refuses)
                breaches.add(
                    u"no-edit"_s, table, {}, u"trigger %1 is missing or changed"_s.arg(table + guard.suffix));
        }
}

} // namespace sanad
