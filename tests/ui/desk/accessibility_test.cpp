#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/reports/bar_chart.h"
#include "ui/reports/figure_tile.h"
#include "ui/shell/key_line.h"
#include "ui/shell/top_strip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/ui_language.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
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

/// Fields and states that are smaller than they can bear.
QStringList squashed(DeskDriver& driver)
{
    QStringList list;
    for (const auto* each : driver.window().findChildren<QWidget*>()) {
        const bool counts = qobject_cast<const QLineEdit*>(each) || qobject_cast<const QComboBox*>(each) ||
            qobject_cast<const Pill*>(each) || qobject_cast<const FigureTile*>(each);
        const QSize least = each->minimumSizeHint();
        if (counts && each->isVisible() && (each->width() < least.width() || each->height() < least.height()))
            list << u"%1: %2 %3 is %4 x %5"_s
                        .arg(driver.window().currentId(),
                            QString::fromLatin1(each->metaObject()->className()), each->accessibleName())
                        .arg(each->width())
                        .arg(each->height());
    }
    for (const auto* label : driver.window().strip().findChildren<QLabel*>())
        if (label->isVisible() && label->width() < label->sizeHint().width())
            list << u"cut: "_s + label->text();
    return list;
}

void draw(DeskDriver& driver, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("SANAD_PICTURES"); !folder.isEmpty())
        driver.window().grab().save(u"%1/%2-%3-%4.png"_s.arg(
            folder, name, languageKey(uiLanguage()), QString::number(Theme::instance().zoom())));
}

} // namespace

TEST_CASE(
    "At 1366 x 768 and every zoom no field and no state is squashed, and a warning keeps its words", "[desk]")
{
    for (const int zoom : {100, 125, 150}) {
        for (const Language language : {Language::Arabic, Language::English}) {
            INFO(zoom << ' ' << languageKey(language).toStdString());
            DeskDriver driver;
            Theme::instance().setZoom(zoom);
            driver.desk().setLanguage(language);
            driver.window().resize(1366, 768);
            driver.window().showError({ErrorCode::Denied, u"sign-in.wrong"_s, {}, {}});
            driver.settle();
            draw(driver, u"sign-in"_s);
            CHECK(squashed(driver) == QStringList());
            driver.desk().setLanguage(Language::Arabic);
            driver.signInOwner();
            driver.desk().setLanguage(language);
            auto& strip = driver.window().strip();
            strip.sync().show(Tone::Warning, Glyph::Offline,
                language == Language::Arabic ? u"بلا اتصال: 0 بالانتظار"_s : u"Offline: 0 waiting"_s);
            for (const auto& id : driver.window().railIds()) {
                driver.window().open(id);
                driver.settle();
                CHECK(squashed(driver) == QStringList());
                if (id == u"serve"_s || id == u"reports"_s) draw(driver, id);
            }
            for (const Pill* pill : {&strip.sync(), &strip.backup()})
                if (pill->isVisible() && pill->tone() == Tone::Warning) CHECK(pill->toolTip().isEmpty());
        }
    }
    Theme::instance().setZoom(100);
    setUiLanguage(*static_cast<QApplication*>(qApp), Language::Arabic);
}

TEST_CASE(
    "A state without room is elided at its end, or shown by its icon, and says its words still", "[desk]")
{
    DeskDriver driver;
    Pill& pill = driver.window().strip().backup();
    pill.show(Tone::Warning, Glyph::Document, u"لا توجد نسخة احتياطية منذ زمن طويل"_s);
    const int whole = pill.sizeHint().width();
    pill.setMostWidth(whole / 2);
    CHECK(pill.sizeHint().width() < whole);
    CHECK(pill.toolTip() == pill.text());
    CHECK(pill.accessibleParts() == QStringList{pill.text()});
    pill.setMostWidth(0);
    CHECK(pill.toolTip().isEmpty());
    pill.setIconOnly(true);
    CHECK(pill.sizeHint().width() < whole / 3);
    CHECK(pill.toolTip() == pill.text());
}

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
