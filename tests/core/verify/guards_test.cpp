#include "core/storage/schema.h"
#include "core/verify/checks.h"
#include "tests/support/test_support.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QStringList breachesAfter(const QStringList& statements)
{
    const auto db = migratedDatabase();
    for (const QString& sql : statements)
        tamper(*db, sql);
    QStringList list;
    for (const Breach& one : must(verifyCentre(*db)))
        list << one.invariant + u' ' + one.where + u": "_s + one.what;
    return list;
}

QStringList changed(const QString& trigger)
{
    return {u"no-edit ledger_entry: trigger %1 is missing or changed"_s.arg(trigger)};
}

} // namespace

TEST_CASE("A guard that stands and does not refuse is named", "[verify]")
{
    if (migratedDatabase()->onServer()) {
        const auto remade = [](const QString& event, const QString& when) {
            return breachesAfter({u"DROP TRIGGER ledger_entry_no_change ON ledger_entry"_s,
                u"CREATE TRIGGER ledger_entry_no_change BEFORE %1 ON ledger_entry FOR EACH ROW %2 "
                "EXECUTE FUNCTION refuse_change()"_s.arg(event, when)});
        };
        CHECK(remade(u"UPDATE OR DELETE"_s, {}) == QStringList());
        CHECK(remade(u"UPDATE"_s, {}) == changed(u"ledger_entry_no_change"_s));
        CHECK(remade(u"UPDATE OR DELETE"_s, u"WHEN (false)"_s) == changed(u"ledger_entry_no_change"_s));
        CHECK(breachesAfter({u"ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_no_truncate"_s}) ==
            changed(u"ledger_entry_no_truncate"_s));
        const QStringList hollow =
            breachesAfter({u"CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
                           "$$ BEGIN IF false THEN RAISE EXCEPTION 'append-only %', TG_TABLE_NAME; END IF; "
                           "RETURN NEW; END $$"_s});
        CHECK(hollow.contains(changed(u"ledger_entry_no_change"_s).front()));
        return;
    }
    const auto remade = [](const QString& name, const QString& event, const QString& when) {
        return breachesAfter({u"DROP TRIGGER "_s + name,
            u"CREATE TRIGGER %1 BEFORE %2 ON ledger_entry %3 BEGIN "
            "SELECT RAISE(ABORT, 'append-only ledger_entry'); END"_s.arg(name, event, when)});
    };
    const auto update = u"ledger_entry_no_update"_s, replace = u"ledger_entry_no_replace"_s;
    CHECK(remade(update, u"UPDATE"_s, {}) == QStringList());
    CHECK(remade(update, u"UPDATE"_s, u"WHEN 0"_s) == changed(update));
    CHECK(remade(update, u"UPDATE OF business_day"_s, {}) == changed(update));
    CHECK(remade(replace, u"INSERT"_s, u"WHEN 0"_s) == changed(replace));
}

TEST_CASE(
    "Every trigger that the migrations make is missed, and one that they do not make is named", "[verify]")
{
    const bool onServer = migratedDatabase()->onServer();
    const auto all = migratedTriggers(onServer);
    CHECK(all.size() > 40);
    CHECK(std::ranges::any_of(all, [](const SchemaPart& one) { return one.table == "day_close"_L1; }));
    const auto db = migratedDatabase();
    QStringList expected;
    for (const SchemaPart& one : all) {
        INFO(one.name.toStdString());
        tamper(*db, u"DROP TRIGGER "_s + one.name + (onServer ? u" ON "_s + one.table : QString()));
        expected << u"no-edit %1: trigger %2 is missing or changed"_s.arg(one.table, one.name);
    }
    QStringList found;
    for (const Breach& one : must(db->read([](Tx& tx) -> Result<std::vector<Breach>> {
             Breaches breaches;
             checkTriggers(tx, breaches);
             return breaches.take();
         })))
        found << one.invariant + u' ' + one.where + u": "_s + one.what;
    CHECK(found == expected);

    const QString planted = onServer
        ? u"CREATE TRIGGER quiet BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION refuse_change()"_s
        : u"CREATE TRIGGER quiet AFTER INSERT ON customer BEGIN DELETE FROM customer WHERE id = NEW.id - 1; END"_s;
    CHECK(breachesAfter({planted}) ==
        QStringList(u"no-edit customer: trigger quiet is none of the product's"_s));
}

TEST_CASE("What a server can be told that makes the guards void is named", "[verify]")
{
    if (!migratedDatabase()->onServer()) return;
    CHECK(breachesAfter({u"CREATE RULE quiet AS ON DELETE TO audit_line DO INSTEAD NOTHING"_s}) ==
        QStringList(u"no-edit audit_line: rule quiet is none of the product's"_s));
    CHECK(breachesAfter({u"CREATE RULE also AS ON INSERT TO receipt DO ALSO DELETE FROM customer"_s}) ==
        QStringList(u"no-edit receipt: rule also is none of the product's"_s));
    CHECK(breachesAfter({u"ALTER TABLE receipt ENABLE ROW LEVEL SECURITY"_s,
              u"CREATE POLICY few ON receipt USING (total_baisa < 1000)"_s}) ==
        QStringList({u"no-edit receipt: policy few is none of the product's"_s,
            u"no-edit receipt: row security is switched on"_s}));
    CHECK(breachesAfter({u"ALTER TABLE privacy_breach_person DISABLE TRIGGER ALL"_s}) ==
        QStringList(u"no-edit privacy_breach_person: a foreign key of it is not watched"_s));
    const auto off =
        u"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET session_replication_role = replica', "
        "current_database()); END $$"_s;
    CHECK(breachesAfter({off}) ==
        QStringList(u"no-edit session_replication_role: triggers are told to rest"_s));
}

TEST_CASE("A planted trigger is named whatever it is called", "[verify]")
{
    if (migratedDatabase()->onServer()) return; // there a trigger has no name that hides it
    const auto planted = [](const QString& name) {
        return u"CREATE TRIGGER %1 AFTER INSERT ON audit_line BEGIN DELETE FROM customer; END"_s.arg(name);
    };
    const auto named = [](const QString& name) {
        return QStringList(u"no-edit audit_line: trigger %1 is none of the product's"_s.arg(name));
    };
    // As SQLite calls what is its own.
    CHECK(breachesAfter({u"PRAGMA writable_schema = ON"_s, planted(u"sqlite_quiet"_s)}) ==
        named(u"sqlite_quiet"_s));
    // As an index of the same table, which stands behind it again.
    const auto db = migratedDatabase();
    const QString index = must(db->read([](Tx& tx) -> Result<QString> {
        auto query = tx.query("SELECT sql FROM sqlite_master WHERE name = 'audit_people'");
        query.run().next();
        return query.text(0);
    }));
    CHECK(breachesAfter({u"DROP INDEX audit_people"_s, planted(u"audit_people"_s), index}) ==
        named(u"audit_people"_s));
}

TEST_CASE("A table without its CHECK, an index that is gone and a table beside ours are named in a file",
    "[verify]")
{
    if (migratedDatabase()->onServer()) return;
    CHECK(breachesAfter({u"DROP INDEX audit_people"_s}) ==
        QStringList(u"no-edit audit_line: index audit_people is missing or changed"_s));
    CHECK(breachesAfter({u"CREATE TABLE aside (id INTEGER)"_s}) ==
        QStringList(u"no-edit aside: table aside is none of the product's"_s));
    CHECK(breachesAfter({u"ALTER TABLE customer ADD COLUMN aside TEXT"_s}) ==
        QStringList(u"no-edit customer: table customer is missing or changed"_s));
}
