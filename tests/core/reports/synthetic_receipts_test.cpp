#include "core/reports/day_report.h"
#include "core/reports/synthetic_receipts.h"
#include "core/verify/verify.h"
#include "tests/core/till_fixture/till.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("Made history is history that verify accepts, closed but for its last day", "[reports]")
{
    Till till;
    const QDate last(2026, 12, 1);
    must(makeSyntheticHistory(*till.db, {200, 10, last, u"C2"_s, 7}, till.by));
    const DayReport report = must(dayReport(*till.db, last, till.by));
    CHECK(report.headline.receipts == 20);
    CHECK_FALSE(report.closed);
    CHECK(must(dayReport(*till.db, last.addDays(-1), till.by)).closed);
    for (const auto& check : report.checks)
        CHECK(check.holds());
    for (const Breach& breach : must(verifyCentre(*till.db)))
        FAIL_CHECK(breach.invariant.toStdString()
            << " " << breach.where.toStdString() << " " << breach.what.toStdString());
}
