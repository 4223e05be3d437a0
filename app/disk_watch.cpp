#include "app/disk_watch.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace sanad {

namespace {

constexpr int kLookEvery = 10 * 60'000; // milliseconds
constexpr auto kLeaving = std::chrono::milliseconds(500);

} // namespace

/// What the watch and the thread of a look share: either may be gone before the other.
struct DiskWatch::Look {
    std::mutex mutex;
    std::condition_variable ended;
    DiskWatch* watch = nullptr; ///< Null when it is gone.
    bool over = false;
};

DiskWatch::DiskWatch(Tasks& tasks, DiskProbe disks, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_disks(std::move(disks))
{
    connect(&m_timer, &QTimer::timeout, this, &DiskWatch::look);
    m_timer.start(kLookEvery);
}

DiskWatch::~DiskWatch()
{
    if (!m_look) return;
    std::unique_lock held(m_look->mutex);
    m_look->watch = nullptr;
    m_look->ended.wait_for(held, kLeaving, [this] { return m_look->over; });
}

void DiskWatch::look()
{
    if (std::exchange(m_looking, true)) {
        m_again = true;
        return;
    }
    m_tasks.run(
        this, [](Database& db) { return diskQuestion(db); },
        [this](const Result<DiskQuestion>& question) {
            if (!question) return end({}); // no data is open yet
            ask(*question);
        });
}

void DiskWatch::ask(const DiskQuestion& question)
{
    m_look = std::make_shared<Look>();
    m_look->watch = this;
    std::thread([look = m_look, question, disks = m_disks] {
        const DiskReport report = lookAtDisks(question, disks);
        const std::lock_guard held(look->mutex);
        look->over = true;
        look->ended.notify_all();
        if (DiskWatch* watch = look->watch)
            QMetaObject::invokeMethod(
                watch, [watch, report] { watch->end(report); }, Qt::QueuedConnection);
    }).detach();
}

void DiskWatch::end(const std::optional<DiskReport>& report)
{
    m_looking = false;
    if (std::exchange(m_again, false)) return look();
    if (report) Q_EMIT looked(*report);
}

} // namespace sanad
