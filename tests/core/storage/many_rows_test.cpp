#include "core/storage/many_rows.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

std::unique_ptr<Database> withSums()
{
    auto db = migratedDatabase();
    tamper(*db, u"CREATE TABLE sum_of (id BIGINT NOT NULL PRIMARY KEY, name TEXT, amount BIGINT)"_s);
    return db;
}

QStringList sumsOf(Database& db)
{
    return must(db.read([](Tx& tx) -> Result<QStringList> {
        QStringList list;
        auto query = tx.query("SELECT name, amount FROM sum_of ORDER BY id");
        query.run();
        while (query.next())
            list << query.text(0) + u' ' + QString::number(query.int64(1));
        return list;
    }));
}

} // namespace

TEST_CASE("Rows written together are the rows written one by one, in three statements at most", "[storage]")
{
    const auto db = withSums();
    constexpr auto kAdd = R"(
        INSERT INTO sum_of (id, name, amount) VALUES (:id, :name, :amount)
        ON CONFLICT (id) DO UPDATE SET amount = sum_of.amount + excluded.amount)";
    const auto write = [&](int rows) {
        must(db->write([&](Tx& tx) -> Result<> {
            writeRows(tx, kAdd, static_cast<std::size_t>(rows), [](RowBinds& row, std::size_t i) {
                row.bind(":id", static_cast<int>(i)).bind(":name", u"س%1"_s.arg(i)).bind(":amount", 10);
            });
            return {};
        }));
    };
    const auto before = db->counters().prepared;
    for (const int rows : {0, 7, 6, 1})
        write(rows);
    CHECK(db->counters().prepared - before == (db->onServer() ? 3 : 1));
    CHECK(sumsOf(*db) ==
        QStringList{u"س0 30"_s, u"س1 20"_s, u"س2 20"_s, u"س3 20"_s, u"س4 20"_s, u"س5 20"_s, u"س6 10"_s});
}

TEST_CASE("A row may hold brackets of its own", "[storage]")
{
    const auto db = withSums();
    must(db->write([&](Tx& tx) -> Result<> {
        writeRows(tx,
            "INSERT INTO sum_of (id, name, amount) "
            "VALUES (CAST(:id AS BIGINT), :name, (CAST(:amount AS BIGINT) + 1) * 2) ON CONFLICT (id) DO "
            "NOTHING",
            5, [](RowBinds& row, std::size_t i) {
                row.bind(":id", static_cast<int>(i))
                    .bind(":name", u"س%1"_s.arg(i))
                    .bind(":amount", 10 * static_cast<int>(i));
            });
        return {};
    }));
    CHECK(sumsOf(*db) == QStringList{u"س0 2"_s, u"س1 22"_s, u"س2 42"_s, u"س3 62"_s, u"س4 82"_s});
}
