#pragma once

#include "ui/backup/backup_presenter.h"
#include "ui/shell/page.h"

class QLineEdit;
class QStackedWidget;

namespace sanad {

class FieldRow;
class KeyButton;
class Label;

/// Puts a backup in the place of the data: from the first screen with the recovery code or an owner's
/// password, from the page of backups with the consent of a second person. Says what was declared lost, then
/// starts anew.
class RestorePage : public Page {
    Q_OBJECT

public:
    /// Asks for the consent to the act and calls back with it.
    using AskApproval = std::function<void(const ApprovedAct&, std::function<void(const Approval&)>)>;
    RestorePage(
        BackupPresenter& presenter, Session& session, AskApproval askApproval, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

Q_SIGNALS:
    void finished();
    void restartWanted();

protected:
    void retranslate() override;

private:
    void browse();
    void submit();
    /// The key is asked for: always while nobody is signed in, else for a backup that today's does not open.
    void askKey(bool asks);
    BackupPresenter::Key key() const;
    void askSecond(const BackupHeader& header);
    void refuse(const Error& error);
    void show(const RestoreOutcome& outcome);

    BackupPresenter& m_presenter;
    Session& m_session;
    AskApproval m_askApproval;
    QStackedWidget* m_stack;
    Label* m_title;
    Label* m_advice;
    QLineEdit* m_file;
    QLineEdit* m_user;
    QLineEdit* m_secret;
    FieldRow* m_fileRow;
    FieldRow* m_userRow;
    FieldRow* m_secretRow;
    KeyButton* m_browse;
    KeyButton* m_restore;
    Label* m_doneTitle;
    Label* m_done;
    KeyButton* m_again;
    std::vector<NumberGap> m_gaps;
    QStringList m_disabledAgain;
    bool m_asksKey = true;
    bool m_acceptOlder = false; ///< The warning was read; the next press accepts the loss.
    bool m_busy = false;
};

} // namespace sanad
