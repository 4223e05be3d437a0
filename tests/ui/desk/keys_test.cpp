#include "core/audit/audit_repository.h"
#include "core/people/sign_in.h"
#include "tests/support/test_support.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/approval/approval_dialog.h"
#include "ui/approval/question_dialog.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QString shownCode(DeskDriver& driver)
{
    static const QRegularExpression shape(u"[0-9A-Z]{5}(-[0-9A-Z]{5}){4}"_s);
    for (const auto* label : driver.window().currentPage()->findChildren<Label*>())
        if (const auto found = shape.match(label->plainText()); found.hasMatch()) return found.captured();
    return {};
}

/// The second person consents, with reason and PIN.
void approve(DeskDriver& driver, const QString& user, const QString& pin)
{
    auto* dialog = driver.window().findChild<ApprovalDialog*>();
    REQUIRE(dialog);
    auto* who = dialog->findChild<QComboBox*>();
    REQUIRE(who->findData(user) >= 0);
    who->setCurrentIndex(who->findData(user));
    const auto fields = dialog->findChildren<QLineEdit*>();
    REQUIRE(fields.size() == 2);
    for (auto* field : fields)
        field->setText(field->echoMode() == QLineEdit::Password ? pin : u"needed"_s);
    for (auto* button : dialog->findChildren<QPushButton*>())
        if (button->isDefault()) button->click();
    driver.settle();
    QApplication::setActiveWindow(&driver.window()); // no window manager does it here
}

int lines(DeskDriver& driver, const QString& act)
{
    return driver.onDatabase([act](Database& db) {
        return db.read([&](Tx& tx) -> Result<int> {
            AuditFilter filter;
            filter.act = act;
            return static_cast<int>(AuditRepository(tx).list(filter, 0, 50).size());
        });
    });
}

const Error kAhead{
    ErrorCode::Conflict, u"receipts.clock-ahead"_s, {u"2027-12-27 12:00"_s, u"2026-11-22 12:00"_s}, {}};

} // namespace

TEST_CASE("An owner changes the data key at the desk with a second person, notes the code and works on",
    "[desk][keys]")
{
    DeskDriver driver;
    driver.signInOwner();
    driver.window().open(u"key"_s);
    driver.settle();
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(driver.window().findChild<ApprovalDialog*>()); // without the password nobody is asked
    driver.type(u"demo-owner"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    approve(driver, u"manager"_s, u"222222"_s);
    const QString code = shownCode(driver);
    REQUIRE(code.size() == 29);
    CHECK(lines(driver, u"key.rotated"_s) == 1);

    driver.press(Qt::Key_Escape);
    REQUIRE(shownCode(driver) == code); // not before it is noted
    driver.type(u"WRONG"_s);
    driver.press(Qt::Key_Return);
    REQUIRE(shownCode(driver) == code);
    static_cast<QLineEdit*>(QApplication::focusWidget())->clear();
    driver.type(code.right(5));
    driver.press(Qt::Key_Return);
    CHECK(shownCode(driver).isEmpty());
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(driver.window().currentId() == u"staff"_s);

    driver.onDatabase([](Database& db) -> Result<> {
        SANAD_TRY(SignIn(db).withPin(u"manager"_s, u"222222"_s, {}));
        CHECK(refusal(SignIn(db).withPassword(u"manager"_s, u"demo-manager"_s, {})).key ==
            u"sign-in.key-changed"_s);
        return {};
    });
    CHECK(driver.knownCivilNumber().size() == 8); // what is sealed opens for who works on
}

TEST_CASE("A code of the data key that was left on the page is shown to nobody else", "[desk][keys]")
{
    DeskDriver driver;
    driver.signInOwner();
    driver.window().open(u"key"_s);
    driver.settle();
    driver.type(u"demo-owner"_s);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    approve(driver, u"manager"_s, u"222222"_s);
    REQUIRE_FALSE(shownCode(driver).isEmpty());
    driver.window().open(u"staff"_s);
    driver.desk().session().signIn(
        Actor(StaffId::fromRaw(5), u"another"_s, u"C1"_s, {Permission::ManageStaff}));
    driver.window().open(u"key"_s);
    driver.settle();
    CHECK(shownCode(driver).isEmpty());
}

TEST_CASE(
    "A wrong clock is asked about on the spot: who may change settings says alone that it is right", "[desk]")
{
    DeskDriver driver;
    driver.signInOwner();
    Q_EMIT driver.visit().failed(kAhead);
    driver.settle();
    auto* question = driver.window().findChild<QuestionDialog*>();
    REQUIRE(question);
    QString told;
    for (const auto* label : question->findChildren<Label*>())
        told += label->plainText();
    for (const QString& time : kAhead.args)
        CHECK(told.contains(time));
    driver.takePictures(u"clock"_s, question);
    SECTION("back, by the key that is in front")
    {
        driver.press(Qt::Key_Return);
        CHECK(lines(driver, u"clock.confirmed"_s) == 0);
    }
    SECTION("it is right")
    {
        for (auto* button : question->findChildren<QPushButton*>())
            if (!button->isDefault()) button->click();
        driver.settle();
        CHECK(lines(driver, u"clock.confirmed"_s) == 1);
    }
}

TEST_CASE("A clerk confirms the clock with a second person who may change settings", "[desk]")
{
    DeskDriver driver;
    driver.signIn();
    Q_EMIT driver.visit().failed(kAhead);
    driver.settle();
    CHECK_FALSE(driver.window().findChild<QuestionDialog*>());
    approve(driver, u"owner"_s, u"111111"_s);
    CHECK(lines(driver, u"clock.confirmed"_s) == 1);
}
