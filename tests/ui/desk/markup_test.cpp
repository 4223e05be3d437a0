#include "tests/ui/desk/desk_driver.h"
#include "ui/reports/figure_tile.h"
#include "ui/shell/top_strip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QString shownOf(const QString& toolTip)
{
    if (!Qt::mightBeRichText(toolTip)) return toolTip;
    QTextDocument shown;
    shown.setHtml(toolTip);
    return shown.toPlainText();
}

} // namespace

TEST_CASE("Markup in a text is shown as it was typed, in every label of the desk", "[desk][widgets]")
{
    const QString typed = u"<b>سالم</b> & <img src=\"file:///etc/passwd\"><a href=\"http://x\">x</a>"_s;
    Label plain(typed), wrapped(typed);
    wrapped.setWrapping(true);
    CHECK(plain.textFormat() == Qt::PlainText);
    QTextDocument shown;
    shown.setHtml(wrapped.text());
    CHECK(shown.toPlainText() == typed);

    DeskDriver driver;
    driver.signInOwner();
    for (const QString& id : driver.window().railIds()) {
        driver.window().open(id);
        driver.settle();
    }
    int labels = 0;
    for (const auto* label : driver.window().findChildren<QLabel*>()) {
        if (qobject_cast<const Label*>(label)) {
            ++labels;
            continue;
        }
        // A picture, and nothing that Qt would take for markup.
        INFO(label->text().toStdString());
        CHECK((label->textFormat() == Qt::PlainText || label->text().isEmpty()));
    }
    CHECK(labels > 100);
}

TEST_CASE("Markup in a name is shown as it was typed in every tool tip", "[desk][widgets]")
{
    const QString typed = u"<b>سالم</b> & <img src='file:///etc/passwd'>"_s;
    TopStrip strip;
    strip.showCentre(typed, typed, 0, false);
    strip.showClerk(typed, typed, u"C1"_s);
    strip.resize(200, strip.sizeHint().height());
    QStringList tips;
    for (const auto* label : strip.findChildren<Label*>())
        if (!label->toolTip().isEmpty()) tips << shownOf(label->toolTip());
    REQUIRE(tips.size() == 1);
    CHECK(tips.front().contains(typed));

    Pill pill;
    pill.show(Tone::Plain, Glyph::None, typed);
    pill.setMostWidth(40);
    CHECK(shownOf(pill.toolTip()) == typed);

    FigureTile tile;
    tile.show(typed, u"1"_s, typed, false);
    CHECK(shownOf(tile.toolTip()) == typed + u'\n' + typed);
}
