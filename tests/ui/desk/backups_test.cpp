#include "app/backup_scheduler.h"
#include "core/cash/shift_service.h"
#include "core/demo/demo_centre.h"
#include "core/documents/document_service.h"
#include "core/people/sign_in.h"
#include "core/receipts/day_service.h"
#include "core/transactions/transaction_service.h"
#include "core/verify/verify.h"
#include "tests/support/cheap_secrets.h"
#include "tests/ui/desk/desk_driver.h"
#include "ui/approval/question_dialog.h"
#include "ui/backup/backups_page.h"
#include "ui/shell/top_strip.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

constexpr int kPatience = 60'000; // milliseconds

QStringList filesOn(const QString& folder)
{
    return QDir(folder).entryList({u'*' + kBackupSuffix}, QDir::Files);
}

/// Opens a drawer, counts it to the baisa, signs it off and closes its day.
Result<> closeToday(Database& db, const Actor& by)
{
    ShiftService shifts(db);
    SANAD_TRY(shifts.open(u"C2"_s, Money::fromBaisa(20'000), by));
    SANAD_TRY_VALUE(open, shifts.unsettled(by));
    QDate day;
    for (const Shift& shift : open) {
        SANAD_TRY_VALUE(blind, shifts.count(shift.id, {}, by));
        SANAD_TRY(shifts.count(shift.id, fewestPieces(blind.expected), by));
        SANAD_TRY(shifts.close(shift.id, {}, by));
        SANAD_TRY(shifts.signOff(shift.id, by));
        day = shift.businessDay;
    }
    SANAD_TRY(DayService(db).close(day, by));
    return {};
}

/// A desk whose scheduler, data and backups go by one clock, which the test moves.
struct Watched {
    QTemporaryDir room;
    QString folder = QDir(room.path()).filePath(u"centre"_s);
    QString stick = QDir(room.path()).filePath(u"stick"_s);
    std::shared_ptr<std::atomic<qint64>> ms = std::make_shared<std::atomic<qint64>>();
    Clock clock = [ms = ms] { return QDateTime::fromMSecsSinceEpoch(++*ms, Qt::UTC); };
    Session session;
    Tasks tasks;
    BackupPresenter backups{tasks, session, {folder, {}}};
    std::unique_ptr<BackupScheduler> scheduler;

    Watched()
    {
        setTime({QDate(2026, 11, 22), QTime(8, 0), Qt::UTC}); // noon at the centre
        QDir().mkpath(stick);
        {
            auto db = must(Database::open({folder, {}}, OpenMode::Create));
            DemoRequest request;
            request.cost = kCheap;
            request.customers = 10;
            request.days = 0;
            request.today = QDate(2026, 11, 22);
            must(makeDemo(*db, request));
        }
        tasks.open(
            &session,
            [where = folder, clock = clock]() -> Result<std::unique_ptr<Database>> {
                auto db = Database::open({where, {}}, OpenMode::Write);
                if (db) (*db)->setClock(clock);
                return db;
            },
            [](const Result<>& opened) { REQUIRE(opened); });
        scheduler = std::make_unique<BackupScheduler>(tasks, session, backups, clock);
        tasks.run(
            &session,
            [](Database& db) { return SignIn(db).withPassword(u"owner"_s, u"demo-owner"_s, u"C1"_s); },
            [this](const Result<Actor>& owner) { session.signIn(must(owner)); });
        REQUIRE(QTest::qWaitFor([this] { return session.signedIn(); }, kPatience));
        settle();
    }

    void setTime(const QDateTime& time) { *ms = time.toMSecsSinceEpoch(); }
    void later(std::chrono::minutes by) { *ms += std::chrono::milliseconds(by).count(); }
    void settle()
    {
        REQUIRE(QTest::qWaitFor(
            [this] { return tasks.pending() == 0 && !backups.runner().running(); }, kPatience));
    }
    /// What the scheduler does when it looks.
    void look()
    {
        backups.load();
        settle();
        backups.load(); // what came of it
        settle();
    }
    bool checked() const { return backups.state().lastCheck.has_value(); }
};

} // namespace

TEST_CASE("A backup is made by itself after a day was closed, tried, and its age stands on the strip",
    "[desk][backup]")
{
    DeskDriver driver;
    const QTemporaryDir stick;
    driver.signInOwner();
    driver.onDatabase([where = stick.path(), by = driver.desk().session().actor()](
                          Database& db) { return BackupService(db).setFolder(where, by); });
    const Pill& age = driver.window().strip().backup();
    REQUIRE(age.isVisible());
    const QString missing = age.text();
    REQUIRE(QTest::qWaitFor([&] { return age.tone() == Tone::Success; }, kPatience)); // there was none
    CHECK(age.text() != missing);
    const QStringList first = filesOn(stick.path());
    CHECK(first.size() == 1);

    driver.onDatabase([by = driver.desk().session().actor()](Database& db) { return closeToday(db, by); });
    // The newest of a day is kept.
    REQUIRE(QTest::qWaitFor(
        [&] { return filesOn(stick.path()).size() == 1 && filesOn(stick.path()) != first; }, kPatience));
    driver.settle();
    CHECK(age.tone() == Tone::Success);
    const auto state = driver.onDatabase(
        [by = driver.desk().session().actor()](Database& db) { return BackupService(db).state(by); });
    REQUIRE_FALSE(state.runs.empty());
    CHECK(state.runs.front().name == filesOn(stick.path()).front());
    CHECK(state.runs.front().verifiedAt.isValid());
}

TEST_CASE("A backup is made by itself when the newest good one is most of a day old, and not before",
    "[desk][backup]")
{
    using namespace std::chrono_literals;
    Watched desk;
    desk.look();
    CHECK(filesOn(desk.stick).isEmpty()); // nobody chose a folder
    desk.later(31min);
    desk.backups.chooseFolder(desk.stick);
    desk.settle();
    desk.look();
    REQUIRE(filesOn(desk.stick).size() == 1);
    desk.later(19h);
    desk.look();
    CHECK(filesOn(desk.stick).size() == 1);
    desk.session.lock(); // what runs by itself goes on behind a locked window
    desk.later(2h);
    desk.look();
    CHECK(filesOn(desk.stick).size() == 2);
}

TEST_CASE("Who asks for a backup while everything is checked is told to wait", "[desk][backup]")
{
    Watched desk;
    BackupsPage page(desk.backups);
    QStringList told;
    QObject::connect(&page, &Page::failed, &page, [&](const Error& error) { told << error.key; });
    desk.backups.checkNow();
    REQUIRE(desk.backups.runner().running());
    page.perform(Command::Finish, 0);
    CHECK(told == QStringList{u"backup.busy"_s});
    desk.settle();
}

TEST_CASE("Everything is checked once a night, or when the desk is left alone, and not beside work",
    "[desk][backup]")
{
    using namespace std::chrono_literals;
    Watched desk;
    const auto work = [&] {
        bool done = false;
        desk.tasks.run(
            &desk.session,
            [by = desk.session.actor()](
                Database& db) { return ShiftService(db).open(u"C2"_s, Money::fromBaisa(20'000), by); },
            [&](const Result<Shift>& opened) { done = opened.has_value(); });
        desk.settle();
        REQUIRE(done);
    };
    SECTION("left alone")
    {
        work();
        desk.later(10min);
        desk.look();
        CHECK_FALSE(desk.checked());
        desk.later(6min);
        desk.look();
        REQUIRE(desk.checked());
        CHECK(desk.backups.state().lastCheck->breaches == 0);
        const auto first = desk.backups.state().lastCheck->at;
        desk.later(19h);
        desk.look();
        CHECK(desk.backups.state().lastCheck->at == first);
        desk.later(2h);
        desk.look();
        CHECK(desk.backups.state().lastCheck->at > first);
    }
    SECTION("at night, whoever works")
    {
        desk.setTime({QDate(2026, 11, 22), QTime(18, 30), Qt::UTC});
        work();
        desk.look();
        CHECK(desk.checked());
    }
}

TEST_CASE("The owner gives lost scans up at the desk, after a question", "[desk][backup]")
{
    DeskDriver driver;
    driver.signInOwner();
    const QString scan = driver.papers() + u"/scan.pdf"_s;
    QFile file(scan);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("%PDF-1.4 something");
    file.close();
    const QString path =
        driver.onDatabase([scan, by = driver.desk().session().actor()](Database& db) -> Result<QString> {
            SANAD_TRY_VALUE(draft, TransactionService(db).open(u"ROP-VEH-RENEW"_s, {}, {}, by));
            SANAD_TRY_VALUE(paper, DocumentService(db).add(draft.id, u"veh"_s, scan, {}, by));
            return QDir(db.filesFolder()).filePath(paper.name);
        });
    REQUIRE(QFile::remove(path));
    driver.window().open(u"backups"_s);
    driver.settle();
    auto* page = driver.window().currentPage();
    const auto button = [page](const QString& text) {
        const auto all = page->findChildren<QPushButton*>();
        const auto found = std::find_if(all.begin(), all.end(),
            [&](const auto* each) { return each->text().contains(text) && each->isVisible(); });
        return found == all.end() ? nullptr : *found;
    };
    const QString giveUp = u"استغنِ عن النسخ المفقودة"_s;
    CHECK_FALSE(button(giveUp));
    REQUIRE(button(u"افحص كل شيء"_s));
    button(u"افحص كل شيء"_s)->click();
    REQUIRE(QTest::qWaitFor([&] { return button(giveUp) != nullptr; }, kPatience));
    CHECK_FALSE(button(u"أعد بناء البيانات المشتقة"_s));
    driver.takePictures(u"backups-lost"_s);
    button(giveUp)->click();
    auto* question = driver.window().findChild<QuestionDialog*>();
    REQUIRE(question);
    driver.takePictures(u"backups-lost-question"_s, question);
    for (auto* each : question->findChildren<QPushButton*>())
        if (each->text() == u"استغنِ عنها"_s) each->click();
    REQUIRE(QTest::qWaitFor([&] { return button(giveUp) == nullptr; }, kPatience));
    CHECK(driver.onDatabase([](Database& db) { return verifyCentre(db); }).empty());
}

TEST_CASE(
    "A backup is restored from the first screen of an empty folder with the recovery code, and the owner "
    "signs in",
    "[desk][backup]")
{
    const QTemporaryDir elsewhere;
    QString code, file;
    {
        auto db = must(Database::open({elsewhere.filePath(u"centre"_s), {}}, OpenMode::Create));
        DemoRequest request;
        request.cost = kCheap;
        request.customers = 10;
        request.days = 1;
        request.visitsADay = 2;
        code = must(makeDemo(*db, request)).recoveryCode;
        const Actor owner = must(SignIn(*db).withPassword(u"owner"_s, u"demo-owner"_s, u"C1"_s));
        REQUIRE(QDir().mkpath(elsewhere.filePath(u"stick"_s)));
        file = must(BackupService(*db).create(elsewhere.filePath(u"stick"_s), owner)).path;
    }
    DeskDriver driver(DeskDriver::Data::None);
    REQUIRE(driver.window().currentId() == u"set-up"_s);
    for (auto* button : driver.window().currentPage()->findChildren<QPushButton*>())
        if (button->text() == u"استعادة نسخة احتياطية"_s) button->click();
    driver.settle();
    REQUIRE(driver.window().currentId() == u"restore"_s);
    const auto fields = driver.window().currentPage()->findChildren<QLineEdit*>();
    const auto secret = std::find_if(fields.begin(), fields.end(),
        [](const auto* field) { return field->echoMode() == QLineEdit::Password; });
    REQUIRE(secret != fields.end());
    qobject_cast<QLineEdit*>(QApplication::focusWidget())->setText(file);
    (*secret)->setText(code.chopped(1) + (code.endsWith(u'A') ? u'B' : u'A'));
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    driver.settle();
    CHECK_FALSE(QFile::exists(driver.folder() + u"/sanad.db"_s));
    (*secret)->setText(code);
    driver.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return !(*secret)->isVisible(); }, kPatience));
    CHECK((*secret)->text().isEmpty());
    driver.takePictures(u"restored"_s);

    driver.restart();
    REQUIRE(driver.window().currentId() == u"sign-in"_s);
    driver.signInOwner();
    CHECK(driver.onDatabase([](Database& db) { return verifyCentre(db); }).empty());
}
