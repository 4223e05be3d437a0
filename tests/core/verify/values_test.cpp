#include "core/storage/schema.h"
#include "core/verify/checks.h"
#include "tests/core/till_fixture/till.h"
#include "tests/support/edits.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QString typeOf(const SchemaColumn& column)
{
    const QString type = column.type.toLower();
    if (type == "bytea"_L1) return u"blob"_s;
    return type == "text"_L1 ? type : u"integer"_s;
}

/// A till with a receipt and a closed drawer, past whose guards one may write. On a file CHECKs let
/// everything pass too, and a table that nothing was written into has a row of its own making.
struct Unguarded : Till {
    std::vector<SchemaColumn> columns;

    Unguarded()
    {
        ReceiptDraft sale = oneRenewal();
        sale.lines.front().transaction = {};
        issue(sale);
        ShiftService shifts(*db);
        must(shifts.count(shift.id, fewestPieces(must(shifts.count(shift.id, {}, by)).expected), by));
        must(shifts.close(shift.id, {}, by));
        columns =
            must(db->read([](Tx& tx) -> Result<std::vector<SchemaColumn>> { return presentColumns(tx); }));
        QStringList tables;
        for (const SchemaColumn& column : columns)
            if (!tables.contains(column.table)) tables << column.table;
        if (db->onServer()) {
            for (const QString& table : tables)
                tamper(*db, u"ALTER TABLE %1 DISABLE TRIGGER ALL"_s.arg(table));
            return;
        }
        for (const SchemaPart& guard :
            must(db->read([](Tx& tx) -> Result<std::vector<SchemaPart>> { return presentTriggers(tx); })))
            tamper(*db, u"DROP TRIGGER "_s + guard.name);
        tamper(*db, u"PRAGMA ignore_check_constraints = ON"_s);
    }

    std::int64_t rows(const QString& table)
    {
        return must(db->read([&](Tx& tx) -> Result<std::int64_t> {
            auto query = tx.query(u"SELECT count(*) FROM "_s + table);
            query.run().next();
            return query.int64(0);
        }));
    }

    void fill(Tx& tx, const QString& table)
    {
        QStringList values;
        for (const SchemaColumn& column : columns) {
            if (column.table != table) continue;
            const QString type = typeOf(column);
            values << (type == "blob"_L1 ? u"x'01'"_s : type == "text"_L1 ? u"'x'"_s : u"1"_s);
        }
        tx.execute(u"PRAGMA defer_foreign_keys = ON"_s);
        tx.execute(u"INSERT INTO %1 VALUES (%2)"_s.arg(table, values.join(u',')));
    }

    /// Which columns checkValues() finds fault with in `table` after the first row of it was given `value`,
    /// as TABLE.COLUMN; "refused" where the schema forbids it, "kept" where it is stored as the type says all
    /// the same. The edit is undone.
    QStringList saidAfter(const SchemaColumn& column, const QString& value, bool onlyWhenAnotherType)
    {
        const QString place = db->onServer() ? u"ctid"_s : u"rowid"_s;
        QStringList said{u"refused"_s};
        const bool isEmpty = rows(column.table) == 0;
        const auto undone = db->write([&](Tx& tx) -> Result<> {
            if (isEmpty) fill(tx, column.table);
            tx.execute(u"UPDATE %1 SET \"%2\" = %3 WHERE %4 = (SELECT %4 FROM %1 LIMIT 1)"_s.arg(
                column.table, column.name, value, place));
            said = QStringList{u"kept"_s};
            if (onlyWhenAnotherType) {
                auto stored =
                    tx.query(u"SELECT count(*) FROM %1 WHERE typeof(\"%2\") NOT IN ('%3', 'null')"_s.arg(
                        column.table, column.name, typeOf(column)));
                if (stored.run().next() && stored.int64(0) == 0)
                    return Error{ErrorCode::Conflict, u"x"_s, {}, {}};
            }
            Breaches breaches;
            checkValues(tx, breaches);
            said.clear();
            for (const Breach& one : breaches.take())
                said << one.where.section(u' ', 0, 0) + u'.' + one.what.section(u' ', 1, 1);
            return Error{ErrorCode::Conflict, u"undone"_s, {}, {}};
        });
        REQUIRE_FALSE(undone.has_value());
        return said;
    }
};

bool isNamed(const QStringList& said, const SchemaColumn& column)
{
    return said == QStringList(u"refused"_s) || said == QStringList(u"kept"_s) ||
        said.contains(column.table + u'.' + column.name);
}

} // namespace

TEST_CASE("A value that is stored as another type than its column's is named, in every column of every table",
    "[verify]")
{
    Unguarded centre;
    if (centre.db->onServer()) return; // it holds nothing else
    int tried = 0;
    for (const SchemaColumn& column : centre.columns) {
        for (const QString& value : {u"CAST('7x' AS BLOB)"_s, u"'7x'"_s, u"7.5"_s, u"7"_s, u"NULL"_s}) {
            const QStringList said = centre.saidAfter(column, value, value != u"NULL"_s);
            INFO((column.table + u'.' + column.name + u" = "_s + value + u": "_s + said.join(u' '))
                     .toStdString());
            tried += said != QStringList(u"kept"_s) && said != QStringList(u"refused"_s);
            if (value == u"NULL"_s && column.nullable) continue; // as the program writes it
            CHECK(isNamed(said, column));
        }
    }
    CHECK(tried > 800);
}

TEST_CASE(
    "An empty text and a zero in the place of nothing, another branch, and a text that is none are named, in "
    "every column of every table",
    "[verify]")
{
    Unguarded centre;
    const bool onServer = centre.db->onServer();
    int tried = 0;
    const auto look = [&](const SchemaColumn& column, const QString& value) {
        if (onServer && centre.rows(column.table) == 0) return;
        const QStringList said = centre.saidAfter(column, value, false);
        INFO(
            (column.table + u'.' + column.name + u" = "_s + value + u": "_s + said.join(u' ')).toStdString());
        tried += said != QStringList(u"refused"_s);
        CHECK(isNamed(said, column));
    };
    const QString letter = onServer ? u"chr"_s : u"char"_s;
    for (const SchemaColumn& column : centre.columns) {
        const QString type = typeOf(column);
        if (column.nullable && !column.name.endsWith("_baisa"_L1))
            look(column,
                type == "integer"_L1    ? u"0"_s
                    : type == "text"_L1 ? u"''"_s
                    : onServer          ? u"''"_s
                                        : u"x''"_s);
        if (column.name == "branch_id"_L1) look(column, u"2"_s);
        if (column.name == "business_day"_L1 || column.name == "vat_rate"_L1)
            look(column, u"%1 + 4294967296"_s.arg(column.name)); // which is the same in 32 bits
        if (type != "text"_L1) continue;
        look(column, u"%1(65279) || 'x'"_s.arg(letter));
        look(column, u"'x' || %1(31)"_s.arg(letter));
        if (onServer) continue; // it refuses these
        look(column, u"'x' || char(0) || 'x'"_s);
        look(column, u"CAST(x'78ff' AS TEXT)"_s);
    }
    CHECK(tried > (onServer ? 100 : 700));
}

TEST_CASE(
    "Rows of another branch, migrations that were not, and a permission that is two are named", "[verify]")
{
    struct Edit {
        QString table, sql;
        Breach breach;
    };
    const auto ofBranch = u"its branch_id is another one than the centre's"_s;
    const std::vector<Edit> edits{
        {u"role_permission"_s, u"INSERT INTO role_permission VALUES (2, 'clerk', 'staff.manage')"_s,
            {u"value"_s, u"role_permission 2 clerk staff.manage"_s, ofBranch}},
        {u"role_permission"_s,
            u"INSERT INTO role_permission VALUES (1, 'clerk', 'staff.manage\nreports.view')"_s,
            {u"chain"_s, u"role clerk"_s, u"changed"_s}},
        {u"recovery_key"_s,
            u"INSERT INTO recovery_key (id, branch_id, wrapped_key, created_at) SELECT 9, 2, hash, 'x' FROM audit_head"_s,
            {u"value"_s, u"recovery_key 9"_s, ofBranch}},
        {u"ledger_day"_s, u"INSERT INTO ledger_day SELECT 2, 20261101, 7, 'receipt', 9, 9 FROM audit_head"_s,
            {u"value"_s, u"ledger_day 2 20261101 7 receipt"_s, ofBranch}},
        {u"day_figure"_s,
            u"INSERT INTO day_figure SELECT 2, 'day', 20261101, 'x', '', '', 1, 1, 1, 1, 1, 1 FROM audit_head"_s,
            {u"value"_s, u"day_figure 2 day 20261101 x"_s, ofBranch}},
        {u"ledger_account"_s, u"INSERT INTO ledger_account VALUES (9, 2, 'bank', '', 0)"_s,
            {u"value"_s, u"ledger_account 9"_s, ofBranch}},
        {u"schema_version"_s, u"UPDATE schema_version SET name = 'x' WHERE version = 1"_s,
            {u"no-edit"_s, u"schema_version 1"_s, u"was changed"_s}},
        {u"schema_version"_s, u"UPDATE schema_version SET applied_at = '1999' WHERE version = 2"_s,
            {u"no-edit"_s, u"schema_version 2"_s, u"was changed"_s}},
        {u"schema_version"_s, u"DELETE FROM schema_version WHERE version = 3"_s,
            {u"no-edit"_s, u"schema_version 3"_s, u"is gone"_s}},
        {u"schema_version"_s,
            u"INSERT INTO schema_version SELECT 0, name, applied_at FROM schema_version LIMIT 1"_s,
            {u"no-edit"_s, u"schema_version 0"_s, u"is no migration of this program's"_s}},
    };
    for (const Edit& one : edits) {
        const auto db = migratedDatabase();
        tamper(*db,
            u"INSERT INTO audit_head VALUES (1, 0, %1)"_s.arg(
                db->onServer() ? u"decode(repeat('00', 32), 'hex')"_s : u"zeroblob(32)"_s));
        REQUIRE(must(verifyCentre(*db)) == std::vector<Breach>{});
        edit(*db, one.table, one.sql);
        const auto breaches = must(verifyCentre(*db));
        INFO(one.sql.toStdString());
        CHECK(std::ranges::find(breaches, one.breach) != breaches.end());
    }
}
