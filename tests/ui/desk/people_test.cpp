#include "core/people/people_service.h"
#include "core/people/sign_in.h"
#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"
#include "tests/ui/desk/pipe_printer.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// Types into the fields of the page in front, with Enter between and behind.
void fill(DeskDriver& driver, const QStringList& texts)
{
    for (const QString& text : texts) {
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        REQUIRE(field);
        field->clear();
        driver.type(text);
        driver.press(Qt::Key_Return);
    }
}

/// The recovery code that the page in front shows; empty without one.
QString shownCode(DeskDriver& driver)
{
    static const QRegularExpression shape(u"[0-9A-Z]{5}(-[0-9A-Z]{5}){4}"_s);
    for (const auto* label : driver.window().currentPage()->findChildren<Label*>())
        if (const auto found = shape.match(label->plainText()); found.hasMatch()) return found.captured();
    return {};
}

QString noteCode(DeskDriver& driver)
{
    const QString code = shownCode(driver);
    REQUIRE(code.size() == 29);
    driver.type(u"WRONG"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(shownCode(driver) == code);
    fill(driver, {code.right(5)});
    return code;
}

void click(DeskDriver& driver, const QString& text)
{
    for (auto* button : driver.window().currentPage()->findChildren<QPushButton*>())
        if (button->text() == text) {
            button->click();
            return driver.settle();
        }
    FAIL("no button " << text.toStdString());
}

void signIn(DeskDriver& driver, const QString& user, const QString& secret)
{
    auto* clerk = driver.window().currentPage()->findChild<QComboBox*>();
    REQUIRE(clerk);
    clerk->setCurrentIndex(clerk->findData(user));
    clerk->setFocus();
    driver.press(Qt::Key_Return);
    static_cast<QLineEdit*>(QApplication::focusWidget())->clear();
    driver.type(secret);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
}

} // namespace

TEST_CASE(
    "The first screen of an empty folder sets the centre up, and the printed code lets the owner back in",
    "[desk][people]")
{
    DeskDriver driver(DeskDriver::Data::None);
    REQUIRE(driver.window().currentId() == u"set-up"_s);
    fill(driver,
        {u"Markaz"_s, u"Centre"_s, u"1234"_s, u"24000000"_s, u"C1, C2"_s, u"Malik"_s, u"Owner"_s, u"owner"_s,
            u"first-password"_s, u"another-one"_s, u"123456"_s});
    REQUIRE(driver.window().currentId() == u"set-up"_s);
    REQUIRE(shownCode(driver).isEmpty()); // the passwords differ
    CHECK(QDir(driver.folder()).isEmpty()); // and nothing is made before all is right
    fill(driver, {u"first-password"_s, u"1234"_s}); // the owner approves what others do
    REQUIRE(shownCode(driver).isEmpty());
    fill(driver, {u"123456"_s});
    PipePrinter printer;
    driver.press(Qt::Key_F10); // without a printer the code stays to be written down
    driver.desk().output().setDevice(printer.device());
    REQUIRE(shownCode(driver).size() == 29);
    driver.press(Qt::Key_F10);
    QThreadPool::globalInstance()->waitForDone();
    CHECK(printer.received().size() > 1000);
    driver.takePictures(u"code"_s);
    const QString code = noteCode(driver);
    REQUIRE(driver.window().currentId() == u"sign-in"_s);
    signIn(driver, u"owner"_s, u"first-password"_s);
    REQUIRE(driver.desk().session().signedIn());

    driver.restart();
    REQUIRE(driver.window().currentId() == u"sign-in"_s);
    click(driver, u"نسي صاحب المركز كلمة المرور"_s);
    REQUIRE(driver.window().currentId() == u"recovery"_s);
    fill(driver, {u"owner"_s, code, u"second-password"_s, u"second-password"_s, u"432143"_s});
    CHECK(noteCode(driver) != code);
    REQUIRE(driver.window().currentId() == u"sign-in"_s);
    signIn(driver, u"owner"_s, u"second-password"_s);
    CHECK(driver.desk().session().signedIn());
}

TEST_CASE("Who is disabled at another counter, or loses a permission, loses the desk with the next page",
    "[desk][people]")
{
    DeskDriver driver;
    driver.signIn();
    const StaffId clerk = driver.desk().session().actor().staff();
    const bool disabled = GENERATE(true, false);
    driver.onDatabase([clerk, disabled](Database& db) -> Result<> {
        SANAD_TRY_VALUE(owner, SignIn(db).withPassword(u"owner"_s, u"demo-owner"_s, {}));
        PeopleService people(db);
        return disabled ? people.disable(clerk, owner)
                        : people.setPermission(Role::Clerk, Permission::IssueReceipts, false, owner);
    });
    REQUIRE(driver.desk().session().signedIn());
    driver.window().open(u"transactions"_s);
    driver.settle();
    CHECK_FALSE(driver.desk().session().signedIn());
    CHECK(driver.window().locked());
    CHECK(driver.window().currentId() == u"sign-in"_s);
}

TEST_CASE("A wrong password makes the next try wait, which the page counts down", "[desk][people]")
{
    DeskDriver driver;
    signIn(driver, u"owner"_s, u"wrong"_s);
    REQUIRE_FALSE(driver.desk().session().signedIn());
    signIn(driver, u"owner"_s, u"demo-owner"_s);
    REQUIRE_FALSE(driver.desk().session().signedIn());
    const auto counts = [&] {
        const auto labels = driver.window().currentPage()->findChildren<Label*>();
        return std::any_of(labels.begin(), labels.end(), [](const Label* label) {
            return label->isVisible() && label->plainText().startsWith(u"تُقبل المحاولة"_s);
        });
    };
    CHECK(counts());
    QTest::qWait(1200);
    CHECK_FALSE(counts());
    signIn(driver, u"owner"_s, u"demo-owner"_s);
    CHECK(driver.desk().session().signedIn());
}

TEST_CASE("The owner adds a clerk, who signs in by PIN; disabled, the clerk is on no list any more",
    "[desk][people]")
{
    DeskDriver driver;
    signIn(driver, u"owner"_s, u"demo-owner"_s);
    driver.window().open(u"staff"_s);
    driver.settle();
    driver.press(Qt::Key_Insert);
    fill(driver, {u"amal"_s, u"Amal"_s, {}});
    driver.press(Qt::Key_Return); // the role: clerk
    fill(driver, {u"amal-password"_s, u"7777"_s});
    const auto staff = [&] {
        return driver.onDatabase(
            [by = driver.desk().session().actor()](Database& db) { return PeopleService(db).list(by); });
    };
    REQUIRE(staff().back().user == u"amal"_s);
    CHECK(staff().back().role == Role::Clerk);

    driver.press(Qt::Key_L, Qt::ControlModifier);
    signIn(driver, u"amal"_s, u"7777"_s);
    REQUIRE(driver.desk().session().actor().user() == u"amal"_s);
    driver.press(Qt::Key_L, Qt::ControlModifier);
    signIn(driver, u"owner"_s, u"111111"_s);
    driver.onDatabase([id = staff().back().id, by = driver.desk().session().actor()](
                          Database& db) { return PeopleService(db).disable(id, by); });
    driver.press(Qt::Key_L, Qt::ControlModifier);
    CHECK(driver.window().currentPage()->findChild<QComboBox*>()->findData(u"amal"_s) < 0);
}

TEST_CASE(
    "A person who is being typed stays through Esc and another row, until saved or the desk changes hands",
    "[desk][people]")
{
    DeskDriver driver;
    signIn(driver, u"owner"_s, u"demo-owner"_s);
    const auto shows = [&](const QString& text) {
        const auto fields = driver.window().currentPage()->findChildren<QLineEdit*>();
        return std::any_of(
            fields.begin(), fields.end(), [&](const auto* field) { return field->text() == text; });
    };
    driver.window().open(u"staff"_s);
    driver.settle();
    driver.press(Qt::Key_Insert);
    fill(driver, {u"amal"_s, u"Amal"_s});
    driver.press(Qt::Key_Escape);
    REQUIRE(driver.window().currentId() != u"staff"_s);
    driver.window().open(u"staff"_s);
    driver.settle();
    driver.takePictures(u"staff-as-left"_s);
    CHECK(shows(u"amal"_s));
    CHECK(shows(u"Amal"_s));

    driver.window().currentPage()->findChild<DataTable*>()->choose(1);
    driver.settle();
    REQUIRE_FALSE(shows(u"amal"_s));
    driver.press(Qt::Key_Insert);
    CHECK(shows(u"amal"_s));
    CHECK(shows(u"Amal"_s));

    driver.press(Qt::Key_L, Qt::ControlModifier);
    signIn(driver, u"manager"_s, u"222222"_s);
    driver.press(Qt::Key_L, Qt::ControlModifier);
    signIn(driver, u"owner"_s, u"111111"_s);
    driver.window().open(u"staff"_s);
    driver.settle();
    CHECK_FALSE(shows(u"amal"_s));
    driver.press(Qt::Key_Insert);
    CHECK_FALSE(shows(u"amal"_s));

    fill(driver, {u"badr"_s, u"Badr"_s, {}});
    driver.press(Qt::Key_Return);
    fill(driver, {u"badr-password"_s, u"7777"_s});
    CHECK_FALSE(shows(u"badr"_s)); // saved
}
