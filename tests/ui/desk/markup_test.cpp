#include "tests/ui/desk/desk_driver.h"
#include "ui/widgets/label.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

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
