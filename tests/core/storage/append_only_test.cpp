#include "core/storage/schema.h"
#include "tests/support/test_support.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <set>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// The tables that the migrations make append-only.
std::set<QString> appendOnlyTables()
{
    static const QRegularExpression guard(u"_no_update$"_s);
    std::set<QString> tables;
    for (const SchemaPart& trigger : migratedTriggers(false))
        if (guard.match(trigger.name).hasMatch()) tables.insert(trigger.table);
    return tables;
}

/// A whole file, opened past the program, with what a forger would switch off switched off.
struct Forger {
    QTemporaryDir folder;
    QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"forger"_s);

    Forger()
    {
        must(Database::open({folder.path(), {}}, OpenMode::Create));
        file.setDatabaseName(folder.filePath(u"sanad.db"_s));
        REQUIRE(file.open());
        for (const QString& pragma : {u"foreign_keys = OFF"_s, u"ignore_check_constraints = ON"_s,
                 u"recursive_triggers = OFF"_s}) // REPLACE then deletes without the triggers of a delete
            REQUIRE(told(u"PRAGMA "_s + pragma).isEmpty());
    }
    ~Forger()
    {
        file.close();
        file = {};
        QSqlDatabase::removeDatabase(u"forger"_s);
    }
    /// What the database says against it; empty when it was done.
    QString told(const QString& sql)
    {
        QSqlQuery query(file);
        return query.exec(sql) ? QString() : query.lastError().databaseText();
    }
    QString firstColumn(const QString& table)
    {
        QSqlQuery columns(file);
        REQUIRE((columns.exec(u"PRAGMA table_info(%1)"_s.arg(table)) && columns.next()));
        return columns.value(1).toString();
    }
    /// `VALUES` of a row with something in every column.
    QString row(const QString& table)
    {
        QStringList values;
        QSqlQuery columns(file);
        REQUIRE(columns.exec(u"PRAGMA table_info(%1)"_s.arg(table)));
        while (columns.next())
            values << (columns.value(2).toString() == u"BYTEA" ? u"x'01'"_s : u"1"_s);
        return u"INTO %1 VALUES (%2)"_s.arg(table, values.join(u", "_s));
    }
};

} // namespace

TEST_CASE(
    "No row of an append-only table can be changed, deleted or replaced, whichever table it is", "[storage]")
{
    Forger forger;
    const auto tables = appendOnlyTables();
    REQUIRE(tables.size() > 20);
    for (const QString& table : tables) {
        INFO(table.toStdString());
        const QString row = forger.row(table);
        REQUIRE(forger.told(u"INSERT "_s + row) == QString());
        const QString guard = u"append-only "_s + table;
        CHECK(forger.told(u"UPDATE %1 SET %2 = 2"_s.arg(table, forger.firstColumn(table))).contains(guard));
        CHECK(forger.told(u"DELETE FROM "_s + table).contains(guard));
        CHECK(forger.told(u"INSERT OR REPLACE "_s + row).contains(guard));
    }
}
