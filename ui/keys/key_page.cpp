#include "ui/keys/key_page.h"

#include "core/base/isolates.h"
#include "ui/people/code_view.h"
#include "ui/text/format.h"
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

KeyPage::KeyPage(KeyPresenter& presenter, AskApproval askApproval, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_askApproval(std::move(askApproval))
    , m_stack(new QStackedWidget(this))
    , m_title(new Label(TextSize::Heading))
    , m_why(new Label(TextSize::Body))
    , m_means(new Label(TextSize::Body))
    , m_password(new LtrEdit)
    , m_passwordRow(new FieldRow({}, m_password))
    , m_change(new KeyButton(KeyButton::Kind::Primary))
    , m_code(new CodeView)
    , m_doneTitle(new Label(TextSize::Heading))
    , m_doneText(new Label(TextSize::Body))
    , m_onward(new KeyButton(KeyButton::Kind::Primary))
{
    const auto part = [this](const std::vector<QWidget*>& widgets) {
        auto* whole = new QWidget;
        auto* column = new QVBoxLayout(whole);
        column->setSpacing(px(12));
        for (QWidget* widget : widgets)
            column->addWidget(widget);
        column->addStretch();
        m_stack->addWidget(whole);
    };
    part({m_title, m_why, m_means, m_passwordRow, m_change});
    part({m_code});
    part({m_doneTitle, m_doneText, m_onward});
    for (Label* title : {m_title, m_doneTitle})
        title->setBold(true);
    for (Label* text : {m_why, m_means, m_doneText})
        text->setWrapping(true);
    m_password->setEchoMode(QLineEdit::Password);
    for (KeyButton* button : {m_change, m_onward})
        button->setKey(keyText(Command::Finish));
    m_stack->setFixedWidth(px(640));
    auto* middle = new QHBoxLayout(this);
    middle->addStretch();
    middle->addWidget(m_stack);
    middle->addStretch();

    connect(m_change, &QPushButton::clicked, this, &KeyPage::submit);
    connect(m_onward, &QPushButton::clicked, this, &KeyPage::finished);
    connect(m_code, &CodeView::printWanted, this, &KeyPage::printWanted);
    connect(m_code, &CodeView::confirmed, this, [this] {
        m_done.recoveryCode.clear();
        m_stack->setCurrentIndex(Done);
        m_onward->setFocus();
        Q_EMIT hintsChanged();
    });
    connect(&m_presenter, &KeyPresenter::rotated, this, &KeyPage::show);
    connect(&m_presenter, &KeyPresenter::failed, this, &KeyPage::refuse);
    retranslate();
}

void KeyPage::arrive()
{
    if (m_busy) return;
    if (m_stack->currentIndex() != Ask && m_presenter.who() == m_shownTo) return;
    m_code->show({});
    m_done = {};
    m_password->clear();
    m_stack->setCurrentIndex(Ask);
    m_password->setFocus();
    Q_EMIT hintsChanged();
}

std::vector<KeyHint> KeyPage::hints() const
{
    switch (m_stack->currentIndex()) {
    case Ask:
        return {{u"Ctrl+Enter"_s, tr("Change the data key")}, {u"Esc"_s, tr("Back")}};
    case Code:
        return {{u"Enter"_s, tr("The code is noted")}, {keyText(Command::Print), tr("Print the code")}};
    default:
        return {{u"Ctrl+Enter"_s, tr("To the staff")}};
    }
}

bool KeyPage::perform(Command command, int)
{
    const int step = m_stack->currentIndex();
    if (command == Command::Finish) {
        if (step == Ask) submit();
        if (step == Done) Q_EMIT finished();
        return true;
    }
    if (command == Command::Print && step == Code) {
        m_code->print();
        return true;
    }
    if (command != Command::Back) return false;
    // A code that was not noted yet would be lost.
    if (step == Ask && !m_busy) Q_EMIT wanted(u"backups"_s);
    return true;
}

void KeyPage::submit()
{
    if (m_busy) return;
    const bool empty = m_password->text().isEmpty();
    m_passwordRow->setFault(empty ? Fault::Block : Fault::None, empty ? tr("This is needed.") : QString());
    if (empty) return m_password->setFocus();
    m_askApproval(keyRotationAct(), [this](const Approval& approval) {
        m_busy = true;
        m_change->setEnabled(false);
        m_shownTo = m_presenter.who();
        m_presenter.rotate(m_password->text(), approval);
        m_password->clear();
        Q_EMIT said(
            Tone::Plain, tr("Checking everything, then sealing it anew. This may take some minutes."));
    });
}

void KeyPage::show(const KeyRotation& done)
{
    m_busy = false;
    m_change->setEnabled(true);
    m_done = done;
    m_stack->setCurrentIndex(Code);
    m_code->show(done.recoveryCode);
    retranslate();
    Q_EMIT said(Tone::Success, tr("The data key is new."));
    Q_EMIT hintsChanged();
}

void KeyPage::refuse(const Error& error)
{
    m_busy = false;
    m_change->setEnabled(true);
    if (isVisible()) m_password->setFocus();
    Q_EMIT failed(error);
}

void KeyPage::retranslate()
{
    m_title->setText(tr("A new data key"));
    m_why->setText(
        tr("For when somebody may have taken the key along: a copied data folder and a password that was "
           "seen, or "
           "an owner who left. Everything that is sealed is sealed anew. A second person has to consent."));
    m_means->setText(QStringList{
        tr("Everybody but you needs a new password afterwards, which you give on the staff page. PINs stay."),
        tr("You get a new recovery code. Keep the old one with the backups made until now: they open with it "
           "alone, or "
           "with a password that an owner had then."),
        tr("Nobody can work meanwhile, at no counter.")}
                         .join(u'\n'));
    m_passwordRow->setLabel(tr("Your password"), true);
    m_change->setText(tr("Change the data key"));
    m_code->retranslate();
    m_doneTitle->setText(tr("The data key is new"));
    QStringList lines{tr("Sealed anew: %1 values and %2 papers.")
                          .arg(isolateLtr(numberText(m_done.values)), isolateLtr(numberText(m_done.files)))};
    if (!m_done.needPassword.isEmpty()) {
        QStringList names;
        for (const QString& user : m_done.needPassword)
            names << isolateLtr(user);
        lines << tr("A new password need: %1. Give it on the staff page.").arg(names.join(tr(", ")));
    }
    if (!m_done.compacted)
        lines << tr(
            "Traces of the old values are left in the data file because somebody was reading it; they go by "
            "themselves when nobody works.");
    m_doneText->setText(lines.join(u'\n'));
    m_onward->setText(tr("To the staff"));
}

} // namespace sanad
