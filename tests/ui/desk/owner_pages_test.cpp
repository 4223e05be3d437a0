#include "core/demo/demo_centre.h"
#include "core/privacy/privacy_service.h"
#include "core/visits/visit_service.h"
#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/cash/count_grid.h"
#include "ui/reports/figure_tile.h"
#include "ui/shell/command_search.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>

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

/// One paid visit, so that the day has figures.
Receipt sell(DeskDriver& driver)
{
    return driver.onDatabase([by = driver.desk().session().actor()](Database& db) -> Result<Receipt> {
        SANAD_TRY_VALUE(visit,
            parseVisit(
                R"({"counter":"C1","customer":{"civil_number":"12345678","name_ar":"سالم بن حمد الحارثي","phone":"+96892345678"},
"items":[{"service":"ROP-VEH-RENEW","form":{"acting_as":"self","plate_number":"12345 أب","engine_class":"LT1500",
"insurance_policy_no":"P-1","insurance_expiry":"2027-03-01"},"documents":["veh","ins","fines0"],"portal_reference":"7781234",
"fee_state":"confirmed"}],"payments":[{"tender":"cash","baisa":50000}]})"));
        return VisitService(db).complete(visit, by);
    });
}

template <class Widget> Widget* shown(DeskDriver& driver)
{
    for (auto* widget : driver.window().currentPage()->findChildren<Widget*>())
        if (widget->isVisible()) return widget;
    return nullptr;
}

} // namespace

TEST_CASE("The owner opens a figure's receipts, comes back and saves the day as PDF and Excel, by keys alone",
    "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    const Receipt receipt = sell(driver);

    driver.press(Qt::Key_F11);
    REQUIRE(driver.window().currentId() == u"reports"_s);
    auto* tile = qobject_cast<FigureTile*>(QApplication::focusWidget());
    REQUIRE(tile);
    CHECK(tile->accessibleDescription().contains(
        (receipt.serviceFees - receipt.discounts - receipt.vat).text()));

    driver.press(Qt::Key_Return);
    auto* list = qobject_cast<DataTable*>(QApplication::focusWidget());
    REQUIRE(list);
    REQUIRE(list->rows().rowCount() == 1);
    CHECK(list->rows().index(0, 0).data().toString().contains(receipt.number));
    driver.press(Qt::Key_Escape);
    CHECK(QApplication::focusWidget() == tile);

    // Forward is to the left in Arabic: the next figure is the government's money.
    driver.press(Qt::Key_Left);
    auto* next = qobject_cast<FigureTile*>(QApplication::focusWidget());
    REQUIRE(next);
    CHECK(next->accessibleDescription().contains(receipt.governmentFees.text()));

    driver.press(Qt::Key_P, Qt::ControlModifier);
    driver.press(Qt::Key_E, Qt::ControlModifier);
    const QDir folder(driver.papers());
    CHECK(folder.entryList({u"daily-report-*.pdf"_s}).size() == 1);
    CHECK(folder.entryList({u"daily-report-*.xlsx"_s}).size() == 1);
}

TEST_CASE(
    "A drawer is counted blind, its difference explained, signed off with a PIN and the day closed", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    sell(driver);
    driver.window().open(u"cash"_s);
    driver.settle();

    driver.press(Qt::Key_Return);
    auto* grid = shown<CountGrid>(driver);
    REQUIRE(grid);
    driver.type(u"1"_s);
    CHECK(grid->total() == Money::fromBaisa(50'000));
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(grid->isVisible());

    auto* reason = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(reason);
    driver.takePictures(u"cash-difference"_s);
    driver.type(u"فكة"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.press(Qt::Key_Return, Qt::ControlModifier); // nothing typed is no try
    CHECK(QApplication::focusWidget()->property("fault").toString() == u"block"_s);
    driver.type(owner().pin);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.type(owner().pin);
    driver.press(Qt::Key_Return, Qt::ControlModifier);

    const auto open = driver.onDatabase(
        [by = driver.desk().session().actor()](Database& db) { return DayService(db).openDays(by); });
    CHECK(open.empty());
    CHECK(QDir(driver.papers()).entryList({u"day-close-*.pdf"_s}).size() == 1);
}

TEST_CASE("In the smallest window a drawer is counted without scrolling, and no command is cut", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    driver.window().resize(1366, 768);
    sell(driver);
    driver.window().open(u"cash"_s);
    driver.settle();
    driver.press(Qt::Key_Return);
    const auto* grid = shown<CountGrid>(driver);
    REQUIRE(grid);
    for (const Language language : {Language::Arabic, Language::English}) {
        driver.desk().setLanguage(language);
        driver.settle();
        const QWidget* viewport = grid->parentWidget();
        CHECK(grid->height() <= viewport->height());
        driver.press(Qt::Key_K, Qt::ControlModifier);
        const auto* commands = driver.window().findChild<CommandSearch*>()->findChild<QListWidget*>();
        REQUIRE(commands->isVisible());
        CHECK(commands->viewport()->height() % commands->sizeHintForRow(0) == 0);
        driver.press(Qt::Key_Escape);
    }
    driver.desk().setLanguage(Language::Arabic);
}

TEST_CASE(
    "A search for a command that finds none says so with what was typed, and Enter does nothing", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.press(Qt::Key_K, Qt::ControlModifier);
    driver.type(u"qqq"_s);
    const auto* search = driver.window().findChild<CommandSearch*>();
    REQUIRE(search);
    const auto sentence = [search] {
        QString text;
        for (const auto* label : search->findChildren<Label*>())
            if (label->isVisible()) text += label->plainText();
        return text;
    };
    driver.takePictures(u"no-command"_s);
    CHECK(sentence().contains(u"qqq"_s));
    CHECK_FALSE(search->findChild<QListWidget*>()->isVisible());
    driver.press(Qt::Key_Return);
    CHECK(search->isVisible());
    CHECK(driver.window().currentId() == u"serve"_s);
    for (int i = 0; i < 3; ++i)
        driver.press(Qt::Key_Backspace);
    CHECK(sentence().isEmpty());
    CHECK(search->findChild<QListWidget*>()->isVisible());
}

TEST_CASE("A count that is being typed survives what others do with their drawers", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    sell(driver);
    driver.window().open(u"cash"_s);
    driver.settle();
    driver.press(Qt::Key_Return);
    driver.type(u"7"_s);
    driver.onDatabase([by = driver.desk().session().actor()](Database& db) {
        return ShiftService(db).open(u"C2"_s, Money::fromBaisa(10'000), by);
    });
    auto* grid = shown<CountGrid>(driver);
    REQUIRE(grid);
    CHECK(grid->total() == Money::fromBaisa(350'000));
}

TEST_CASE("A reference that the agency gives later is entered beside the list of transactions", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    sell(driver);
    driver.press(Qt::Key_F8);
    REQUIRE(driver.window().currentId() == u"transactions"_s);
    driver.press(Qt::Key_3, Qt::ControlModifier);
    auto* list = shown<DataTable>(driver);
    REQUIRE(list);
    REQUIRE(list->rows().rowCount() == 1);
    driver.press(Qt::Key_Return);
    auto* reference = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(reference);
    CHECK(reference->text() == u"7781234"_s);
    reference->selectAll();
    driver.type(u"7781235"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    const auto page = driver.onDatabase([by = driver.desk().session().actor()](Database& db) {
        return TransactionService(db).list({}, {}, 10, by);
    });
    REQUIRE(page.rows.size() == 1);
    CHECK(page.rows[0].portalReference == u"7781235"_s);
}

TEST_CASE("The sync page says how much is unsent and lists every channel with its state", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    driver.window().open(u"sync"_s);
    driver.settle();
    auto* list = shown<DataTable>(driver);
    REQUIRE(list);
    setUiLanguage(*static_cast<QApplication*>(qApp), Language::English);
    driver.settle();
    CHECK(driver.window().currentPage()->findChildren<Label*>().first()->plainText() ==
        u"Everything has been sent."_s);
    setUiLanguage(*static_cast<QApplication*>(qApp), Language::Arabic);
}

/// Not run by itself: `SANAD_DRAW=FOLDER test_desk "[draw]"` leaves the steps behind the pages to be looked
/// at.
TEST_CASE("The owner's deeper steps are drawn into a folder to be looked at", "[.][draw]")
{
    DeskDriver driver;
    driver.signInOwner();
    driver.window().resize(1366, 768);
    sell(driver);
    const QDir folder(qEnvironmentVariable("SANAD_DRAW", u"."_s));
    const auto draw = [&](const QString& name) {
        driver.settle();
        driver.window().grab().save(folder.filePath(name + u".png"_s));
    };
    driver.press(Qt::Key_F11);
    driver.press(Qt::Key_3, Qt::ControlModifier);
    draw(u"by-service"_s);
    driver.press(Qt::Key_Return);
    draw(u"receipts"_s);
    driver.press(Qt::Key_F8);
    driver.press(Qt::Key_3, Qt::ControlModifier);
    driver.press(Qt::Key_Return);
    draw(u"transaction"_s);
    const QString civil = driver.knownCivilNumber();
    driver.onDatabase([civil, by = driver.desk().session().actor()](Database& db) -> Result<> {
        SANAD_TRY_VALUE(found, CustomerService(db).find(civil, 1, by));
        SANAD_TRY(PrivacyService(db).restrictUse(found.front().id, by));
        return {};
    });
    driver.press(Qt::Key_F3);
    driver.type(u"بن"_s);
    draw(u"matches"_s);
    driver.press(Qt::Key_F3);
    driver.type(civil);
    draw(u"restricted"_s);
    driver.window().open(u"cash"_s);
    driver.settle();
    driver.press(Qt::Key_Return);
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    draw(u"difference"_s);
    driver.type(u"فكة"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    draw(u"sign-off"_s);
    driver.type(owner().pin);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    draw(u"day-close"_s);
}

TEST_CASE("Tab leads through every field of a new person, the password and the PIN too", "[desk][people]")
{
    DeskDriver driver;
    driver.signInOwner();
    driver.window().open(u"staff"_s);
    driver.settle();
    driver.press(Qt::Key_Insert);
    for (const QString& text : {u"amal"_s, u"أمل"_s, u"Amal"_s, QString(), u"amal-password"_s, u"7777"_s}) {
        driver.type(text);
        driver.press(Qt::Key_Tab);
    }
    QStringList typed;
    for (const auto* edit : driver.window().currentPage()->findChildren<QLineEdit*>())
        if (!edit->text().isEmpty()) typed << edit->text();
    CHECK(typed.contains(u"amal-password"_s));
    CHECK(typed.contains(u"7777"_s));
}
