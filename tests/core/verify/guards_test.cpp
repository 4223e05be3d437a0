#include "core/verify/verify.h"
#include "tests/support/test_support.h"

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
