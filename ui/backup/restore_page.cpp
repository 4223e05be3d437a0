#include "ui/backup/restore_page.h"

#include "core/base/isolates.h"
#include "ui/text/format.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace sanad {

RestorePage::RestorePage(
    BackupPresenter& presenter, Session& session, AskApproval askApproval, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_session(session)
    , m_askApproval(std::move(askApproval))
    , m_stack(new QStackedWidget(this))
    , m_title(new Label(TextSize::Heading))
    , m_advice(new Label(TextSize::Body))
    , m_file(new QLineEdit)
    , m_user(new LtrEdit)
    , m_secret(new LtrEdit)
    , m_fileRow(new FieldRow({}, m_file))
    , m_userRow(new FieldRow({}, m_user))
    , m_secretRow(new FieldRow({}, m_secret))
    , m_browse(new KeyButton(KeyButton::Kind::Plain))
    , m_restore(new KeyButton(KeyButton::Kind::Primary))
    , m_doneTitle(new Label(TextSize::Heading))
    , m_done(new Label(TextSize::Body))
    , m_again(new KeyButton(KeyButton::Kind::Primary))
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setSpacing(px(12));
    column->addWidget(m_title);
    column->addWidget(m_advice);
    column->addWidget(m_fileRow);
    column->addWidget(m_browse);
    column->addWidget(m_userRow);
    column->addWidget(m_secretRow);
    column->addWidget(m_restore);
    column->addStretch();
    auto* over = new QWidget;
    auto* end = new QVBoxLayout(over);
    end->setSpacing(px(12));
    end->addWidget(m_doneTitle);
    end->addWidget(m_done);
    end->addWidget(m_again);
    end->addStretch();
    for (Label* title : {m_title, m_doneTitle})
        title->setBold(true);
    for (Label* text : {m_advice, m_done})
        text->setWrapping(true);
    m_file->setLayoutDirection(Qt::LeftToRight);
    m_secret->setEchoMode(QLineEdit::Password);
    m_restore->setKey(keyText(Command::Finish));
    m_stack->addWidget(form);
    m_stack->addWidget(over);
    m_stack->setFixedWidth(px(640));
    auto* middle = new QHBoxLayout(this);
    middle->addStretch();
    middle->addWidget(m_stack);
    middle->addStretch();

    connect(m_browse, &QPushButton::clicked, this, &RestorePage::browse);
    connect(m_restore, &QPushButton::clicked, this, &RestorePage::submit);
    connect(m_again, &QPushButton::clicked, this, &RestorePage::restartWanted);
    connect(m_file, &QLineEdit::textChanged, this, [this] { askKey(!m_session.signedIn()); });
    for (QLineEdit* field : {m_file, m_user, m_secret})
        connect(field, &QLineEdit::textChanged, this, [this] { m_acceptOlder = false; });
    connect(&presenter, &BackupPresenter::opens, this, &RestorePage::askSecond);
    connect(&presenter, &BackupPresenter::restored, this, &RestorePage::show);
    connect(&presenter, &BackupPresenter::failed, this, &RestorePage::refuse);
    retranslate();
}

void RestorePage::arrive()
{
    m_acceptOlder = false;
    askKey(!m_session.signedIn());
    retranslate();
    m_file->setFocus();
}

std::vector<KeyHint> RestorePage::hints() const
{
    return {{u"Ctrl+Enter"_s, tr("Restore")}, {u"Esc"_s, tr("Back")}};
}

bool RestorePage::perform(Command command, int)
{
    if (m_busy) return true;
    if (command == Command::Finish) {
        if (m_stack->currentIndex() == 0)
            submit();
        else
            Q_EMIT restartWanted();
        return true;
    }
    if (command != Command::Back) return false;
    if (m_stack->currentIndex() == 0) Q_EMIT finished();
    return true;
}

void RestorePage::browse()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("The backup"), m_presenter.state().folder, tr("Backups") + u" (*"_s + kBackupSuffix + u')');
    if (!file.isEmpty()) m_file->setText(file);
}

void RestorePage::submit()
{
    if (m_busy) return;
    const QString file = m_file->text().trimmed();
    m_fileRow->setFault(
        file.isEmpty() ? Fault::Block : Fault::None, file.isEmpty() ? tr("This is needed.") : QString());
    if (file.isEmpty()) return m_file->setFocus();
    const bool empty = m_asksKey && m_secret->text().isEmpty();
    m_secretRow->setFault(empty ? Fault::Block : Fault::None, empty ? tr("This is needed.") : QString());
    if (empty) return m_secret->setFocus();
    m_busy = true;
    if (m_session.signedIn()) return m_presenter.tryKey(file, key());
    m_presenter.restore(file, key(), m_acceptOlder);
    Q_EMIT said(Tone::Plain, tr("Restoring and checking everything. This may take some minutes."));
}

BackupPresenter::Key RestorePage::key() const
{
    if (!m_asksKey) return {};
    return {m_user->text().trimmed(), m_secret->text()};
}

void RestorePage::askKey(bool asks)
{
    m_asksKey = asks;
    m_userRow->setVisible(asks);
    m_secretRow->setVisible(asks);
}

void RestorePage::askSecond(const BackupHeader& header)
{
    m_busy = false;
    if (!isVisible()) return;
    m_askApproval(restoreAct(header), [this, file = m_file->text().trimmed()](const Approval& approval) {
        m_busy = true;
        m_presenter.restoreApproved(file, key(), approval, m_acceptOlder);
    });
}

void RestorePage::refuse(const Error& error)
{
    if (!isVisible()) return;
    m_busy = false;
    if (error.key == "backup.older-key"_L1) {
        askKey(true);
        m_secret->setFocus();
    }
    for (const auto key :
        {"backup.older-than-known"_L1, "backup.newer-beside"_L1, "backup.heads-untrusted"_L1})
        if (error.key == key) {
            m_acceptOlder = true;
            retranslate();
        }
    Q_EMIT failed(error);
}

void RestorePage::show(const RestoreOutcome& outcome)
{
    m_busy = false;
    m_secret->clear();
    m_gaps = outcome.gaps;
    m_disabledAgain = outcome.disabledAgain;
    m_stack->setCurrentIndex(1);
    retranslate();
    m_again->setFocus();
}

void RestorePage::retranslate()
{
    const bool signedIn = m_session.signedIn();
    m_title->setText(tr("Restore a backup"));
    m_advice->setText(signedIn
            ? tr("The backup takes the place of today's data, which is kept beside it. A second person has "
                 "to consent.")
            : tr("With the printed recovery code, or with the name and password that an owner had when the "
                 "backup was made."));
    m_fileRow->setLabel(tr("File of the backup"), true);
    m_userRow->setLabel(tr("Owner's name to sign in with; empty for the recovery code"));
    m_secretRow->setLabel(tr("Recovery code or password"), true);
    m_browse->setText(tr("Choose the file"));
    m_restore->setText(m_acceptOlder ? tr("Accept the loss and restore") : tr("Restore"));
    m_doneTitle->setText(tr("The centre is restored"));
    QStringList lines{
        tr("Every promise was checked and holds. Numbers go on in a new series; declared lost is "
           "what may have been printed since:")};
    for (const NumberGap& gap : m_gaps)
        lines << isolateLtr(gap.series) + u": "_s +
                tr("from %1 on").arg(isolateLtr(QString::number(gap.first)));
    if (!m_disabledAgain.isEmpty())
        lines << tr("Disabled again, as in the centre that was replaced: %1")
                     .arg(isolateLtr(m_disabledAgain.join(u", "_s)));
    lines << tr("People, roles, passwords and PINs are otherwise as they were when the backup was made: look "
                "through them.");
    m_done->setText(lines.join(u'\n'));
    m_again->setText(tr("Start the desk again"));
}

} // namespace sanad
