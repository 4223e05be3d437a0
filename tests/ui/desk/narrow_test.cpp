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
        checkRoom(driver);
        driver.takePictures(u"narrow-form"_s);

        driver.visit().go(Step::Assisted);
        driver.settle();
        checkRoom(driver);
        driver.takePictures(u"narrow-assisted"_s);
    }
    setUiLanguage(*static_cast<QApplication*>(qApp), Language::Arabic);
}
