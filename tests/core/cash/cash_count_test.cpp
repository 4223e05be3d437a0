#include "core/cash/denominations.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A count of cash is read from pieces by their value, each value once", "[cash]")
{
    CHECK(must(cashCountFromText(u"5000=2,500=1")) == CashCount{{5000, 2}, {500, 1}});
    CHECK(must(cashCountFromText(u" 5000 = 2 ,,")) == CashCount{{5000, 2}});
    CHECK(must(cashCountFromText(u"")).empty());
    for (const QString& part : {u"5000"_s, u"5000="_s, u"=2"_s, u"5000=2=3"_s, u"5000=x"_s, u"5000=2.5"_s,
             u"5000=99999999999"_s, u"99999999999=1"_s})
        CHECK(refusal(cashCountFromText(u"100=1,"_s + part)) ==
            Error{ErrorCode::Usage, u"cash.count-text"_s, {part}, {}});
    CHECK(refusal(cashCountFromText(u"5000=2,05000=1")).args == QStringList{u"05000=1"_s});
    // What the numbers may be is told when they are summed.
    CHECK(refusal(countedTotal(must(cashCountFromText(u"7=1")))).key == u"cash.no-such-denomination");
    CHECK(refusal(countedTotal(must(cashCountFromText(u"5000=-1")))).key == u"cash.count-pieces");
    CHECK(refusal(countedTotal(must(cashCountFromText(u"5000=2147483647")))).key == u"cash.count-pieces");
}
