#pragma once

#include "core/backup/health.h"
#include "core/backup/restore.h"
#include "ui/backup/backup_runner.h"
#include "ui/shell/session.h"

namespace sanad {

/// How old the newest good backup is, in words' terms: what the top strip shows.
enum class BackupAge { Fresh, Old, Missing };

/// The state of the backups, and what can be done: choose the folder, back up, check, rebuild, restore.
class BackupPresenter : public QObject {
    Q_OBJECT

public:
    BackupPresenter(Tasks& tasks, Session& session, DataLocation data, DiskProbe disks = diskSpace,
        QObject* parent = nullptr);

    void load();
    /// Remembers the end of the audit chain outside the data.
    void noteHead();
    const BackupState& state() const { return m_state; }
    BackupAge age() const;
    /// What was last seen of the disks.
    void setDisks(const DiskReport& report);
    const DiskReport& disks() const { return m_disks; }
    BackupRunner& runner() { return m_runner; }

    void chooseFolder(const QString& folder);
    void backUpNow();
    void checkNow();
    /// Makes anew what is derived.
    void rebuild();
    /// Somebody has looked for their files: papers that nobody finds are given up.
    void giveUpPapers();
    /// Somebody has looked: what is damaged outside is remembered anew.
    void renewHeads();
    void removeKeptCopy(const QString& folder, const Approval& approval);

    /// What opens a backup: an owner's sign-in name and password, or no name and the recovery code.
    struct Key {
        QString user, secret;
    };
    /// Where nobody works yet, or nothing opens any more.
    void restore(const QString& file, const Key& key, bool acceptOlder);
    /// Whether the backup opens, before a second person is asked: with today's data key, or with `key`, for
    /// one from before a change of it. opens() or failed() follows.
    void tryKey(const QString& file, const Key& key);
    /// In the place of the running centre; `key` as in tryKey().
    void restoreApproved(const QString& file, const Key& key, const Approval& approval, bool acceptOlder);

Q_SIGNALS:
    void loaded();
    void disksSeen();
    void folderChosen(const QString& folder);
    void rebuilt();
    void papersGivenUp(int count);
    void headsRenewed();
    void keptCopyRemoved();
    void opens(const sanad::BackupHeader& header);
    /// The data is about to be closed: nobody may hold it.
    void closing();
    void restored(const sanad::RestoreOutcome& outcome);
    /// The restore did not come about; the data is open as before, without its key.
    void reopened();
    void failed(const sanad::Error& error);

private:
    void replace(std::function<Result<RestoreRequest>()> prepare);

    Tasks& m_tasks;
    Session& m_session;
    Actor m_by; ///< Who signed in last: what runs by itself goes on behind a locked window.
    DataLocation m_data;
    BackupRunner m_runner;
    BackupState m_state;
    DiskReport m_disks;
};

} // namespace sanad
