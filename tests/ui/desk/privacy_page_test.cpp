#include "core/customers/customer_service.h"
#include "core/demo/demo_centre.h"
#include "core/privacy/privacy_service.h"
#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

DataTable* table(DeskDriver& driver, const QString& name)
{
    for (auto* one : driver.window().currentPage()->findChildren<DataTable*>())
        if (one->accessibleName() == name) return one;
    return nullptr;
}

void click(DeskDriver& driver, const QString& text)
{
    for (auto* button : driver.window().currentPage()->findChildren<QPushButton*>())
        if (button->text() == text) {
            REQUIRE(button->isEnabled());
            button->click();
            return driver.settle();
        }
    FAIL("no button " << text.toStdString());
}

} // namespace

TEST_CASE("The owner takes a request, restricts a record, gives a copy and sees what is overdue", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    const QString number = driver.knownCivilNumber();
    driver.onDatabase([by = driver.desk().session().actor(), number](Database& db) -> Result<PrivacyBreach> {
        SANAD_TRY_VALUE(found, CustomerService(db).find(number, 1, by));
        PrivacyService privacy(db);
        SANAD_TRY(privacy.takeRequest(found.front().id, RequestKind::Correction, u"رقم الهاتف خطأ"_s,
            businessDayAt(db.clock()(), 0).addDays(-46), by));
        return privacy.recordBreach(
            db.clock()().addSecs(-60 * 60 * 60), u"أُرسلت نسخة بطاقة إلى رقم خاطئ"_s, {found.front().id}, by);
    });
    driver.window().open(u"privacy"_s);
    driver.settle();
    auto* requests = table(driver, u"الطلبات"_s);
    auto* breaches = table(driver, u"الاختراقات"_s);
    REQUIRE(requests);
    REQUIRE(breaches);
    CHECK(requests->rows().rowCount() == 1);
    CHECK(requests->rows().index(0, 4).data().toString().contains(u"متأخر"_s));
    CHECK(breaches->rows().index(0, 4).data().toString().contains(u"11"_s));

    driver.type(number);
    driver.settle();
    driver.press(Qt::Key_Insert);
    driver.settle();
    CHECK(requests->rows().rowCount() == 2);
    click(driver, u"تقييد"_s);
    const auto restricted = driver.onDatabase(
        [by = driver.desk().session().actor()](Database& db) { return PrivacyService(db).restricted(by); });
    CHECK(restricted.size() == 1);
    driver.takePictures(u"privacy-ar"_s);
    click(driver, u"إعطاء نسخة"_s);
    driver.press(Qt::Key_P, Qt::ControlModifier);
    driver.settle();
    const QString folder = driver.papers();
    CHECK(QDir(folder).entryList({u"subject-*"_s}, QDir::Dirs).size() == 1);
    CHECK(QFile::exists(QDir(folder).filePath(u"privacy-notice-ar.pdf"_s)));

    // The smallest window that the desk is made for.
    driver.window().resize(1366, 768);
    for (const Language language : {Language::Arabic, Language::English}) {
        setUiLanguage(*qApp, language);
        driver.settle();
        CHECK(requests->horizontalScrollBar()->maximum() == 0);
        CHECK(breaches->horizontalScrollBar()->maximum() == 0);
    }
    driver.takePictures(u"privacy-en"_s);
    setUiLanguage(*qApp, Language::Arabic);
}

TEST_CASE(
    "The owner sets how long a paper is kept, sees what is over, removes it, and enters the permit", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    driver.window().open(u"privacy"_s);
    driver.settle();
    driver.press(Qt::Key_1, Qt::ControlModifier);
    driver.settle();
    REQUIRE(driver.window().currentId() == u"keeping"_s);
    auto* rules = table(driver, u"القواعد"_s);
    REQUIRE(rules);
    REQUIRE(rules->rows().rowCount() > 5);
    CHECK(rules->rows().index(0, 1).data().toString().contains(u"12"_s));
    rules->choose(0);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_A, Qt::ControlModifier);
    driver.type(u"6"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
    CHECK(rules->rows().index(0, 1).data().toString().contains(u"6 "_s));
    driver.takePictures(u"keeping-ar"_s);

    auto fields = driver.window().currentPage()->findChildren<QLineEdit*>();
    REQUIRE(fields.size() == 2);
    fields[1]->setFocus();
    driver.type(u"MTCIT-7"_s);
    driver.press(Qt::Key_2, Qt::ControlModifier);
    driver.settle();
    const QString permit = driver.onDatabase([by = driver.desk().session().actor()](Database& db) {
        return PrivacyService(db).sensitivePermit(by);
    });
    CHECK(permit == u"MTCIT-7"_s);

    setUiLanguage(*qApp, Language::English);
    driver.settle();
    driver.takePictures(u"keeping-en"_s);
    setUiLanguage(*qApp, Language::Arabic);
    driver.press(Qt::Key_1, Qt::ControlModifier); // nothing is over: nothing to ask
    driver.settle();
    driver.press(Qt::Key_Escape);
    driver.settle();
    CHECK(driver.window().currentId() == u"privacy"_s);
}

TEST_CASE("A consent is taken to the words that are shown and withdrawn again; a child's guardian gives it",
    "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    const QString number = driver.knownCivilNumber();
    const auto actor = driver.desk().session().actor();
    const CustomerId child = driver.onDatabase([&](Database& db) -> Result<CustomerId> {
        Customer draft;
        draft.nameAr = u"ليان بنت خميس الزدجالي"_s;
        draft.phone = u"+96891234567"_s;
        draft.birthDate = QDate::currentDate().addYears(-9);
        SANAD_TRY_VALUE(made, CustomerService(db).create(draft, actor));
        return made.id;
    });
    const auto consentsOf = [&](CustomerId id) {
        return driver.onDatabase([&](Database& db) { return CustomerService(db).consents(id, actor); });
    };
    const CustomerId adult = driver.onDatabase([&](Database& db) -> Result<CustomerId> {
        SANAD_TRY_VALUE(found, CustomerService(db).find(number, 1, actor));
        return found.front().id;
    });
    driver.press(Qt::Key_F3);
    driver.settle();
    driver.type(number);
    driver.settle();
    const std::size_t before = consentsOf(adult).size();
    driver.press(Qt::Key_1, Qt::ControlModifier);
    driver.settle();
    driver.takePictures(u"consent-ar"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
    REQUIRE(consentsOf(adult).size() == before + 1);
    CHECK_FALSE(consentsOf(adult).front().textVersion.isEmpty());
    CHECK(consentsOf(adult).front().language == u"ar"_s);
    driver.press(Qt::Key_1, Qt::ControlModifier);
    driver.settle();
    driver.press(Qt::Key_1, Qt::ControlModifier);
    driver.settle();
    CHECK(consentsOf(adult).front().withdrawnAt.isValid());

    driver.press(Qt::Key_A, Qt::ControlModifier);
    driver.type(u"ليان الزدجالي"_s);
    driver.settle();
    driver.press(Qt::Key_1, Qt::ControlModifier);
    driver.settle();
    driver.press(Qt::Key_Return, Qt::ControlModifier); // no guardian yet
    driver.settle();
    CHECK(consentsOf(child).empty());
    driver.type(number);
    driver.settle();
    setUiLanguage(*qApp, Language::English);
    driver.settle();
    driver.takePictures(u"consent-child-en"_s);
    setUiLanguage(*qApp, Language::Arabic);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
    REQUIRE(consentsOf(child).size() == 1);
    CHECK(consentsOf(child).front().guardian == adult);
}
