#include "core/base/clock.h"
#include "core/base/hijri.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/documents/documents_presenter.h"
#include "ui/forms/error_summary.h"
#include "ui/forms/form_editor.h"
#include "ui/forms/form_page.h"
#include "ui/shell/top_strip.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

namespace {

/// To the form of a service; by itself one that asks for a plate and a date.
void walkToForm(DeskDriver& driver, const QString& service = u"ROP-VEH-RENEW"_s)
{
    driver.signIn();
    driver.type(driver.knownCivilNumber());
    driver.press(Qt::Key_Return);
    driver.type(service);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Form);
    driver.fillForm();
}

void put(DeskDriver& driver, const QString& field, const QString& text)
{
    auto* page = qobject_cast<FormPage*>(driver.window().currentPage());
    REQUIRE(page);
    auto* editor = page->editor(field);
    REQUIRE(editor);
    editor->focus();
    qobject_cast<QLineEdit*>(editor->input())->selectAll();
    driver.press(Qt::Key_Delete);
    driver.type(text);
}

ErrorSummary* summary(DeskDriver& driver)
{
    return driver.window().currentPage()->findChild<ErrorSummary*>();
}

/// The links of the summary that stands; none while none does.
QStringList links(DeskDriver& driver)
{
    QStringList texts;
    if (summary(driver)->isVisible())
        for (const auto* link : summary(driver)->findChildren<KeyButton*>())
            texts << link->text();
    return texts;
}

bool windowTells(DeskDriver& driver)
{
    for (const auto* banner : driver.window().findChildren<Banner*>(QString(), Qt::FindDirectChildrenOnly))
        if (banner->isVisible()) return true;
    return false;
}

} // namespace

TEST_CASE("A form's faults name fields as people do, one line each, and go as they are mended", "[desk]")
{
    DeskDriver driver;
    walkToForm(driver);
    put(driver, u"plate_number"_s, u"abcdefghabcdefgh"_s); // unusual, no more
    put(driver, u"insurance_expiry"_s, u"31/02/2027"_s);
    put(driver, u"insurance_policy_no"_s, {});
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Form);
    driver.takePictures(u"form-faults"_s);

    const QStringList told = links(driver);
    REQUIRE(told.size() == 3);
    CHECK(told.filter(u"_"_s).isEmpty()); // no key of the program
    CHECK(told.filter(u"25/03/2027"_s).size() == 1);
    CHECK(summary(driver)->accessibleName() == u"صحّح حقلين قبل المتابعة."_s); // a doubt is no fault

    put(driver, u"insurance_expiry"_s, u"25/03/2099"_s);
    CHECK(links(driver).size() == 2);
    CHECK(summary(driver)->accessibleName().contains(u"حقلًا واحدًا"_s));
    driver.desk().setLanguage(Language::English);
    driver.desk().setLanguage(Language::Arabic);
    driver.settle();
    CHECK(links(driver).size() == 2); // what was mended does not come back with the language
    put(driver, u"insurance_policy_no"_s, u"P1"_s);
    put(driver, u"plate_number"_s, u"12345AB"_s);
    CHECK(links(driver).isEmpty());
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(driver.visit().step() != Step::Form);
}

TEST_CASE("What is typed for an amount and is none says why: too large, too precise, no amount", "[desk]")
{
    DeskDriver driver;
    walkToForm(driver, u"ROP-VEH-TRANSFER"_s);
    const auto sentence = [](const QString& key) {
        const auto text = errorText({ErrorCode::Invalid, key, {}, {}}, Language::Arabic);
        return QString(text.happened + u' ' + text.todo);
    };
    const std::pair<QString, QString> faults[]{{u"9999999999999999999"_s, u"money.out-of-range"_s},
        {u"12.3456"_s, u"money.too-precise"_s}, {u"much"_s, u"money.format"_s}};
    for (const auto& [typed, key] : faults) {
        INFO(typed.toStdString());
        put(driver, u"sale_price_baisa"_s, typed);
        driver.press(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(driver.visit().step() == Step::Form);
        driver.takePictures(u"amount-"_s + key);
        CHECK(links(driver).filter(sentence(key)).size() == 1);
    }
}

TEST_CASE("The sentence of a missing paper goes when it is marked", "[desk]")
{
    DeskDriver driver;
    walkToForm(driver);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Documents);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(windowTells(driver));
    for (int i = 0; i < 9; ++i)
        driver.press(static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
    CHECK_FALSE(windowTells(driver));
}

TEST_CASE("A digit that is no line issues no ticket", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.press(Qt::Key_Insert);
    driver.type(u"9"_s);
    driver.takePictures(u"no-line"_s);
    driver.press(Qt::Key_Return);
    const auto issued = [&] {
        return driver.onDatabase([](Database& db) {
            return db.read([](Tx& tx) -> Result<int> {
                auto query = tx.query("SELECT count(*) FROM ticket");
                query.run();
                return query.next() ? query.int32(0) : 0;
            });
        });
    };
    const int before = issued();
    CHECK_FALSE(windowTells(driver));
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return);
    CHECK(issued() == before + 1);
}

TEST_CASE("The strip names the clerk as people do, in the language of the windows", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    const auto isShown = [&](const QString& text) {
        for (const auto* label : driver.window().strip().findChildren<Label*>())
            if (label->plainText().contains(text) || label->toolTip().contains(text)) return true;
        return false;
    };
    CHECK_FALSE(isShown(driver.desk().session().actor().user()));
    CHECK(isShown(u"\u2068"_s));
}

TEST_CASE("The strip of the smallest window has the date in both calendars, in either language", "[desk]")
{
    DeskDriver driver;
    driver.window().resize(1366, 768);
    driver.signIn();
    auto& strip = driver.window().strip();
    strip.showCentre(u"مركز سند التجريبي"_s, u"Sanad Demonstration Centre"_s, 0, false);
    strip.showClerk(u"موظفة الشباك الأول"_s, u"Clerk at counter 1"_s, u"C1"_s);
    const QDate today = businessDayAt(QDateTime::currentDateTimeUtc(), 0);
    for (const Language language : {Language::English, Language::Arabic}) {
        driver.desk().setLanguage(language);
        const bool arabic = language == Language::Arabic;
        strip.sync().show(Tone::Success, Glyph::Sync, arabic ? u"أُرسل كل شيء"_s : u"All sent"_s);
        strip.printer().show(Tone::Plain, Glyph::Printer, arabic ? u"لا طابعة"_s : u"No printer"_s);
        strip.backup().show(Tone::Warning, Glyph::Document, arabic ? u"لا نسخة احتياطية"_s : u"No backup"_s);
        driver.settle();
        const auto labels = strip.findChildren<QLabel*>();
        for (const QString& date : {dateText(today), QString::number(toHijri(today).year)})
            CHECK(std::any_of(labels.begin(), labels.end(),
                [&](const QLabel* label) { return label->isVisible() && label->text().contains(date); }));
    }
    driver.desk().setLanguage(Language::Arabic);
}

TEST_CASE("A banner's sentence and its code stand at one height", "[desk][widgets]")
{
    Banner banner;
    banner.show(Tone::Error, u"اسم العميل ناقص."_s, u"customer.no-name"_s);
    banner.resize(900, banner.sizeHint().height());
    const QImage image = banner.grab().toImage();
    const auto inkCentre = [&image](int from, int to) {
        const QRgb ground = image.pixel(image.width() / 2, image.height() / 2);
        int top = image.height(), bottom = 0;
        for (int y = 3; y < image.height() - 3; ++y)
            for (int x = from; x < to; ++x)
                if (image.pixel(x, y) != ground) {
                    top = std::min(top, y);
                    bottom = std::max(bottom, y);
                }
        return (top + bottom) / 2;
    };
    const int middle = image.height() / 2;
    CHECK(std::abs(inkCentre(60, 200) - middle) <= 3);
    CHECK(std::abs(inkCentre(760, 880) - middle) <= 3);
}

TEST_CASE(
    "A fine's reference comes first, and a fee other than the form's is refused at the site's page", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.type(driver.knownCivilNumber());
    driver.press(Qt::Key_Return);
    driver.type(u"ROP-TRF-FINES"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Form);
    driver.fillForm();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    for (int i = 0; i < 9 && driver.visit().step() == Step::Documents; ++i)
        driver.press(static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
    if (driver.visit().step() == Step::Documents) driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Assisted);
    const auto finish = [&] {
        driver.press(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(200); // the connector answers by itself
        driver.settle();
    };
    finish();
    driver.type(u"7788"_s); // where the caret went
    CHECK(driver.visit().work()->draft.portalReference == u"7788"_s);
    CHECK_FALSE(driver.visit().work()->draft.governmentFee);
    driver.press(Qt::Key_Return);
    driver.type(u"7788"_s);
    REQUIRE(driver.visit().work()->draft.governmentFee);
    finish();
    finish();
    CHECK(driver.visit().step() == Step::Assisted);
    driver.takePictures(u"fine-too-high"_s);
    const auto* fee = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(fee);
    CHECK(fee->text().contains(u"7"_s));
    CHECK(driver.visit().work()->quote->maximum > Money());
    driver.press(Qt::Key_A, Qt::ControlModifier);
    driver.press(Qt::Key_Delete);
    driver.type(driver.visit().work()->quote->maximum.text());
    finish();
    finish();
    CHECK(driver.visit().step() == Step::Fees);
}
