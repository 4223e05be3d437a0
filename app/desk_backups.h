#pragma once

#include "app/backup_scheduler.h"
#include "app/disk_watch.h"
#include "ui/backup/backup_presenter.h"
#include "ui/shell/main_window.h"

namespace sanad {

/// The desk's backups: their pages, the pill of their age, what runs by itself, the quick check of a start,
/// the room on the disks, and the restore that starts the program anew.
class DeskBackups : public QObject {
    Q_OBJECT

public:
    DeskBackups(Tasks& tasks, Session& session, MainWindow& window, const DataLocation& data, DiskProbe disks,
        Clock clock);

    std::vector<PageEntry> pages();
    /// Looks at the guards, the end of the audit chain and the disks; what is found stands on the window.
    void checkStart();
    void showRestore();
    /// The age of the newest good backup, in the language of the windows.
    void showAge();

Q_SIGNALS:
    /// The data is about to be closed for a restore.
    void closing();
    /// Data is open again, whatever became of the restore.
    void reopened();

private:
    void askToDiscard(const QString& folder);
    void showDisks(const DiskReport& report);
    /// What stays on the window as long as it is so: the disks first, then, for whoever manages backups, a
    /// copy that a restore kept and somebody who was erased is in.
    void showNotice();

    Tasks& m_tasks;
    Session& m_session;
    MainWindow& m_window;
    BackupPresenter m_presenter;
    BackupScheduler m_scheduler;
    DiskWatch m_disks;
    QString m_before; ///< The page that the restore goes back to.
};

} // namespace sanad
