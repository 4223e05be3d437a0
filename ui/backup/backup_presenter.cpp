#include "ui/backup/backup_presenter.h"

#include "core/storage/durable_files.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr qint64 kFreshHours = 30; ///< A day, and a morning until somebody starts the desk.

} // namespace

BackupPresenter::BackupPresenter(
    Tasks& tasks, Session& session, DataLocation data, DiskProbe disks, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_data(std::move(data))
    , m_runner(tasks, std::move(disks))
{
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (topics.contains(u"backups"_s)) load();
    });
    connect(&session, &Session::changed, this, [this] {
        if (m_session.signedIn()) m_by = m_session.actor();
    });
    connect(&m_runner, &BackupRunner::failed, this, &BackupPresenter::failed);
}

void BackupPresenter::load()
{
    if (m_by.staff().isNull()) return;
    m_tasks.run(
        this, [by = m_by](Database& db) { return BackupService(db).state(by); },
        [this](const Result<BackupState>& state) {
            if (!state) return; // who may not see backups is not told of them
            m_state = *state;
            Q_EMIT loaded();
        });
}

void BackupPresenter::noteHead()
{
    if (m_by.staff().isNull()) return;
    m_tasks.run(
        this, [by = m_by](Database& db) { return BackupService(db).noteHead(by); }, [](const Result<>&) {});
}

BackupAge BackupPresenter::age() const
{
    const auto hours = m_state.ageHours();
    if (!hours) return BackupAge::Missing;
    return *hours <= kFreshHours ? BackupAge::Fresh : BackupAge::Old;
}

void BackupPresenter::setDisks(const DiskReport& report)
{
    m_disks = report;
    Q_EMIT disksSeen();
}

void BackupPresenter::chooseFolder(const QString& folder)
{
    m_tasks.run(
        this,
        [folder, by = m_session.actor()](Database& db) { return BackupService(db).setFolder(folder, by); },
        [this, folder](const Result<>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT folderChosen(folder);
        });
}

void BackupPresenter::backUpNow()
{
    m_runner.backUp(m_session.actor());
}

void BackupPresenter::checkNow()
{
    m_runner.checkAll();
}

void BackupPresenter::rebuild()
{
    m_tasks.run(
        this, [by = m_session.actor()](Database& db) { return rebuildDerived(db, by); },
        [this](const Result<>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT rebuilt();
        });
}

void BackupPresenter::giveUpPapers()
{
    m_tasks.run(
        this, [by = m_session.actor()](Database& db) { return giveUpLostPapers(db, by); },
        [this](const Result<int>& given) {
            if (!given) return Q_EMIT failed(given.error());
            Q_EMIT papersGivenUp(*given);
        });
}

void BackupPresenter::renewHeads()
{
    m_tasks.run(
        this, [by = m_session.actor()](Database& db) { return BackupService(db).renewHeads(by); },
        [this](const Result<QStringList>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT headsRenewed();
        });
}

void BackupPresenter::removeKeptCopy(const QString& folder, const Approval& approval)
{
    m_tasks.run(
        this,
        [folder, approval, by = m_session.actor()](
            Database& db) { return sanad::removeKeptCopy(db, folder, approval, by); },
        [this](const Result<>& done) {
            load();
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT keptCopyRemoved();
        });
}

void BackupPresenter::tryKey(const QString& file, const Key& key)
{
    m_tasks.run(
        this,
        [file, key, by = m_session.actor()](Database& db) -> Result<BackupHeader> {
            SANAD_TRY_VALUE(reader, BackupReader::open(file));
            SANAD_TRY(backupKey(db, file, key.user, key.secret, by));
            return reader->header();
        },
        [this](const Result<BackupHeader>& header) {
            if (!header) return Q_EMIT failed(header.error());
            Q_EMIT opens(*header);
        });
}

void BackupPresenter::restore(const QString& file, const Key& key, bool acceptOlder)
{
    replace([file, key, acceptOlder, data = m_data]() -> Result<RestoreRequest> {
        SANAD_TRY_VALUE(reader, BackupReader::open(file));
        SANAD_TRY_VALUE(vault, unlockHeader(reader->header(), key.user, key.secret));
        return RestoreRequest{file, data, vault, {}, acceptOlder, systemClock(), {}};
    });
}

void BackupPresenter::restoreApproved(
    const QString& file, const Key& key, const Approval& approval, bool acceptOlder)
{
    m_tasks.run(
        this,
        [file, key, approval, acceptOlder, data = m_data, by = m_session.actor()](
            Database& db) -> Result<RestoreRequest> {
            SANAD_TRY_VALUE(reader, BackupReader::open(file));
            SANAD_TRY_VALUE(vault, backupKey(db, file, key.user, key.secret, by));
            SANAD_TRY_VALUE(grant, grantRestore(db, reader->header(), approval, by));
            return RestoreRequest{file, data, vault, grant, acceptOlder, systemClock(), {}};
        },
        [this](const Result<RestoreRequest>& request) {
            if (!request) return Q_EMIT failed(request.error());
            replace([request = *request]() -> Result<RestoreRequest> { return request; });
        });
}

void BackupPresenter::replace(std::function<Result<RestoreRequest>()> prepare)
{
    if (m_runner.running()) return Q_EMIT failed({ErrorCode::Conflict, u"backup.busy"_s, {}, {}});
    Q_EMIT closing();
    const auto outcome = std::make_shared<std::optional<Result<RestoreOutcome>>>();
    // The database is closed when the opener runs, and opened again whatever comes of it.
    m_tasks.openOnce(
        this,
        [prepare = std::move(prepare), outcome, data = m_data]() -> Result<std::unique_ptr<Database>> {
            const auto request = prepare();
            *outcome = request ? restoreBackup(*request) : Result<RestoreOutcome>(request.error());
            // An empty folder into which nothing came stays empty.
            if (!(*outcome)->has_value() && !data.isServer() && !hasDatabaseFile(data.folder))
                return Error{ErrorCode::Unreachable, u"tasks.no-database"_s, {}, {}};
            return Database::open(data, OpenMode::Create);
        },
        [this, outcome](const Result<>& opened) {
            if (*outcome && !**outcome) {
                if (opened) Q_EMIT reopened();
                return Q_EMIT failed((*outcome)->error());
            }
            if (!opened) return Q_EMIT failed(opened.error());
            Q_EMIT restored(***outcome);
        });
}

} // namespace sanad
