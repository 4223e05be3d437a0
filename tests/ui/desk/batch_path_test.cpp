#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/pay/receipt_page.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

TEST_CASE("A service that goes to its portal by itself takes 24 keystrokes and one for each paper", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    const QString civilNumber = driver.knownCivilNumber();
    driver.startCounting();

    driver.press(Qt::Key_Insert);
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_F2);
    driver.press(Qt::Key_Return);
    driver.type(civilNumber);
    driver.press(Qt::Key_Return);
    driver.type(u"MTC"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Form);
    REQUIRE(driver.visit().work()->service.channelKind == u"rest"_s);
    driver.fillForm();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Documents);

    int papers = 0;
    for (const auto& document : driver.visit().work()->service.documents)
        papers += document.required ? 1 : 0;
    for (int i = 0; i < papers; ++i)
        driver.press(Qt::Key_Space);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Fees);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.press(Qt::Key_F9);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Done);
    QTest::qWait(ReceiptPage::kGlance + 50);
    driver.press(Qt::Key_Return);
    CHECK(driver.visit().isEmpty());
    CHECK(driver.keystrokes() == 24 + papers);
}
