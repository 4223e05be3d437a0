#include "ui/customers/consent_panel.h"

#include "core/base/isolates.h"
#include "ui/shell/key_map.h"
#include "ui/text/format.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QString nameIn(Language language, const QString& arabic, const QString& english)
{
    const QString& first = language == Language::Arabic ? arabic : english;
    return isolateAuto(first.isEmpty() ? (language == Language::Arabic ? english : arabic) : first);
}

} // namespace

ConsentPanel::ConsentPanel(ConsentPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_name(new Label(TextSize::Heading, this))
    , m_standing(new Label(TextSize::Body, this))
    , m_advice(new Label(TextSize::Small, this))
    , m_text(new Label(TextSize::Body, this))
    , m_guardian(new NameEdit(this))
    , m_guardianRow(new FieldRow({}, m_guardian, this))
    , m_found(new Label(TextSize::Body, this))
    , m_agree(new KeyButton(KeyButton::Kind::Primary, this))
    , m_withdraw(new KeyButton(KeyButton::Kind::Plain, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(12));
    for (QWidget* each :
        std::initializer_list<QWidget*>{m_name, m_standing, m_advice, m_text, m_guardianRow, m_found})
        column->addWidget(each);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_agree);
    buttons->addWidget(m_withdraw);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    setMaximumWidth(px(760));
    m_name->setBold(true);
    m_advice->setSecondary(true);
    for (Label* label : {m_standing, m_advice, m_text, m_found})
        label->setWrapping(true);
    m_agree->setKey(keyText(Command::Finish));
    m_withdraw->setKey(u"Ctrl+1"_s);
    connect(m_guardian, &QLineEdit::textEdited, &m_presenter, &ConsentPresenter::findGuardian);
    connect(m_agree, &QPushButton::clicked, this, &ConsentPanel::agree);
    connect(m_withdraw, &QPushButton::clicked, this, &ConsentPanel::withdraw);
    connect(&presenter, &ConsentPresenter::cleared, this, [this] {
        m_guardian->clear();
        m_guardianRow->setFault(Fault::None, {});
        for (Label* label : {m_name, m_standing, m_text, m_found})
            label->setText({});
        refresh();
    });
    connect(&presenter, &ConsentPresenter::loaded, this, [this] {
        m_guardian->clear();
        refresh();
        (m_guardianRow->isVisible() ? static_cast<QWidget*>(m_guardian) : m_agree)->setFocus();
    });
    connect(&presenter, &ConsentPresenter::guardianFound, this, &ConsentPanel::showGuardian);
    retranslate();
}

void ConsentPanel::agree()
{
    const auto& state = m_presenter.state();
    if (!state) return;
    if (state->isChild && !m_presenter.guardian()) {
        m_guardianRow->explain(
            Fault::Block, [] { return tr("A child cannot consent: find the guardian first."); });
        return m_guardian->setFocus();
    }
    m_presenter.record(uiLanguage());
}

void ConsentPanel::withdraw()
{
    if (m_withdraw->isEnabled()) m_presenter.withdraw();
}

std::optional<QString> ConsentPanel::wantedGuardian() const
{
    const auto& state = m_presenter.state();
    return state && state->isChild ? std::optional(m_guardian->text()) : std::nullopt;
}

QString ConsentPanel::standing(const ConsentState& state) const
{
    if (!state.latest) return tr("No consent is recorded.");
    const Consent& latest = *state.latest;
    if (latest.withdrawnAt.isValid())
        return tr("The consent was withdrawn on %1.").arg(isolateLtr(dateTimeText(latest.withdrawnAt)));
    const QString day = isolateLtr(dateTimeText(latest.givenAt)), version = isolateLtr(latest.textVersion),
                  clerk = isolateLtr(latest.clerk);
    const QString guardian = nameIn(uiLanguage(), state.guardianAr, state.guardianEn);
    QString text = guardian.isEmpty()
        ? tr("Consent of %1 to version %2, taken by %3.").arg(day, version, clerk)
        : tr("Consent of %1 to version %2, taken by %3, given by the guardian %4.")
              .arg(day, version, clerk, guardian);
    if (latest.textVersion != state.version)
        text += u' ' +
            tr("The words have changed since: version %1 is in force now.").arg(isolateLtr(state.version));
    return text;
}

void ConsentPanel::refresh()
{
    const auto& state = m_presenter.state();
    setEnabled(state.has_value());
    if (!state) return;
    const bool arabic = uiLanguage() == Language::Arabic;
    const bool stands = state->latest && !state->latest->withdrawnAt.isValid();
    m_name->setText(nameIn(uiLanguage(), state->customer.nameAr, state->customer.nameEn));
    m_standing->setText(standing(*state));
    const bool enough = stands && (!state->isChild || !state->latest->guardian.isNull());
    m_standing->setTone(enough ? Tone::Success : Tone::Warning);
    m_advice->setText(tr(
        "This is what the customer agrees to (version %1). Read it to them, or give them the printed notice.")
                          .arg(isolateLtr(state->version)));
    m_text->setText(arabic ? state->textAr : state->textEn);
    m_guardianRow->setVisible(state->isChild);
    m_withdraw->setEnabled(stands);
    showGuardian();
}

void ConsentPanel::showGuardian()
{
    const auto& guardian = m_presenter.guardian();
    const bool typed = !m_guardian->text().trimmed().isEmpty();
    m_found->setVisible(m_guardianRow->isVisibleTo(this) && (guardian || typed));
    if (guardian) m_guardianRow->setFault(Fault::None, {});
    m_found->setText(guardian
            ? tr("Guardian: %1").arg(nameIn(uiLanguage(), guardian->nameAr, guardian->nameEn))
            : tr("Nobody was found. Insert makes the guardian a customer."));
}

void ConsentPanel::retranslate()
{
    m_guardianRow->setLabel(tr("Guardian of the child: civil number or name"));
    m_agree->setText(tr("They agree"));
    m_withdraw->setText(tr("Withdraw the consent"));
    refresh();
}

} // namespace sanad
