#include "core/catalogue/pack_check.h"
#include "core/catalogue/sample_form.h"
#include "core/demo_pack/demo_pack.h"
#include "core/transactions/service_form.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A form with a date on the wrong side of today is not accepted", "[transactions]")
{
    const QDate today(2026, 11, 22);
    const auto report = must(checkPack(demonstrationPack()));
    const auto& services = report.contents.services;
    const auto found = std::find_if(services.begin(), services.end(),
        [](const PackedService& service) { return service.item.code == u"ROP-VEH-RENEW"_s; });
    REQUIRE(found != services.end());
    const auto service = *serviceOn(*found, today);
    const auto form = must(serviceForm(service));
    const auto sources = formSources(nullptr, Centre(), today);
    auto typed = sampleForm(service, 1, today);
    typed.insert(u"insurance_expiry"_s, u"2026-11-22"_s);
    CHECK(checkForm(*form, typed, sources).faults.empty());
    typed.insert(u"insurance_expiry"_s, u"2026-11-21"_s);
    const auto faults = checkForm(*form, typed, sources).faults;
    REQUIRE(faults.size() == 1);
    CHECK(faults.front() == FormFault{u"/insurance_expiry"_s, u"form.date-too-early"_s, {u"2026-11-22"_s}});
}
