#include "ui/customers/authorised_panel.h"

#include "core/base/isolates.h"
#include "ui/shell/key_map.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QString nameOf(const CustomerMatch& match)
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const QString& first = arabic ? match.nameAr : match.nameEn;
    return first.isEmpty() ? (arabic ? match.nameEn : match.nameAr) : first;
}

} // namespace

AuthorisedPanel::AuthorisedPanel(AuthorisedPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_title(new Label(TextSize::Heading, this))
    , m_list(new DataTable(this))
    , m_nobody(new EmptyState(Glyph::People))
    , m_search(new NameEdit(this))
    , m_searchRow(new FieldRow({}, m_search, this))
    , m_found(new Label(TextSize::Body, this))
    , m_role(new NameEdit(this))
    , m_roleRow(new FieldRow({}, m_role, this))
    , m_until(new DateEdit(this))
    , m_untilRow(new FieldRow({}, m_until, this))
    , m_add(new KeyButton(KeyButton::Kind::Primary, this))
    , m_withdraw(new KeyButton(KeyButton::Kind::Plain, this))
    , m_new(new KeyButton(KeyButton::Kind::Plain, this))
{
    build();
    connect(m_search, &QLineEdit::textEdited, &m_presenter, &AuthorisedPresenter::find);
    connect(m_add, &QPushButton::clicked, this, &AuthorisedPanel::authorise);
    connect(m_withdraw, &QPushButton::clicked, this, &AuthorisedPanel::withdraw);
    connect(m_new, &QPushButton::clicked, this, &AuthorisedPanel::newPersonWanted);
    connect(m_list, &DataTable::chosen, this, [this](qint64 id) { m_withdraw->setEnabled(id != 0); });
    const auto beginAnew = [this] {
        m_search->clear();
        m_role->clear();
        m_until->setDate({});
        refresh();
    };
    connect(&presenter, &AuthorisedPresenter::cleared, this, beginAnew);
    connect(&presenter, &AuthorisedPresenter::loaded, this, [this, beginAnew] {
        beginAnew();
        m_search->setFocus();
    });
    connect(&presenter, &AuthorisedPresenter::personFound, this, &AuthorisedPanel::showPerson);
    retranslate();
}

void AuthorisedPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(10));
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    auto* taken = new QHBoxLayout;
    taken->addWidget(m_withdraw);
    taken->addStretch();
    column->addLayout(taken);
    auto* fields = new QHBoxLayout;
    fields->setSpacing(px(16));
    fields->addWidget(m_searchRow, 3, Qt::AlignTop);
    fields->addWidget(m_roleRow, 3, Qt::AlignTop);
    fields->addWidget(m_untilRow, 3, Qt::AlignTop);
    column->addLayout(fields);
    column->addWidget(m_found);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_new);
    buttons->addStretch();
    column->addLayout(buttons);
    m_title->setBold(true);
    m_found->setWrapping(true);
    m_role->setMaxLength(100);
    m_list->setEmptyState(m_nobody);
    m_add->setKey(keyText(Command::Finish));
    m_withdraw->setKey(u"Ctrl+1"_s);
    m_new->setKey(keyText(Command::NewTicket));
    for (QWidget* field : std::initializer_list<QWidget*>{m_search, m_role, m_until->edit()})
        field->installEventFilter(this);
}

QString AuthorisedPanel::wanted() const
{
    return m_search->text();
}

void AuthorisedPanel::authorise()
{
    if (!m_presenter.company()) return;
    if (!m_presenter.person()) {
        m_searchRow->explain(Fault::Block, [] { return tr("Find the person first."); });
        return m_search->setFocus();
    }
    if (!m_until->isEmpty() && !m_until->date().isValid()) {
        m_untilRow->explain(Fault::Block, [] { return tr("This is not a date."); });
        return m_until->setFocus();
    }
    m_untilRow->setFault(Fault::None, {});
    m_presenter.authorise(m_role->text(), m_until->date());
}

void AuthorisedPanel::resume()
{
    m_role->setFocus();
}

void AuthorisedPanel::withdraw()
{
    if (m_list->currentId() != 0) m_presenter.withdraw(CustomerId::fromRaw(m_list->currentId()));
}

void AuthorisedPanel::refresh()
{
    setEnabled(m_presenter.company().has_value());
    std::vector<TableRow> rows;
    for (const auto& [person, entry] : m_presenter.signatories())
        rows.push_back({entry.person.raw(),
            {nameOf(person), person.maskedIdentifier, entry.role,
                entry.validUntil.isValid() ? dateText(entry.validUntil) : QString()},
            Tone::Plain,
            person.restricted ? RowMark{Glyph::Lock, tr("Restricted"), Tone::Warning} : RowMark()});
    m_list->rows().setRows(std::move(rows));
    m_list->choose(0);
    m_withdraw->setEnabled(m_list->currentId() != 0);
    const auto& company = m_presenter.company();
    m_title->setText(company
            ? tr("Who may sign for %1").arg(isolateAuto(company->name(uiLanguage() == Language::Arabic)))
            : QString());
    showPerson();
}

void AuthorisedPanel::showPerson()
{
    const auto& person = m_presenter.person();
    m_found->setVisible(person || !m_search->text().trimmed().isEmpty());
    if (person) m_searchRow->setFault(Fault::None, {});
    m_found->setText(person ? tr("To be added: %1, %2")
                                  .arg(isolateAuto(nameOf(*person)), isolateLtr(person->maskedIdentifier))
                            : tr("Nobody was found. Press Insert to make the record of this person."));
}

void AuthorisedPanel::retranslate()
{
    m_list->setAccessibleName(tr("Authorised persons"));
    m_list->setColumns({{tr("Name")}, {tr("Identifier"), ColumnKind::Code, 130},
        {tr("Role"), ColumnKind::Short, 190}, {tr("Valid until"), ColumnKind::Code, 130}});
    m_nobody->show(tr("Nobody may sign for this company yet."));
    m_searchRow->setLabel(tr("Person: civil number or name"));
    m_roleRow->setLabel(tr("Role, as on the registration"));
    m_untilRow->setLabel(tr("Valid until"));
    m_add->setText(tr("May sign"));
    m_withdraw->setText(tr("Withdraw"));
    m_new->setText(tr("New person"));
    refresh();
}

bool AuthorisedPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        m_list->choose(m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1));
        return true;
    }
    if (key != Qt::Key_Return && key != Qt::Key_Enter) return QWidget::eventFilter(watched, event);
    if (watched == m_until->edit())
        authorise();
    else
        (watched == m_search ? static_cast<QWidget*>(m_role) : m_until)->setFocus();
    return true;
}

} // namespace sanad
