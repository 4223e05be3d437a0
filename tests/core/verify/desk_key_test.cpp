#include "core/verify/verify.h"
#include "tests/core/till_fixture/till.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QStringList breachesOf(Database& db)
{
    QStringList list;
    for (const Breach& one : must(verifyCentre(db)))
        list << one.where + u": "_s + one.what;
    return list;
}

} // namespace

TEST_CASE("A signing key that was put into the database by hand is named", "[verify]")
{
    Till till;
    CHECK(breachesOf(*till.db) == QStringList());
    must(till.db->write([](Tx& tx) -> Result<> {
        tx.query("INSERT INTO desk_key (id, branch_id, public_key, sealed_secret, created_at) "
                 "VALUES (7, 1, :key, :key, '2026-11-22T08:00:00.000Z')")
            .bind(":key", SigningKey::create().publicKey)
            .run();
        return {};
    }));
    CHECK(breachesOf(*till.db) == QStringList{u"desk_key 7: has no audit line"_s});
}

TEST_CASE("A counter that was added or renamed by hand is named", "[verify]")
{
    Till till;
    must(till.db->write([](Tx& tx) -> Result<> {
        SettingsRepository(tx).addCounter({u"C1"_s, u"الشباك 1"_s, u"Counter 1"_s});
        return {};
    }));
    CHECK(breachesOf(*till.db) == QStringList());
    SECTION("added")
    {
        tamper(*till.db,
            u"INSERT INTO counter (id, branch_id, code, name_ar, name_en, active) VALUES (7, 1, 'C9', 'x', 'x', 1)"_s);
        CHECK(breachesOf(*till.db) == QStringList{u"counter 7: has no audit line"_s});
    }
    SECTION("renamed")
    {
        tamper(*till.db, u"UPDATE counter SET name_en = 'x'"_s);
        REQUIRE(breachesOf(*till.db).size() == 1);
        CHECK(breachesOf(*till.db).front().endsWith(u": was changed"_s));
    }
}
