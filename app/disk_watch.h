#pragma once

#include "core/backup/disk_room.h"
#include "ui/shell/tasks.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace sanad {

/// Looks how much room is left on the disks of the data and of the backups: when it is told to, and every ten
/// minutes. What belongs to the database is asked of its thread, the disks on a thread of their own, so that
/// neither a window nor a receipt waits for a stick that does not answer.
class DiskWatch : public QObject {
    Q_OBJECT

public:
    DiskWatch(Tasks& tasks, DiskProbe disks, QObject* parent = nullptr);
    /// Waits half a second for the look that goes on; a disk that has not answered by then is left alone.
    ~DiskWatch() override;

    /// While one look goes on: that one tells nothing, and another follows it.
    void look();

Q_SIGNALS:
    void looked(const sanad::DiskReport& report);

private:
    struct Look;

    void ask(const DiskQuestion& question);
    /// Nothing: the data was not open.
    void end(const std::optional<DiskReport>& report);

    Tasks& m_tasks;
    DiskProbe m_disks;
    QTimer m_timer;
    std::shared_ptr<Look> m_look; ///< The newest one.
    bool m_looking = false;
    bool m_again = false;
};

} // namespace sanad
