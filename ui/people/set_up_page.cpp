#include "ui/people/set_up_page.h"

#include "ui/people/code_view.h"
#include "ui/people/field_chain.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/name_edit.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QRegularExpression>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// `C1, C2` as counters; nothing when one has another shape or none is left.
std::vector<Counter> countersFrom(const QString& text)
{
    static const QRegularExpression between(u"[\\s,،;]+"_s);
    static const QRegularExpression shape(u"^[A-Z][A-Z0-9]{0,5}$"_s);
    std::vector<Counter> counters;
    for (const QString& code : text.toUpper().split(between, Qt::SkipEmptyParts)) {
        if (!shape.match(code).hasMatch()) return {};
        counters.push_back({code, u"شباك "_s + code, u"Counter "_s + code, true});
    }
    return counters;
}

} // namespace

SetUpPage::SetUpPage(SetUpPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_stack(new QStackedWidget(this))
    , m_code(new CodeView)
    , m_title(new Label(TextSize::Heading))
    , m_owner(new Label(TextSize::Heading))
    , m_nameAr(new NameEdit)
    , m_nameEn(new LtrEdit)
    , m_licence(new LtrEdit)
    , m_phone(new LtrEdit)
    , m_counters(new LtrEdit)
    , m_user(new LtrEdit)
    , m_ownerAr(new NameEdit)
    , m_ownerEn(new LtrEdit)
    , m_password(new LtrEdit)
    , m_again(new LtrEdit)
    , m_pin(new LtrEdit)
    , m_catalogue(new QCheckBox)
    , m_make(new KeyButton(KeyButton::Kind::Primary))
    , m_restore(new KeyButton(KeyButton::Kind::Quiet))
{
    const std::vector<QWidget*> fields{m_nameAr, m_nameEn, m_licence, m_phone, m_counters, m_ownerAr,
        m_ownerEn, m_user, m_password, m_again, m_pin};
    auto* form = new QWidget;
    form->setMaximumWidth(px(820));
    auto* grid = new QGridLayout(form);
    grid->setHorizontalSpacing(px(24));
    grid->setVerticalSpacing(px(4)); // room for a fault on the smallest screen
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_owner, 4, 0, 1, 2);
    constexpr std::pair<int, int> kPlaces[] = {
        {1, 0}, {1, 1}, {2, 0}, {2, 1}, {3, 0}, {5, 0}, {5, 1}, {6, 0}, {7, 0}, {7, 1}, {6, 1}};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        m_rows.push_back(new FieldRow({}, fields[i]));
        grid->addWidget(m_rows[i], kPlaces[i].first, kPlaces[i].second, Qt::AlignTop);
    }
    grid->addWidget(m_catalogue, 8, 0, 1, 2);
    grid->addWidget(m_make, 9, 0);
    grid->addWidget(m_restore, 9, 1);
    grid->setRowStretch(10, 1);
    for (auto* secret : {m_password, m_again, m_pin})
        secret->setEchoMode(QLineEdit::Password);
    for (auto* title : {m_title, m_owner})
        title->setBold(true);
    m_counters->setText(u"C1"_s);
    m_user->setText(u"owner"_s);
    m_catalogue->setChecked(true);
    m_make->setKey(keyText(Command::Finish));

    auto* formPlace = new QWidget;
    auto* formRow = new QHBoxLayout(formPlace);
    formRow->setContentsMargins(0, 0, 0, 0);
    formRow->addStretch();
    formRow->addWidget(form, 1000);
    formRow->addStretch();
    m_stack->addWidget(formPlace);
    auto* codePlace = new QWidget;
    auto* codeRow = new QHBoxLayout(codePlace);
    codeRow->addWidget(m_code, 1);
    codeRow->addStretch();
    m_code->setMaximumWidth(px(620));
    m_stack->addWidget(codePlace);
    auto* middle = new QHBoxLayout(this);
    middle->addWidget(m_stack);

    new FieldChain(
        fields, [this] { submit(); }, this);
    connect(m_make, &QPushButton::clicked, this, &SetUpPage::submit);
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT wanted(u"restore"_s); });
    connect(m_code, &CodeView::confirmed, this, &SetUpPage::finished);
    connect(m_code, &CodeView::printWanted, this, &SetUpPage::printWanted);
    connect(&m_presenter, &SetUpPresenter::done, this, [this](const QString& code) {
        if (!isVisible()) return;
        for (auto* secret : {m_password, m_again, m_pin})
            secret->clear();
        m_stack->setCurrentIndex(1);
        m_code->show(code);
    });
    retranslate();
}

void SetUpPage::arrive()
{
    if (m_stack->currentIndex() == 0) m_nameAr->setFocus();
}

std::vector<KeyHint> SetUpPage::hints() const
{
    return {{u"Enter"_s, tr("Next field")}, {u"Ctrl+Enter"_s, tr("Set up the centre")}};
}

bool SetUpPage::perform(Command command, int)
{
    if (command == Command::Finish && m_stack->currentIndex() == 0) submit();
    if (command == Command::Print && m_stack->currentIndex() == 1) m_code->print();
    // Nothing else can be done yet.
    return command != Command::Language && command != Command::Contrast && command != Command::Zoom;
}

void SetUpPage::submit()
{
    for (auto* row : m_rows)
        row->setFault(Fault::None, {});
    const auto fault = [this](const QWidget* field, Words words) {
        for (auto* row : m_rows)
            if (row->editor() == field) {
                row->explain(Fault::Block, words);
                row->editor()->setFocus();
            }
    };
    for (QLineEdit* needed : {m_nameAr, m_licence, m_ownerAr, m_user, m_password, m_pin})
        if (needed->text().trimmed().isEmpty()) return fault(needed, [] { return tr("This is needed."); });
    if (m_password->text() != m_again->text())
        return fault(m_again, [] { return tr("This is not the same password."); });
    FirstRun request;
    request.centre.nameAr = m_nameAr->text().trimmed();
    request.centre.nameEn = m_nameEn->text().trimmed();
    request.centre.licence = m_licence->text().trimmed();
    request.centre.phone = m_phone->text().trimmed();
    request.counters = countersFrom(m_counters->text());
    if (request.counters.empty())
        return fault(m_counters, [] { return tr("A capital letter, then letters or digits: C1, C2."); });
    request.owner = {m_user->text().trimmed(), m_ownerAr->text().trimmed(), m_ownerEn->text().trimmed(),
        Role::Owner, m_password->text(), m_pin->text()};
    m_presenter.setUp(request, m_catalogue->isChecked());
}

void SetUpPage::retranslate()
{
    m_title->setText(tr("The centre"));
    m_owner->setText(tr("The owner, who adds everybody else"));
    const std::pair<QString, bool> labels[] = {{tr("Name in Arabic"), true}, {tr("Name in English"), false},
        {tr("Licence number"), true}, {tr("Phone"), false}, {tr("Counters"), true},
        {tr("Owner's name in Arabic"), true}, {tr("Owner's name in English"), false},
        {tr("Name to sign in with"), true}, {tr("Password"), true}, {tr("Password again"), true},
        {tr("PIN"), true}};
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setLabel(labels[i].first, labels[i].second);
    m_catalogue->setText(tr("Start with the demonstration catalogue, whose fees are for demonstration"));
    m_make->setText(tr("Set up the centre"));
    m_restore->setText(tr("Restore a backup"));
    m_code->retranslate();
}

} // namespace sanad
