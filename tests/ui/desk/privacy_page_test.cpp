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
#include <QPushButton>

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

/// A picture of the window, where SANAD_PICTURES names a folder.
void picture(DeskDriver& driver, const QString& name)
{
    const QString folder = qEnvironmentVariable("SANAD_PICTURES");
    if (folder.isEmpty()) return;
    driver.window().grab().save(QDir(folder).filePath(name + u".png"_s));
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
    picture(driver, u"privacy-ar"_s);
    click(driver, u"إعطاء نسخة"_s);
    driver.press(Qt::Key_P, Qt::ControlModifier);
    driver.settle();
    const QString folder =
        driver.onDatabase([](Database& db) -> Result<QString> { return db.location().folder; });
    CHECK(QDir(folder).entryList({u"subject-*"_s}, QDir::Dirs).size() == 1);
    CHECK(QFile::exists(QDir(folder).filePath(u"privacy-notice-ar.pdf"_s)));

    setUiLanguage(*qApp, Language::English);
    driver.settle();
    picture(driver, u"privacy-en"_s);
    setUiLanguage(*qApp, Language::Arabic);
}
