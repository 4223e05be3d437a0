#include "core/catalogue/catalogue_import.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/pack_service.h"
#include "tests/core/catalogue/support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QStringList reasons(const CatalogueImportReport& report)
{
    QStringList keys;
    for (const auto& rejected : report.rejected)
        keys << rejected.reason.key;
    return keys;
}

} // namespace

TEST_CASE(
    "Good rows of the centre's catalogue go in, bad ones come back with their reason, and again adds nothing",
    "[catalogue]")
{
    const auto db = trustingDatabase();
    auto document = smallDocument(1, 1000);
    auto agencies = document.value(u"agencies"_s).toArray();
    auto police = agencies.first().toObject();
    police.insert(u"code"_s, u"ROP"_s);
    agencies.append(police);
    document.insert(u"agencies"_s, agencies);
    must(PackService(*db).apply(writePackFile(document, demonstrationPublisher()), anyone()));
    const QByteArray csv = "code,name_ar,name_en,service_fee,ceiling,government_fee,per_unit,aliases,agency\n"
                           "OWN-LAM,تغليف,Lamination,0.300,0.500,,yes,تجليد|laminate,\n"
                           "A-ONE,,,0.700,,,,,\n"
                           "OWN-PORTAL,خدمة,Service,1,,portal,,,ROP\n"
                           "OWN-HELD,خدمة,Service,1,,3,,,\n"
                           "OWN-BAD,خدمة,Service,1.2345,,,,,\n"
                           "OWN-NOPRICE,خدمة,Service,,,,,,\n"
                           "A-ONE,,,0.950,,,,,\n"
                           "A-ONE,,,0.700,,2,,,\n"
                           "OWN-NONAME,,Service,1,,,,,\n"
                           "OWN-MAYBE,خدمة,Service,1,,,maybe,,\n"
                           "x y,خدمة,Service,1,,,,,\n"
                           "OWN-Q,\"خدمة,Service,1\n";
    CatalogueImport import(*db);
    const auto report = must(import.run(csv, anyone()));
    CHECK(report.added == 2);
    CHECK(report.changed == 1);
    CHECK(reasons(report) ==
        QStringList{u"own-service.fee-without-agency"_s, u"money.too-precise"_s, u"own-price.missing"_s,
            u"own-price.above-ceiling"_s, u"own-price.of-pack"_s, u"text.empty"_s, u"own-service.yes-or-no"_s,
            u"own-service.code"_s, u"csv.quote"_s});
    CHECK(report.rejected.front().line == 5);
    CHECK(report.rejected.front().raw.startsWith("OWN-HELD"));
    must(db->read([](Tx& tx) -> Result<> {
        CatalogueRepository catalogue(tx);
        CHECK(catalogue.service(u"A-ONE"_s, kDay)->serviceFee == Money::fromBaisa(700));
        CHECK(catalogue.search(u"laminate"_s, kDay).size() == 1);
        CHECK_FALSE(catalogue.service(u"OWN-PORTAL"_s, kDay)->fee.base);
        return {};
    }));

    const auto again = must(import.run(csv, anyone()));
    CHECK(again.added + again.changed == 0);
    CHECK(again.same == 3);
    CHECK(again.rejected.size() == report.rejected.size());
}

TEST_CASE("The centre's catalogue comes as JSON lines too", "[catalogue]")
{
    const auto db = trustingDatabase();
    must(PackService(*db).apply(smallFile(1, 1000), anyone()));
    const QByteArray lines =
        R"({"code":"OWN-LAM","name_ar":"تغليف","name_en":"Lamination","service_fee":"0.300"})"
        "\n\n"
        R"({"code":"OWN-LAM","code":"X"})"
        "\n"
        R"({"code":"OWN-B","price":"1"})"
        "\n[1]\n"
        R"({"code":7})"
        "\n{";
    const auto report = must(CatalogueImport(*db).run(lines, anyone()));
    CHECK(report.added == 1);
    CHECK(reasons(report) ==
        QStringList{u"json.duplicate-key"_s, u"import.unknown-column"_s, u"import.not-an-object"_s,
            u"import.not-text"_s, u"json.syntax"_s});
}

TEST_CASE(
    "Rejects of the centre's catalogue say why, and a mended file of them goes in as it is", "[catalogue]")
{
    const auto db = trustingDatabase();
    must(PackService(*db).apply(smallFile(1, 1000), anyone()));
    CatalogueImport import(*db);
    const auto why = [](const Error& reason) { return u"because "_s + reason.key; };
    SECTION("CSV")
    {
        const QByteArray csv = "code;name_ar;name_en;service_fee\nOWN-A;خدمة;Service;1.2345\n"
                               "OWN-B;\"خدمة\";Service;1\n";
        const QByteArray rejects = must(import.run(csv, anyone())).rejects(why);
        CHECK(rejects ==
            "rejected_line;rejected_key;rejected_column;rejected_reason;code;name_ar;name_en;service_fee\n"
            "2;money.too-precise;service_fee;because money.too-precise;OWN-A;خدمة;Service;1.2345\n");
        CHECK(must(import.run(rejects, anyone())).rejects(why) ==
            QByteArray(rejects)); // once more, the columns stand once
        CHECK(must(import.run(QByteArray(rejects).replace("1.2345", "1.234"), anyone())).added == 1);
    }
    SECTION("JSON lines")
    {
        const QByteArray lines = R"({"code":"OWN-A","name_ar":"خدمة","name_en":"Service","service_fee":"x"})"
                                 "\n[7]\n";
        const QByteArray rejects = must(import.run(lines, anyone())).rejects(why);
        CHECK(rejects.contains(R"("rejected_key":"money.format")"));
        CHECK(rejects.contains(R"("rejected_row":"[7]")"));
        const auto again = must(import.run(QByteArray(rejects).replace(R"(:"x")", R"(:"1")"), anyone()));
        CHECK(again.added == 1);
        CHECK(reasons(again) == QStringList{u"import.not-an-object"_s});
    }
}

TEST_CASE("A file that is no such list is refused as a whole", "[catalogue]")
{
    const auto db = trustingDatabase();
    CatalogueImport import(*db);
    CHECK(refusal(import.run("", anyone())).key == u"import.no-header"_s);
    CHECK(refusal(import.run("code,colour\nA,red\n", anyone())).key == u"import.unknown-column"_s);
    CHECK(refusal(import.run("code,code\nA,B\n", anyone())).key == u"import.twice-column"_s);
    CHECK(refusal(import.run(QByteArray(CatalogueImport::kMaxBytes + 1, 'x'), anyone())).key ==
        u"import.too-large"_s);
    CHECK(
        refusal(import.run("code\nA\n", actorWith({Permission::EditTransactions}))).key == u"gate.denied"_s);
}
