#include "core/catalogue/own_catalogue.h"
#include "core/catalogue/pack_service.h"
#include "core/demo_pack/demo_pack.h"
#include "core/verify/verify.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const QDate kDay(2026, 11, 22);

std::unique_ptr<Database> centreWithCatalogue()
{
    auto db = migratedDatabase();
    must(PackService(*db).apply(demonstrationPack(), anyone()));
    OwnCatalogue own(*db);
    OwnService service;
    service.code = u"OWN-LAMINATE"_s;
    service.nameAr = u"تغليف"_s;
    service.nameEn = u"Lamination"_s;
    service.agency = u"ROP"_s;
    service.governmentFee = std::nullopt;
    service.validFrom = kDay;
    must(own.saveService(service, {service.code, kDay, Money::fromBaisa(300), {}}, anyone()));
    must(own.setPrice({u"ROP-COND-OM"_s, kDay, Money::fromBaisa(2500), Money::fromBaisa(4000)}, anyone()));
    must(PackService(*db).confirmPublisher(QByteArray(32, 'k'), u"Somebody"_s, anyone()));
    return db;
}

QStringList breachesOf(Database& db)
{
    QStringList breaches;
    for (const auto& breach : must(verifyCentre(db)))
        breaches << breach.invariant + u' ' + breach.where + u' ' + breach.what;
    return breaches;
}

/// What the triggers stop, done by somebody who first removes them.
void tamperPast(Database& db, const QString& table, const QString& sql)
{
    if (db.onServer())
        tamper(db, u"ALTER TABLE %1 DISABLE TRIGGER USER"_s.arg(table));
    else
        for (const auto& guard : {u"_no_update"_s, u"_no_delete"_s, u"_no_replace"_s})
            tamper(db, u"DROP TRIGGER "_s + table + guard);
    tamper(db, sql);
}

} // namespace

TEST_CASE("A catalogue that nobody tampered with verifies clean", "[verify]")
{
    const auto db = centreWithCatalogue();
    const auto breaches = breachesOf(*db);
    INFO(breaches.join(u'\n').toStdString());
    CHECK(breaches.isEmpty());
}

TEST_CASE("A pack, a price, a service or a publisher changed in the database is found and named", "[verify]")
{
    const auto db = centreWithCatalogue();
    SECTION("the pack's file")
    {
        tamperPast(*db, u"content_pack"_s, u"UPDATE content_pack SET file = publisher"_s);
        CHECK(breachesOf(*db).join(u'\n').contains(u"content_pack"_s));
    }
    SECTION("a price")
    {
        tamperPast(*db, u"own_price"_s,
            u"UPDATE own_price SET service_baisa = 9000 WHERE service = 'ROP-COND-OM'"_s);
        CHECK(breachesOf(*db).join(u'\n').contains(u"own_price"_s));
    }
    SECTION("a service")
    {
        tamper(*db, u"UPDATE own_service SET government_baisa = 5000"_s);
        CHECK(breachesOf(*db).join(u'\n').contains(u"own_service"_s));
    }
    SECTION("a publisher that nobody confirmed")
    {
        tamper(*db, u"DELETE FROM pack_publisher"_s);
        CHECK(breachesOf(*db).join(u'\n').contains(u"pack_publisher"_s));
    }
    SECTION("a rollback that nobody did")
    {
        tamper(*db,
            u"INSERT INTO pack_step (id, branch_id, pack_id, act, at, staff_id) "
            "SELECT id + 1, branch_id, pack_id, 'rolled_back', at, staff_id FROM pack_step"_s);
        CHECK(breachesOf(*db).join(u'\n').contains(u"pack_step"_s));
    }
}
