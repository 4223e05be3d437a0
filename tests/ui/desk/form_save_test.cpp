#include "core/transactions/transaction_service.h"
#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

namespace {

/// From the waiting list to the form of a service.
void walkToForm(DeskDriver& driver)
{
    driver.press(Qt::Key_Insert);
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_F2);
    driver.press(Qt::Key_Return);
    driver.type(driver.knownCivilNumber());
    driver.press(Qt::Key_Return);
    driver.type(u"MAF"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Form);
}

} // namespace

TEST_CASE("A form whose save failed can be finished again", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    walkToForm(driver);
    // Gone behind the page's back: every save of it is refused.
    const TransactionId draft = driver.visit().work()->draft.id;
    driver.onDatabase([draft, by = driver.desk().session().actor()](Database& db) -> Result<bool> {
        SANAD_TRY(TransactionService(db).discard(draft, by));
        return true;
    });

    QSignalSpy failed(&driver.visit(), &CurrentVisit::failed);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(failed.count() == 1);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(failed.count() == 2);
    CHECK(driver.visit().step() == Step::Form);
}
