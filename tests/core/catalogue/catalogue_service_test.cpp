#include "core/catalogue/catalogue_service.h"
#include "core/catalogue/pack_service.h"
#include "tests/core/catalogue/support.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

std::unique_ptr<Database> demonstrationCentre()
{
    auto db = trustingDatabase();
    must(PackService(*db).apply(demonstrationFile(), anyone()));
    return db;
}

const FieldGuide& field(const ServiceGuide& guide, const QString& pointer)
{
    const auto found = std::find_if(guide.fields.begin(), guide.fields.end(),
        [&](const FieldGuide& each) { return each.pointer == pointer; });
    REQUIRE(found != guide.fields.end());
    return *found;
}

} // namespace

TEST_CASE("Whoever sells from the catalogue or keeps it may look into it, nobody else", "[catalogue][gate]")
{
    const auto db = demonstrationCentre();
    CatalogueService catalogue(*db);
    CHECK(must(catalogue.list({}, actorWith({Permission::EditTransactions}))).size() ==
        demonstrationContents().services.size());
    must(catalogue.show(u"ROP-VEH-RENEW"_s, actorWith({Permission::ManageCatalogue})));
    const Actor cashier = actorWith({Permission::IssueReceipts});
    CHECK(refusal(catalogue.list({}, cashier)).key == u"gate.denied"_s);
    CHECK(refusal(catalogue.show(u"ROP-VEH-RENEW"_s, cashier)).key == u"gate.denied"_s);
}

TEST_CASE("A service that is not there is refused with those like it", "[catalogue]")
{
    const auto db = demonstrationCentre();
    CatalogueService catalogue(*db);
    const Error error = refusal(catalogue.show(u"ROP-VEH-RENW"_s, anyone()));
    CHECK(error.key == u"catalogue.no-service"_s);
    CHECK(error.args.value(0) == u"ROP-VEH-RENW"_s);
    CHECK(error.args.value(1).startsWith(u"ROP-VEH-RENEW, "_s));
    CHECK(error.args.value(1).endsWith(u", …"_s));
    CHECK(refusal(catalogue.list(u"moonlight"_s, anyone())).key == u"catalogue.no-service"_s);
    CHECK(must(catalogue.list(u"mulkia"_s, anyone())).front().item.code == u"ROP-VEH-RENEW"_s);
}

TEST_CASE("A list by text holds what has the text as written; a code is found in any case", "[catalogue]")
{
    const auto db = demonstrationCentre();
    CatalogueService catalogue(*db);
    CHECK(refusal(catalogue.list(u"zzz"_s, anyone())).key == u"catalogue.no-service"_s);
    for (const QString& text : {u"renew vehicle"_s, u"rop-veh-renew"_s, u"VEH-RENEW"_s,
             u"تجديد رخصة تسيير مركبة"_s, u"رخصه تسيير"_s}) {
        const auto found = must(catalogue.list(text, anyone()));
        INFO(text.toStdString());
        CHECK(std::any_of(found.begin(), found.end(),
            [](const ServiceEntry& each) { return each.item.code == u"ROP-VEH-RENEW"_s; }));
    }
    CHECK(must(catalogue.show(u"rop-veh-renew"_s, anyone())).service.item.code == u"ROP-VEH-RENEW"_s);
}

TEST_CASE("The answers that a computed fee is read from are named", "[catalogue]")
{
    FeeFormula formula;
    formula.factors = {u"rent_baisa"_s, u"months"_s};
    formula.lateField = u"signed_on"_s;
    CHECK(formulaFields(formula) == QStringList{u"rent_baisa"_s, u"months"_s, u"signed_on"_s});
    for (const PackedService& each : demonstrationContents().services) {
        if (feeWord(each.item.fee) != "formula"_L1) continue;
        INFO(each.item.code.toStdString());
        CHECK_FALSE(formulaFields(each.item.fee.formula).isEmpty());
    }
}

TEST_CASE("The guide of a service names every field with its kind, its limits and its choices", "[catalogue]")
{
    const auto db = demonstrationCentre();
    const ServiceGuide guide = must(CatalogueService(*db).show(u"ROP-VEH-RENEW"_s, anyone()));
    CHECK(guide.service.agency.code == u"ROP"_s);
    CHECK_FALSE(guide.service.agency.nameAr.isEmpty());
    const FieldGuide& plate = field(guide, u"/plate_number"_s);
    CHECK(plate.needed == FieldGuide::Needed::Always);
    CHECK(plate.type == u"string"_s);
    CHECK(plate.limits[u"maxLength"_s] == 64);
    CHECK(plate.limits[u"x-format"_s] == u"plate_number"_s);
    const FieldGuide& engine = field(guide, u"/engine_class"_s);
    REQUIRE(engine.choices.size() == 7);
    CHECK(engine.choices.front().value == u"LT1500"_s);
    CHECK_FALSE(engine.choices.front().label.ar.isEmpty());
    CHECK(field(guide, u"/civil_number"_s).prefill == u"customer.civil_number"_s);
    CHECK(guide.fields.size() == 9);
}

TEST_CASE(
    "Every service of the demonstration has a guide; rows of tables and answers asked for at times are in it",
    "[catalogue]")
{
    const auto db = demonstrationCentre();
    CatalogueService catalogue(*db);
    int tables = 0, sometimes = 0;
    for (const ServiceEntry& each : must(catalogue.list({}, anyone()))) {
        const ServiceGuide guide = must(catalogue.show(each.item.code, anyone()));
        for (const FieldGuide& one : guide.fields) {
            INFO(each.item.code.toStdString() << one.pointer.toStdString());
            CHECK_FALSE(one.type.isEmpty());
            sometimes += one.needed == FieldGuide::Needed::Sometimes ? 1 : 0;
            tables += one.columns.empty() ? 0 : 1;
            for (const FieldGuide& column : one.columns)
                CHECK(column.pointer.startsWith(one.pointer + u"/0/"_s));
        }
    }
    CHECK(tables > 0);
    CHECK(sometimes > 0);
}

TEST_CASE("One word says how a government fee follows", "[catalogue]")
{
    CHECK(feeWord(demonstrationService(u"ROP-VEH-RENEW"_s).fee) == u"options"_s);
    FeeRule fee;
    CHECK(feeWord(fee) == u"clerk"_s);
    fee.base = Money();
    CHECK(feeWord(fee) == u"none"_s);
    fee.base = Money::fromBaisa(1);
    CHECK(feeWord(fee) == u"fixed"_s);
    fee.formula.kind = FeeFormula::Kind::Percent;
    CHECK(feeWord(fee) == u"formula"_s);
    fee.instalments.emplace_back();
    CHECK(feeWord(fee) == u"parts"_s);
}
