#include "core/demo/demo_centre.h"
#include "core/people/people_service.h"
#include "core/people/staff_repository.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/approval/approval_dialog.h"
#include "ui/approval/question_dialog.h"
#include "ui/customers/customer_matches.h"
#include "ui/shell/auto_lock.h"
#include "ui/shell/rail.h"
#include "ui/text/error_text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QSet>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using namespace std::chrono_literals;

namespace {

const DemoPerson& person(const QString& user)
{
    const auto& all = demoPeople();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.user == user; });
    REQUIRE(found != all.end());
    return *found;
}

void signIn(DeskDriver& driver, const QString& user, const QString& secret)
{
    auto* clerk = driver.window().currentPage()->findChild<QComboBox*>();
    REQUIRE(clerk);
    REQUIRE(clerk->findData(user) >= 0);
    clerk->setCurrentIndex(clerk->findData(user));
    clerk->setFocus();
    driver.press(Qt::Key_Return);
    static_cast<QLineEdit*>(QApplication::focusWidget())->clear();
    driver.type(secret);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(driver.desk().session().actor().user() == user);
}

void lock(DeskDriver& driver)
{
    driver.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(driver.window().locked());
}

struct DeskPage {
    QString id;
    std::optional<Permission> needs = std::nullopt; ///< Nothing: anybody who is signed in.
    bool before = false; ///< Shown before anybody is.
};

/// Every page of the desk. Those of a visit are for whoever has one; the core asks at each of their acts.
const std::vector<DeskPage> kPages{{u"serve"_s}, {u"customers"_s, Permission::ViewCustomers}, {u"services"_s},
    {u"form"_s}, {u"documents"_s}, {u"assisted"_s}, {u"fees"_s}, {u"pay"_s}, {u"receipt"_s},
    {u"transactions"_s, Permission::ViewTransactions}, {u"correction"_s},
    {u"reports"_s, Permission::ViewReports}, {u"cash"_s, Permission::CloseShift},
    {u"sync"_s, Permission::ViewSync}, {u"staff"_s, Permission::ManageStaff},
    {u"privacy"_s, Permission::ManagePrivacy}, {u"keeping"_s, Permission::ManagePrivacy},
    {u"audit"_s, Permission::ViewAudit}, {u"secrets"_s}, {u"key"_s, Permission::ManageStaff},
    {u"backups"_s, Permission::ManageBackups}, {u"settings"_s}, {u"sign-in"_s, {}, true},
    {u"set-up"_s, {}, true}, {u"recovery"_s, {}, true}, {u"restore"_s, {}, true}};

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

/// The demonstration centre has nobody who works outside.
void hireAgent(DeskDriver& driver)
{
    driver.onDatabase([by = driver.desk().session().actor()](Database& db) {
        return PeopleService(db).add(
            {u"agent1"_s, u"مندوب"_s, {}, Role::FieldAgent, u"of-the-agent"_s, u"135790"_s}, by);
    });
}

Role roleOf(DeskDriver& driver, const Actor& by)
{
    return driver.onDatabase([by](Database& db) {
        return db.read([&](Tx& tx) -> Result<Role> { return StaffRepository(tx).byId(by.staff())->role; });
    });
}

AutoLock& autoLock(DeskDriver& driver)
{
    auto* found = driver.desk().findChild<AutoLock*>();
    REQUIRE(found);
    return *found;
}

/// Everything that the fields and lists of the page in front say.
QString saidBy(const DeskDriver& driver)
{
    const Page* page = const_cast<DeskDriver&>(driver).window().currentPage();
    QStringList said;
    for (const auto* edit : page->findChildren<QLineEdit*>())
        said << edit->text();
    for (const auto* list : page->findChildren<QAbstractItemView*>())
        for (int row = 0; row < list->model()->rowCount(); ++row)
            for (int column = 0; column < list->model()->columnCount(); ++column)
                said << list->model()->index(row, column).data().toString();
    return said.join(u'\n');
}

} // namespace

TEST_CASE("The desk locks itself when nobody has touched it for ten minutes, and a touch begins them anew",
    "[desk][people]")
{
    DeskDriver driver;
    driver.signIn();
    CHECK(autoLock(driver).idle() == 10min);

    constexpr auto kIdle = 1500ms; // longer than any pause of a busy machine between two keys
    autoLock(driver).setIdle(kIdle);
    QElapsedTimer sinceSet;
    sinceSet.start();
    while (!sinceSet.hasExpired(2 * std::chrono::milliseconds(kIdle).count())) {
        driver.press(Qt::Key_Shift);
        QTest::qWait(20);
    }
    CHECK_FALSE(driver.window().locked());
    REQUIRE(QTest::qWaitFor([&] { return driver.window().locked(); }, 5000));
    driver.settle();
    CHECK_FALSE(driver.desk().session().signedIn());
    CHECK(driver.window().currentId() == u"sign-in"_s);
    // What opens a page by its key opens none.
    driver.press(Qt::Key_F8);
    CHECK(driver.window().currentId() == u"sign-in"_s);

    autoLock(driver).setIdle(10min);
    signIn(driver, u"clerk1"_s, person(u"clerk1"_s).pin); // the PIN is enough
    CHECK(driver.window().currentId() == u"serve"_s);
}

TEST_CASE("A computer that slept for longer wakes up to a locked desk, and the first touch does nothing else",
    "[desk][people]")
{
    std::chrono::milliseconds now = 1h;
    DeskDriver driver;
    driver.signIn();
    autoLock(driver).setClock([&now] { return now; });
    driver.press(Qt::Key_F3);
    REQUIRE(driver.window().currentId() == u"customers"_s);
    now += 9min; // asleep for less
    driver.press(Qt::Key_Shift);
    REQUIRE_FALSE(driver.window().locked());
    const auto locked = [&] { return driver.window().locked(); };

    SECTION("by the key of another page")
    {
        now += 10min;
        driver.press(Qt::Key_F8);
        CHECK(locked());
    }
    SECTION("by a letter, which goes nowhere")
    {
        now += 8h;
        driver.press(Qt::Key_7);
        CHECK(locked());
        for (const auto* edit : driver.window().currentPage()->findChildren<QLineEdit*>())
            CHECK(edit->text().isEmpty());
    }
    SECTION("by a click")
    {
        now += 8h;
        QTest::mouseClick(driver.window().currentPage(), Qt::LeftButton);
        CHECK(locked());
    }
    SECTION("by itself")
    {
        now += 8h;
        CHECK(QTest::qWaitFor(locked, 5000));
    }
    driver.settle();
    CHECK_FALSE(driver.desk().session().signedIn());
    CHECK(driver.window().currentId() == u"sign-in"_s);
    signIn(driver, u"clerk1"_s, person(u"clerk1"_s).pin);
    CHECK(driver.window().currentId() == u"customers"_s);
    now += 9min;
    driver.press(Qt::Key_Shift);
    CHECK_FALSE(locked());
    autoLock(driver).setClock(timeSinceStart);
}

TEST_CASE("A dialog that stands open when the desk locks itself is closed, and gives no consent later",
    "[desk][people]")
{
    DeskDriver driver;
    driver.signIn();
    bool consented = false;
    SECTION("a question and the approval of a second person")
    {
        QuestionDialog::ask(&driver.window(), u"?"_s, u"?"_s, u"?"_s, [&] { consented = true; });
        ApprovalDialog::ask(&driver.window(), driver.desk().tasks(), driver.desk().session(),
            {{Permission::MergeCustomers, u"customer.merged"_s, u"1+2"_s}, u"?"_s, {}},
            [&](const Approval&) { consented = true; });
        driver.settle();
        REQUIRE(QApplication::activeModalWidget());
        autoLock(driver).setIdle(1ms);
        REQUIRE(QTest::qWaitFor([&] { return driver.window().locked(); }, 5000));
    }
    SECTION("a question for a file, over another dialog")
    {
        QuestionDialog::ask(&driver.window(), u"?"_s, u"?"_s, u"?"_s, [&] { consented = true; });
        QTimer::singleShot(50, &driver.window(), [&] { autoLock(driver).setIdle(1ms); });
        CHECK(QFileDialog::getOpenFileName(QApplication::activeModalWidget()).isEmpty());
        CHECK(driver.window().locked());
    }
    driver.settle();
    CHECK_FALSE(QApplication::activeModalWidget());
    CHECK_FALSE(consented);
}

TEST_CASE("Nothing of the one before is on the customers page when another person signs in, and all of it "
          "when the same one does",
    "[desk][people][customers]")
{
    DeskDriver driver;
    driver.signIn();
    const QString number = driver.knownCivilNumber();
    driver.press(Qt::Key_F3);
    driver.type(number);
    REQUIRE(driver.window().currentPage()->findChild<CustomerMatches*>()->rows().rowCount() == 1);
    SECTION("the matches") { }
    SECTION("a record being changed")
    {
        driver.press(Qt::Key_2, Qt::ControlModifier);
    }
    SECTION("a new customer being typed")
    {
        driver.press(Qt::Key_Insert);
    }
    SECTION("a consent")
    {
        driver.press(Qt::Key_1, Qt::ControlModifier);
    }
    const QString said = saidBy(driver);
    REQUIRE(said.contains(number.right(3)));

    lock(driver);
    signIn(driver, u"clerk1"_s, person(u"clerk1"_s).pin);
    REQUIRE(driver.window().currentId() == u"customers"_s);
    CHECK(saidBy(driver) == said);

    lock(driver);
    signIn(driver, u"manager"_s, u"222222"_s);
    driver.press(Qt::Key_F3);
    CHECK_FALSE(saidBy(driver).contains(number.right(3)));
    auto* search = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(search);
    CHECK(search->accessibleName() == u"بحث عن عميل"_s);
    CHECK(search->text().isEmpty());
}

TEST_CASE("A page is on the rail of exactly the roles that may use it, and refuses the others all the same",
    "[desk][people]")
{
    DeskDriver driver;
    auto* rail = driver.window().findChild<Rail*>();
    auto* banner = driver.window().findChild<Banner*>();
    REQUIRE((rail && banner));
    QStringList known;
    for (const DeskPage& page : kPages)
        known << page.id;
    CHECK(sorted(known) == sorted(driver.window().pageIds()));
    const QStringList onRail = driver.window().railIds();
    std::set<Role> tried;
    for (const QString& user :
        {u"owner"_s, u"manager"_s, u"clerk1"_s, u"cashier"_s, u"inspector"_s, u"agent1"_s}) {
        if (user == u"agent1"_s)
            signIn(driver, user, u"135790"_s);
        else
            signIn(driver, user, tried.empty() ? person(user).password : person(user).pin);
        if (tried.empty()) hireAgent(driver);
        const Actor by = driver.desk().session().actor();
        tried.insert(roleOf(driver, by));
        QSet<QString> opened;
        for (const DeskPage& page : kPages) {
            if (page.before) continue;
            INFO(user.toStdString() << " opens " << page.id.toStdString());
            const bool may = !page.needs || by.holds(*page.needs);
            driver.window().open(u"settings"_s);
            driver.window().open(page.id);
            driver.settle();
            CHECK(driver.window().currentId() == (may ? page.id : u"settings"_s));
            if (page.needs) {
                const Error denied{ErrorCode::Denied, u"gate.denied"_s, {permissionKey(*page.needs)}, {}};
                CHECK((banner->text() == errorText(denied, uiLanguage()).sentence()) == !may);
            }
            if (!may || !onRail.contains(page.id)) continue;
            const auto buttons = rail->findChildren<KeyButton*>();
            const auto mark = std::find_if(
                buttons.begin(), buttons.end(), [](const auto* button) { return button->isChecked(); });
            REQUIRE(mark != buttons.end());
            CHECK((*mark)->isVisible());
            opened.insert((*mark)->text());
        }
        // What was not opened is not on the rail either.
        for (const auto* button : rail->findChildren<KeyButton*>())
            CHECK(button->isVisible() == opened.contains(button->text()));
        lock(driver);
    }
    CHECK(tried == std::set<Role>(allRoles().begin(), allRoles().end()));
}
