#include "app/sync_scheduler.h"

#include "core/base/log.h"
#include "core/sync/sync_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

// Milliseconds.
constexpr qint64 kPause = 2'000; ///< Several commits of one visit make one run.
constexpr qint64 kWaiting = 60'000; ///< Items that a portal wanted later have their own pauses.
constexpr qint64 kLongest = 3'600'000;

/// When a channel is to be tried again: milliseconds from now, nothing when nothing waits anywhere.
Result<std::optional<qint64>> nextRun(Database& db)
{
    return db.read([](Tx& tx) -> Result<std::optional<qint64>> {
        const QDateTime now = tx.now();
        std::optional<qint64> next;
        for (const ChannelStatus& channel : SyncRepository(tx).status()) {
            if (channel.connector.isEmpty()) continue;
            std::optional<qint64> due;
            if (channel.nextAttempt.isValid() && channel.nextAttempt > now)
                due = now.msecsTo(channel.nextAttempt) + 1;
            else if (channel.waiting + channel.sending > 0)
                due = kWaiting;
            if (due) next = std::min(next.value_or(kLongest), *due);
        }
        return next;
    });
}

} // namespace

SyncScheduler::SyncScheduler(Tasks& tasks, Session& session, SyncAccess access, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_access(std::move(access))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncScheduler::run);
    connect(&session, &Session::changed, this, [this] {
        if (!m_session.signedIn()) return;
        if (m_by.user() != m_session.actor().user()) {
            ++m_round;
            m_running = false;
        }
        m_by = m_session.actor();
        m_may = m_by.holds(Permission::RunSync);
        if (!m_may) return m_timer.stop();
        wake(0);
    });
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (topics.contains(u"outbox"_s)) wake(kPause);
    });
}

void SyncScheduler::wake(qint64 milliseconds)
{
    if (!m_may) return;
    if (m_running) {
        m_again = true;
        return;
    }
    if (m_timer.isActive() && m_timer.remainingTime() <= milliseconds) return;
    m_timer.start(static_cast<int>(std::clamp(milliseconds, qint64{0}, kLongest)));
}

void SyncScheduler::run()
{
    if (m_running) return;
    m_running = true;
    m_again = false;
    const int round = ++m_round;
    // The end comes on the database thread; only the pointer's owner looks at it.
    const auto over = [this, round] {
        if (round == m_round) ended();
    };
    m_tasks.run(
        this,
        [access = m_access, by = m_by, tasks = &m_tasks, self = QPointer<QObject>(this), over](
            Database& db) -> Result<> {
            return access(db, by).start(by, [tasks, self, over](const SyncReport&) {
                QMetaObject::invokeMethod(
                    tasks,
                    [self, over] {
                        if (self) over();
                    },
                    Qt::QueuedConnection);
            });
        },
        [this, round](const Result<>& started) {
            if (started || round != m_round) return;
            // A run that a person asked for is going on; what it leaves is taken up after it.
            m_running = false;
            if (started.error().key == u"sync.running") return wake(kPause);
            logEvent("sync.failed"_L1, {{"key"_L1, started.error().key}});
            plan();
        });
}

void SyncScheduler::ended()
{
    m_running = false;
    if (m_again) return wake(kPause);
    plan();
}

void SyncScheduler::plan()
{
    m_tasks.run(
        this, [](Database& db) { return nextRun(db); },
        [this](const Result<std::optional<qint64>>& next) {
            if (!next) return wake(kWaiting);
            if (*next) wake(**next);
        });
}

} // namespace sanad
