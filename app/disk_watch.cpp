#include "app/disk_watch.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kLookEvery = 10 * 60'000; // milliseconds

} // namespace

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
    if (m_thread) m_thread->wait();
}

void DiskWatch::look()
{
    if (m_looking) return;
    m_looking = true;
    m_tasks.run(
        this, [](Database& db) { return diskQuestion(db); },
        [this](const Result<DiskQuestion>& question) {
            if (!question) { // no data is open yet
                m_looking = false;
                return;
            }
            if (m_thread) m_thread->wait(); // it has handed over its report
            m_thread.reset(QThread::create([this, question = *question, disks = m_disks] {
                QMetaObject::invokeMethod(
                    this,
                    [this, report = lookAtDisks(question, disks)] {
                        m_looking = false;
                        Q_EMIT looked(report);
                    },
                    Qt::QueuedConnection);
            }));
            m_thread->setObjectName(u"disks"_s);
            m_thread->start(QThread::LowPriority);
        });
}

} // namespace sanad
