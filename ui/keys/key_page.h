#pragma once

#include "ui/keys/key_presenter.h"
#include "ui/shell/page.h"

class QLineEdit;
class QStackedWidget;

namespace sanad {

class CodeView;
class FieldRow;
class KeyButton;
class Label;

/// A new data key: what it means, the owner's password and a second person's consent; then the new recovery
/// code, and who needs a new password.
class KeyPage : public Page {
    Q_OBJECT

public:
    /// Asks for the consent to the act and calls back with it.
    using AskApproval = std::function<void(const ApprovedAct&, std::function<void(const Approval&)>)>;
    KeyPage(KeyPresenter& presenter, AskApproval askApproval, QWidget* parent = nullptr);

    void arrive() override;
    std::vector<KeyHint> hints() const override;
    bool perform(Command command, int number) override;

Q_SIGNALS:
    void finished();
    void printWanted(const QString& code);

protected:
    void retranslate() override;

private:
    enum Step { Ask, Code, Done };
    void submit();
    void show(const KeyRotation& done);
    void refuse(const Error& error);

    KeyPresenter& m_presenter;
    AskApproval m_askApproval;
    StaffId m_shownTo; ///< Whose code it is; nobody else sees it.
    KeyRotation m_done;
    bool m_busy = false;
    QStackedWidget* m_stack;
    Label* m_title;
    Label* m_why;
    Label* m_means;
    QLineEdit* m_password;
    FieldRow* m_passwordRow;
    KeyButton* m_change;
    CodeView* m_code;
    Label* m_doneTitle;
    Label* m_doneText;
    KeyButton* m_onward;
};

} // namespace sanad
