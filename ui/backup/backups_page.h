#pragma once

#include "ui/backup/backup_presenter.h"
#include "ui/shell/page.h"

namespace sanad {

class DataTable;
class EmptyState;
class KeyButton;
class Label;

/// How old the newest good backup is, where backups go, and what was made; the nightly check and its remedy.
class BackupsPage : public Page {
    Q_OBJECT

public:
    explicit BackupsPage(BackupPresenter& presenter, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

Q_SIGNALS:
    void restoreWanted();
    /// What a restore kept is to be removed: after a second person's consent.
    void discardWanted(const QString& folder);

protected:
    void retranslate() override;

private:
    void refresh();
    void showCheck();
    void showHeads();
    void showKept();
    void showDisks();
    void chooseFolder();
    void backUp();
    void askToGiveUpPapers();

    BackupPresenter& m_presenter;
    Label* m_summary;
    Label* m_folder;
    Label* m_disks;
    Label* m_heads;
    Label* m_kept;
    Label* m_check;
    KeyButton* m_backUp;
    KeyButton* m_choose;
    KeyButton* m_checkAll;
    KeyButton* m_renew;
    KeyButton* m_discard;
    KeyButton* m_rebuild;
    KeyButton* m_giveUp;
    KeyButton* m_restore;
    KeyButton* m_key;
    DataTable* m_runs;
    EmptyState* m_none;
};

/// The age in a few words, for the top strip.
QString backupAgeText(const BackupPresenter& presenter);

} // namespace sanad
