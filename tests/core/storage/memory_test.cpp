#include "tests/support/test_support.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

struct Note {
    int value = 0;
};

Result<> makeTable(Database& db)
{
    return db.write([](Tx& tx) -> Result<> {
        tx.execute(u"CREATE TABLE kept (id BIGINT NOT NULL PRIMARY KEY)"_s);
        return {};
    });
}

void add(Tx& tx, std::int64_t id)
{
    tx.query("INSERT INTO kept (id) VALUES (:id)").bind(":id", id).run();
}

std::int64_t count(Database& db)
{
    return must(db.read([](Tx& tx) -> Result<std::int64_t> {
        auto query = tx.query("SELECT count(*) FROM kept");
        query.run().next();
        return query.int64(0);
    }));
}

} // namespace

TEST_CASE("What is remembered of a transaction ends with it, of a connection it stays", "[storage]")
{
    const auto db = migratedDatabase();
    must(db->write([](Tx& tx) -> Result<> {
        tx.memory().of<Note>().value = 1;
        tx.connectionMemory().of<Note>().value = 2;
        CHECK(tx.memory().of<Note>().value == 1);
        return {};
    }));
    CHECK_FALSE(db->write([](Tx& tx) -> Result<> {
        CHECK(tx.memory().of<Note>().value == 0);
        CHECK(tx.connectionMemory().of<Note>().value == 2);
        tx.memory().of<Note>().value = 3;
        return Error{ErrorCode::Invalid, u"money.out-of-range"_s, {}, {}};
    }));
    must(db->read([](Tx& tx) -> Result<> {
        CHECK(tx.memory().of<Note>().value == 0);
        return {};
    }));
}

TEST_CASE("What is left for the end of a transaction is written in its commit, and never when it fails",
    "[storage]")
{
    const auto db = migratedDatabase();
    REQUIRE(makeTable(*db));
    must(db->write([](Tx& tx) -> Result<> {
        tx.beforeCommit([&tx] { add(tx, 1); });
        return {};
    }));
    CHECK(count(*db) == 1);
    CHECK_FALSE(db->write([](Tx& tx) -> Result<> {
        tx.beforeCommit([&tx] { add(tx, 2); });
        return Error{ErrorCode::Invalid, u"money.out-of-range"_s, {}, {}};
    }));
    CHECK(count(*db) == 1);
    // It fails itself: everything of the transaction is gone.
    const auto refused = db->write([](Tx& tx) -> Result<> {
        add(tx, 3);
        tx.beforeCommit([&tx] { add(tx, 1); });
        return {};
    });
    CHECK(refusal(refused).key == u"storage.constraint");
    CHECK(count(*db) == 1);
}

TEST_CASE("A commit of another connection is noticed, an own one is not", "[storage]")
{
    const QTemporaryDir folder;
    const auto writer = must(Database::open({folder.path(), {}}, OpenMode::Create));
    const auto reader = must(Database::open({folder.path(), {}}, OpenMode::ReadOnly));
    const auto version = [](Database& db) {
        return must(
            db.read([](Tx& tx) -> Result<std::optional<std::int64_t>> { return tx.foreignChanges(); }));
    };
    const auto before = version(*reader), own = version(*writer);
    REQUIRE(before);
    REQUIRE(makeTable(*writer));
    CHECK(version(*reader) != before);
    CHECK(version(*writer) == own);
}

TEST_CASE(
    "A statement may be run again with other values, also before its rows were read to the end", "[storage]")
{
    const auto db = migratedDatabase();
    REQUIRE(makeTable(*db));
    must(db->write([](Tx& tx) -> Result<> {
        auto insert = tx.query("INSERT INTO kept (id) VALUES (:id)");
        for (std::int64_t id = 1; id <= 3; ++id)
            CHECK(insert.bind(":id", id).run().affected() == 1);
        auto above = tx.query("SELECT id FROM kept WHERE id > :id ORDER BY id");
        above.bind(":id", 0).run();
        REQUIRE(above.next());
        CHECK(above.int64(0) == 1);
        above.bind(":id", 2).run();
        REQUIRE(above.next());
        CHECK(above.int64(0) == 3);
        CHECK_FALSE(above.next());
        CHECK_FALSE(above.next());
        return {};
    }));
}

TEST_CASE("Empty text, empty bytes and nothing at all are told apart", "[storage]")
{
    const auto db = migratedDatabase();
    must(db->write([](Tx& tx) -> Result<> {
        tx.execute(u"CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, body TEXT, raw BYTEA)"_s);
        auto insert = tx.query("INSERT INTO thing (id, body, raw) VALUES (:id, :body, :raw)");
        insert.bind(":id", 1).bind(":body", QString()).bind(":raw", QByteArray()).run();
        insert.bind(":id", 2).bindNull(":body").bindNull(":raw").run();
        insert.bind(":id", 3).bind(":body", u"a\U0001F600ب"_s).bind(":raw", QByteArray(1, '\0')).run();
        auto read = tx.query("SELECT body, raw FROM thing ORDER BY id");
        REQUIRE(read.run().next());
        CHECK_FALSE(read.isNull(0));
        CHECK_FALSE(read.isNull(1));
        CHECK(read.text(0).isEmpty());
        REQUIRE(read.next());
        CHECK(read.isNull(0));
        CHECK(read.isNull(1));
        REQUIRE(read.next());
        CHECK(read.text(0) == u"a\U0001F600ب"_s);
        CHECK(read.bytes(1) == QByteArray(1, '\0'));
        return {};
    }));
}
