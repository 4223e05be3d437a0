#pragma once

#include "core/backup/disk_room.h"
#include "ui/shell/tasks.h"

#include <QThread>
#include <QTimer>

#include <memory>

namespace sanad {

/// Looks how much room is left on the disks of the data and of the backups: when it is told to, and every ten
/// minutes. What belongs to the database is asked of its thread, the disks on a thread of their own, so that
/// neither a window nor a receipt waits for a stick that does not answer.
class DiskWatch : public QObject {
    Q_OBJECT

public:
    DiskWatch(Tasks& tasks, DiskProbe disks, QObject* parent = nullptr);
    /// Waits for the look that goes on.
    ~DiskWatch() override;

    /// Nothing while one look goes on.
    void look();

Q_SIGNALS:
    void looked(const sanad::DiskReport& report);

private:
    Tasks& m_tasks;
    DiskProbe m_disks;
    QTimer m_timer;
    std::unique_ptr<QThread> m_thread;
    bool m_looking = false;
};

} // namespace sanad
