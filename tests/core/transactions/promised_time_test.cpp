#include "core/transactions/promised_time.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;

TEST_CASE("Fridays, Saturdays and public holidays are no working days", "[transactions]")
{
    CHECK(isWorkingDay({2026, 11, 22})); // Sunday
    CHECK_FALSE(isWorkingDay({2026, 11, 27})); // Friday
    CHECK_FALSE(isWorkingDay({2026, 11, 28}));
    CHECK_FALSE(isWorkingDay({2025, 11, 20})); // national day, a Thursday
    CHECK_FALSE(isWorkingDay({2027, 1, 11})); // accession, a Monday
    CHECK_FALSE(isWorkingDay({2026, 6, 16})); // 1 Muharram 1448, Umm al-Qura
}

TEST_CASE("A promise counts from now, working days to the close of offices", "[transactions]")
{
    const QDateTime sunday({2026, 11, 22}, {8, 0}, Qt::UTC);
    const auto promised = [&](int amount, const QString& unit) {
        return promisedTime({amount, unit, {}, {}}, sunday);
    };
    CHECK(promised(15, u"minutes"_s) == sunday.addSecs(900));
    CHECK(promised(2, u"hours"_s) == sunday.addSecs(7200));
    CHECK(promised(3, u"days"_s) == sunday.addDays(3));
    CHECK(promised(1, u"working_days"_s) == QDateTime({2026, 11, 23}, {11, 0}, Qt::UTC));
    CHECK(promised(5, u"working_days"_s) ==
        QDateTime({2026, 11, 29}, {11, 0}, Qt::UTC)); // over Friday and Saturday
    CHECK_FALSE(promised(0, u"days"_s).isValid());
    CHECK_FALSE(promised(3, u"moons"_s).isValid());
}
