#include "tests/ui/desk/desk_driver.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/field_row.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

namespace {

constexpr auto kNumber = "70019901";

/// To the form of a new customer with kNumber, the caret in the name.
void openForm(DeskDriver& driver)
{
    driver.signIn();
    driver.press(Qt::Key_F3);
    driver.type(QString::fromLatin1(kNumber));
    driver.press(Qt::Key_Return);
}

void finish(DeskDriver& driver)
{
    driver.press(Qt::Key_Return, Qt::ControlModifier);
}

/// What stands in the visible fields: name, identifier, phone.
QStringList fields(DeskDriver& driver)
{
    QStringList texts;
    for (const auto* row : driver.window().currentPage()->findChildren<FieldRow*>())
        if (const auto* edit = qobject_cast<QLineEdit*>(row->editor()); edit && edit->isVisible())
            texts << edit->text();
    return texts;
}

FieldRow* rowUnderCaret()
{
    for (QWidget* each = QApplication::focusWidget(); each; each = each->parentWidget())
        if (auto* row = qobject_cast<FieldRow*>(each)) return row;
    return nullptr;
}

/// Of the window itself.
bool windowTells(DeskDriver& driver)
{
    for (const auto* banner : driver.window().findChildren<Banner*>(QString(), Qt::FindDirectChildrenOnly))
        if (banner->isVisible()) return true;
    return false;
}

} // namespace

TEST_CASE(
    "What was typed for a new customer waits behind Esc and behind another page, caret and all", "[desk]")
{
    DeskDriver driver;
    openForm(driver);
    driver.type(u"زهرة بنت سالم"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_Return);
    driver.type(u"91119901"_s);
    driver.press(Qt::Key_Left);
    const QStringList typed = fields(driver);
    REQUIRE(typed == QStringList{u"زهرة بنت سالم"_s, QString::fromLatin1(kNumber), u"91119901"_s});
    SECTION("Esc")
    {
        driver.press(Qt::Key_Escape);
    }
    SECTION("another page")
    {
        driver.press(Qt::Key_F8);
        driver.press(Qt::Key_F3);
    }
    SECTION("the form of another")
    {
        driver.press(Qt::Key_Escape);
        driver.type(u"70019902"_s);
        driver.press(Qt::Key_Return);
        CHECK(fields(driver) == QStringList{QString(), u"70019902"_s, QString()});
        driver.type(u"غيرها"_s);
        driver.press(Qt::Key_Escape);
        driver.type(QString::fromLatin1(kNumber));
    }
    CHECK(fields(driver).isEmpty());
    driver.press(Qt::Key_Return);
    CHECK(fields(driver) == typed);
    auto* caret = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(caret);
    CHECK(caret->text() == u"91119901"_s);
    CHECK(caret->cursorPosition() == 7);

    finish(driver);
    REQUIRE(driver.visit().step() == Step::Service);
    CHECK(driver.visit().customer()->phone == u"+96891119901"_s);
    driver.press(Qt::Key_F3);
    driver.press(Qt::Key_Insert); // saved: nothing waits
    CHECK_FALSE(fields(driver).contains(u"91119901"_s));
}

TEST_CASE("What one person typed for a new customer is not the next one's", "[desk]")
{
    DeskDriver driver;
    openForm(driver);
    driver.type(u"زهرة بنت سالم"_s);
    driver.press(Qt::Key_L, Qt::ControlModifier);
    auto* who = driver.window().currentPage()->findChild<QComboBox*>();
    REQUIRE(who);
    who->setCurrentIndex(who->findData(u"owner"_s));
    who->setFocus();
    driver.press(Qt::Key_Return);
    driver.type(u"111111"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.desk().session().signedIn());
    driver.press(Qt::Key_F3);
    driver.type(QString::fromLatin1(kNumber));
    driver.press(Qt::Key_Return);
    CHECK(fields(driver).value(0).isEmpty());
}

TEST_CASE("Each wrong field of a new customer is marked, the caret goes to the first", "[desk]")
{
    DeskDriver driver;
    openForm(driver);
    driver.type(u"زهرة 7 سالم"_s); // no name has digits
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_Return);
    driver.type(QString(30, u'1')); // no number is that long
    driver.press(Qt::Key_Return);
    driver.type(u"هاتف"_s);
    finish(driver);
    REQUIRE(rowUnderCaret());
    CHECK(qobject_cast<QLineEdit*>(rowUnderCaret()->editor())->text().contains(u'7'));
    CHECK(rowUnderCaret()->fault() == Fault::Block);
    int marked = 0;
    for (const auto* row : driver.window().currentPage()->findChildren<FieldRow*>())
        if (row->isVisible() && row->fault() != Fault::None) ++marked;
    CHECK(marked == 3);
    driver.takePictures(u"new-customer"_s);
    driver.press(Qt::Key_Escape);
    CHECK_FALSE(windowTells(driver));
}

TEST_CASE("An error does not stay over another level of the customers than its own", "[desk]")
{
    DeskDriver driver;
    openForm(driver);
    const auto fail = [&] {
        Q_EMIT driver.window().currentPage()->failed({ErrorCode::Invalid, u"customer.no-name"_s, {}, {}});
    };
    fail();
    REQUIRE(windowTells(driver));
    driver.press(Qt::Key_Escape);
    CHECK_FALSE(windowTells(driver));
    fail();
    driver.press(Qt::Key_Return);
    CHECK_FALSE(windowTells(driver));
}
