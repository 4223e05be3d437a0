#include "app/backup_scheduler.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kLookEvery = 5 * 60'000; // milliseconds
constexpr int kFirstLook = 60'000;
constexpr qint64 kDueHours = 20;
constexpr qint64 kPauseAfterTry = 30 * 60; // seconds
constexpr qint64 kLeftAlone = 15 * 60;
constexpr int kNightFrom = 22, kNightTo = 6; // local hours

/// Not what was done while the clock stood ahead.
bool isRecent(const QDateTime& then, const QDateTime& now)
{
    return std::abs(then.secsTo(now)) < kDueHours * 3600;
}

} // namespace

BackupScheduler::BackupScheduler(
    Tasks& tasks, Session& session, BackupPresenter& backups, Clock clock, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_backups(backups)
    , m_clock(std::move(clock))
    , m_lastWork(m_clock())
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_backups.noteHead();
        m_backups.load();
    });
    connect(&backups, &BackupPresenter::loaded, this, &BackupScheduler::look);
    connect(&session, &Session::changed, this, [this] {
        if (!m_session.signedIn()) return;
        m_by = m_session.actor();
        if (!m_timer.isActive()) m_timer.start(kFirstLook);
    });
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (topics == QStringList{u"backups"_s}) return;
        m_lastWork = m_clock();
        if (topics.contains(u"days"_s)) {
            m_dayClosed = true;
            m_backups.noteHead();
            m_backups.load();
        }
    });
}

bool BackupScheduler::quiet() const
{
    const QDateTime now = m_clock();
    const int hour = now.toTimeZone(centreZone()).time().hour();
    return hour >= kNightFrom || hour < kNightTo || m_lastWork.secsTo(now) > kLeftAlone;
}

void BackupScheduler::look()
{
    m_timer.start(kLookEvery);
    if (m_by.staff().isNull() || m_backups.runner().running()) return;
    const QDateTime now = m_clock();
    const BackupState& state = m_backups.state();
    const bool tried = m_lastTry.isValid() && m_lastTry.secsTo(now) < kPauseAfterTry;
    const auto age = state.ageHours();
    // A backup that was made and found unsound is not made again every half hour.
    const bool made = std::any_of(state.runs.begin(), state.runs.end(),
        [&](const BackupRun& run) { return isRecent(run.createdAt, now); });
    const bool due = m_dayClosed || ((!age || *age >= kDueHours) && !made);
    if (state.reachable && due && (m_dayClosed || !tried)) {
        m_dayClosed = false;
        m_lastTry = now;
        return m_backups.runner().backUp(m_by);
    }
    const bool checkDue = !state.lastCheck || !isRecent(state.lastCheck->at, state.now);
    if (checkDue && quiet() && !tried) {
        m_lastTry = now;
        m_backups.runner().checkAll();
    }
}

} // namespace sanad
