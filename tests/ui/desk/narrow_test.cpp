#include "tests/ui/desk/desk_driver.h"
#include "ui/forms/error_summary.h"
#include "ui/forms/form_editor.h"
#include "ui/forms/form_page.h"
#include "ui/text/error_text.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

namespace {

void takePicture(DeskDriver& driver, const QString& name)
{
    const QString folder = qEnvironmentVariable("SANAD_PICTURES");
    if (folder.isEmpty()) return;
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        Theme::instance().setScheme(scheme);
        driver.settle();
        driver.window().grab().save(u"%1/%2-%3-%4.png"_s.arg(
            folder, name, languageKey(uiLanguage()), scheme == Scheme::Dark ? u"dark"_s : u"light"_s));
    }
}

/// The page in front is no wider than its place, and nothing that it says is cut.
void checkRoom(DeskDriver& driver)
{
    const auto* page = driver.window().currentPage();
    CHECK(page->width() <= page->parentWidget()->width());
    for (const auto* button : page->findChildren<KeyButton*>()) {
        if (!button->isVisible()) continue;
        INFO(button->text().toStdString());
        CHECK(button->width() >= button->minimumSizeHint().width());
        CHECK(button->height() >= button->heightForWidth(button->width()));
    }
    for (const auto* label : page->findChildren<Label*>()) {
        if (!label->isVisible() || label->plainText().isEmpty()) continue;
        INFO(label->plainText().toStdString());
        CHECK(label->height() >= label->heightForWidth(label->width()));
        if (!label->wordWrap()) CHECK(label->width() >= label->sizeHint().width());
    }
}

} // namespace

TEST_CASE("In the smallest window neither a form's faults nor the page of an agency's site are cut, in "
          "either language",
    "[desk]")
{
    for (const Language language : {Language::English, Language::Arabic}) {
        INFO(languageKey(language).toStdString());
        DeskDriver driver;
        driver.signIn();
        driver.desk().setLanguage(language);
        driver.window().resize(1366, 768);
        driver.type(driver.knownCivilNumber());
        driver.press(Qt::Key_Return);
        driver.type(u"MTC-VESSEL"_s);
        driver.press(Qt::Key_Return);
        REQUIRE(driver.visit().step() == Step::Form);
        auto* page = qobject_cast<FormPage*>(driver.window().currentPage());
        for (const auto& name : page->visibleFields())
            if (auto* edit = qobject_cast<QLineEdit*>(page->editor(name)->input());
                edit && edit->text().isEmpty()) {
                edit->setFocus();
                driver.type(u"!?"_s);
            }
        driver.press(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(page->findChild<ErrorSummary*>()->isVisible());
        const auto text = errorText({ErrorCode::Invalid, u"form.type"_s, {}, {}}, language);
        page->findChild<ErrorSummary*>()->show(u"1"_s,
            {{{}, u"Children (civil number, birth date): "_s + text.happened + u' ' + text.todo, false}});
        driver.settle();
        takePicture(driver, u"narrow-form"_s);
        checkRoom(driver);

        driver.visit().go(Step::Assisted);
        driver.settle();
        takePicture(driver, u"narrow-assisted"_s);
        checkRoom(driver);
    }
    setUiLanguage(*static_cast<QApplication*>(qApp), Language::Arabic);
}
