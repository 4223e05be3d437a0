#include "ui/customers/change_form.h"

#include "core/base/identifiers.h"
#include "core/base/isolates.h"
#include "ui/customers/alike_table.h"
#include "ui/customers/customer_matches.h"
#include "ui/customers/field_faults.h"
#include "ui/customers/identifier_edit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::array kKinds{
    CustomerKind::Citizen, CustomerKind::Resident, CustomerKind::Visitor, CustomerKind::Company};

/// The words of a combo in the language of the windows; the choice stays.
void offer(QComboBox* combo, const std::vector<std::pair<QString, QString>>& choices)
{
    const QString chosen = combo->currentData().toString();
    combo->clear();
    for (const auto& [words, value] : choices)
        combo->addItem(words, value);
    if (!chosen.isEmpty() && combo->findData(chosen) < 0) combo->addItem(chosen, chosen);
    combo->setCurrentIndex(std::max(0, combo->findData(chosen)));
}

void choose(QComboBox* combo, const QString& value)
{
    if (combo->findData(value) < 0) combo->addItem(value, value); // unknown here, and kept
    combo->setCurrentIndex(combo->findData(value));
}

} // namespace

ChangeForm::ChangeForm(ChangePresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_title(new Label(TextSize::Body, this))
    , m_warning(new Banner(this))
    , m_alike(new AlikeTable(this))
    , m_area(new QScrollArea(this))
    , m_kind(new QComboBox)
    , m_sex(new QComboBox)
    , m_wilayat(new QComboBox)
    , m_language(new QComboBox)
    , m_birth(new DateEdit)
    , m_kindRow(new FieldRow({}, m_kind))
    , m_sexRow(new FieldRow({}, m_sex))
    , m_wilayatRow(new FieldRow({}, m_wilayat))
    , m_languageRow(new FieldRow({}, m_language))
    , m_birthRow(new FieldRow({}, m_birth))
    , m_identifierPlace(new QVBoxLayout)
{
    build();
    for (QWidget* field : std::initializer_list<QWidget*>{m_kind, m_sex, m_wilayat, m_language})
        listen(field);
    listen(m_birth->edit());
    for (QLineEdit* field : m_texts)
        listen(field);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ChangeForm::showKind);
    connect(&presenter, &ChangePresenter::loaded, this, [this] {
        show(*m_presenter.customer());
        m_texts[NameAr]->setFocus();
    });
    connect(&presenter, &ChangePresenter::saved, this, &ChangeForm::show);
    connect(&presenter, &ChangePresenter::alike, this, &ChangeForm::showAlike);
    retranslate();
}

void ChangeForm::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(4), 0, 0);
    column->setSpacing(px(8));
    column->addWidget(m_title);
    column->addWidget(m_warning);
    column->addWidget(m_alike);
    column->addWidget(m_area, 1);
    m_title->setBold(true);
    m_alike->show({});
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* panel = new QWidget;
    panel->setMaximumWidth(px(860));
    auto* grid = new QGridLayout(panel);
    grid->setContentsMargins(0, 0, px(8), 0);
    grid->setHorizontalSpacing(px(24));
    grid->setVerticalSpacing(px(8));
    for (std::size_t i = 0; i < TextCount; ++i) {
        const bool words = i == NameAr || i == NameEn || i == Address;
        m_texts[i] = words ? static_cast<QLineEdit*>(new NameEdit) : new LtrEdit;
        m_textRows[i] = new FieldRow({}, m_texts[i]);
    }
    for (const Text name : {NameAr, NameEn})
        m_texts[name]->setMaxLength(160);
    for (const Text phone : {Phone, OtherPhone})
        m_texts[phone]->setMaxLength(24);
    m_texts[Email]->setMaxLength(254);
    m_texts[Address]->setMaxLength(500);
    m_texts[Nationality]->setMaxLength(3);
    const auto pair = [grid](int line, QWidget* first, QWidget* second) {
        grid->addWidget(first, line, 0, Qt::AlignTop);
        grid->addWidget(second, line, 1, Qt::AlignTop);
    };
    pair(0, m_textRows[NameAr], m_textRows[NameEn]);
    grid->addLayout(m_identifierPlace, 1, 0, 1, 2);
    pair(2, m_textRows[Phone], m_textRows[OtherPhone]);
    pair(3, m_textRows[Email], m_wilayatRow);
    pair(4, m_birthRow, m_sexRow);
    pair(5, m_kindRow, m_textRows[Nationality]);
    pair(6, m_textRows[Address], m_languageRow);
    grid->setRowStretch(7, 1);
    for (const int side : {0, 1})
        grid->setColumnStretch(side, 1);
    m_identifierPlace->setSpacing(px(8));
    m_area->setWidget(panel);
}

void ChangeForm::listen(QWidget* field)
{
    field->installEventFilter(this);
    if (auto* edit = qobject_cast<QLineEdit*>(field))
        connect(edit, &QLineEdit::textEdited, this, &ChangeForm::clearDoubts);
    else if (auto* combo = qobject_cast<QComboBox*>(field))
        connect(combo, &QComboBox::activated, this, &ChangeForm::clearDoubts);
}

void ChangeForm::show(const Customer& customer)
{
    clearDoubts();
    retranslate();
    const QSignalBlocker quiet(m_kind);
    choose(m_kind, customerKindKey(customer.kind));
    choose(m_sex, customer.sex);
    choose(m_wilayat, customer.wilayat);
    choose(m_language, customer.language);
    m_birth->setDate(customer.birthDate);
    const auto spoken = [](const QString& phone) { return phone.isEmpty() ? phone : phoneText(phone); };
    const std::array<QString, TextCount> texts{customer.nameAr, customer.nameEn, spoken(customer.phone),
        spoken(customer.otherPhone), customer.email, customer.nationality, customer.address};
    for (std::size_t i = 0; i < TextCount; ++i)
        m_texts[i]->setText(texts[i]);
    for (FieldRow* row : m_identifierRows)
        delete row;
    m_identifierRows.clear();
    m_identifiers.clear();
    for (const auto& identifier : customer.identifiers)
        addIdentifierRow(identifier);
    if (customer.identifiers.empty()) addIdentifierRow({});
    showKind();
    retranslate();
    m_outdated = false;
    m_shown = {};
    m_shown = draft();
    m_shown.id = customer.id;
    m_area->ensureVisible(0, 0);
}

void ChangeForm::addIdentifierRow(const CustomerIdentifier& identifier)
{
    auto* edit = new IdentifierEdit;
    edit->show(identifier);
    auto* row = new FieldRow({}, edit);
    m_identifierPlace->addWidget(row);
    m_identifiers.push_back(edit);
    m_identifierRows.push_back(row);
    for (QWidget* field : edit->fields())
        field->installEventFilter(this);
    connect(edit, &IdentifierEdit::edited, this, &ChangeForm::clearDoubts);
    m_chain = {m_texts[NameAr], m_texts[NameEn]};
    for (const IdentifierEdit* each : m_identifiers)
        for (QWidget* field : each->fields())
            m_chain.push_back(field);
    for (QWidget* field : std::initializer_list<QWidget*>{m_texts[Phone], m_texts[OtherPhone], m_texts[Email],
             m_wilayat, m_birth->edit(), m_sex, m_kind, m_texts[Nationality], m_texts[Address], m_language})
        m_chain.push_back(field);
    for (std::size_t i = 1; i < m_chain.size(); ++i)
        setTabOrder(m_chain[i - 1], m_chain[i]);
}

void ChangeForm::addIdentifier()
{
    if (m_shown.id.isNull() || static_cast<int>(m_identifiers.size()) >= kMostIdentifiers) return;
    addIdentifierRow({});
    retranslate();
    m_identifiers.back()->setFocus();
}

CustomerKind ChangeForm::kind() const
{
    return customerKindFromKey(m_kind->currentData().toString()).value_or(CustomerKind::Citizen);
}

void ChangeForm::showKind()
{
    const bool person = kind() != CustomerKind::Company;
    m_birthRow->setVisible(person);
    m_sexRow->setVisible(person);
}

Customer ChangeForm::draft() const
{
    Customer changed = m_presenter.customer().value_or(Customer());
    changed.kind = kind();
    changed.nameAr = m_texts[NameAr]->text().simplified();
    changed.nameEn = m_texts[NameEn]->text().simplified();
    changed.phone = m_texts[Phone]->text().trimmed();
    changed.otherPhone = m_texts[OtherPhone]->text().trimmed();
    changed.email = m_texts[Email]->text().trimmed();
    changed.nationality = m_texts[Nationality]->text().trimmed().toUpper();
    changed.address = m_texts[Address]->text().trimmed();
    changed.sex = m_sex->currentData().toString();
    changed.wilayat = m_wilayat->currentData().toString();
    changed.language = m_language->currentData().toString();
    changed.birthDate = m_birth->date();
    changed.identifiers.clear();
    for (const IdentifierEdit* edit : m_identifiers)
        if (const auto identifier = edit->identifier(); !identifier.value.isEmpty())
            changed.identifiers.push_back(identifier);
    return changed;
}

void ChangeForm::forget()
{
    m_shown = {};
    for (FieldRow* row : fieldRows())
        if (auto* edit = row->findChild<QLineEdit*>()) edit->clear();
}

bool ChangeForm::isDirty() const
{
    if (m_shown.id.isNull() || !m_presenter.customer()) return false;
    const bool unread = !m_birth->isEmpty() && !m_birth->date().isValid();
    return unread || hasFault(Fault::Block) || !(draft() == m_shown);
}

std::vector<FieldRow*> ChangeForm::fieldRows() const
{
    std::vector<FieldRow*> all{m_textRows[NameAr], m_textRows[NameEn]};
    all.insert(all.end(), m_identifierRows.begin(), m_identifierRows.end());
    for (FieldRow* row :
        {m_textRows[Phone], m_textRows[OtherPhone], m_textRows[Email], m_birthRow, m_textRows[Nationality]})
        all.push_back(row);
    return all;
}

bool ChangeForm::hasFault(Fault fault) const
{
    const auto rows = fieldRows();
    return std::any_of(rows.begin(), rows.end(), [fault](const auto* row) { return row->fault() == fault; });
}

int ChangeForm::judge()
{
    const Customer typed = draft();
    const FieldFaults faults(typed, m_presenter.today());
    faults.markNames(m_textRows[NameAr], m_textRows[NameEn]);
    faults.markOnly(m_textRows[Phone], &Customer::phone);
    faults.markOnly(m_textRows[OtherPhone], &Customer::otherPhone);
    faults.markOnly(m_textRows[Email], &Customer::email);
    faults.markOnly(m_textRows[Nationality], &Customer::nationality);
    faults.markOnly(m_birthRow, &Customer::birthDate);
    if (!m_birthRow->isHidden() && !m_birth->isEmpty() && !m_birth->date().isValid())
        FieldFaults::markNoDate(m_birthRow);
    for (std::size_t i = 0; i < m_identifiers.size(); ++i) {
        faults.markIdentifier(m_identifierRows[i], m_identifiers[i]->identifier());
        if (m_identifiers[i]->isExpiryUnreadable()) FieldFaults::markNoDate(m_identifierRows[i]);
    }
    const auto rows = fieldRows();
    return static_cast<int>(std::count_if(
        rows.begin(), rows.end(), [](const auto* row) { return row->fault() == Fault::Block; }));
}

void ChangeForm::submit()
{
    if (m_shown.id.isNull() || !m_presenter.customer()) return;
    if (!isDirty()) return Q_EMIT unchanged();
    const bool asked = !m_warning->text().isEmpty();
    const int blocked = judge();
    const auto rows = fieldRows();
    const auto go = [&](Fault fault) {
        const auto at = std::find_if(
            rows.begin(), rows.end(), [fault](const auto* row) { return row->fault() == fault; });
        (*at)->setFocus();
        m_area->ensureWidgetVisible(*at);
    };
    if (blocked > 0) {
        m_warning->tell(Tone::Error, [blocked] { return FieldFaults::toCorrect(blocked); });
        return go(Fault::Block);
    }
    if (hasFault(Fault::Warn) && m_unusual == ConfirmUnusual::No) {
        m_unusual = ConfirmUnusual::Yes; // by the next press of the same key
        m_warning->tell(Tone::Warning, &FieldFaults::toConfirm);
        return go(Fault::Warn);
    }
    if (asked && !m_alike->isHidden()) m_duplicates = ConfirmDuplicates::Yes;
    m_warning->clear();
    m_alike->show({});
    m_presenter.save(draft(), m_duplicates, m_unusual);
}

void ChangeForm::showAlike(const std::vector<PossibleDuplicate>& others)
{
    const bool certain = others.front().sameIdentifier;
    m_alike->show(others);
    m_warning->tell(certain ? Tone::Error : Tone::Warning, [certain] {
        return certain
            ? tr("Another customer has the same number. Nothing was saved; what you typed is still here.")
            : tr("This may be another customer of the list. Nothing was saved yet. Press Ctrl+Enter to save "
                 "it all the same.");
    });
}

void ChangeForm::clearDoubts()
{
    m_duplicates = ConfirmDuplicates::No;
    m_unusual = ConfirmUnusual::No;
    m_warning->clear();
    if (!m_alike->isHidden()) m_alike->show({});
    for (FieldRow* row : fieldRows())
        if (row->fault() != Fault::None) row->setFault(Fault::None, {});
}

void ChangeForm::retranslate()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const auto& known = m_presenter.customer();
    m_title->setText(known ? tr("Change: %1").arg(isolateAuto(known->name(arabic))) : tr("Change"));
    m_textRows[NameAr]->setLabel(tr("Name in Arabic, as on the document"));
    m_textRows[NameEn]->setLabel(tr("Name in Latin letters"));
    m_textRows[Phone]->setLabel(tr("Mobile"));
    m_textRows[OtherPhone]->setLabel(tr("Another phone"));
    m_textRows[Email]->setLabel(tr("E-mail"));
    m_textRows[Address]->setLabel(tr("Address"));
    m_textRows[Nationality]->setLabel(tr("Nationality: three letters, OMN"));
    m_wilayatRow->setLabel(tr("Wilayat"));
    m_birthRow->setLabel(tr("Birth date"));
    m_sexRow->setLabel(tr("Sex"));
    m_kindRow->setLabel(tr("Kind"));
    m_languageRow->setLabel(tr("Reads"));
    for (FieldRow* row : m_identifierRows)
        row->setLabel(tr("Number: kind, number, valid until"));
    const QSignalBlocker quiet(m_kind);
    std::vector<std::pair<QString, QString>> choices;
    for (const auto each : kKinds)
        choices.emplace_back(customerKindText(each), customerKindKey(each));
    offer(m_kind, choices);
    offer(m_sex, {{tr("Not known"), {}}, {tr("Male"), u"M"_s}, {tr("Female"), u"F"_s}});
    offer(m_language, {{tr("Arabic"), u"ar"_s}, {tr("English"), u"en"_s}});
    choices = {{tr("Not known"), {}}};
    for (const Governorate& governorate : m_presenter.governorates())
        for (const Wilayat& each : governorate.wilayats)
            choices.emplace_back(arabic ? each.nameAr : each.nameEn, each.code);
    offer(m_wilayat, choices);
}

bool ChangeForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter) return QWidget::eventFilter(watched, event);
    const auto here = std::find(m_chain.begin(), m_chain.end(), watched);
    if (here == m_chain.end()) return QWidget::eventFilter(watched, event);
    const auto next =
        std::find_if(here + 1, m_chain.end(), [](const QWidget* field) { return field->isVisible(); });
    if (next == m_chain.end())
        submit();
    else
        (*next)->setFocus();
    return true;
}

} // namespace sanad
