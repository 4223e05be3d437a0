#include "core/base/log.h"
#include "core/demo/demo_centre.h"
#include "core/keys/key_rotation.h"
#include "core/people/sign_in.h"
#include "core/privacy/erasure.h"
#include "tests/support/cheap_secrets.h"
#include "tests/support/test_support.h"
#include "ui/backup/backup_presenter.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

constexpr int kPatienceMs = 120'000;

template <class Done> bool waitFor(Done done)
{
    QElapsedTimer waited;
    waited.start();
    while (!done() && waited.elapsed() < kPatienceMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    return done();
}

/// The database thread, a centre in a folder, and its owner signed in.
struct Desk {
    QTemporaryDir room;
    QString folder = QDir(room.path()).filePath(u"centre"_s);
    QString stick = QDir(room.path()).filePath(u"stick"_s);
    QString recoveryCode;
    QObject window;
    Session session;
    Tasks tasks;
    BackupPresenter backups{tasks, session, {folder, {}}};
    QStringList failures;
    int closings = 0, reopenings = 0;
    std::optional<RestoreOutcome> outcome;

    Desk()
    {
        QDir().mkpath(stick);
        {
            auto db = must(Database::open({folder, {}}, OpenMode::Create));
            DemoRequest request;
            request.cost = kCheap;
            request.customers = 10;
            request.days = 1;
            request.visitsADay = 2;
            request.today = QDate(2026, 11, 22);
            recoveryCode = must(makeDemo(*db, request)).recoveryCode;
        }
        QObject::connect(&backups, &BackupPresenter::failed, &window,
            [this](const Error& error) { failures << error.key; });
        QObject::connect(&backups, &BackupPresenter::closing, &window, [this] { ++closings; });
        QObject::connect(&backups, &BackupPresenter::reopened, &window, [this] { ++reopenings; });
        QObject::connect(&backups, &BackupPresenter::restored, &window,
            [this](const RestoreOutcome& done) { outcome = done; });
        tasks.open(
            &window,
            [where = folder] {
                return Database::open({where, {}}, OpenMode::Write);
            },
            [](const Result<>& opened) { REQUIRE(opened); });
        tasks.run(
            &window,
            [](Database& db) { return SignIn(db).withPassword(u"owner"_s, u"demo-owner"_s, u"C1"_s); },
            [this](const Result<Actor>& owner) { session.signIn(must(owner)); });
        REQUIRE(waitFor([this] { return session.signedIn(); }));
    }

    /// Somebody else's consent, given just now.
    Approval consentTo(const ApprovedAct& act)
    {
        std::optional<Approval> given;
        tasks.run(
            &window,
            [&act, by = session.actor()](
                Database& db) -> Result<Approval> { return approvalFor(db, act, by); },
            [&](const Result<Approval>& done) { given = must(done); });
        REQUIRE(waitFor([&] { return given.has_value(); }));
        return *given;
    }

    /// Chooses the stick and backs up; the path of the file.
    QString backedUp()
    {
        bool over = false;
        QObject here;
        QObject::connect(&backups.runner(), &BackupRunner::finished, &here, [&over] { over = true; });
        QObject::connect(&backups, &BackupPresenter::folderChosen, &here, [this] { backups.backUpNow(); });
        backups.chooseFolder(stick);
        REQUIRE(waitFor([&] { return over || !failures.isEmpty(); }));
        REQUIRE(failures.isEmpty());
        return QDir(stick).entryInfoList({u'*' + kBackupSuffix}).front().filePath();
    }
};

} // namespace

TEST_CASE("A backup made beside the desk is restored on trial before it counts", "[ui][backup]")
{
    Desk desk;
    desk.backups.load();
    CHECK(waitFor([&] { return desk.tasks.pending() == 0; }));
    CHECK(desk.backups.age() == BackupAge::Missing);
    desk.backedUp();
    CHECK(waitFor([&] { return desk.backups.age() == BackupAge::Fresh; }));
    CHECK(desk.backups.state().runs.size() == 1);
}

TEST_CASE("A full check runs beside the desk and what it found is kept", "[ui][backup]")
{
    Desk desk;
    desk.backups.checkNow();
    CHECK(waitFor([&] { return desk.backups.state().lastCheck.has_value(); }));
    CHECK(desk.backups.state().lastCheck->breaches == 0);
}

TEST_CASE("A full check that cannot open the data is logged as a check, not as a backup", "[ui][backup]")
{
    Desk desk;
    openLog(desk.room.path(), u"sanad-desk"_s);
    REQUIRE(QDir().rename(desk.folder, desk.folder + u"-elsewhere"_s));
    desk.backups.checkNow();
    CHECK(waitFor([&] { return !desk.failures.isEmpty(); }));
    desk.backups.backUpNow(); // no folder is chosen
    CHECK(waitFor([&] { return desk.failures.size() == 2; }));
    closeLog();
    REQUIRE(QDir().rename(desk.folder + u"-elsewhere"_s, desk.folder));
    QFile log(logFiles(desk.room.path()).front());
    REQUIRE(log.open(QIODevice::ReadOnly));
    QStringList events;
    for (const QByteArray& line : log.readAll().split('\n'))
        if (line.contains(".failed")) events << QJsonDocument::fromJson(line).object()[u"event"_s].toString();
    CHECK(events == QStringList{u"check.failed"_s, u"backup.failed"_s});
}

TEST_CASE(
    "A working centre is not replaced with the recovery code alone, and the desk goes on", "[ui][backup]")
{
    Desk desk;
    const QString file = desk.backedUp();
    desk.backups.restore(file, {{}, desk.recoveryCode}, true);
    CHECK(waitFor([&] { return !desk.failures.isEmpty(); }));
    CHECK(desk.failures == QStringList{u"backup.needs-approval"_s});
    CHECK(desk.closings == 1);
    CHECK(desk.reopenings == 1);
    std::optional<bool> alive;
    desk.tasks.run(
        &desk.window, [](Database& db) { return SignIn(db).choices(); },
        [&](const Result<std::vector<SignIn::Choice>>& choices) { alive = choices.has_value(); });
    CHECK(waitFor([&] { return alive.has_value(); }));
    CHECK(*alive);
}

TEST_CASE(
    "A backup from before a change of the data key asks for the code of its time, before a second person is "
    "asked",
    "[ui][backup]")
{
    Desk desk;
    const QString file = desk.backedUp();
    std::optional<QString> newCode;
    desk.tasks.run(
        &desk.window,
        [by = desk.session.actor()](Database& db) {
            return KeyService(db, {1, 8 * 1024})
                .rotate(u"demo-owner"_s, approvalFor(db, keyRotationAct(), by), by);
        },
        [&](const Result<KeyRotation>& done) { newCode = must(done).recoveryCode; });
    REQUIRE(waitFor([&] { return newCode.has_value(); }));
    std::optional<BackupHeader> opened;
    QObject::connect(&desk.backups, &BackupPresenter::opens, &desk.window,
        [&](const BackupHeader& header) { opened = header; });
    const auto answer = [&](const BackupPresenter::Key& key) {
        desk.failures.clear();
        opened.reset();
        desk.backups.tryKey(file, key);
        REQUIRE(waitFor([&] { return opened || !desk.failures.isEmpty(); }));
        return opened ? QString() : desk.failures.front();
    };
    CHECK(answer({}) == u"backup.older-key"_s);
    CHECK(answer({{}, *newCode}) == u"backup.wrong-key"_s);
    CHECK(answer({u"owner"_s, u"demo-owner"_s}) == QString());
    REQUIRE(answer({{}, desk.recoveryCode}) == QString());

    const auto restore = [&](const BackupPresenter::Key& key) {
        desk.failures.clear();
        desk.backups.restoreApproved(file, key, desk.consentTo(restoreAct(*opened)), true);
        REQUIRE(waitFor([&] { return desk.outcome.has_value() || !desk.failures.isEmpty(); }));
    };
    restore({});
    CHECK(desk.failures == QStringList{u"backup.older-key"_s});
    CHECK(desk.closings == 0); // nothing was closed for it
    restore({{}, desk.recoveryCode});
    CHECK(desk.failures.isEmpty());
    REQUIRE(desk.outcome);
    std::optional<Actor> owner;
    desk.tasks.run(
        &desk.window,
        [](Database& db) { return SignIn(db).withPassword(u"owner"_s, u"demo-owner"_s, u"C1"_s); },
        [&](const Result<Actor>& in) { owner = must(in); });
    CHECK(waitFor([&] { return owner.has_value(); }));
}

TEST_CASE(
    "A backup beside which the list of erasures is damaged is kept, said, and does not count", "[ui][backup]")
{
    Desk desk;
    const QString list = QDir(desk.stick).filePath(u"erasures.list"_s);
    desk.backedUp();
    desk.tasks.run(
        &desk.window,
        [by = desk.session.actor()](Database& db) -> Result<> {
            SANAD_TRY_VALUE(person, frequentCustomers(db, 1, 7));
            return db.write([&](Tx& tx) -> Result<> {
                SANAD_TRY(applyErasures(tx, {{person.front().id, tx.now()}}, db.filesFolder(), by));
                return {};
            });
        },
        [](const Result<>& done) { must(done); });
    QFile file(list);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("not a list");
    file.close();
    desk.backups.backUpNow();
    REQUIRE(waitFor([&] { return !desk.failures.isEmpty(); }));
    CHECK(desk.failures == QStringList{u"backup.no-list"_s});
    desk.backups.load();
    REQUIRE(waitFor([&] { return desk.backups.state().runs.size() == 2; }));
    CHECK_FALSE(desk.backups.state().runs.front().verifiedAt.isValid());
    CHECK(desk.backups.state().lastGood() == desk.backups.state().runs.back().createdAt);
    const auto notTried = desk.backups.state().runs.front().id;

    REQUIRE(QFile::remove(list));
    desk.failures.clear();
    desk.backups.backUpNow();
    const auto counts = [&] {
        const BackupRun& newest = desk.backups.state().runs.front();
        return newest.id != notTried && newest.verifiedAt.isValid();
    };
    CHECK(waitFor([&] { return counts() || !desk.failures.isEmpty(); }));
    CHECK(desk.failures.isEmpty());
    CHECK(QFile::exists(list));
}

TEST_CASE("With a second person's consent the desk's own data is replaced while it runs", "[ui][backup]")
{
    Desk desk;
    const QString file = desk.backedUp();
    desk.backups.restoreApproved(
        file, {}, desk.consentTo(restoreAct(must(BackupReader::open(file))->header())), true);
    CHECK(waitFor([&] { return desk.outcome.has_value() || !desk.failures.isEmpty(); }));
    CHECK(desk.failures.isEmpty());
    REQUIRE(desk.outcome);
    CHECK_FALSE(desk.outcome->gaps.empty());
    CHECK(QDir(desk.outcome->keptAside).exists());
}

TEST_CASE("The desk removes what a restore kept, once a second person has consented", "[ui][backup]")
{
    Desk desk;
    const QString file = desk.backedUp();
    desk.backups.restoreApproved(
        file, {}, desk.consentTo(restoreAct(must(BackupReader::open(file))->header())), true);
    REQUIRE(waitFor([&] { return desk.outcome.has_value() || !desk.failures.isEmpty(); }));
    REQUIRE(desk.outcome);
    const QString kept = desk.outcome->keptAside;
    bool in = false;
    desk.tasks.run(
        &desk.window,
        [](Database& db) { return SignIn(db).withPassword(u"owner"_s, u"demo-owner"_s, u"C1"_s); },
        [&](const Result<Actor>& owner) {
            desk.session.signIn(must(owner));
            in = true;
        });
    REQUIRE(waitFor([&] { return in; }));
    bool loaded = false, removed = false;
    QObject::connect(&desk.backups, &BackupPresenter::loaded, &desk.window, [&] { loaded = true; });
    QObject::connect(&desk.backups, &BackupPresenter::keptCopyRemoved, &desk.window, [&] { removed = true; });
    desk.backups.load();
    REQUIRE(waitFor([&] { return loaded; }));
    CHECK(desk.backups.state().keptCopies == std::vector<KeptCopy>{{kept, false}});

    desk.backups.removeKeptCopy(kept, {});
    REQUIRE(waitFor([&] { return !desk.failures.isEmpty(); }));
    CHECK(desk.failures == QStringList{u"approval.missing"_s});
    CHECK(QDir(kept).exists());
    desk.backups.removeKeptCopy(kept, desk.consentTo(removeKeptCopyAct(kept)));
    REQUIRE(waitFor([&] { return removed && desk.backups.state().keptCopies.empty(); }));
    CHECK_FALSE(QDir(kept).exists());
}
