#include "core/customers/customer_service.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/customers/consent_presenter.h"
#include "ui/visit/ticket_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

constexpr auto kChild = "87654322";

/// A customer of nine years with the civil number kChild.
void addChild(DeskDriver& driver)
{
    driver.onDatabase([by = driver.desk().session().actor()](Database& db) {
        Customer child;
        child.nameAr = u"زهران بن نبهان الكندي"_s;
        child.birthDate = businessDayAt(db.clock()(), 0).addYears(-9);
        child.identifiers = {{u"civil_number"_s, QString::fromLatin1(kChild)}};
        return CustomerService(db).create(child, by, ConfirmDuplicates::Yes, ConfirmUnusual::Yes);
    });
}

/// The warning beside the visit; empty while there is none.
QString warning(DeskDriver& driver)
{
    auto* panel = driver.window().findChild<TicketPanel*>();
    REQUIRE(panel);
    auto* banner = panel->findChild<Banner*>();
    REQUIRE(banner);
    return banner->isVisible() ? banner->text() : QString();
}

} // namespace

TEST_CASE(
    "A child at the counter without a guardian's consent is warned of, and F3 takes the consent", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    addChild(driver);
    const QString guardian = driver.knownCivilNumber();
    driver.type(QString::fromLatin1(kChild));
    driver.press(Qt::Key_Return);
    driver.settle();
    REQUIRE(driver.visit().customer());
    REQUIRE(driver.visit().step() == CurrentVisit::Step::Service);
    CHECK(warning(driver).contains(u"18"_s));
    driver.type(u"ROP-VEH-RENEW"_s);
    driver.press(Qt::Key_Return);
    driver.settle();
    REQUIRE(driver.visit().step() == CurrentVisit::Step::Form);
    CHECK(warning(driver).contains(u"18"_s));

    driver.press(Qt::Key_F3);
    driver.settle();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
    CHECK(driver.visit().lacksGuardian()); // nobody was named
    driver.takePictures(u"guardian"_s);
    driver.type(guardian);
    driver.settle();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
    CHECK_FALSE(driver.visit().lacksGuardian());
    CHECK(warning(driver).isEmpty());
    CHECK(driver.visit().step() == CurrentVisit::Step::Form);
    CHECK(driver.window().currentId() == u"form"_s);
}

TEST_CASE("A guardian who is no customer yet is made one without leaving the child's visit", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    addChild(driver);
    driver.type(QString::fromLatin1(kChild));
    driver.press(Qt::Key_Return);
    driver.settle();
    const CustomerId child = driver.visit().customer()->id;
    driver.press(Qt::Key_F3);
    driver.settle();
    driver.type(u"نبهان بن سيف الكندي"_s);
    driver.settle();
    driver.press(Qt::Key_Insert);
    driver.press(Qt::Key_Escape); // back to the consent, and once more
    driver.press(Qt::Key_Insert);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
    REQUIRE(driver.visit().customer());
    CHECK(driver.visit().customer()->id == child);
    CHECK_FALSE(driver.visit().lacksGuardian());
    CHECK(driver.visit().step() == CurrentVisit::Step::Service);
    const auto latest = driver.onDatabase([child, by = driver.desk().session().actor()](Database& db) {
        return CustomerService(db).consents(child, by);
    });
    const auto guardian =
        driver.onDatabase([id = latest.front().guardian, by = driver.desk().session().actor()](
                              Database& db) { return CustomerService(db).get(id, by); });
    CHECK(guardian.nameAr == u"نبهان بن سيف الكندي"_s);
}

TEST_CASE("An adult is served without a word of a guardian, and F3 searches", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.type(driver.knownCivilNumber());
    driver.press(Qt::Key_Return);
    driver.settle();
    REQUIRE(driver.visit().customer());
    CHECK(warning(driver).isEmpty());
    addChild(driver);
    CHECK(warning(driver).isEmpty());
    driver.press(Qt::Key_F3);
    driver.type(QString::fromLatin1(kChild));
    driver.press(Qt::Key_Return);
    driver.settle();
    CHECK(warning(driver).contains(u"18"_s));
}

TEST_CASE("A guardian who was being taken for one child is not set for the next one", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    addChild(driver);
    const auto idOf = [&](const QString& number) {
        return driver
            .onDatabase([number, by = driver.desk().session().actor()](
                            Database& db) { return CustomerService(db).find(number, 1, by); })
            .front()
            .id;
    };
    const CustomerId child = idOf(QString::fromLatin1(kChild)), adult = idOf(driver.knownCivilNumber());
    ConsentPresenter consents(driver.desk().tasks(), driver.desk().session());
    consents.load(child);
    driver.settle();
    REQUIRE(consents.state());
    consents.takeGuardian(adult);
    consents.load(child);
    driver.settle();
    CHECK(consents.state());
    CHECK_FALSE(consents.guardian());

    QList<CustomerId> recorded;
    QObject::connect(&consents, &ConsentPresenter::recorded, [&](CustomerId id) { recorded << id; });
    consents.takeGuardian(adult);
    driver.settle();
    REQUIRE(consents.guardian());
    consents.record(Language::Arabic);
    consents.load(adult);
    consents.clear();
    driver.settle();
    CHECK(recorded == QList{child});
    CHECK_FALSE(consents.state());
}
