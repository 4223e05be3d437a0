#include "ui/people/secrets_page.h"

#include "ui/people/field_chain.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

SecretsPage::SecretsPage(StaffPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_password(makePart())
    , m_pin(makePart())
{
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(px(40));
    for (Part* part : {&m_password, &m_pin}) {
        auto* column = new QVBoxLayout;
        column->setSpacing(px(10));
        column->addWidget(part->title);
        for (auto* row : part->rows)
            column->addWidget(row);
        column->addWidget(part->change);
        column->addStretch();
        whole->addLayout(column, 2);
        const bool password = part == &m_password;
        const auto go = [this, part, password] { submit(*part, password); };
        new FieldChain({part->fields[0], part->fields[1], part->fields[2]}, go, this);
        connect(part->change, &QPushButton::clicked, this, go);
    }
    whole->addStretch(1);
    connect(&m_presenter, &StaffPresenter::done, this, [this] {
        if (!isVisible()) return;
        arrive();
        Q_EMIT said(Tone::Success, tr("Changed. It counts from the next sign-in."));
    });
    connect(&m_presenter, &StaffPresenter::failed, this, [this](const Error& error) {
        if (isVisible()) Q_EMIT failed(error);
    });
    retranslate();
}

SecretsPage::Part SecretsPage::makePart()
{
    Part part{};
    part.title = new Label(TextSize::Heading, this);
    part.title->setBold(true);
    for (std::size_t i = 0; i < 3; ++i) {
        part.fields[i] = new LtrEdit(this);
        part.fields[i]->setEchoMode(QLineEdit::Password);
        part.rows[i] = new FieldRow({}, part.fields[i], this);
    }
    part.change = new KeyButton(KeyButton::Kind::Primary, this);
    part.change->setKey(u"Enter"_s);
    return part;
}

void SecretsPage::arrive()
{
    for (Part* part : {&m_password, &m_pin})
        for (auto* field : part->fields)
            field->clear();
    m_password.fields[0]->setFocus();
}

std::vector<KeyHint> SecretsPage::hints() const
{
    return {{u"Enter"_s, tr("Next field, then change")}, {u"Tab"_s, tr("Next field")}};
}

void SecretsPage::submit(Part& part, bool password)
{
    part.rows[2]->setFault(Fault::None, {});
    if (part.fields[1]->text() != part.fields[2]->text()) {
        part.rows[2]->setFault(Fault::Block, tr("This is not the same."));
        return part.fields[2]->setFocus();
    }
    if (password)
        m_presenter.changePassword(part.fields[0]->text(), part.fields[1]->text());
    else
        m_presenter.changePin(part.fields[0]->text(), part.fields[1]->text());
}

void SecretsPage::retranslate()
{
    m_password.title->setText(tr("Your password"));
    m_pin.title->setText(tr("Your PIN"));
    const QString passwords[] = {tr("Password until now"), tr("New password"), tr("New password again")};
    const QString pins[] = {tr("PIN until now"), tr("New PIN"), tr("New PIN again")};
    for (std::size_t i = 0; i < 3; ++i) {
        m_password.rows[i]->setLabel(passwords[i]);
        m_pin.rows[i]->setLabel(pins[i]);
    }
    m_password.change->setText(tr("Change the password"));
    m_pin.change->setText(tr("Change the PIN"));
}

} // namespace sanad
