#include "tests/ui/desk/desk_driver.h"
#include "ui/pay/receipt_page.h"
#include "ui/text/format.h"
#include "ui/visit/ticket_panel.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using Step = CurrentVisit::Step;

namespace {

/// From the search field to the fees of a service, without a ticket.
void walkToFees(DeskDriver& driver)
{
    driver.signIn();
    driver.type(driver.knownCivilNumber());
    driver.press(Qt::Key_Return);
    driver.type(u"MTC"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Form);
    driver.fillForm();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    for (const auto& document : driver.visit().work()->service.documents)
        if (document.required) driver.press(Qt::Key_Space);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Fees);
}

/// Pays fifty rials more than is due, and leaves the last Enter to the test.
void offerCash(DeskDriver& driver)
{
    walkToFees(driver);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.visit().step() == Step::Pay);
    driver.press(Qt::Key_F9);
    auto* amount = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(amount);
    amount->setText((driver.visit().total() + Money::fromBaisa(50'000)).text());
}

/// All that the visit's panel says.
QString panelText(DeskDriver& driver)
{
    const auto* panel = driver.window().findChild<TicketPanel*>();
    REQUIRE(panel);
    QStringList texts;
    for (const auto* label : panel->findChildren<Label*>())
        if (label->isVisible()) texts << label->plainText();
    return texts.join(u'\n');
}

} // namespace

TEST_CASE("Enter that is pressed twice at Pay leaves the receipt in front, and one that is held does too",
    "[desk][pay]")
{
    DeskDriver driver;
    offerCash(driver);
    driver.press(Qt::Key_Return);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Done);
    CHECK(driver.window().currentId() == u"receipt"_s);

    QTest::qWait(ReceiptPage::kGlance + 50);
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
    QCoreApplication::sendEvent(QApplication::focusWidget(), &held);
    driver.settle();
    CHECK(driver.window().currentId() == u"receipt"_s);
    driver.press(Qt::Key_Return);
    CHECK(driver.window().currentId() == u"serve"_s);
    CHECK(driver.visit().isEmpty());
}

TEST_CASE("After the receipt its number, what was paid and the change stay in sight until the next visit",
    "[desk][pay]")
{
    DeskDriver driver;
    offerCash(driver);
    const Money due = driver.visit().total();
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Done);
    const QString number = driver.visit().receipt()->number;
    QTest::qWait(ReceiptPage::kGlance + 50);
    driver.press(Qt::Key_Return);
    REQUIRE(driver.window().currentId() == u"serve"_s);
    driver.takePictures(u"after-receipt"_s);
    CHECK(panelText(driver).contains(number));
    CHECK(panelText(driver).contains(amountText(due)));
    CHECK(panelText(driver).contains(moneyText(Money::fromBaisa(50'000), uiLanguage())));

    driver.type(driver.knownCivilNumber());
    driver.press(Qt::Key_Return);
    REQUIRE(driver.visit().step() == Step::Service);
    CHECK_FALSE(panelText(driver).contains(number));
}

TEST_CASE("Amounts in the visit's panel end below each other in both directions", "[desk][pay]")
{
    DeskDriver driver;
    walkToFees(driver);
    driver.takePictures(u"panel"_s);
    const auto* panel = driver.window().findChild<TicketPanel*>();
    REQUIRE(panel);
    for (const Language language : {Language::Arabic, Language::English}) {
        driver.desk().setLanguage(language);
        driver.settle();
        QSet<int> ends;
        QSet<int> lengths;
        for (const auto* label : panel->findChildren<Label*>()) {
            const auto& work = *driver.visit().work();
            if (label->plainText() != amountText(work.governmentFee()) &&
                label->plainText() != amountText(work.serviceFee()))
                continue;
            CHECK(label->alignment().testFlags(Qt::AlignRight | Qt::AlignAbsolute));
            ends.insert(label->mapTo(panel, QPoint(label->width(), 0)).x());
            lengths.insert(static_cast<int>(label->plainText().size()));
        }
        CHECK(lengths.size() == 2); // two amounts of different length, else nothing is shown by it
        CHECK(ends.size() == 1);
    }
    driver.desk().setLanguage(Language::Arabic);
}
