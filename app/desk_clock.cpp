#include "app/desk_clock.h"

#include "core/base/isolates.h"
#include "ui/approval/approval_dialog.h"
#include "ui/approval/question_dialog.h"

using namespace Qt::StringLiterals;

namespace sanad {

DeskClock::DeskClock(Tasks& tasks, Session& session, MainWindow& window)
    : m_tasks(tasks)
    , m_session(session)
    , m_window(window)
{
}

void DeskClock::confirm(std::function<Result<QDateTime>(ClockGuard&, const Actor&)> say)
{
    m_tasks.run(
        this,
        [say = std::move(say), by = m_session.actor()](Database& db) {
            ClockGuard guard(db);
            return say(guard, by);
        },
        [this](const Result<QDateTime>& done) {
            if (!done) return m_window.showError(done.error());
            m_window.tell(Tone::Success, [] {
                return tr("The clock is confirmed as right. What you typed is there; finish it now.");
            });
        });
}

bool DeskClock::ask(const Error& error)
{
    if (!error.key.startsWith("receipts.clock-"_L1) || !m_session.signedIn()) return false;
    const QString question = tr("This PC's clock says %1; the receipt before was issued at %2. Is the clock "
                                "right? If not, go back and set it: "
                                "a receipt with a wrong date can only be voided.")
                                 .arg(isolateLtr(error.args.value(0)), isolateLtr(error.args.value(1)));
    if (m_session.actor().holds(Permission::ManageSettings)) {
        QuestionDialog::ask(&m_window, tr("The clock of this PC"), question, tr("The clock is right"),
            [this] { confirm([](ClockGuard& guard, const Actor& by) { return guard.confirm(by); }); });
        return true;
    }
    ApprovalDialog::ask(&m_window, m_tasks, m_session,
        {clockAct(), question + u'\n' + tr("Somebody who may change the settings has to say so."), {}},
        [this](const Approval& approval) {
            confirm([approval](
                        ClockGuard& guard, const Actor& by) { return guard.confirmApproved(approval, by); });
        });
    return true;
}

} // namespace sanad
