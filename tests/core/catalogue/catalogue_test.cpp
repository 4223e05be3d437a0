#include "core/catalogue/catalogue.h"
#include "tests/core/catalogue/support.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const Catalogue& demonstration()
{
    static const Catalogue catalogue(
        {{PackId::create(), std::make_shared<const PackContents>(demonstrationContents())}}, {}, {}, {});
    return catalogue;
}

StandingPack small(std::int64_t version, std::int64_t baisa, const QString& validFrom)
{
    std::vector<Error> problems;
    return {PackId::create(),
        std::make_shared<const PackContents>(
            readPackContents(smallDocument(version, baisa, validFrom), problems))};
}

QStringList codes(const std::vector<ServiceItem>& items)
{
    QStringList codes;
    for (const auto& item : items)
        codes << item.code;
    return codes;
}

} // namespace

TEST_CASE(
    "Three letters of a code, an alias or a name in either script find the service first", "[catalogue]")
{
    const auto [typed, first] = GENERATE(table<const char16_t*, const char16_t*>({
        {u"ROP-VEH-RENEW", u"ROP-VEH-RENEW"},
        {u"rop-veh-renew", u"ROP-VEH-RENEW"},
        {u"ملكية", u"ROP-VEH-RENEW"},
        {u"mulkia", u"ROP-VEH-RENEW"},
        {u"ملك", u"ROP-VEH-RENEW"},
        {u"مخالفات", u"ROP-TRF-FINES"},
        {u"جواز", u"ROP-PP-RENEW"},
        {u"تجديد بطاقه مقيم", u"ROP-RC-RENEW"},
        {u"medical", u"MOH-MEDFIT"},
        {u"own-c", u"OWN-COPY"},
        {u"photocopy", u"OWN-COPY"},
        {u"lease renew", u"MM-LEASE-RENEW"},
    }));
    const auto found = demonstration().search(QString::fromUtf16(typed), kDay);
    INFO(QString::fromUtf16(typed).toStdString());
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().code == QString::fromUtf16(first));
}

TEST_CASE("Search answers nothing for nothing and keeps its limit", "[catalogue]")
{
    CHECK(demonstration().search(u"  "_s, kDay).empty());
    CHECK(demonstration().search(u"qwrtp"_s, kDay).empty());
    CHECK(demonstration().search(u"ROP"_s, kDay, 5).size() == 5);
}

TEST_CASE("Lists keep to agency, category and kind of customer", "[catalogue]")
{
    CHECK(demonstration().services(kDay).size() == 130);
    CHECK(demonstration().services(kDay, {.agency = u"ROP"_s, .category = {}, .customerKind = {}}).size() ==
        36);
    CHECK(
        demonstration().services(kDay, {.agency = {}, .category = u"labour"_s, .customerKind = {}}).size() ==
        16);
    const auto visitors =
        demonstration().services(kDay, {.agency = {}, .category = {}, .customerKind = u"visitor"_s});
    CHECK(visitors.size() == 3);
}

TEST_CASE("The favourites are the centre's, filled up to nine with the most usual", "[catalogue]")
{
    CHECK(codes(demonstration().favourites(kDay)).first() == u"OWN-COPY"_s);
    CHECK(demonstration().favourites(kDay).size() == 9);
    const Catalogue chosen(
        {{PackId::create(), std::make_shared<const PackContents>(demonstrationContents())}}, {}, {},
        {u"SJC-POA"_s, u"NO-SUCH"_s, u"ROP-BIRTH"_s});
    const auto favourites = codes(chosen.favourites(kDay));
    CHECK(favourites.mid(0, 3) == QStringList{u"SJC-POA"_s, u"ROP-BIRTH"_s, u"OWN-COPY"_s});
    CHECK(favourites.size() == 9);
}

TEST_CASE("A fee changes at the day from which the new version holds, not before", "[catalogue]")
{
    const Catalogue catalogue({small(1, 1000, u"2026-01-01"_s), small(2, 1200, u"2026-12-01"_s)}, {}, {}, {});
    const auto before = *catalogue.service(u"A-ONE"_s, QDate(2026, 11, 30));
    const auto after = *catalogue.service(u"A-ONE"_s, QDate(2026, 12, 1));
    CHECK(before.fee.base == Money::fromBaisa(1000));
    CHECK(before.validUntil == QDate(2026, 11, 30));
    CHECK(after.fee.base == Money::fromBaisa(1200));
    CHECK(after.validFrom == QDate(2026, 12, 1));
    CHECK_FALSE(catalogue.service(u"A-ONE"_s, QDate(2025, 12, 31)));
    CHECK(catalogue.services(QDate(2026, 12, 1)).size() == 1);
}

TEST_CASE("The centre's price stands beside the pack's from its day to its end, under the lower ceiling",
    "[catalogue]")
{
    const auto money = [](std::int64_t baisa) { return Money::fromBaisa(baisa); };
    const Catalogue catalogue({small(1, 1000, u"2026-01-01"_s)}, {},
        {{u"A-ONE"_s, QDate(2026, 11, 25), money(700), money(5000)},
            {u"A-ONE"_s, QDate(2026, 12, 1), {}, {}}},
        {});
    const auto on = [&](int month, int day) {
        return *catalogue.service(u"A-ONE"_s, QDate(2026, month, day));
    };
    CHECK(on(11, 24).serviceFee == money(500));
    CHECK(on(11, 24).validUntil == QDate(2026, 11, 24));
    CHECK(on(11, 25).serviceFee == money(700));
    CHECK(on(11, 25).ownPrice);
    CHECK(on(11, 25).serviceFeeCeiling == money(900));
    // A ceiling that came after the price binds it too.
    const Catalogue dear(
        {small(1, 1000, u"2026-01-01"_s)}, {}, {{u"A-ONE"_s, QDate(2026, 11, 25), money(2900), {}}}, {});
    CHECK(dear.service(u"A-ONE"_s, QDate(2026, 11, 25))->serviceFee == money(900));
    CHECK(on(12, 1).serviceFee == money(500));
    CHECK_FALSE(on(12, 1).ownPrice);
}
