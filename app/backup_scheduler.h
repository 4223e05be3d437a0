#pragma once

#include "core/base/clock.h"
#include "ui/backup/backup_presenter.h"

#include <QTimer>

namespace sanad {

/// Backs up without being asked, into the folder that was chosen: after a day is closed, and when the newest
/// good backup is most of a day old; and checks everything once a night, or when the desk has been left
/// alone. Nothing before the first sign-in. What fails shows on the pill and on the page of backups.
class BackupScheduler : public QObject {
    Q_OBJECT

public:
    BackupScheduler(Tasks& tasks, Session& session, BackupPresenter& backups, Clock clock = systemClock(),
        QObject* parent = nullptr);

private:
    void look();
    bool quiet() const; ///< Nobody works: at night, or no commit for a while.

    Session& m_session;
    BackupPresenter& m_backups;
    Clock m_clock;
    Actor m_by;
    QTimer m_timer;
    QDateTime m_lastWork; ///< UTC.
    bool m_dayClosed = false;
    QDateTime m_lastTry; ///< A stick that is not there is not asked for every few minutes.
};

} // namespace sanad
