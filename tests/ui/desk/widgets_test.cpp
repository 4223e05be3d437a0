#include "tests/support/test_support.h"

#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/scan_burst.h"
#include "ui/widgets/ui_language.h"

#include <array>

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;

TEST_CASE("Every pair of text and ground can be read, every line and ring be seen", "[theme]")
{
    for (const auto scheme : {Scheme::Light, Scheme::Dark}) {
        const auto& c = coloursOf(scheme);
        const std::array grounds{c.surface, c.window, c.selection, c.hover};
        for (const QColor& ground : grounds) {
            CHECK(contrast(c.text, ground) >= 4.5);
            CHECK(contrast(c.secondary, ground) >= 4.5);
        }
        CHECK(contrast(c.onPrimary, c.primary) >= 4.5);
        CHECK(contrast(c.onPrimary, c.primaryPressed) >= 4.5);
        for (const auto tone : {Tone::Error, Tone::Warning, Tone::Success})
            CHECK(contrast(c.ink(tone), c.tint(tone)) >= 4.5);
        const std::array lined{c.surface, c.window};
        for (const QColor& ground : lined) {
            CHECK(contrast(c.border, ground) >= 3);
            CHECK(contrast(c.primary, ground) >= 3);
        }
    }
}

TEST_CASE("The palette leaves no role to chance", "[theme]")
{
    const QPalette palette = paletteOf(coloursOf(Scheme::Dark));
    for (int role = 0; role < QPalette::NColorRoles; ++role) {
        if (role == QPalette::NoRole) continue;
        INFO("role " << role);
        CHECK(palette.isBrushSet(QPalette::Active, static_cast<QPalette::ColorRole>(role)));
        CHECK(palette.isBrushSet(QPalette::Disabled, static_cast<QPalette::ColorRole>(role)));
    }
}

TEST_CASE("A date is read however a clerk types it", "[widgets]")
{
    const QDate today(2026, 11, 22);
    const std::vector<std::pair<QString, QDate>> good{
        {u"t"_s, today},
        {u"T"_s, today},
        {u"ف"_s, today},
        {u"+3"_s, QDate(2026, 11, 25)},
        {u"-22"_s, QDate(2026, 10, 31)},
        {u"5/3/2027"_s, QDate(2027, 3, 5)},
        {u"05-03-2027"_s, QDate(2027, 3, 5)},
        {u"5.3.27"_s, QDate(2027, 3, 5)},
        {u"5/3"_s, QDate(2026, 3, 5)},
        {u"5/3/85"_s, QDate(1985, 3, 5)},
        {u"05032027"_s, QDate(2027, 3, 5)},
        {u"2027-03-05"_s, QDate(2027, 3, 5)},
        {u"٥/٣/٢٠٢٧"_s, QDate(2027, 3, 5)},
        {u" 29/2/2028 "_s, QDate(2028, 2, 29)},
    };
    for (const auto& [typed, date] : good) {
        INFO(typed.toStdString());
        CHECK(DateEdit::parse(typed, today) == date);
    }
    for (const auto& typed :
        {u""_s, u"31/2/2027"_s, u"29/2/2027"_s, u"5/13/2027"_s, u"x"_s, u"5/3/1"_s, u"1/1/0001"_s})
        CHECK_FALSE(DateEdit::parse(typed, today));
}

TEST_CASE("Amounts and numbers read left to right with ASCII digits in both languages", "[widgets]")
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    MoneyEdit edit;
    for (const QChar digit : u"١٢٫٥"_s)
        QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_unknown, digit, Qt::NoModifier);
    CHECK(edit.text().startsWith(u"12"_s));
    CHECK(edit.layoutDirection() == Qt::LeftToRight);
    CHECK(edit.alignment().testFlag(Qt::AlignAbsolute));
    CHECK(test::must(edit.amount()) == Money::fromBaisa(12'500));
    QFocusEvent out(QEvent::FocusOut);
    QCoreApplication::sendEvent(&edit, &out);
    CHECK(edit.text() == u"12.500"_s);
}

TEST_CASE("A name takes the direction of its letters", "[widgets]")
{
    NameEdit edit;
    edit.setText(u"Salim"_s);
    CHECK(edit.layoutDirection() == Qt::LeftToRight);
    edit.setText(u"سالم 12"_s);
    CHECK(edit.layoutDirection() == Qt::RightToLeft);
}

TEST_CASE("A scanner is told from a person and read from scan codes under an Arabic layout", "[widgets]")
{
    QLineEdit edit;
    ScanBurst burst(&edit);
    burst.setThreshold(200);
    QSignalSpy scanned(&burst, &ScanBurst::scanned);
    // The keys A B 1 2 3 4 as an Arabic layout delivers them; scan codes are those of the evdev table.
    const std::vector<std::pair<quint32, QString>> keys{
        {30, u"ش"_s}, {48, u"لا"_s}, {2, u"١"_s}, {3, u"٢"_s}, {4, u"٣"_s}, {5, u"٤"_s}};
    for (const auto& [code, text] : keys) {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_unknown, code > 20 ? Qt::ShiftModifier : Qt::NoModifier, code,
            0, 0, text);
        QCoreApplication::sendEvent(&edit, &key);
    }
    QTest::keyClick(&edit, Qt::Key_Return);
    REQUIRE(scanned.size() == 1);
    CHECK(scanned.front().front().toString() == u"AB1234"_s);
    CHECK(edit.text() == u"AB1234"_s);

    QTest::qWait(250);
    edit.clear();
    for (const auto& letter : {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}) {
        QTest::qWait(210);
        QTest::keyClicks(&edit, letter);
    }
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(scanned.size() == 1);
}

namespace {

/// A list that answers at once and counts what was asked.
class CountedRows final : public RowSource {
public:
    explicit CountedRows(int& asked)
        : m_asked(asked)
    {
    }
    void fetch(qint64 first, int count, Ready ready) override
    {
        ++m_asked;
        std::vector<TableRow> rows;
        for (qint64 row = first; row < first + count; ++row)
            rows.push_back({row + 1, {QString::number(row), u"معاملة"_s, u"12.500"_s}, Tone::Plain});
        ready(std::move(rows));
    }

private:
    int& m_asked;
};

} // namespace

TEST_CASE("A list of a million rows holds only the pages that are looked at", "[widgets]")
{
    constexpr int kRows = 1'000'000;
    DataTable table;
    table.resize(800, 600);
    table.setColumns({{u"No."_s, ColumnKind::Code, 90}, {u"What"_s}, {u"Amount"_s, ColumnKind::Amount, 120}});
    int asked = 0;
    table.rows().setSource(std::make_unique<CountedRows>(asked), kRows);
    table.show();
    QApplication::processEvents();
    CHECK(asked <= 2);
    CHECK(table.rows().idAt(kRows - 1) == kRows);
    CHECK(asked <= 3);

    for (int jump = 0; jump < 200; ++jump) {
        table.verticalScrollBar()->setValue((jump * 7919) % kRows);
        table.viewport()->repaint();
    }
    CHECK(asked <= 3 + 200 * 2);
    CHECK(table.rowHeight(0) == table.rowHeight(kRows - 1));

    asked = 0;
    QTest::keyClick(&table, Qt::Key_End);
    CHECK(table.currentId() == kRows);
    QTest::keyClick(&table, Qt::Key_PageUp);
    CHECK(table.currentId() < kRows);
    QTest::keyClick(&table, Qt::Key_Home);
    CHECK(table.currentId() == 1);
    QSignalSpy typed(&table, &DataTable::typed);
    QTest::keyClicks(&table, u"7"_s);
    CHECK(typed.size() == 1); // the rows are not walked for it
    CHECK(asked <= 6);
}

namespace {

/// Answers when it is told to.
class SlowRows final : public RowSource {
public:
    explicit SlowRows(std::vector<std::function<void()>>& waiting)
        : m_waiting(waiting)
    {
    }
    void fetch(qint64 first, int count, Ready ready) override
    {
        m_waiting.push_back([first, count, ready] {
            std::vector<TableRow> rows;
            for (qint64 row = first; row < first + count; ++row)
                rows.push_back({row + 1, {QString::number(row)}, Tone::Plain});
            ready(std::move(rows));
        });
    }

private:
    std::vector<std::function<void()>>& m_waiting;
};

} // namespace

TEST_CASE("A row that is chosen before its page has come is told when it comes", "[widgets]")
{
    DataTable table;
    table.resize(400, 300);
    table.setColumns({{u"No."_s}});
    std::vector<std::function<void()>> waiting;
    table.rows().setSource(std::make_unique<SlowRows>(waiting), 100, 0, {{1, {u"0"_s}, Tone::Plain}});
    QSignalSpy chosen(&table, &DataTable::chosen);
    table.choose(0);
    table.choose(99);
    REQUIRE(chosen.size() == 2);
    CHECK(chosen.back().front().toLongLong() == 0);
    for (const auto& answer : std::exchange(waiting, {}))
        answer();
    REQUIRE(chosen.size() == 3);
    CHECK(chosen.back().front().toLongLong() == 100);

    // The list grows: the page that was its last is asked for again, and shown as it was until then.
    table.rows().grow(150);
    CHECK(table.rows().rowCount() == 150);
    CHECK(table.rows().idAt(99) == 100);
    CHECK(table.currentIndex().row() == 99);
    for (const auto& answer : std::exchange(waiting, {}))
        answer();
    CHECK(table.rows().idAt(110) == 111);
    CHECK(chosen.size() == 3);
}

TEST_CASE("What the toolkit says by itself is in the language of the desk", "[widgets]")
{
    const Language before = uiLanguage();
    const auto said = [](Language language) {
        setUiLanguage(*qApp, language);
        return QStringList{QCoreApplication::translate("QFileDialog", "File &name:"),
            QCoreApplication::translate("QPlatformTheme", "Cancel"),
            QCoreApplication::translate("QLineEdit", "&Paste")};
    };
    CHECK(said(Language::English) == QStringList{u"File &name:"_s, u"Cancel"_s, u"&Paste"_s});
    for (const QString& text : said(Language::Arabic)) {
        INFO(text.toStdString());
        CHECK(std::any_of(
            text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Arabic; }));
    }
    setUiLanguage(*qApp, before);
}
