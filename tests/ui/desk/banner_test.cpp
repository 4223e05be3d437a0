#include "tests/ui/desk/desk_driver.h"
#include "ui/widgets/banner.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("News does not stay in the old language when the language is switched", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.press(Qt::Key_Insert);
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return);
    const auto* banner = driver.window().findChild<Banner*>();
    REQUIRE(banner);
    REQUIRE(banner->isVisible());
    driver.desk().setLanguage(Language::English);
    driver.settle();
    CHECK_FALSE(banner->isVisible());
    driver.desk().setLanguage(Language::Arabic);
}
