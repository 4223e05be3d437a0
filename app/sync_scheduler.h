#pragma once

#include "ui/shell/session.h"
#include "ui/shell/tasks.h"
#include "ui/sync/sync_presenter.h"

#include <QTimer>

namespace sanad {

/// Sends without being asked: at every sign-in, soon after something was put into the outbox, and when a
/// channel or an item that waited is due again. Nothing before the first sign-in, and never two runs at once.
/// Goes on behind a locked window, on behalf of who was signed in last. What fails shows on the sync pill.
class SyncScheduler : public QObject {
    Q_OBJECT

public:
    SyncScheduler(Tasks& tasks, Session& session, SyncAccess access, QObject* parent = nullptr);

private:
    /// A run in `milliseconds`, unless one is due earlier.
    void wake(qint64 milliseconds);
    void run();
    void ended();
    /// Asks when the next run is due, and waits for it.
    void plan();

    Tasks& m_tasks;
    Session& m_session;
    SyncAccess m_access;
    Actor m_by;
    QTimer m_timer;
    bool m_may = false; ///< Who signed in last may send.
    bool m_running = false;
    bool m_again = false; ///< Something was put into the outbox during the run.
    int m_round = 0; ///< Another person's sign-in ends the run of the one before.
};

} // namespace sanad
