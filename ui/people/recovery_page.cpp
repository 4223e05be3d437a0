#include "ui/people/recovery_page.h"

#include "ui/people/code_view.h"
#include "ui/people/field_chain.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

RecoveryPage::RecoveryPage(SetUpPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_stack(new QStackedWidget(this))
    , m_code(new CodeView)
    , m_title(new Label(TextSize::Heading))
    , m_advice(new Label(TextSize::Body))
    , m_user(new LtrEdit)
    , m_printed(new LtrEdit)
    , m_password(new LtrEdit)
    , m_again(new LtrEdit)
    , m_pin(new LtrEdit)
    , m_recover(new KeyButton(KeyButton::Kind::Primary))
{
    const std::vector<QWidget*> fields{m_user, m_printed, m_password, m_again, m_pin};
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setSpacing(px(12));
    column->addWidget(m_title);
    column->addWidget(m_advice);
    for (QWidget* field : fields) {
        m_rows.push_back(new FieldRow({}, field));
        column->addWidget(m_rows.back());
    }
    column->addWidget(m_recover);
    column->addStretch();
    m_title->setBold(true);
    m_advice->setWrapping(true);
    for (auto* secret : {m_password, m_again, m_pin})
        secret->setEchoMode(QLineEdit::Password);
    m_recover->setKey(keyText(Command::Finish));

    m_stack->addWidget(form);
    m_stack->addWidget(m_code);
    m_stack->setFixedWidth(px(560));
    auto* middle = new QHBoxLayout(this);
    middle->addStretch();
    middle->addWidget(m_stack);
    middle->addStretch();

    new FieldChain(
        fields, [this] { submit(); }, this);
    connect(m_recover, &QPushButton::clicked, this, &RecoveryPage::submit);
    connect(m_code, &CodeView::printWanted, this, &RecoveryPage::printWanted);
    connect(m_code, &CodeView::confirmed, this, [this] {
        m_stack->setCurrentIndex(0);
        Q_EMIT finished();
    });
    connect(&m_presenter, &SetUpPresenter::done, this, [this](const QString& code) {
        if (!isVisible()) return;
        for (auto* field : {m_printed, m_password, m_again, m_pin})
            field->clear();
        m_stack->setCurrentWidget(m_code);
        m_code->show(code);
    });
    retranslate();
}

void RecoveryPage::arrive()
{
    m_user->setFocus();
}

std::vector<KeyHint> RecoveryPage::hints() const
{
    return {{u"Enter"_s, tr("Next field")}, {u"Esc"_s, tr("Back to the sign-in")}};
}

bool RecoveryPage::perform(Command command, int)
{
    const bool coded = m_stack->currentIndex() == 1;
    if (command == Command::Finish && !coded) submit();
    if (command == Command::Print && coded) m_code->print();
    // A code that was not noted yet would be lost.
    if (command == Command::Back && !coded) Q_EMIT finished();
    return command != Command::Language && command != Command::Contrast && command != Command::Zoom;
}

void RecoveryPage::submit()
{
    for (auto* row : m_rows)
        row->setFault(Fault::None, {});
    for (auto* row : m_rows)
        if (static_cast<QLineEdit*>(row->editor())->text().trimmed().isEmpty()) {
            row->setFault(Fault::Block, tr("This is needed."));
            return row->editor()->setFocus();
        }
    if (m_password->text() != m_again->text()) {
        m_rows[3]->setFault(Fault::Block, tr("This is not the same password."));
        return m_again->setFocus();
    }
    m_presenter.recover({m_user->text().trimmed(), m_printed->text(), m_password->text(), m_pin->text()});
}

void RecoveryPage::retranslate()
{
    m_title->setText(tr("A new password by the recovery code"));
    m_advice->setText(
        tr("For owners. Everybody else asks an owner, who gives a new password and PIN on the staff page."));
    const QString labels[] = {tr("Owner's name to sign in with"), tr("The printed recovery code"),
        tr("New password"), tr("New password again"), tr("New PIN")};
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setLabel(labels[i], true);
    m_recover->setText(tr("Set the new password"));
    m_code->retranslate();
}

} // namespace sanad
