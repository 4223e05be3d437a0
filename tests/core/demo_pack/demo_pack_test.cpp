#include "core/catalogue/pack_check.h"
#include "core/catalogue/pack_source.h"
#include "core/catalogue/publishers.h"
#include "core/demo_pack/demo_pack.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("The pack in the product is resources/pack, byte for byte, signed by the demonstration publisher",
    "[demo_pack]")
{
    const auto document = must(readPackSource(qEnvironmentVariable("SANAD_SOURCE") + u"/resources/pack"_s));
    CHECK(demonstrationPack() == writePackFile(document, demonstrationPublisher()));
    const auto report = must(checkPack(demonstrationPack()));
    CHECK(report.problems.empty());
    CHECK(carriedByProduct(report.hash));
}
