#include "ui/approval/approval_dialog.h"

#include "ui/text/error_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

void ApprovalDialog::ask(QWidget* over, Tasks& tasks, const Session& session, const ApprovalRequest& request,
    std::function<void(const Approval&)> given)
{
    auto* dialog = new ApprovalDialog(over->window(), tasks, session, request);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ApprovalDialog::approved, over, std::move(given));
    dialog->open();
    dialog->load();
}

ApprovalDialog::ApprovalDialog(QWidget* over, Tasks& tasks, const Session& session, ApprovalRequest request)
    : QDialog(over)
    , m_tasks(tasks)
    , m_asker(session.actor())
    , m_request(std::move(request))
    , m_who(new QComboBox(this))
    , m_pin(new LtrEdit(this))
    , m_reason(new NameEdit(this))
    , m_whoRow(new FieldRow(tr("Who approves"), m_who, this))
    , m_pinRow(new FieldRow(tr("Their PIN"), m_pin, this))
    , m_reasonRow(new FieldRow(tr("Reason"), m_reason, this))
    , m_approve(new KeyButton(tr("Approve"), u"Enter"_s, KeyButton::Kind::Primary, this))
{
    setWindowTitle(tr("Approval of a second person"));
    setMinimumWidth(px(440));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(28), px(24), px(28), px(24));
    column->setSpacing(px(14));
    auto* question = new Label(m_request.question, TextSize::Body, this);
    question->setWrapping(true);
    question->setBold(true);
    column->addWidget(question);
    for (auto* row : {m_reasonRow, m_whoRow, m_pinRow})
        column->addWidget(row);
    auto* buttons = new QHBoxLayout;
    auto* back = new KeyButton(tr("Back"), u"Esc"_s, KeyButton::Kind::Plain, this);
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(m_approve);
    column->addLayout(buttons);

    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(12);
    m_reason->setMaxLength(500);
    m_reason->setText(m_request.reason);
    back->setAutoDefault(false);
    m_approve->setDefault(true);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_approve, &QPushButton::clicked, this, &ApprovalDialog::submit);
    (m_request.reason.isEmpty() ? m_reason : m_pin)->setFocus();
}

void ApprovalDialog::load()
{
    m_tasks.run(
        this,
        [permission = m_request.act.permission, asker = m_asker](
            Database& db) { return Approvals(db).approvers(permission, asker); },
        [this](const Result<std::vector<Approvals::Approver>>& approvers) {
            if (!approvers) return refuse(approvers.error());
            const bool arabic = uiLanguage() == Language::Arabic;
            for (const auto& each : *approvers)
                m_who->addItem(arabic || each.nameEn.isEmpty() ? each.nameAr : each.nameEn, each.user);
            if (approvers->empty())
                m_whoRow->setFault(
                    Fault::Block, tr("Nobody else may approve this. Ask the owner to add somebody."));
            m_approve->setEnabled(!approvers->empty());
        });
}

void ApprovalDialog::submit()
{
    if (m_busy) return;
    for (auto* row : {m_reasonRow, m_pinRow})
        row->setFault(Fault::None, {});
    // Enter goes from field to field before it approves.
    if (m_reason->text().trimmed().isEmpty()) return m_reason->setFocus();
    if (m_pin->text().trimmed().isEmpty()) {
        // Nothing typed is no try.
        if (m_pin->hasFocus()) m_pinRow->explain(Fault::Block, [] { return tr("Type the PIN first."); });
        return m_pin->setFocus();
    }
    m_busy = true;
    m_approve->setEnabled(false);
    m_tasks.run(
        this,
        [request = m_request, user = m_who->currentData().toString(), pin = m_pin->text(),
            reason = m_reason->text(), asker = m_asker](
            Database& db) { return Approvals(db).give(user, pin, request.act, reason, asker); },
        [this](const Result<Approval>& approval) {
            m_busy = false;
            m_approve->setEnabled(true);
            if (!approval) return refuse(approval.error());
            Q_EMIT approved(*approval);
            accept();
        });
}

void ApprovalDialog::refuse(const Error& error)
{
    auto* row =
        error.key == u"approval.reason"_s || error.key.startsWith("text."_L1) ? m_reasonRow : m_pinRow;
    row->setFault(Fault::Block, errorText(error, uiLanguage()).sentence());
    m_pin->clear();
    row->editor()->setFocus();
}

} // namespace sanad
