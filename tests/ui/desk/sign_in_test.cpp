#include "core/cash/shift_service.h"
#include "core/demo/demo_centre.h"
#include "core/people/people_service.h"
#include "core/people/sign_in.h"
#include "core/receipts/day_service.h"
#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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

QString chosen(DeskDriver& driver)
{
    return driver.window().currentPage()->findChild<QComboBox*>()->currentData().toString();
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

TEST_CASE("The sign-in begins with who signed in last at this desk", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    driver.restart();
    CHECK(chosen(driver) == u"owner"_s);
    driver.signIn();
    driver.restart();
    CHECK(chosen(driver) == u"clerk1"_s);
}

TEST_CASE("Where nobody signed in yet nobody is chosen, and nothing is tried in anybody's name", "[desk]")
{
    DeskDriver driver(DeskDriver::Data::None);
    {
        auto database = must(Database::open(DataLocation::parse(driver.folder()), OpenMode::Create));
        FirstRun run;
        run.centre.nameAr = u"مركز"_s;
        run.centre.licence = u"1"_s;
        run.counters = {{u"C1"_s, u"شباك 1"_s, {}, true}};
        run.owner = {u"owner"_s, u"صاحب"_s, {}, Role::Owner, u"a-password"_s, u"111111"_s};
        must(PeopleService(*database).setUp(run));
        const Actor owner = must(SignIn(*database).withPassword(u"owner"_s, u"a-password"_s, {}));
        must(PeopleService(*database).add(
            {u"amal"_s, u"أمل"_s, {}, Role::Clerk, u"a-password"_s, u"1111"_s}, owner));
    }
    driver.restart();
    REQUIRE(driver.window().currentId() == u"sign-in"_s);
    driver.takePictures(u"nobody"_s);
    CHECK(chosen(driver).isEmpty());
    driver.press(Qt::Key_Return);
    CHECK(qobject_cast<QComboBox*>(QApplication::focusWidget()));
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(qobject_cast<QComboBox*>(QApplication::focusWidget()));
    driver.takePictures(u"nobody-asked"_s);
    CHECK(driver.onDatabase([](Database& db) {
        return db.read([](Tx& tx) -> Result<int> {
            auto query = tx.query("SELECT count(*) FROM sign_in_failure");
            query.run();
            return query.next() ? query.int32(0) : -1;
        });
    }) == 0);
    driver.press(Qt::Key_Down);
    CHECK_FALSE(chosen(driver).isEmpty());
}

TEST_CASE("A desk whose data another program holds tries again with Enter, and goes on once that has left",
    "[desk]")
{
    QTemporaryDir folder;
    DeskOptions options;
    options.data = DataLocation::parse(folder.path());
    auto held = Database::open(options.data, OpenMode::Create);
    REQUIRE(held);
    Application desk(*static_cast<QApplication*>(qApp), options);
    QSignalSpy failed(&desk, &Application::failed);
    QSignalSpy ready(&desk, &Application::ready);
    desk.start();
    REQUIRE(failed.wait(60'000));
    QApplication::setActiveWindow(&desk.window());
    if (const QString pictures = qEnvironmentVariable("SANAD_PICTURES"); !pictures.isEmpty())
        for (const Scheme scheme : {Scheme::Dark, Scheme::Light})
            for (const Language language : {Language::English, Language::Arabic}) {
                Theme::instance().setScheme(scheme);
                desk.setLanguage(language);
                QTest::qWait(50);
                desk.window().grab().save(u"%1/in-use-%2-%3.png"_s.arg(
                    pictures, languageKey(language), scheme == Scheme::Dark ? u"dark"_s : u"light"_s));
            }
    const auto enter = [] {
        REQUIRE(qobject_cast<KeyButton*>(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    };
    enter();
    REQUIRE(failed.wait(60'000));
    CHECK(ready.isEmpty());
    *held = nullptr;
    enter();
    REQUIRE(ready.wait(60'000));
    CHECK(desk.window().currentId() == u"set-up"_s);
    for (const auto* button : desk.window().findChildren<KeyButton*>(QString(), Qt::FindDirectChildrenOnly))
        CHECK_FALSE(button->isVisible());
}
