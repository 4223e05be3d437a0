#include "ui/people/staff_page.h"

#include "ui/people/field_chain.h"
#include "ui/people/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

void fillRoles(QComboBox& combo)
{
    const int chosen = combo.currentIndex();
    combo.clear();
    for (const Role role : allRoles())
        combo.addItem(roleText(role), static_cast<int>(role));
    combo.setCurrentIndex(std::max(0, chosen));
}

Role chosenRole(const QComboBox& combo)
{
    return static_cast<Role>(combo.currentData().toInt());
}

} // namespace

StaffPage::StaffPage(StaffPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_people(new DataTable(this))
    , m_formTitle(new Label(TextSize::Body, this))
    , m_role(new QComboBox(this))
    , m_save(new KeyButton(KeyButton::Kind::Primary, this))
    , m_new(new KeyButton(KeyButton::Kind::Plain, this))
    , m_active(new KeyButton(KeyButton::Kind::Plain, this))
    , m_release(new KeyButton(KeyButton::Kind::Plain, this))
    , m_rolesTitle(new Label(TextSize::Body, this))
    , m_shownRole(new QComboBox(this))
    , m_permissions(new QListWidget(this))
    , m_newPerson(formOf({}))
{
    build();
    connect(m_people, &DataTable::chosen, this, [this](qint64 id) {
        m_chosen = id;
        showPerson();
    });
    connect(m_new, &QPushButton::clicked, this, [this] {
        m_chosen = 0;
        showPerson();
        edit(User)->setFocus();
    });
    connect(m_save, &QPushButton::clicked, this, &StaffPage::save);
    connect(m_active, &QPushButton::clicked, this, [this] {
        if (const Staff* staff = person()) m_presenter.setActive(staff->id, !staff->active);
    });
    connect(m_release, &QPushButton::clicked, this, [this] {
        if (const Staff* staff = person()) m_presenter.reset(staff->id, {}, {});
    });
    connect(m_shownRole, &QComboBox::currentIndexChanged, this, &StaffPage::showRole);
    connect(m_permissions, &QListWidget::itemChanged, this, &StaffPage::permissionToggled);
    connect(&m_presenter, &StaffPresenter::loaded, this, &StaffPage::refresh);
    connect(&m_presenter, &StaffPresenter::added, this, &StaffPage::forgetNewPerson);
    connect(&m_presenter, &StaffPresenter::secretsSet, this, [this] {
        if (m_inForm == 0) return;
        edit(Password)->clear();
        edit(Pin)->clear();
    });
    connect(&m_presenter, &StaffPresenter::handedOver, this, [this] {
        forgetNewPerson();
        m_chosen = 0;
        m_inForm.reset();
        showPerson();
    });
    connect(&m_presenter, &StaffPresenter::done, this, [this] {
        if (!isVisible()) return;
        Q_EMIT said(Tone::Success, tr("Saved."));
    });
    connect(&m_presenter, &StaffPresenter::failed, this, [this](const Error& error) {
        if (!isVisible()) return;
        showRole(); // a tick that was refused goes back
        Q_EMIT failed(error);
    });
    retranslate();
}

void StaffPage::build()
{
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(px(20));
    auto* start = new QVBoxLayout;
    start->setSpacing(px(10));
    start->addWidget(m_people, 1);
    auto* buttons = new QHBoxLayout;
    for (auto* button : {m_new, m_active, m_release})
        buttons->addWidget(button);
    buttons->addStretch();
    start->addLayout(buttons);
    whole->addLayout(start, 14);

    auto* form = new QVBoxLayout;
    form->setSpacing(px(8));
    form->addWidget(m_formTitle);
    m_formTitle->setBold(true);
    const std::vector<QWidget*> fields{
        new LtrEdit, new NameEdit, new LtrEdit, m_role, new LtrEdit, new LtrEdit};
    for (QWidget* field : fields) {
        m_rows.push_back(new FieldRow({}, field, this));
        form->addWidget(m_rows.back());
    }
    for (const Field secret : {Password, Pin})
        edit(secret)->setEchoMode(QLineEdit::Password);
    new FieldChain(
        fields, [this] { save(); }, this);
    m_save->setKey(keyText(Command::Finish));
    form->addWidget(m_save);
    form->addStretch();
    whole->addLayout(form, 6);

    auto* roles = new QVBoxLayout;
    roles->setSpacing(px(8));
    m_rolesTitle->setBold(true);
    m_permissions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    roles->addWidget(m_rolesTitle);
    roles->addWidget(m_shownRole);
    roles->addWidget(m_permissions, 1);
    whole->addLayout(roles, 9);
    m_new->setKey(keyText(Command::NewTicket));

    std::vector<QWidget*> order{m_people, m_new, m_active, m_release};
    order.insert(order.end(), fields.begin(), fields.end());
    order.insert(order.end(), {m_save, m_shownRole, m_permissions});
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

QLineEdit* StaffPage::edit(std::size_t row) const
{
    return static_cast<QLineEdit*>(m_rows[row]->editor());
}

void StaffPage::arrive()
{
    const bool goesOn = typed() != m_shown;
    if (!goesOn) m_chosen = 0;
    m_presenter.load();
    if (!goesOn) return m_people->setFocus();
    edit(m_chosen == 0 ? User : Password)->setFocus();
    Q_EMIT told(Tone::Plain, [] { return tr("As it was left. Nothing of it was saved yet."); });
}

std::vector<KeyHint> StaffPage::hints() const
{
    return {{keyText(Command::NewTicket), tr("New person")}, {u"Ctrl+Enter"_s, tr("Save")},
        {u"Tab"_s, tr("Next field")}};
}

bool StaffPage::perform(Command command, int)
{
    if (command == Command::NewTicket) {
        m_new->click();
        return true;
    }
    if (command == Command::Finish) {
        save();
        return true;
    }
    return false;
}

const Staff* StaffPage::person() const
{
    for (const Staff& staff : m_presenter.loadedNow().staff)
        if (staff.id.raw() == m_chosen) return &staff;
    return nullptr;
}

void StaffPage::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    std::vector<TableRow> rows;
    for (const Staff& staff : m_presenter.loadedNow().staff)
        rows.push_back({staff.id.raw(),
            {staff.user, arabic || staff.nameEn.isEmpty() ? staff.nameAr : staff.nameEn, roleText(staff.role),
                staff.active ? tr("works here") : tr("left")},
            Tone::Plain});
    m_people->rows().setRows(std::move(rows));
    showPerson();
    showRole();
}

StaffPage::Form StaffPage::formOf(const Staff& staff)
{
    return {staff.user, staff.nameAr, staff.nameEn, QString::number(static_cast<int>(staff.role)), {}, {}};
}

StaffPage::Form StaffPage::typed() const
{
    Form form;
    for (std::size_t i = 0; i < form.size(); ++i)
        form[i] = i == RoleOf ? QString::number(m_role->currentData().toInt()) : edit(i)->text();
    return form;
}

void StaffPage::fill(const Form& form)
{
    for (std::size_t i = 0; i < form.size(); ++i)
        if (i == RoleOf)
            m_role->setCurrentIndex(m_role->findData(form[i].toInt()));
        else if (edit(i)->text() != form[i]) // the caret stays
            edit(i)->setText(form[i]);
}

void StaffPage::forgetNewPerson()
{
    m_newPerson = formOf({});
    if (m_inForm == 0) fill(m_newPerson);
}

void StaffPage::showPerson()
{
    const Staff* staff = person();
    m_formTitle->setText(staff ? tr("Role and secrets of the chosen person") : tr("A new person"));
    const qint64 id = staff ? m_chosen : 0;
    const bool stays = m_inForm == id && typed() != m_shown;
    if (m_inForm == 0) m_newPerson = typed();
    m_inForm = id;
    m_shown = formOf(staff ? *staff : Staff());
    if (!stays) fill(staff ? m_shown : m_newPerson);
    for (const Field field : {User, NameAr, NameEn})
        m_rows[field]->setEnabled(!staff);
    for (auto* row : m_rows)
        row->setFault(Fault::None, {});
    for (const Field secret : {Password, Pin})
        m_rows[secret]->setLabel(m_rows[secret]->label(), !staff);
    m_rows[Password]->setHint(staff ? tr("Empty: stays as it is.") : QString());
    m_rows[Pin]->setHint(staff ? tr("Empty: stays as it is.") : QString());
    m_active->setEnabled(staff);
    m_release->setEnabled(staff && staff->active);
    m_active->setText(staff && !staff->active ? tr("Comes back") : tr("Leaves"));
}

void StaffPage::save()
{
    for (auto* row : m_rows)
        row->setFault(Fault::None, {});
    if (const Staff* staff = person()) {
        const Role role = chosenRole(*m_role);
        const QString password = edit(Password)->text();
        const QString pin = edit(Pin)->text();
        if (role != staff->role) m_presenter.setRole(staff->id, role);
        if (!password.isEmpty() || !pin.isEmpty()) m_presenter.reset(staff->id, password, pin);
        return;
    }
    for (const Field needed : {User, NameAr, Password, Pin})
        if (edit(needed)->text().trimmed().isEmpty()) {
            m_rows[needed]->setFault(Fault::Block, tr("This is needed."));
            return edit(needed)->setFocus();
        }
    m_presenter.add({edit(User)->text().trimmed(), edit(NameAr)->text(), edit(NameEn)->text(),
        chosenRole(*m_role), edit(Password)->text(), edit(Pin)->text()});
}

void StaffPage::showRole()
{
    m_filling = true;
    const auto& roles = m_presenter.loadedNow().roles;
    const auto held = roles.find(chosenRole(*m_shownRole));
    m_permissions->clear();
    for (const Permission permission : allPermissions()) {
        auto* item = new QListWidgetItem(permissionText(permission), m_permissions);
        item->setData(Qt::UserRole, static_cast<int>(permission));
        item->setSizeHint({0, px(36)});
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        const bool ticked = held != roles.end() && held->second.contains(permission);
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    }
    m_filling = false;
}

void StaffPage::permissionToggled(QListWidgetItem* item)
{
    if (m_filling) return;
    m_presenter.setPermission(chosenRole(*m_shownRole),
        static_cast<Permission>(item->data(Qt::UserRole).toInt()), item->checkState() == Qt::Checked);
}

void StaffPage::retranslate()
{
    m_people->setAccessibleName(tr("People who work here"));
    m_people->setColumns({{tr("Signs in as"), ColumnKind::Code}, {tr("Name")},
        {tr("Role"), ColumnKind::Short}, {tr("State"), ColumnKind::Short}});
    const std::pair<QString, bool> labels[] = {{tr("Name to sign in with"), true},
        {tr("Name in Arabic"), true}, {tr("Name in English"), false}, {tr("Role"), false},
        {tr("New password"), false}, {tr("New PIN"), false}};
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setLabel(labels[i].first, labels[i].second);
    m_save->setText(tr("Save"));
    m_new->setText(tr("New person"));
    m_release->setText(tr("Let try again"));
    m_rolesTitle->setText(tr("What a role may do"));
    m_shownRole->setAccessibleName(tr("Role"));
    m_permissions->setAccessibleName(tr("What a role may do"));
    m_filling = true;
    fillRoles(*m_role);
    fillRoles(*m_shownRole);
    m_filling = false;
    refresh();
}

} // namespace sanad
