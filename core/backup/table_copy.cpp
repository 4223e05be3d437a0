#include "core/backup/table_copy.h"

#include "core/crypto/hash.h"
#include "core/customers/customer_index.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

// In the order they were made, which is that of the references between them.
constexpr auto kSqliteTables = R"(
    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE 'customer_search%' ORDER BY rowid)";
constexpr auto kServerTables = R"(
    SELECT c.relname FROM pg_class c WHERE c.relkind = 'r'
        AND c.relnamespace = CAST(CAST(current_schema() AS regnamespace) AS oid)
        AND c.relname <> 'customer_word' ORDER BY c.oid)";
constexpr auto kSqliteColumns = "SELECT name, type FROM pragma_table_info(:table) ORDER BY cid";
constexpr auto kServerColumns = R"(
    SELECT column_name, data_type FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = :table ORDER BY ordinal_position)";
constexpr auto kServerKeys = R"(
    SELECT conrelid::regclass || '', conname || '' FROM pg_constraint
    WHERE contype = 'f' AND connamespace = CAST(CAST(current_schema() AS regnamespace) AS oid))";
constexpr auto kCustomers = "SELECT id, search_text FROM customer";
constexpr auto kFilledByMigrations = "ticket_line";
constexpr qint64 kTold = 5000;

struct Column {
    QString name;
    enum class Kind { Integer, Text, Bytes } kind = Kind::Text;
};
struct Table {
    QString name;
    std::vector<Column> columns;
};

QStringList tableNames(Tx& tx)
{
    QStringList names;
    auto query = tx.query(tx.onServer() ? kServerTables : kSqliteTables);
    query.run();
    while (query.next())
        if (query.text(0) != "schema_version"_L1) names << query.text(0);
    return names;
}

std::vector<Column> columnsOf(Tx& tx, const QString& table)
{
    std::vector<Column> columns;
    auto query = tx.query(tx.onServer() ? kServerColumns : kSqliteColumns);
    query.bind(":table", table).run();
    while (query.next()) {
        const QString type = query.text(1).toLower();
        using Kind = Column::Kind;
        columns.push_back({query.text(0),
            type == "bytea"_L1      ? Kind::Bytes
                : type == "text"_L1 ? Kind::Text
                                    : Kind::Integer});
    }
    return columns;
}

std::vector<Table> tablesOf(Tx& tx)
{
    std::vector<Table> tables;
    for (const QString& name : tableNames(tx))
        tables.push_back({name, columnsOf(tx, name)});
    return tables;
}

void bindFrom(Query& into, const Query& row, const std::vector<Column>& columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int at = static_cast<int>(i);
        const std::string name = columns[i].name.toStdString();
        if (row.isNull(at))
            into.bindNull(name);
        else if (columns[i].kind == Column::Kind::Integer)
            into.bind(name, row.int64(at));
        else if (columns[i].kind == Column::Kind::Bytes)
            into.bind(name, row.bytes(at));
        else
            into.bind(name, row.text(at));
    }
}

/// References are checked when all rows are there: a customer may have been merged into a later one.
void deferReferences(Tx& tx)
{
    if (!tx.onServer()) return tx.execute(u"PRAGMA defer_foreign_keys = ON"_s);
    std::vector<std::pair<QString, QString>> keys;
    {
        auto query = tx.query(kServerKeys);
        query.run();
        while (query.next())
            keys.emplace_back(query.text(0), query.text(1));
    }
    for (const auto& [table, key] : keys)
        tx.execute(u"ALTER TABLE %1 ALTER CONSTRAINT %2 DEFERRABLE INITIALLY DEFERRED"_s.arg(table, key));
}

/// Back to what the migrations made, in the same transaction; the references are checked here.
void checkReferences(Tx& tx)
{
    if (!tx.onServer()) return;
    tx.execute(u"SET CONSTRAINTS ALL IMMEDIATE"_s);
    std::vector<std::pair<QString, QString>> keys;
    {
        auto query = tx.query(kServerKeys);
        query.run();
        while (query.next())
            keys.emplace_back(query.text(0), query.text(1));
    }
    for (const auto& [table, key] : keys)
        tx.execute(u"ALTER TABLE %1 ALTER CONSTRAINT %2 NOT DEFERRABLE"_s.arg(table, key));
}

Result<> copyAll(Tx& from, Tx& to, const std::function<bool(qint64)>& progress)
{
    const auto tables = tablesOf(from);
    const QStringList known = tableNames(to);
    qint64 rows = 0;
    deferReferences(to);
    to.execute(u"DELETE FROM %1"_s.arg(QLatin1StringView(kFilledByMigrations)));
    for (const Table& table : tables) {
        QStringList names, places;
        for (const Column& column : table.columns) {
            names << column.name;
            places << u':' + column.name;
        }
        if (!known.contains(table.name) || columnsOf(to, table.name).size() != table.columns.size())
            return Error{ErrorCode::Internal, u"backup.schema-differs"_s, {}, table.name};
        if (auto any = to.query(u"SELECT 1 FROM %1 LIMIT 1"_s.arg(table.name)); any.run().next())
            return Error{ErrorCode::Conflict, u"backup.target-not-empty"_s, {}, table.name};
        const QString insert =
            u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table.name, names.join(u", "_s), places.join(u", "_s));
        auto row = from.query(u"SELECT %1 FROM %2"_s.arg(names.join(u", "_s), table.name));
        row.run();
        while (row.next()) {
            auto into = to.query(insert);
            bindFrom(into, row, table.columns);
            into.run();
            if (++rows % kTold == 0 && progress && !progress(rows))
                return Error{ErrorCode::Conflict, u"backup.stopped"_s, {}, {}};
        }
    }
    checkReferences(to);
    CustomerIndex index(to);
    index.setBulk(true);
    {
        auto customers = from.query(kCustomers);
        customers.run();
        while (customers.next())
            if (const QString words = customers.text(1); !words.isEmpty())
                index.add(customers.id<CustomerId>(0), words);
    }
    index.setBulk(false);
    return {};
}

} // namespace

Result<> copyTables(Database& from, Database& to, const std::function<bool(qint64)>& progress)
{
    return from.read([&](Tx& source) -> Result<> {
        return to.write([&](Tx& target) { return copyAll(source, target, progress); });
    });
}

std::map<QString, qint64> tableCounts(Tx& tx)
{
    std::map<QString, qint64> counts;
    for (const QString& name : tableNames(tx)) {
        auto query = tx.query(u"SELECT count(*) FROM %1"_s.arg(name));
        query.run();
        query.next();
        counts[name] = query.int64(0);
    }
    return counts;
}

std::map<QString, QByteArray> tableDigests(Tx& tx)
{
    constexpr qsizetype kPiece = 1024 * 1024;
    std::map<QString, QByteArray> digests;
    for (const Table& table : tablesOf(tx)) {
        QStringList names, order;
        for (const Column& column : table.columns) {
            names << column.name;
            order << QString::number(names.size());
        }
        QByteArray text(32, '\0'); // the digest so far, and what follows it
        auto row = tx.query(
            u"SELECT %1 FROM %2 ORDER BY %3"_s.arg(names.join(u", "_s), table.name, order.join(u", "_s)));
        row.run();
        while (row.next()) {
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                const int at = static_cast<int>(i);
                if (row.isNull(at))
                    text += '\x01';
                else if (table.columns[i].kind == Column::Kind::Bytes)
                    text += row.bytes(at).toHex();
                else
                    text += row.text(at).toUtf8();
                text += '\x1f';
            }
            if (text.size() > kPiece) text = sha256(text);
        }
        digests[table.name] = sha256(text);
    }
    return digests;
}

} // namespace sanad
