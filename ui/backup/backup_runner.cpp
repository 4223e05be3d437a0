#include "ui/backup/backup_runner.h"

#include "core/backup/health.h"
#include "core/base/log.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kBackupFailed = "backup.failed"_L1;
constexpr auto kCheckFailed = "check.failed"_L1;

} // namespace

BackupRunner::BackupRunner(Tasks& tasks, DiskProbe disks, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_disks(std::move(disks))
{
}

BackupRunner::~BackupRunner()
{
    m_stop = true;
    if (m_thread) m_thread->wait();
}

void BackupRunner::onThread(std::function<void()> act)
{
    if (m_thread) m_thread->wait();
    m_thread.reset(QThread::create(std::move(act)));
    m_thread->setObjectName(u"backup"_s);
    m_thread->start(QThread::LowPriority);
}

BackupProgress BackupRunner::progress(int from, int to)
{
    return [this, from, to, told = -1](qint64 done, qint64 whole) mutable {
        const int percent = whole > 0 ? from + static_cast<int>(done * (to - from) / whole) : from;
        if (percent != told) {
            told = percent;
            QMetaObject::invokeMethod(
                this, [this, percent] { Q_EMIT progressed(percent); }, Qt::QueuedConnection);
        }
        return !m_stop.load();
    };
}

void BackupRunner::backUp(const Actor& by)
{
    if (m_running) return;
    m_running = true;
    Q_EMIT started();
    m_tasks.run(
        this, [by, disks = m_disks](Database& db) { return BackupService(db, disks).prepare({}, by); },
        [this, by](const Result<BackupJob>& job) {
            if (!job) return end(kBackupFailed, job.error());
            work(*job, by);
        });
}

void BackupRunner::work(const BackupJob& job, const Actor& by)
{
    onThread([this, job, by] {
        const auto made = job.run(progress(0, 50));
        auto checked = made
            ? checkBackup(made->path, job.vault, job.from.folder, progress(50, 100), job.disks)
            : Result<BackupCheck>(made.error());
        QMetaObject::invokeMethod(
            this,
            [this, made, checked, by] {
                if (!made) return end(kBackupFailed, made.error());
                m_tasks.run(
                    this,
                    [made = *made, checked, by](Database& db) -> Result<> {
                        BackupService backups(db);
                        SANAD_TRY(backups.record(made, by));
                        if (!checked) return checked.error();
                        SANAD_TRY(backups.recordCheck(made.path, *checked, by));
                        if (!checked->good()) {
                            const Breach& first = checked->breaches.front();
                            return Error{ErrorCode::Conflict, u"backup.not-sound"_s,
                                {first.invariant + u": "_s + first.where}, first.what};
                        }
                        SANAD_TRY(backups.applyRule(by));
                        return {};
                    },
                    [this](const Result<>& result) { end(kBackupFailed, result); });
            },
            Qt::QueuedConnection);
    });
}

void BackupRunner::checkAll()
{
    if (m_running) return;
    m_running = true;
    Q_EMIT started();
    m_tasks.run(
        this, [](Database& db) -> Result<DataLocation> { return db.location(); },
        [this](const Result<DataLocation>& where) {
            if (!where) return end(kCheckFailed, where.error());
            look(*where);
        });
}

void BackupRunner::look(const DataLocation& where)
{
    onThread([this, where] {
        const auto found = [&]() -> Result<std::vector<Breach>> {
            SANAD_TRY_VALUE(db, Database::open(where, OpenMode::ReadOnly));
            return fullCheck(*db);
        }();
        QMetaObject::invokeMethod(
            this,
            [this, found] {
                if (!found) return end(kCheckFailed, found.error());
                m_tasks.run(
                    this, [found = *found](Database& db) { return recordFullCheck(db, found); },
                    [this](const Result<>& result) { end(kCheckFailed, result); });
            },
            Qt::QueuedConnection);
    });
}

void BackupRunner::end(QLatin1StringView failure, const Result<>& result)
{
    m_running = false;
    if (result) return Q_EMIT finished();
    logEvent(failure, {{"key"_L1, result.error().key}});
    Q_EMIT failed(result.error());
}

} // namespace sanad
