#include "core/cash/shift_service.h"
#include "core/settings/settings_service.h"
#include "core/visits/visit_service.h"
#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"
#include "tests/ui/desk/pipe_printer.h"
#include "ui/printing/printer_device.h"
#include "ui/settings/desk_choices.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/top_strip.h"
#include "ui/text/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

constexpr int kPatience = 20'000; // milliseconds

Actor manager()
{
    return actorWith({Permission::ManageSettings}, u"C1"_s);
}

/// The settings page, as somebody sees it who may manage settings.
void openAsManager(DeskDriver& driver)
{
    driver.signIn();
    driver.desk().session().signIn(manager());
    driver.window().open(u"settings"_s);
    driver.settle();
}

/// A receipt of today, with everything allowed to whoever sits there.
Receipt soldToday(DeskDriver& driver)
{
    driver.signIn();
    driver.desk().session().signIn(actorWith({allPermissions().begin(), allPermissions().end()}, u"C1"_s));
    return driver.onDatabase([by = driver.desk().session().actor()](Database& db) -> Result<Receipt> {
        SANAD_TRY_VALUE(visit,
            parseVisit(R"({"counter":"C1","customer":{"civil_number":"12345678","name_ar":"سالم الحارثي",
"phone":"+96892345678"},"items":[{"service":"OWN-COPY","form":{"quantity":3,"colour":"bw"}}]})"));
        return VisitService(db).complete(visit, by);
    });
}

/// What is printed is told when the printer has it, which no task waits for.
bool saysOf(DeskDriver& driver, const Receipt& receipt)
{
    return driver.window().findChild<Banner*>()->text().contains(receipt.number);
}

} // namespace

TEST_CASE("What is chosen for a desk is kept in its file and read back", "[desk]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"here/desk.ini"_s);
    CHECK(readDeskChoices(file) == DeskChoices());
    const DeskChoices choices{Language::English, Scheme::Dark, 125, u"/dev/usb/lp0"_s, 5};
    REQUIRE(writeDeskChoices(file, choices));
    CHECK(readDeskChoices(file) == choices);
}

TEST_CASE("Language and theme are chosen on the settings page and count at once", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.window().open(u"settings"_s);
    driver.settle();
    auto* language = qobject_cast<QComboBox*>(QApplication::focusWidget());
    REQUIRE(language);
    driver.press(Qt::Key_Down);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(uiLanguage() == Language::English);
    CHECK(driver.window().findChild<Banner*>()->text() == u"Saved for this desk."_s);
    driver.desk().setLanguage(Language::Arabic);
}

TEST_CASE("A clerk sees the desk's settings and not the centre's", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.window().open(u"settings"_s);
    driver.settle();
    int shown = 0;
    for (auto* button : driver.window().currentPage()->findChildren<KeyButton*>())
        if (button->isVisible() && button->isCheckable()) ++shown;
    CHECK(shown == 1);
    driver.press(Qt::Key_2, Qt::ControlModifier);
    CHECK(qobject_cast<QComboBox*>(QApplication::focusWidget()));
}

TEST_CASE("The centre's name is changed and a counter is added by keys alone", "[desk]")
{
    DeskDriver driver;
    openAsManager(driver);
    driver.press(Qt::Key_2, Qt::ControlModifier);
    auto* name = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(name);
    name->selectAll();
    driver.type(u"مركز سند الجديد"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    const Centre centre =
        driver.onDatabase([](Database& db) { return SettingsService(db).centre(manager()); });
    CHECK(centre.nameAr == u"مركز سند الجديد"_s);

    driver.press(Qt::Key_3, Qt::ControlModifier);
    driver.type(u"c9"_s);
    driver.press(Qt::Key_Return);
    driver.type(u"التاسع"_s);
    driver.press(Qt::Key_Return);
    driver.type(u"Ninth"_s);
    driver.press(Qt::Key_Return);
    const auto counters =
        driver.onDatabase([](Database& db) { return SettingsService(db).counters(manager()); });
    CHECK(counters.back().code == u"C9"_s);
}

TEST_CASE("The Hijri date of the centre counts at once on the strip and beside every date", "[desk]")
{
    DeskDriver driver;
    openAsManager(driver);
    DateEdit edit;
    edit.setDate(QDate(2026, 11, 22));
    const auto shows = [](const QWidget& where, const QDate& day, int offset) {
        const auto labels = where.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->text().contains(hijriText(day, offset, Language::Arabic));
        });
    };
    driver.press(Qt::Key_2, Qt::ControlModifier);
    const QDate today = businessDayAt(QDateTime::currentDateTimeUtc(), 0);
    for (const int offset : {2, -1, 0}) {
        for (auto* choice : driver.window().currentPage()->findChildren<QComboBox*>())
            if (choice->findData(-2) == 0) choice->setCurrentIndex(choice->findData(offset));
        driver.press(Qt::Key_Return, Qt::ControlModifier);
        CAPTURE(offset);
        CHECK(shows(driver.window().strip(), today, offset));
        CHECK(shows(edit, QDate(2026, 11, 22), offset));
    }
}

TEST_CASE("F10 away from a receipt says why it prints nothing", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.press(Qt::Key_F10);
    auto* banner = driver.window().findChild<Banner*>();
    REQUIRE(banner->isVisible());
    const QString arabic = banner->text();
    driver.desk().setLanguage(Language::English);
    driver.settle();
    CHECK(banner->isVisible());
    CHECK(banner->text() == u"No receipt was issued at this desk since it was started."_s);
    CHECK(banner->text() != arabic);
    driver.desk().setLanguage(Language::Arabic);
}

TEST_CASE("F10 on a receipt of today prints a marked copy of it", "[desk]")
{
    DeskDriver driver;
    const Receipt receipt = soldToday(driver);
    PipePrinter printer;
    driver.desk().output().setDevice(printer.device());
    driver.press(Qt::Key_F11);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_F10);
    CHECK(QTest::qWaitFor([&] { return saysOf(driver, receipt); }, kPatience));
    CHECK(QTest::qWaitFor([&] { return printer.received().size() > 0; }, kPatience));
}

TEST_CASE("Only a device or a pipe is a printer, and nothing is ever printed into a file", "[desk]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"precious.txt"_s);
    QFile precious(file);
    REQUIRE(precious.open(QIODevice::WriteOnly));
    precious.write("precious");
    precious.close();
    for (const QString& path : {file, folder.path(), folder.filePath(u"none"_s), u"printer"_s, QString()}) {
        CHECK_FALSE(isPrinterDevice(path));
        CHECK_FALSE(sendToPrinter(path, "x"));
    }
    CHECK(QFileInfo(file).size() == 8);
    CHECK_FALSE(QFileInfo::exists(folder.filePath(u"none"_s)));
    PipePrinter printer;
    CHECK(sendToPrinter(printer.device(), "x"));
    CHECK(printer.received() == "x");

    DeskDriver driver;
    driver.signIn();
    driver.window().open(u"settings"_s);
    driver.settle();
    for (int field = 0; field < 4; ++field)
        driver.press(Qt::Key_Tab);
    auto* device = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(device);
    device->setText(file);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(driver.desk().output().hasPrinter());
    CHECK(device->text() == file); // what was typed stays
    device->setText(printer.device());
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(driver.desk().output().hasPrinter());
}

TEST_CASE("A copy that the printer did not take is counted, and said to have come to nothing", "[desk]")
{
    DeskDriver driver;
    const Receipt receipt = soldToday(driver);
    const auto lines = [&](const QString& act) {
        return driver.onDatabase([&](Database& db) {
            return db.read([&](Tx& tx) -> Result<std::int64_t> {
                auto query = tx.query("SELECT count(*) FROM audit_line WHERE act = :act");
                return query.bind(":act", act).run().next() ? query.int64(0) : -1;
            });
        });
    };
    const QTemporaryDir folder;
    driver.desk().output().setDevice(folder.filePath(u"no-such-folder/printer"_s));
    driver.press(Qt::Key_F11);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_F10);
    CHECK(QTest::qWaitFor([&] { return lines(u"receipt.copy-failed"_s) == 1; }, kPatience));
    CHECK(lines(u"receipt.reprinted"_s) == 1);
    CHECK(QTest::qWaitFor([&] { return saysOf(driver, receipt); }, kPatience));
}

TEST_CASE("What is wrong with a field follows the language", "[desk]")
{
    DeskDriver driver;
    FieldRow row(u"x"_s, new QLineEdit);
    row.explain(Fault::Block, [] { return uiLanguage() == Language::Arabic ? u"خطأ"_s : u"wrong"_s; });
    CHECK(row.editor()->accessibleDescription() == u"خطأ"_s);
    driver.desk().setLanguage(Language::English);
    driver.settle();
    CHECK(row.editor()->accessibleDescription() == u"wrong"_s);
    driver.desk().setLanguage(Language::Arabic);
}

TEST_CASE("Cash goes out of the drawer with its reason, and not without one", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.onDatabase([by = driver.desk().session().actor()](
                          Database& db) { return ShiftService(db).open(u"C1"_s, Money(), by); });
    driver.window().open(u"cash"_s);
    driver.settle();
    driver.press(Qt::Key_1, Qt::ControlModifier);
    driver.type(u"20"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    const auto moved = [&] {
        return driver.onDatabase([](Database& db) {
            return db.read([](Tx& tx) -> Result<std::int64_t> {
                auto query = tx.query("SELECT count(*) FROM cash_move");
                query.run().next();
                return query.int64(0);
            });
        });
    };
    CHECK(moved() == 0);
    driver.type(u"فكة من الخزنة"_s);
    driver.press(Qt::Key_Return);
    CHECK(moved() == 1);
    driver.press(Qt::Key_2, Qt::ControlModifier);
    driver.type(u"5"_s);
    driver.press(Qt::Key_Return);
    driver.type(u"ماء للمراجعين"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(moved() == 2);
}
