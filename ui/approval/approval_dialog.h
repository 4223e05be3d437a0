#pragma once

#include "core/people/approvals.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLineEdit;

namespace sanad {

class FieldRow;
class KeyButton;
class Label;

/// What a second person is asked to consent to, and the question in the language of the windows.
struct ApprovalRequest {
    ApprovedAct act;
    QString question;
    QString reason; ///< Already known; may be changed here.
};

/// Four eyes on the spot: who approves, their PIN, the reason. Esc goes back without an answer.
class ApprovalDialog : public QDialog {
    Q_OBJECT

public:
    /// Asks over the window of `over`; `given` is called with the consent, and not at all when there is none.
    static void ask(QWidget* over, Tasks& tasks, const Session& session, const ApprovalRequest& request,
        std::function<void(const Approval&)> given);

Q_SIGNALS:
    void approved(const sanad::Approval& approval);

private:
    ApprovalDialog(QWidget* over, Tasks& tasks, const Session& session, ApprovalRequest request);
    void load();
    void submit();
    void refuse(const Error& error);

    Tasks& m_tasks;
    Actor m_asker;
    ApprovalRequest m_request;
    bool m_busy = false;
    QComboBox* m_who;
    QLineEdit* m_pin;
    QLineEdit* m_reason;
    FieldRow* m_whoRow;
    FieldRow* m_pinRow;
    FieldRow* m_reasonRow;
    KeyButton* m_approve;
};

} // namespace sanad
