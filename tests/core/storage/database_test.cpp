#include "core/storage/durable_files.h"
#include "tests/support/test_support.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

Result<> makeNotes(Database& db)
{
    return db.write([](Tx& tx) -> Result<> {
        tx.execute(
            u"CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, body TEXT, raw BYTEA, price BIGINT)"_s);
        return {};
    });
}

Result<> addNote(Database& db, std::int64_t id, const QString& body)
{
    return db.write([&](Tx& tx) -> Result<> {
        tx.query("INSERT INTO note (id, body, raw, price) VALUES (:id, :body, :raw, :price)")
            .bind(":id", id)
            .bind(":body", body)
            .bind(":raw", QByteArray("\0\xff", 2))
            .bind(":price", Money::fromBaisa(1500))
            .run();
        return {};
    });
}

int countNotes(Database& db)
{
    return *db.read([](Tx& tx) -> Result<int> {
        auto query = tx.query("SELECT count(*) FROM note");
        query.run().next();
        return query.int32(0);
    });
}

} // namespace

TEST_CASE("Every kind of value comes back as it went in", "[storage]")
{
    const auto db = migratedDatabase();
    REQUIRE(makeNotes(*db));
    REQUIRE(addNote(*db, 1, u"سالم 'بن' حمد ?:x"_s));
    const auto read = db->read([](Tx& tx) -> Result<> {
        auto query = tx.query("SELECT body, raw, price, NULL FROM note WHERE id = :id");
        query.bind(":id", 1).run();
        REQUIRE(query.next());
        CHECK(query.text(0) == u"سالم 'بن' حمد ?:x"_s);
        CHECK(query.bytes(1) == QByteArray("\0\xff", 2));
        CHECK(query.money(2) == Money::fromBaisa(1500));
        CHECK(query.isNull(3));
        CHECK_FALSE(query.next());
        return {};
    });
    CHECK(read);
}

TEST_CASE("A refused write leaves nothing behind", "[storage]")
{
    const auto db = migratedDatabase();
    REQUIRE(makeNotes(*db));
    const auto refused = db->write([](Tx& tx) -> Result<> {
        tx.query("INSERT INTO note (id, body) VALUES (1, 'x')").run();
        return Error{ErrorCode::Invalid, u"test.refused"_s, {}, {}};
    });
    CHECK(refusal(refused).key == u"test.refused"_s);
    CHECK(countNotes(*db) == 0);
}

TEST_CASE("A broken constraint is a conflict and rolls the whole write back", "[storage]")
{
    const auto db = migratedDatabase();
    REQUIRE(makeNotes(*db));
    REQUIRE(addNote(*db, 1, u"x"_s));
    const auto refused = db->write([](Tx& tx) -> Result<> {
        tx.query("INSERT INTO note (id, body) VALUES (2, 'y')").run();
        tx.query("INSERT INTO note (id, body) VALUES (1, 'z')").run();
        return {};
    });
    CHECK(refusal(refused).code == ErrorCode::Conflict);
    CHECK(countNotes(*db) == 1);
}

TEST_CASE("A statement is prepared once however often it runs", "[storage]")
{
    const auto db = migratedDatabase();
    REQUIRE(makeNotes(*db));
    REQUIRE(addNote(*db, 1, u"x"_s));
    const auto before = db->counters().prepared;
    for (int i = 2; i < 50; ++i)
        REQUIRE(addNote(*db, i, u"x"_s));
    CHECK(db->counters().prepared == before);
}

TEST_CASE("What changed is told once, after the commit, and never for a refused write", "[storage]")
{
    const auto db = migratedDatabase();
    QStringList told;
    bool durable = false;
    db->onChanged([&](const QStringList& topics) { told += topics; });
    REQUIRE(db->write([&](Tx& tx) -> Result<> {
        tx.touched(u"notes"_s);
        tx.touched(u"notes"_s);
        tx.afterCommit([&] { durable = true; });
        CHECK_FALSE(durable);
        return {};
    }));
    CHECK(durable);
    CHECK(told == QStringList{u"notes"_s});
    REQUIRE_FALSE(db->write([&](Tx& tx) -> Result<> {
        tx.touched(u"other"_s);
        return Error{ErrorCode::Invalid, u"test.refused"_s, {}, {}};
    }));
    CHECK(told.size() == 1);
}

TEST_CASE("A locked desk opens no sealed column", "[storage]")
{
    const auto db = migratedDatabase();
    db->lock();
    const auto sealed =
        db->read([](Tx& tx) -> Result<QByteArray> { return tx.vault().seal(u"t", u"c", 1, u"x"_s); });
    CHECK(refusal(sealed).key == u"vault.locked"_s);
}

TEST_CASE("An append-only row can be neither changed, deleted nor replaced", "[storage]")
{
    const auto db = migratedDatabase();
    const QString line = u"INSERT INTO audit_line VALUES (1, 1, 't', NULL, 'a', 'C1', 'x.y', 1, '{}', 'h')"_s;
    if (!db->onServer())
        tamper(*db, line);
    else
        tamper(*db, u"INSERT INTO audit_line VALUES (1, 1, 't', NULL, 'a', 'C1', 'x.y', 1, '{}', '\\x00')"_s);
    CHECK_THROWS_AS(tamper(*db, u"UPDATE audit_line SET actor = 'b'"_s), DbError);
    CHECK_THROWS_AS(tamper(*db, u"DELETE FROM audit_line"_s), DbError);
    if (!db->onServer())
        CHECK_THROWS_AS(tamper(*db, QString(line).replace("INSERT"_L1, "INSERT OR REPLACE"_L1)), DbError);
    else
        CHECK_THROWS_AS(tamper(*db, u"TRUNCATE audit_line"_s), DbError);
}

TEST_CASE("The pragmas of a file hold on every connection, the reading one too", "[storage]")
{
    QTemporaryDir folder;
    const DataLocation here{folder.path(), {}};
    must(Database::open(here, OpenMode::Create));
    for (const OpenMode mode : {OpenMode::Write, OpenMode::ReadOnly}) {
        const auto db = must(Database::open(here, mode));
        for (const auto& [pragma, wanted] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"journal_mode", "wal"}, {"synchronous", "2"}, {"foreign_keys", "1"},
                 {"recursive_triggers", "1"}, {"wal_autocheckpoint", "4000"}, {"cache_size", "-16384"},
                 {"temp_store", "2"}, {"trusted_schema", "0"}, {"cell_size_check", "1"},
                 {"secure_delete", "1"}, {"mmap_size", "0"}, {"page_size", "4096"}}) {
            INFO(pragma);
            const auto value = db->read([&](Tx& tx) -> Result<QString> {
                auto query = tx.query(u"PRAGMA "_s + QLatin1StringView(pragma));
                query.run().next();
                return query.text(0);
            });
            CHECK(must(value) == QLatin1StringView(wanted));
        }
    }
}

TEST_CASE("One process holds a data folder; others read beside it and the second writer is told", "[storage]")
{
    QTemporaryDir folder;
    const DataLocation here{folder.path(), {}};
    CHECK(refusal(Database::open(here, OpenMode::Write)).key == u"storage.not-found"_s);
    auto holder = must(Database::open(here, OpenMode::Create));
    REQUIRE(makeNotes(*holder));
    CHECK(refusal(Database::open(here, OpenMode::Write)).key == u"storage.in-use"_s);

    const auto reader = must(Database::open(here, OpenMode::ReadOnly));
    CHECK(countNotes(*reader) == 0);
    CHECK(refusal(addNote(*reader, 1, u"x"_s)).key == u"storage.read-only"_s);
    holder.reset();
    CHECK(Database::open(here, OpenMode::Write));
}

TEST_CASE("A lock file that no living process holds keeps nobody out", "[storage][kill]")
{
    QTemporaryDir folder;
    const DataLocation here{folder.path(), {}};
    const auto leaveLock = [&](const QByteArray& content) {
        QFile file(folder.filePath(u"sanad.lock"_s));
        REQUIRE(file.open(QFile::WriteOnly));
        file.write(content);
    };
    leaveLock({}); // killed, or without power, before it wrote its name
    CHECK(Database::open(here, OpenMode::Create));
    leaveLock("1\nsanad-desk\nan-older-name-of-this-pc\n");
    CHECK(Database::open(here, OpenMode::Write));
    leaveLock(QByteArray::number(QCoreApplication::applicationPid()) +
        "\nanother-program\n\n"); // its number is in use again
    CHECK(Database::open(here, OpenMode::Write));
}

TEST_CASE("A data folder and its file are their owner's alone", "[storage]")
{
    QTemporaryDir folder;
    const QString data = folder.filePath(u"centre"_s);
    const auto db = must(Database::open({data, {}}, OpenMode::Create));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString& path : {data, data + u"/sanad.db"_s, data + u"/sanad.db-wal"_s})
        CHECK((QFile::permissions(path) & others) == QFile::Permissions());
}

TEST_CASE("A copy of the data is its owner's alone from its first byte", "[storage]")
{
    QTemporaryDir folder;
    const DataLocation here{folder.path(), {}};
    auto db = must(Database::open(here, OpenMode::Create));
    must(db->write([](Tx& tx) -> Result<> {
        tx.execute(u"CREATE TABLE much (content TEXT)"_s);
        tx.query("INSERT INTO much (content) VALUES (:content)")
            .bind(":content", QString(32 * 1024 * 1024, u'x'))
            .run();
        return {};
    }));
    const QString copy = folder.filePath(u"copy.db"_s);
    constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    std::atomic<bool> done{false}, readable{false};
    std::thread onlooker([&] {
        while (!done)
            if (QFile::permissions(copy) & kOthers) readable = true;
    });
    const auto copied = copySqlite(here, copy);
    done = true;
    onlooker.join();
    must(copied);
    CHECK(QFileInfo(copy).size() > 32 * 1024 * 1024);
    CHECK_FALSE(readable);
    CHECK_FALSE(copySqlite(here, copy)); // nothing that is there is written over
}

TEST_CASE("A newer program's data is politely refused and left as it is", "[storage]")
{
    QTemporaryDir folder;
    const DataLocation here{folder.path(), {}};
    {
        auto db = must(Database::open(here, OpenMode::Create));
        tamper(*db, u"INSERT INTO schema_version (version, name, applied_at) VALUES (9999, 'later', 't')"_s);
    }
    CHECK(refusal(Database::open(here, OpenMode::Write)).key == u"storage.newer"_s);
    CHECK(refusal(Database::open(here, OpenMode::ReadOnly)).key == u"storage.newer"_s);
}

TEST_CASE("A file that is no database is said to be damaged", "[storage]")
{
    QTemporaryDir folder;
    QFile file(QDir(folder.path()).filePath(u"sanad.db"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    CHECK(refusal(Database::open({folder.path(), {}}, OpenMode::Write)).key == u"storage.damaged"_s);
}

TEST_CASE("A server that was restarted is connected to again by the next act", "[storage]")
{
    const auto db = migratedDatabase();
    if (!db->onServer()) return; // SQLite has no server to lose
    REQUIRE(makeNotes(*db));
    const auto ended = db->read([](Tx& tx) -> Result<> {
        tx.query("SELECT pg_terminate_backend(pg_backend_pid())").run();
        return {};
    });
    CHECK_FALSE(ended);
    CHECK(addNote(*db, 1, u"after"_s));
    CHECK(countNotes(*db) == 1);
}

TEST_CASE("An unknown option of a server's address is refused, not ignored", "[storage]")
{
    const DataLocation server{{}, u"postgresql://desk@127.0.0.1:1/sanad?sslmod=require"_s};
    CHECK(refusal(Database::open(server, OpenMode::Write)).key == u"storage.server-option"_s);
}
