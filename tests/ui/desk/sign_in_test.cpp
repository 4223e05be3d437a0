#include "core/cash/shift_service.h"
#include "core/demo/demo_centre.h"
#include "core/receipts/day_service.h"
#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const DemoPerson& owner()
{
    for (const auto& person : demoPeople())
        if (person.role == Role::Owner) return person;
    FAIL("the demonstration has an owner");
    return demoPeople().front();
}

/// First sign-in after a start, with a float typed.
void signInOwner(DeskDriver& driver, const QString& openingFloat)
{
    auto* clerk = qobject_cast<QComboBox*>(QApplication::focusWidget());
    REQUIRE(clerk);
    clerk->setCurrentIndex(clerk->findData(owner().user));
    driver.press(Qt::Key_Return);
    driver.type(owner().password);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_Return);
    driver.type(openingFloat);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.desk().session().signedIn());
}

void lockAndUnlock(DeskDriver& driver)
{
    driver.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE_FALSE(driver.desk().session().signedIn());
    driver.type(owner().pin);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.desk().session().signedIn());
}

std::vector<Shift> unsettled(DeskDriver& driver)
{
    return driver.onDatabase(
        [by = driver.desk().session().actor()](Database& db) { return ShiftService(db).unsettled(by); });
}

/// Counts, closes and signs off the shift.
void settleShift(DeskDriver& driver, const Shift& shift)
{
    driver.onDatabase([shift, by = driver.desk().session().actor()](Database& db) -> Result<bool> {
        ShiftService shifts(db);
        SANAD_TRY(shifts.count(shift.id, {{20'000, 1}}, by));
        SANAD_TRY(shifts.close(shift.id, {}, by));
        SANAD_TRY(shifts.signOff(shift.id, by));
        return true;
    });
}

} // namespace

TEST_CASE("Signing in works after a shift and its day are closed, and opens no further shift", "[desk]")
{
    DeskDriver driver;
    signInOwner(driver, u"20"_s);
    const auto opened = unsettled(driver);
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].openingFloat == Money::fromBaisa(20'000));
    lockAndUnlock(driver);
    CHECK(unsettled(driver) == opened);

    settleShift(driver, opened[0]);
    lockAndUnlock(driver);
    CHECK(unsettled(driver).empty());
    driver.restart();
    signInOwner(driver, u"20"_s);
    CHECK(unsettled(driver).empty());

    driver.onDatabase([day = opened[0].businessDay, by = driver.desk().session().actor()](
                          Database& db) { return DayService(db).close(day, by); });
    lockAndUnlock(driver);
    driver.restart();
    signInOwner(driver, u"20"_s);
    CHECK(unsettled(driver).empty());
}

TEST_CASE("Signing in without a float opens no shift: the first money does", "[desk]")
{
    DeskDriver driver;
    signInOwner(driver, {});
    CHECK(unsettled(driver).empty());
}

TEST_CASE("On the smallest screen no field of the sign-in is lower than it wants to be", "[desk]")
{
    DeskDriver driver;
    driver.window().resize(1366, 768);
    driver.settle();
    REQUIRE(driver.window().currentId() == u"sign-in"_s);
    for (const auto* field : driver.window().currentPage()->findChildren<QLineEdit*>()) {
        INFO(field->accessibleName().toStdString());
        CHECK(field->height() >= field->sizeHint().height());
    }
}
