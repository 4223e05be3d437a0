#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/reports/bar_chart.h"
#include "ui/shell/key_line.h"
#include "ui/widgets/pill.h"

#include <QAccessible>
#include <QApplication>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

namespace {

/// What a screen reader could come to and would have nothing to say of.
void collectUnnamed(QAccessibleInterface* one, const QString& page, QStringList& list)
{
    if (!one || !one->isValid() || one->state().invisible) return;
    const bool reachable = one->state().focusable && !one->state().disabled;
    // Cells, lines and items are named by what stands in them.
    if (reachable && one->object() && one->text(QAccessible::Name).trimmed().isEmpty())
        list << page + u": "_s + QString::fromLatin1(one->object()->metaObject()->className()) + u' ' +
                one->object()->objectName();
    for (int i = 0; i < one->childCount(); ++i)
        if (auto* child = one->child(i); child && child->object()) collectUnnamed(child, page, list);
}

QStringList unnamed(DeskDriver& driver)
{
    QStringList list;
    collectUnnamed(
        QAccessible::queryAccessibleInterface(&driver.window()), driver.window().currentId(), list);
    return list;
}

} // namespace

TEST_CASE("Whatever takes the focus on the pages of the rail has a name for a screen reader", "[desk]")
{
    DeskDriver driver;
    CHECK(unnamed(driver) == QStringList());
    driver.signIn();
    for (const Language language : {Language::Arabic, Language::English}) {
        driver.desk().setLanguage(language);
        for (const QString& id : driver.window().railIds()) {
            driver.window().open(id);
            driver.settle();
            CHECK(unnamed(driver) == QStringList());
        }
    }
    driver.desk().setLanguage(Language::Arabic);
}

TEST_CASE("Whatever takes the focus on the way of a visit has a name for a screen reader", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    driver.press(Qt::Key_Insert);
    CHECK(unnamed(driver) == QStringList());
    driver.type(u"1"_s);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_F2);
    driver.press(Qt::Key_Return);
    driver.type(driver.knownCivilNumber());
    driver.press(Qt::Key_Return);
    CHECK(unnamed(driver) == QStringList());
    driver.type(u"MAF"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Form);
    CHECK(unnamed(driver) == QStringList());
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(unnamed(driver) == QStringList());
    for (const Step step : {Step::Documents, Step::Fees, Step::Pay}) {
        driver.visit().go(step);
        driver.settle();
        CHECK(unnamed(driver) == QStringList());
    }
}

TEST_CASE("What is painted is read out part by part", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    auto* keys = driver.window().findChild<KeyLine*>();
    auto* line = QAccessible::queryAccessibleInterface(keys);
    REQUIRE(line);
    CHECK(line->role() == QAccessible::StatusBar);
    REQUIRE(line->childCount() > 2);
    CHECK(line->childCount() == keys->accessibleParts().size());
    CHECK(line->child(1)->text(QAccessible::Name) == keys->accessibleParts().at(1));
    CHECK(line->child(1)->parent() == line);
    CHECK(line->indexOfChild(line->child(1)) == 1);

    Pill pill;
    pill.show(Tone::Warning, Glyph::Offline, u"غير متصل"_s);
    auto* state = QAccessible::queryAccessibleInterface(&pill);
    REQUIRE(state);
    CHECK(state->role() == QAccessible::StaticText);
    CHECK(state->text(QAccessible::Name) == u"غير متصل"_s);
    pill.show(Tone::Success, Glyph::Sync, u"تم الإرسال"_s);
    CHECK(state->text(QAccessible::Name) == u"تم الإرسال"_s);

    BarChart chart;
    chart.show(BarChart::Shape::Rows, {{u"09:00"_s, 3, u"3"_s}, {u"10:00"_s, 5, u"5"_s}});
    auto* bars = QAccessible::queryAccessibleInterface(&chart);
    REQUIRE(bars->childCount() == 2);
    CHECK(bars->child(1)->text(QAccessible::Name) == u"10:00 5"_s);
    CHECK(bars->role() == QAccessible::Chart);
}
