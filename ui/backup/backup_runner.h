#pragma once

#include "core/backup/backup_service.h"
#include "core/base/actor.h"
#include "ui/shell/tasks.h"

#include <QThread>

#include <atomic>
#include <memory>

namespace sanad {

/// Makes backups and full checks on a thread of its own, through a connection of its own, so that nobody at
/// the desk waits for them. One at a time.
class BackupRunner : public QObject {
    Q_OBJECT

public:
    BackupRunner(Tasks& tasks, DiskProbe disks, QObject* parent = nullptr);
    /// Stops what is running and waits for it.
    ~BackupRunner() override;

    bool running() const { return m_running; }
    /// Into the chosen folder; then a test restore, and the rule of how many are kept. Nothing while one
    /// runs.
    void backUp(const Actor& by);
    /// Every promise of the data; what is found is kept with the backups. Nothing while one runs.
    void checkAll();

Q_SIGNALS:
    void started();
    void progressed(int percent);
    /// The backup is made and tested, or the check is done.
    void finished();
    void failed(const sanad::Error& error);

private:
    void work(const BackupJob& job, const Actor& by);
    void look(const DataLocation& where);
    void onThread(std::function<void()> act);
    /// `failure` is what the log says where it failed.
    void end(QLatin1StringView failure, const Result<>& result);
    BackupProgress progress(int from, int to);

    Tasks& m_tasks;
    DiskProbe m_disks;
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_stop = false;
    bool m_running = false;
};

} // namespace sanad
