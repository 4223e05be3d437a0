#include "core/settings/settings_repository.h"
#include "core/settings/settings_service.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

Centre sample()
{
    Centre centre;
    centre.nameAr = u"مركز سند"_s;
    centre.nameEn = u"Sanad centre"_s;
    centre.phone = u"+96824123456"_s;
    return centre;
}

} // namespace

TEST_CASE("What the owner changes of the centre is kept, with who changed it", "[settings]")
{
    auto db = migratedDatabase();
    SettingsService settings(*db);
    const Actor owner = actorWith({Permission::ManageSettings});
    Centre centre = sample();
    centre.nameAr = u"  مركز سند   الخوير "_s;
    centre.hijriOffset = -1;
    must(settings.saveCentre(centre, owner));
    const Centre kept = must(settings.centre(owner));
    CHECK(kept.nameAr == u"مركز سند الخوير"_s);
    CHECK(kept.hijriOffset == -1);
    CHECK(must(db->read([](Tx& tx) -> Result<std::int64_t> {
        auto query = tx.query("SELECT count(*) FROM audit_line WHERE act = 'centre.changed'");
        query.run().next();
        return query.int64(0);
    })) == 1);
}

TEST_CASE("What cannot be right of a centre is refused and changes nothing", "[settings]")
{
    auto db = migratedDatabase();
    SettingsService settings(*db);
    const Actor owner = actorWith({Permission::ManageSettings});
    must(settings.saveCentre(sample(), owner));
    const auto refused = [&](auto change) {
        Centre centre = sample();
        change(centre);
        return refusal(settings.saveCentre(centre, owner)).key;
    };
    CHECK(refused([](Centre& c) { c.nameEn = u" "_s; }) == u"settings.centre-name"_s);
    CHECK(refused([](Centre& c) { c.phone = u"12"_s; }) == u"settings.phone"_s);
    CHECK(refused([](Centre& c) { c.vatin = u"XX"_s; }) == u"settings.vatin"_s);
    CHECK(refused([](Centre& c) {
        c.vatRegistered = true;
        c.vatin = u"OM1100001234"_s;
    }) == u"settings.vat-since"_s);
    Centre registered = sample();
    registered.vatin = u"OM1100001234"_s;
    must(settings.saveCentre(registered, owner));
    CHECK(refused([](Centre& c) { c.vatin.clear(); }) == u"settings.vatin-kept"_s);
    CHECK(refused([](Centre& c) { c.cutOffHour = 13; }) == u"settings.cut-off-hour"_s);
    CHECK(refused([](Centre& c) { c.hijriOffset = 3; }) == u"settings.hijri-offset"_s);
    CHECK(must(settings.centre(owner)) == registered);
}

TEST_CASE("A counter is added once, under a code that a receipt number can carry", "[settings]")
{
    auto db = migratedDatabase();
    SettingsService settings(*db);
    const Actor owner = actorWith({Permission::ManageSettings});
    CHECK(must(settings.addCounter({u" c7 "_s, u"شباك"_s, u"Counter"_s}, owner)).code == u"C7"_s);
    CHECK(refusal(settings.addCounter({u"C7"_s, u"شباك"_s, u"Counter"_s}, owner)).key ==
        u"settings.counter-exists"_s);
    for (const QString& code : {u"7"_s, u"T"_s, u"d"_s}) // transactions and day closes have T and D
        CHECK(refusal(settings.addCounter({code, u"شباك"_s, u"Counter"_s}, owner)).key ==
            u"settings.counter-code"_s);
    CHECK(refusal(settings.addCounter({u"C8"_s, u"شباك"_s, {}}, owner)).key == u"settings.counter-name"_s);
    CHECK(must(settings.counters(owner)).size() == 1);
}

TEST_CASE("Settings are shown to and changed by those who may manage them alone", "[settings]")
{
    auto db = migratedDatabase();
    SettingsService settings(*db);
    const Actor clerk = actorWith({Permission::EditTransactions});
    CHECK(refusal(settings.centre(clerk)).code == ErrorCode::Denied);
    CHECK(refusal(settings.saveCentre(sample(), clerk)).code == ErrorCode::Denied);
    CHECK(refusal(settings.counters(clerk)).code == ErrorCode::Denied);
    CHECK(refusal(settings.addCounter({u"C7"_s, u"شباك"_s, u"Counter"_s}, clerk)).code == ErrorCode::Denied);
}
