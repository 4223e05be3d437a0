#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/fee_quote.h"
#include "core/catalogue/own_catalogue.h"
#include "core/catalogue/pack_service.h"
#include "core/demo_pack/demo_pack.h"
#include "core/people/staff.h"
#include "tests/core/catalogue/support.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

std::optional<Money> feeOn(Database& db, const QDate& day)
{
    return must(db.read([&](Tx& tx) -> Result<std::optional<Money>> {
        const auto service = CatalogueRepository(tx).service(u"A-ONE"_s, day);
        return service ? service->fee.base : std::nullopt;
    }));
}

Money baisa(std::int64_t amount)
{
    return Money::fromBaisa(amount);
}

QByteArray signedBy(const char* seed, std::int64_t version)
{
    return writePackFile(
        smallDocument(version, 1000), SigningKey::fromSeed(QByteArray(seed).leftJustified(32, '.')));
}

} // namespace

TEST_CASE("The demonstration pack applies whole, once", "[catalogue]")
{
    const auto db = trustingDatabase();
    PackService packs(*db);
    const auto applied = must(packs.apply(demonstrationFile(), anyone()));
    CHECK_FALSE(applied.already);
    CHECK(must(packs.apply(demonstrationFile(), anyone())).already);
    CHECK(must(packs.history(anyone())).size() == 1);
    must(db->read([](Tx& tx) -> Result<> {
        CatalogueRepository catalogue(tx);
        CHECK(catalogue.services(kDay).size() == 130);
        CHECK(catalogue.agency(u"ROP"_s, kDay)->nameEn == u"Royal Oman Police"_s);
        CHECK(
            catalogue.service(u"ROP-VEH-RENEW"_s, kDay)->pack == catalogue.service(u"OWN-CV"_s, kDay)->pack);
        return {};
    }));
}

TEST_CASE("Reading the catalogue again parses nothing", "[catalogue]")
{
    const auto db = trustingDatabase();
    must(PackService(*db).apply(demonstrationFile(), anyone()));
    const auto look = [&] {
        return must(db->read([](Tx& tx) -> Result<std::shared_ptr<const Catalogue>> {
            return CatalogueRepository(tx).catalogue();
        }));
    };
    const auto first = look();
    CHECK(look() == first);
    must(OwnCatalogue(*db).setFavourites({u"SJC-POA"_s}, anyone()));
    CHECK(look() != first);
}

TEST_CASE("A newer version takes over on its day and can be rolled back; the first cannot", "[catalogue]")
{
    const auto db = trustingDatabase();
    PackService packs(*db);
    must(packs.apply(smallFile(1, 1000), anyone()));
    must(packs.apply(smallFile(2, 1200, u"2026-11-23"_s), anyone()));
    CHECK(feeOn(*db, kDay) == baisa(1000));
    CHECK(feeOn(*db, kDay.addDays(1)) == baisa(1200));

    const auto back = must(packs.rollback(u"test.small"_s, anyone()));
    CHECK(back.manifest.version == 1);
    CHECK(feeOn(*db, kDay.addDays(1)) == baisa(1000));
    CHECK(refusal(packs.rollback(u"test.small"_s, anyone())).key == u"pack.nothing-before"_s);
    CHECK(feeOn(*db, kDay) == baisa(1000));

    must(packs.apply(smallFile(2, 1200, u"2026-11-23"_s), anyone()));
    CHECK(feeOn(*db, kDay.addDays(1)) == baisa(1200));
    CHECK(must(packs.history(anyone())).size() == 4);
}

TEST_CASE("Another file with a known version, and an older version, are refused", "[catalogue]")
{
    const auto db = trustingDatabase();
    PackService packs(*db);
    must(packs.apply(smallFile(5, 1000), anyone()));
    CHECK(refusal(packs.apply(smallFile(4, 1000), anyone())).key == u"pack.older"_s);
    CHECK(refusal(packs.apply(smallFile(5, 1001), anyone())).key == u"pack.version-taken"_s);
    CHECK(feeOn(*db, kDay) == baisa(1000));
}

TEST_CASE("A publisher counts only once the owner has confirmed it", "[catalogue]")
{
    const auto db = trustingDatabase();
    PackService packs(*db);
    const auto file = signedBy("somebody", 1);
    CHECK(refusal(packs.apply(file, anyone())).key == u"pack.untrusted"_s);
    CHECK_FALSE(must(packs.preview(file, anyone())).trusted);
    const auto publisher = must(readPackFile(file)).publisher;
    const auto manager = actorWith({Permission::ManageCatalogue});
    CHECK(refusal(packs.confirmPublisher(publisher, u"Somebody"_s, manager)).key == u"gate.denied"_s);
    must(packs.confirmPublisher(publisher, u"Somebody"_s, anyone()));
    CHECK(must(packs.preview(file, anyone())).trusted);
    must(packs.apply(file, manager));
    must(packs.withdrawPublisher(publisher, anyone()));
    CHECK(refusal(packs.apply(signedBy("somebody", 2), anyone())).key == u"pack.untrusted"_s);
}

TEST_CASE(
    "A pack belongs to the publisher who brought it, until the owner goes over to another", "[catalogue]")
{
    const auto db = trustingDatabase();
    PackService packs(*db);
    const auto trust = [&](const char* who) {
        must(packs.confirmPublisher(
            must(readPackFile(signedBy(who, 1))).publisher, QString::fromLatin1(who), anyone()));
    };
    const auto refused = [&](const QByteArray& file) { return refusal(packs.apply(file, anyone())); };
    must(packs.apply(smallFile(1, 900), anyone()));
    must(packs.withdrawPublisher(demonstrationPublisher().publicKey, anyone()));
    trust("ministry");
    must(packs.apply(signedBy("ministry", 2), anyone()));
    must(packs.confirmPublisher(demonstrationPublisher().publicKey, u"Demonstrations"_s, anyone()));
    trust("neighbour");
    const auto other = refused(signedBy("neighbour", 3));
    CHECK(other.key == u"pack.other-publisher"_s);
    CHECK(other.args ==
        QStringList(
            {u"test.small"_s, publisherFingerprint(must(readPackFile(signedBy("ministry", 1))).publisher)}));
    CHECK(refused(smallFile(3, 1)).key == u"pack.other-publisher"_s);
    CHECK(feeOn(*db, kDay) == baisa(1000));

    must(packs.withdrawPublisher(demonstrationPublisher().publicKey, anyone()));
    must(packs.withdrawPublisher(must(readPackFile(signedBy("ministry", 1))).publisher, anyone()));
    CHECK(refused(smallFile(3, 1)).key == u"pack.untrusted"_s);
    must(packs.apply(signedBy("neighbour", 3), anyone()));
}

TEST_CASE("A manager alone brings no pack of the demonstration key but the one that the product carries, nor "
          "trusts anybody",
    "[catalogue]")
{
    const auto db = migratedDatabase();
    PackService packs(*db);
    const auto manager = actorWith(firstPermissions(Role::Manager));
    must(packs.apply(demonstrationPack(), manager));
    auto document = demonstrationDocument();
    auto manifest = document.value(u"manifest"_s).toObject();
    manifest.insert(u"version"_s, manifest.value(u"version"_s).toInt() + 1);
    document.insert(u"manifest"_s, manifest);
    const auto next = writePackFile(document, demonstrationPublisher());
    CHECK_FALSE(must(packs.preview(next, manager)).trusted);
    CHECK(refusal(packs.apply(next, manager)).key == u"pack.untrusted"_s);
    const auto publisher = demonstrationPublisher().publicKey;
    CHECK(refusal(packs.confirmPublisher(publisher, u"Somebody"_s, manager)).key == u"gate.denied"_s);
    CHECK(refusal(packs.withdrawPublisher(publisher, manager)).key == u"gate.denied"_s);
    CHECK(must(packs.preview(demonstrationPack(), manager)).trusted);

    must(packs.confirmPublisher(publisher, u"Demonstrations"_s, anyone()));
    must(packs.apply(next, manager));
}

TEST_CASE("Only the owner goes back to a version of another publisher", "[catalogue]")
{
    const auto db = trustingDatabase();
    PackService packs(*db);
    const auto manager = actorWith(firstPermissions(Role::Manager));
    must(packs.apply(smallFile(1, 1), manager));
    must(packs.withdrawPublisher(demonstrationPublisher().publicKey, anyone()));
    const auto ministry = must(readPackFile(signedBy("ministry", 2))).publisher;
    must(packs.confirmPublisher(ministry, u"Ministry"_s, anyone()));
    must(packs.apply(signedBy("ministry", 2), manager));
    must(packs.apply(signedBy("ministry", 3), manager));
    CHECK(must(packs.rollback(u"test.small"_s, manager)).manifest.version == 2);

    const auto refused = refusal(packs.rollback(u"test.small"_s, manager));
    CHECK(refused.key == u"pack.before-of-other"_s);
    CHECK(refused.args ==
        QStringList({u"test.small"_s, publisherFingerprint(demonstrationPublisher().publicKey)}));
    CHECK(feeOn(*db, kDay) == baisa(1000));
    CHECK(must(packs.rollback(u"test.small"_s, anyone())).manifest.version == 1);
    CHECK(feeOn(*db, kDay) == baisa(1));
}

TEST_CASE("A pack with a problem changes nothing", "[catalogue]")
{
    const auto db = trustingDatabase();
    auto document = smallDocument(1, 1000);
    document.remove(u"forms"_s);
    const auto error =
        refusal(PackService(*db).apply(writePackFile(document, demonstrationPublisher()), anyone()));
    CHECK(error.key == u"pack.problems"_s);
    CHECK_FALSE(feeOn(*db, kDay));
    CHECK(must(PackService(*db).history(anyone())).empty());
}

TEST_CASE("A preview tells what applying would change", "[catalogue]")
{
    const auto db = trustingDatabase();
    PackService packs(*db);
    const auto first = must(packs.preview(smallFile(1, 1000), anyone()));
    CHECK(first.standingVersion == 0);
    REQUIRE(first.differences.size() == 1);
    CHECK(first.differences[0].kind == PackDifference::Kind::Added);
    must(packs.apply(smallFile(1, 1000), anyone()));
    const auto next = must(packs.preview(smallFile(2, 1200), anyone()));
    CHECK(next.standingVersion == 1);
    REQUIRE(next.differences.size() == 1);
    CHECK(next.differences[0].what == QStringList{u"fees"_s});
    CHECK(must(packs.preview(smallFile(2, 1000), anyone())).differences.empty());
}

TEST_CASE("Nobody without the permission touches packs or prices", "[catalogue]")
{
    const auto db = trustingDatabase();
    const auto clerk = actorWith({Permission::EditTransactions, Permission::OverridePrice});
    PackService packs(*db);
    CHECK(refusal(packs.apply(smallFile(1, 1000), clerk)).key == u"gate.denied"_s);
    CHECK(refusal(packs.preview(smallFile(1, 1000), clerk)).key == u"gate.denied"_s);
    CHECK(refusal(packs.rollback(u"test.small"_s, clerk)).key == u"gate.denied"_s);
    CHECK(
        refusal(OwnCatalogue(*db).setPrice({u"A-ONE"_s, kDay, baisa(1), {}}, clerk)).key == u"gate.denied"_s);
    CHECK(refusal(OwnCatalogue(*db).setFavourites({}, Actor())).key == u"gate.not-signed-in"_s);
}

TEST_CASE("A stored pack cannot be changed behind the program's back", "[catalogue]")
{
    const auto db = trustingDatabase();
    must(PackService(*db).apply(smallFile(1, 1000), anyone()));
    CHECK_THROWS_AS(tamper(*db, u"UPDATE content_pack SET version = 9"_s), DbError);
    CHECK_THROWS_AS(tamper(*db, u"DELETE FROM pack_step"_s), DbError);
    CHECK_THROWS_AS(tamper(*db, u"DELETE FROM content_pack"_s), DbError);
}

TEST_CASE("The centre adds services of its own and prices them", "[catalogue]")
{
    const auto db = trustingDatabase();
    must(PackService(*db).apply(smallFile(1, 1000), anyone()));
    OwnCatalogue own(*db);
    OwnService lamination;
    lamination.code = u"OWN-LAMINATE"_s;
    lamination.nameAr = u"تغليف"_s;
    lamination.nameEn = u"Lamination"_s;
    lamination.perUnit = true;
    lamination.validFrom = kDay;
    const OwnPrice price{lamination.code, kDay, baisa(300), baisa(500)};
    using Outcome = OwnCatalogue::Outcome;
    CHECK(must(own.saveService(lamination, price, anyone())) == Outcome::Added);
    CHECK(must(own.saveService(lamination, price, anyone())) == Outcome::Unchanged);
    const auto item = must(db->read([](Tx& tx) -> Result<ServiceItem> {
        return *CatalogueRepository(tx).service(u"OWN-LAMINATE"_s, kDay);
    }));
    const auto quoted = must(quote(item, {{u"quantity"_s, 4}}, kDay));
    CHECK(quoted.serviceFee == baisa(1200));
    CHECK(quoted.serviceFeeCeiling == baisa(2000));
    CHECK(quoted.governmentFee.isZero());

    CHECK(
        must(own.setPrice({lamination.code, kDay.addDays(2), baisa(400), {}}, anyone())) == Outcome::Changed);
    lamination.nameEn = u"Laminating"_s;
    CHECK(must(own.saveService(lamination, price, anyone())) == Outcome::Changed);
    must(own.withdrawService(lamination.code, anyone()));
    must(db->read([](Tx& tx) -> Result<> {
        CHECK_FALSE(CatalogueRepository(tx).service(u"OWN-LAMINATE"_s, kDay));
        return {};
    }));
}

TEST_CASE("Own prices and services that cannot be are refused", "[catalogue]")
{
    const auto db = trustingDatabase();
    must(PackService(*db).apply(smallFile(1, 1000), anyone()));
    OwnCatalogue own(*db);
    const auto price = [&](OwnPrice wanted) {
        const auto set = own.setPrice(wanted, anyone());
        return set ? QString() : set.error().key;
    };
    CHECK(price({u"NO-SUCH"_s, kDay, baisa(1), {}}) == u"own-service.unknown"_s);
    CHECK(price({u"A-ONE"_s, kDay.addDays(-1), baisa(600), {}}) == u"own-price.past"_s);
    CHECK(price({u"A-ONE"_s, kDay, baisa(901), {}}) == u"own-price.above-ceiling"_s);
    CHECK(price({u"A-ONE"_s, kDay, baisa(800), baisa(700)}) == u"own-price.above-ceiling"_s);
    CHECK(price({u"A-ONE"_s, kDay, baisa(-1), {}}) == u"own-price.negative"_s);
    CHECK(price({u"A-ONE"_s, kDay, baisa(900), {}}).isEmpty());

    OwnService service;
    service.nameAr = u"خدمة"_s;
    service.nameEn = u"Service"_s;
    service.validFrom = kDay;
    const auto save = [&](const QString& code, const QString& agency = u"CENTRE"_s) {
        service.code = code;
        service.agency = agency;
        const auto saved = own.saveService(service, {code, kDay, baisa(1), {}}, anyone());
        return saved ? QString() : saved.error().key;
    };
    CHECK(save(u"A-ONE"_s) == u"own-service.in-pack"_s);
    CHECK(save(u"own-x"_s) == u"own-service.code"_s);
    CHECK(save(u"OWN-X"_s, u"NOBODY"_s) == u"own-service.reference"_s);
    service.governmentFee = baisa(1);
    CHECK(save(u"OWN-X"_s) == u"own-service.fee-without-agency"_s);
    service.governmentFee = std::nullopt; // from the portal
    CHECK(save(u"OWN-X"_s) == u"own-service.fee-without-agency"_s);
    service.governmentFee = Money();
    CHECK(save(u"OWN-X"_s).isEmpty());

    auto document = smallDocument(2, 1000);
    auto services = document.value(u"services"_s).toArray();
    auto second = services.first().toObject();
    second.insert(u"code"_s, u"OWN-X"_s);
    services.append(second);
    document.insert(u"services"_s, services);
    auto forms = document.value(u"forms"_s).toObject();
    forms.insert(u"OWN-X"_s, forms.value(u"A-ONE"_s));
    document.insert(u"forms"_s, forms);
    const auto taken =
        refusal(PackService(*db).apply(writePackFile(document, demonstrationPublisher()), anyone()));
    CHECK(taken.key == u"pack.code-taken"_s);
}
