#include "core/storage/schema.h"
#include "core/storage/server_role.h"
#include "tests/support/test_support.h"

#include <QRandomGenerator>
#include <QUrl>

#include <set>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// The tables that the migrations of a server make append-only.
std::set<QString> appendOnlyTables()
{
    std::set<QString> tables;
    for (const SchemaPart& trigger : migratedTriggers(true))
        if (trigger.name == trigger.table + u"_no_change"_s) tables.insert(trigger.table);
    return tables;
}

} // namespace

TEST_CASE("On a file there is no role to grant to", "[storage]")
{
    const auto db = migratedDatabase();
    if (db->onServer()) return;
    CHECK(refusal(grantDesk(*db, u"sanad_desk"_s)).key == u"storage.not-a-server");
}

TEST_CASE(
    "The desk's role on a server owns nothing: it adds and reads, and cannot edit, empty or unguard what is "
    "append-only",
    "[storage][tamper]")
{
    const auto owner = migratedDatabase();
    if (!owner->onServer()) return;
    CHECK(refusal(grantDesk(*owner, u"Robert'; DROP"_s)).key == u"storage.role-name");
    CHECK(refusal(grantDesk(*owner, u"nobody_of_that_name"_s)).key == u"storage.role-unknown");

    const QString role = u"desk_%1"_s.arg(QRandomGenerator::global()->generate());
    must(owner->write([&](Tx& tx) -> Result<> {
        tx.execute(u"CREATE ROLE %1 LOGIN"_s.arg(role));
        return {};
    }));
    must(grantDesk(*owner, role));
    must(grantDesk(*owner, role)); // again, as after an upgrade

    QUrl url(owner->location().server);
    url.setUserName(role);
    auto desk = must(Database::open(DataLocation{{}, url.toString()}, OpenMode::Write));
    const QString line =
        u"INSERT INTO audit_line VALUES (1, 1, 't', NULL, 'a', 'C1', 'x.y', 1, '{}', '\\x00')"_s;
    tamper(*desk, line);
    tamper(*desk, u"INSERT INTO setting VALUES (1, 'a.b', 'c')"_s);
    tamper(*desk, u"UPDATE setting SET value = 'd'"_s);
    for (const QString& forbidden : {u"UPDATE audit_line SET actor = 'b'"_s, u"DELETE FROM audit_line"_s,
             u"TRUNCATE audit_line"_s, u"TRUNCATE setting"_s, u"ALTER TABLE audit_line DISABLE TRIGGER ALL"_s,
             u"DROP TABLE audit_line"_s, u"ALTER TABLE audit_line ADD COLUMN x BIGINT"_s,
             u"CREATE TABLE mine (x BIGINT)"_s, u"UPDATE schema_version SET version = 1"_s,
             u"SET session_replication_role = replica"_s}) {
        CAPTURE(forbidden);
        CHECK_THROWS_AS(tamper(*desk, forbidden), DbError);
    }
    // Whoever works with people sets their passwords; nobody is deleted.
    tamper(*desk, u"UPDATE staff SET active = active"_s);
    const auto tables = appendOnlyTables();
    CHECK(tables.size() > 20);
    for (const QString& table : tables) {
        tamper(*desk, u"SELECT 1 FROM "_s + table);
        for (const QString& forbidden : {u"UPDATE %1 SET id = id"_s, u"DELETE FROM %1"_s,
                 u"TRUNCATE %1 CASCADE"_s, u"ALTER TABLE %1 DISABLE TRIGGER ALL"_s}) {
            CAPTURE(table, forbidden);
            CHECK_THROWS_AS(tamper(*desk, forbidden.arg(table)), DbError);
        }
    }
    CHECK(refusal(desk->compact({u"setting"_s})).key == u"storage.not-owner");
    desk.reset();
    must(owner->compact({u"setting"_s}));
    must(owner->write([&](Tx& tx) -> Result<> {
        tx.execute(u"DROP OWNED BY %1"_s.arg(role));
        tx.execute(u"DROP ROLE %1"_s.arg(role));
        return {};
    }));
}

TEST_CASE(
    "A server that refuses a role, one without the database, and one that does not answer are told apart",
    "[storage]")
{
    const auto owner = migratedDatabase();
    if (!owner->onServer()) return;
    const QUrl known(owner->location().server);
    const QString database = known.path().mid(1);
    const QString secret = u"secret-of-the-role"_s;
    const auto told = [&](const QUrl& url) {
        const Error error = refusal(Database::open(DataLocation{{}, url.toString()}, OpenMode::ReadOnly));
        CHECK(error.code == ErrorCode::Unreachable);
        CHECK_FALSE((error.args.join(u' ') + error.detail).contains(secret));
        return error.key;
    };
    const auto as = [&](const QString& role, const QString& password = {}) {
        QUrl url = known;
        url.setUserName(role);
        url.setPassword(password);
        return url;
    };
    const QString noLogin = u"no_login_%1"_s.arg(QRandomGenerator::global()->generate());
    const QString noRights = u"no_rights_%1"_s.arg(QRandomGenerator::global()->generate());
    const QString withPassword = u"sanad_with_password"_s; // tools/with-postgres asks it for one
    for (const QString& sql :
        {u"CREATE ROLE %1 NOLOGIN"_s.arg(noLogin), u"CREATE ROLE %1 LOGIN"_s.arg(noRights),
            u"CREATE ROLE %1 LOGIN PASSWORD '%2'"_s.arg(withPassword, secret + u'x')})
        tamper(*owner, sql);
    CHECK(told(as(noLogin)) == u"storage.server-refuses");
    CHECK(told(as(u"nobody_of_that_name"_s)) == u"storage.server-refuses");
    CHECK(told(as(withPassword, secret)) == u"storage.server-refuses");
    CHECK(told(as(noRights)) == u"storage.server-rights");
    tamper(*owner, u"REVOKE CONNECT ON DATABASE %1 FROM PUBLIC"_s.arg(database));
    CHECK(told(as(noRights)) == u"storage.server-refuses");

    QUrl elsewhere = known;
    elsewhere.setPath(u"/no_such_database"_s);
    CHECK(told(elsewhere) == u"storage.no-database");
    elsewhere.setPort(1);
    CHECK(told(elsewhere) == u"storage.server-unreachable");
    for (const QString& role : {noLogin, noRights, withPassword})
        tamper(*owner, u"DROP ROLE "_s + role);
}
