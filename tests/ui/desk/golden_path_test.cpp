#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"

#include "ui/forms/form_editor.h"
#include "ui/forms/form_page.h"
#include "ui/pay/receipt_page.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

namespace {

/// A service of three papers whose name begins with the three characters that are typed.
const auto kService = u"MAF"_s;

/// From the waiting list to the form of `service`.
void walkToForm(DeskDriver& driver, const QString& civilNumber, const QString& service)
{
    driver.press(Qt::Key_Insert);
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().isEmpty());

    driver.press(Qt::Key_F2);
    REQUIRE(driver.visit().awaitsArrival());
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().ticket()->state == TicketState::Serving);

    driver.type(civilNumber);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Service);
    REQUIRE(driver.visit().customer()->identifier(u"civil_number") == civilNumber);

    driver.type(service);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Form);
}

/// From the waiting list to the fees of `service`, with nothing added to them.
void walkToFees(DeskDriver& driver, const QString& service)
{
    driver.signIn();
    walkToForm(driver, driver.knownCivilNumber(), service);
    REQUIRE(driver.visit().work()->service.code == service);
    driver.fillForm();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Documents);
    for (std::size_t i = 0; i < driver.visit().work()->service.documents.size(); ++i)
        driver.press(Qt::Key_Space);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Assisted);
    driver.bringReference(u"7781234"_s);
    REQUIRE(driver.visit().step() == Step::Fees);
}

/// The last line of the fees page.
QString totalShown(DeskDriver& driver)
{
    const auto* table = driver.window().currentPage()->findChild<DataTable*>();
    REQUIRE(table);
    const auto* rows = table->model();
    return rows->index(rows->rowCount() - 1, rows->columnCount() - 1).data().toString();
}

/// Accepts the fees and takes exact cash.
Money takeCash(DeskDriver& driver)
{
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Pay);
    driver.press(Qt::Key_F9);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Done);
    return driver.visit().receipt()->total;
}

} // namespace

TEST_CASE("An extra of the fee that the clerk chooses is shown and charged, and only that", "[desk]")
{
    DeskDriver driver;
    walkToFees(driver, u"ROP-VEH-TRANSFER"_s);
    const Money plain = driver.visit().total();
    Money due = plain;
    SECTION("none, without a further key") { }
    SECTION("by its number")
    {
        driver.press(Qt::Key_1, Qt::ControlModifier);
        due = plain + Money::fromBaisa(5'000);
    }
    SECTION("and left out again with Space")
    {
        driver.press(Qt::Key_1, Qt::ControlModifier);
        driver.press(Qt::Key_Space);
    }
    CHECK(totalShown(driver) == amountText(due));
    CHECK(takeCash(driver) == due);
}

TEST_CASE("Another price is charged once a second person approved it on the spot, with the reason", "[desk]")
{
    DeskDriver driver;
    walkToFees(driver, u"ROP-VEH-TRANSFER"_s);
    const Money plain = driver.visit().total();
    for (auto* button : driver.window().currentPage()->findChildren<QPushButton*>())
        if (button->text() == u"سعر آخر"_s) button->click();
    driver.press(Qt::Key_Return);
    driver.type(u"0.5"_s);
    driver.press(Qt::Key_Return);
    driver.type(u"regular"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Pay);
    driver.press(Qt::Key_F9);
    driver.press(Qt::Key_Return);
    // A PIN that is wrong changes nothing.
    driver.type(u"999999"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Pay);
    QTest::qWait(1100);
    driver.type(u"111111"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Done);
    CHECK(driver.visit().receipt()->total == plain - Money::fromBaisa(500));
    CHECK(driver.visit().receipt()->discounts == Money::fromBaisa(500));
}

TEST_CASE("The months of a late fine are shown and charged", "[desk]")
{
    DeskDriver driver;
    walkToFees(driver, u"ROP-ID-RENEW"_s);
    const Money plain = driver.visit().total();
    driver.press(Qt::Key_1, Qt::ControlModifier);
    driver.type(u"2"_s);
    const Money due = plain + Money::fromBaisa(10'000);
    CHECK(totalShown(driver) == amountText(due));
    CHECK(takeCash(driver) == due);
}

TEST_CASE("A standard visit takes 27 keystrokes and the form's data", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    const QString civilNumber = driver.knownCivilNumber();
    driver.startCounting();

    walkToForm(driver, civilNumber, kService);
    driver.fillForm();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Documents);

    for (int i = 0; i < 3; ++i)
        driver.press(Qt::Key_Space);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Assisted);
    driver.bringReference(u"7781234"_s);
    REQUIRE(driver.visit().step() == Step::Fees);

    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Pay);
    driver.press(Qt::Key_F9);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Done);
    CHECK(driver.visit().receipt()->number == u"C1-000001"_s);
    CHECK(driver.visit().receipt()->ticket == u"A-001"_s);
    CHECK_FALSE(driver.visit().payable());

    QTest::qWait(ReceiptPage::kGlance + 50);
    driver.press(Qt::Key_Return);
    CHECK(driver.visit().isEmpty());
    CHECK(driver.window().currentId() == u"serve"_s);
    CHECK(driver.keystrokes() == 27);
}

TEST_CASE("Work that was put on hold comes back with its field and its caret", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    walkToForm(driver, driver.knownCivilNumber(), kService);
    auto* page = qobject_cast<FormPage*>(driver.window().currentPage());
    QLineEdit* edit = nullptr;
    QString field;
    for (const auto& name : page->visibleFields()) {
        edit = qobject_cast<QLineEdit*>(page->editor(name)->input());
        field = name;
        if (edit && edit->text().isEmpty()) break;
    }
    REQUIRE(edit);
    while (QApplication::focusWidget() != edit)
        driver.press(Qt::Key_Tab);
    driver.type(u"12345"_s);
    driver.press(Qt::Key_Left);
    driver.press(Qt::Key_Left);

    driver.press(Qt::Key_F7);
    REQUIRE(driver.visit().isEmpty());
    REQUIRE(driver.window().currentId() == u"serve"_s);

    driver.press(Qt::Key_F7, Qt::ShiftModifier);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Form);
    auto* back = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(back);
    CHECK(back == qobject_cast<FormPage*>(driver.window().currentPage())->editor(field)->input());
    CHECK(back->text() == u"12345"_s);
    CHECK(back->cursorPosition() == 3);

    driver.press(Qt::Key_F7);
    CHECK(driver.visit().isEmpty());
}

TEST_CASE("A form that lacks answers says so beside each field and keeps what was typed", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    walkToForm(driver, driver.knownCivilNumber(), kService);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(driver.visit().step() == Step::Form);
    auto* page = qobject_cast<FormPage*>(driver.window().currentPage());
    int faulty = 0;
    for (const auto& name : page->visibleFields())
        if (page->editor(name)->row()->fault() == Fault::Block) ++faulty;
    CHECK(faulty > 0);

    // Enter on the summary leads to the first field that needs an answer.
    driver.press(Qt::Key_Return);
    auto* focus = QApplication::focusWidget();
    REQUIRE(focus);
    CHECK(focus->property("fault").toString() == u"block"_s);
}

TEST_CASE("The language switches under work that goes on", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    REQUIRE(uiLanguage() == Language::Arabic);
    driver.type(u"9123"_s);
    driver.desk().setLanguage(Language::English);
    CHECK(QApplication::layoutDirection() == Qt::LeftToRight);
    auto* search = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(search);
    CHECK(search->text() == u"9123"_s);
    driver.desk().setLanguage(Language::Arabic);
    CHECK(QApplication::layoutDirection() == Qt::RightToLeft);
    CHECK(search->text() == u"9123"_s);
}

TEST_CASE("Chords work under an Arabic layout", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.press(static_cast<Qt::Key>(u'م'), Qt::ControlModifier);
    CHECK_FALSE(driver.desk().session().signedIn());
    CHECK(driver.window().locked());
}

TEST_CASE("Somebody who is not a customer is begun with the number that was typed", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.type(u"7654321"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.window().currentId() == u"customers"_s);
    driver.type(u"سيف بن راشد المعمري"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_Return);
    auto* identifier = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(identifier);
    CHECK(identifier->text() == u"7654321"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Service);
    CHECK(driver.visit().customer()->nameAr == u"سيف بن راشد المعمري"_s);
}

TEST_CASE("What was being typed is offered again after the program ended suddenly", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    walkToForm(driver, driver.knownCivilNumber(), kService);
    auto* page = qobject_cast<FormPage*>(driver.window().currentPage());
    QString field;
    for (const auto& name : page->visibleFields()) {
        auto* edit = qobject_cast<QLineEdit*>(page->editor(name)->input());
        if (!edit || !edit->text().isEmpty()) continue;
        field = name;
        while (QApplication::focusWidget() != edit)
            driver.press(Qt::Key_Tab);
        break;
    }
    REQUIRE_FALSE(field.isEmpty());
    driver.type(u"777"_s);
    QTest::qWait(600); // a pause in typing saves
    driver.settle();

    driver.restart();
    driver.signIn();
    REQUIRE(driver.window().currentId() == u"serve"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Form);
    auto* back = qobject_cast<FormPage*>(driver.window().currentPage())->editor(field);
    REQUIRE(back);
    CHECK(qobject_cast<QLineEdit*>(back->input())->text() == u"777"_s);
}

TEST_CASE("Switching the language leaves the keyboard in the field where it is", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    walkToForm(driver, driver.knownCivilNumber(), kService);
    driver.press(Qt::Key_Return, Qt::ControlModifier); // nothing is answered: the summary lists it
    driver.fillForm();
    QWidget* const field = QApplication::focusWidget();
    REQUIRE(field);
    driver.window().run(Command::Language);
    CHECK(QApplication::focusWidget() == field);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Documents);
    QWidget* const papers = QApplication::focusWidget();
    REQUIRE(papers);
    CHECK(driver.window().currentPage()->isAncestorOf(papers));
    driver.window().run(Command::Language);
    CHECK(QApplication::focusWidget() == papers);
}
