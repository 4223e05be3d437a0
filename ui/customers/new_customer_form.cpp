#include "ui/customers/new_customer_form.h"

#include "core/base/clock.h"
#include "core/base/identifiers.h"
#include "core/base/isolates.h"
#include "core/customers/refused_member.h"
#include "ui/customers/alike_table.h"
#include "ui/customers/customer_matches.h"
#include "ui/customers/field_faults.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/name_edit.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const std::vector<CustomerKind>& kinds()
{
    static const std::vector<CustomerKind> all{
        CustomerKind::Citizen, CustomerKind::Resident, CustomerKind::Visitor, CustomerKind::Company};
    return all;
}

} // namespace

NewCustomerForm::NewCustomerForm(CustomersPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_title(new Label(TextSize::Body, this))
    , m_warning(new Banner(this))
    , m_alike(new AlikeTable(this))
    , m_kind(new QComboBox(this))
    , m_name(new NameEdit(this))
    , m_identifier(new LtrEdit(this))
    , m_phone(new LtrEdit(this))
    , m_kindRow(new FieldRow({}, m_kind, this))
    , m_nameRow(new FieldRow({}, m_name, this))
    , m_identifierRow(new FieldRow({}, m_identifier, this))
    , m_phoneRow(new FieldRow({}, m_phone, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(14));
    column->addWidget(m_title);
    column->addWidget(m_warning);
    column->addWidget(m_alike);
    m_alike->show({});
    for (auto* row : {m_nameRow, m_kindRow, m_identifierRow, m_phoneRow}) {
        row->setMaximumWidth(px(520));
        column->addWidget(row);
    }
    column->addStretch();
    setTabOrder(m_name, m_kind);
    setTabOrder(m_kind, m_identifier);
    setTabOrder(m_identifier, m_phone);
    m_title->setBold(true);
    m_identifier->setMaxLength(40);
    m_phone->setMaxLength(24);
    m_name->setMaxLength(160);
    for (QWidget* field : std::initializer_list<QWidget*>{m_kind, m_name, m_identifier, m_phone})
        field->installEventFilter(this);
    for (QLineEdit* field : edits())
        connect(field, &QLineEdit::textEdited, this, &NewCustomerForm::clearWarnings);
    connect(m_identifier, &QLineEdit::editingFinished, this, &NewCustomerForm::judge);
    connect(m_phone, &QLineEdit::editingFinished, this, &NewCustomerForm::judge);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        clearWarnings();
        retranslate();
    });
    connect(&presenter, &CustomersPresenter::unusual, this, [this](const QString&) {
        m_asked = true;
        judge();
        m_warning->tell(Tone::Warning, &FieldFaults::toConfirm);
    });
    connect(&presenter, &CustomersPresenter::refused, this, &NewCustomerForm::showRefusal);
    connect(&presenter, &CustomersPresenter::recorded, this, [this] { drop(m_sent); });
    connect(&presenter, &CustomersPresenter::visitOver, this, &NewCustomerForm::forget);
    connect(&presenter, &CustomersPresenter::chosen, this, [this](const Customer& customer) {
        if (customer.id == m_picked) drop(m_about);
    });
    connect(m_alike, &DataTable::opened, this, [this](qint64 id) { pick(CustomerId::fromRaw(id)); });
    connect(m_alike, &DataTable::chosen, this, [this](qint64 id) {
        if (!m_existing.isNull() && id != 0) m_existing = CustomerId::fromRaw(id);
    });
    connect(&presenter, &CustomersPresenter::similar, this, [this](const auto& others) {
        const bool certain = others.front().sameIdentifier;
        m_existing = others.front().match.id;
        m_certain = certain;
        m_asked = !certain;
        m_alike->show(others);
        m_warning->tell(certain ? Tone::Error : Tone::Warning, [certain] {
            return certain
                ? tr("There is a customer with the same number. No new one was saved. Open it with Enter.")
                : tr("There is a customer with a similar name and the same number or birth date. Open it "
                     "with Enter, or press Ctrl+Enter to save a new one.");
        });
    });
    retranslate();
}

void NewCustomerForm::pick(CustomerId existing)
{
    m_picked = existing;
    if (m_use == CustomersPresenter::Use::Visit) return m_presenter.choose(existing);
    drop(m_about);
    Q_EMIT picked(existing);
}

std::array<QLineEdit*, 3> NewCustomerForm::edits() const
{
    return {m_name, m_identifier, m_phone};
}

NewCustomerForm::Typed NewCustomerForm::typed() const
{
    Typed now;
    now.kind = m_kind->currentIndex();
    now.field = m_begun.field;
    for (std::size_t i = 0; i < edits().size(); ++i) {
        now.texts[i] = edits()[i]->text();
        now.carets[i] = edits()[i]->cursorPosition();
    }
    return now;
}

void NewCustomerForm::fill(const Typed& typed)
{
    m_kind->setCurrentIndex(typed.kind);
    for (std::size_t i = 0; i < edits().size(); ++i) {
        edits()[i]->setText(typed.texts[i]);
        edits()[i]->setCursorPosition(typed.carets[i]);
    }
}

void NewCustomerForm::putBy()
{
    const Typed now = typed();
    if (!m_about.isNull() && !now.isSame(m_begun)) m_putBy.insert(m_about, now);
}

void NewCustomerForm::drop(const QString& about)
{
    m_putBy.remove(about);
    m_picked = {};
    if (about != m_about) return;
    m_about = QString();
    fill({});
    clearWarnings();
}

void NewCustomerForm::begin(const QString& about, const Customer& known, CustomersPresenter::Use use)
{
    putBy();
    m_use = use;
    m_about = about;
    m_presenter.forgetConfirmations();
    clearWarnings();
    const auto* main = known.mainIdentifier();
    m_begun = {};
    m_begun.texts = {known.nameAr.isEmpty() ? known.nameEn : known.nameAr, main ? main->value : QString(),
        known.phone.isEmpty() ? QString() : phoneText(known.phone)};
    for (std::size_t i = 0; i < m_begun.texts.size(); ++i)
        m_begun.carets[i] = static_cast<int>(m_begun.texts[i].size());
    const auto before = m_putBy.constFind(about);
    if (before == m_putBy.cend()) {
        fill(m_begun);
        return m_name->setFocus();
    }
    fill(*before);
    (before->field ? before->field : m_name)->setFocus();
    judge();
    m_warning->tell(Tone::Plain, [] { return tr("As it was left. Nothing of it was saved yet."); });
}

void NewCustomerForm::forget()
{
    m_presenter.forgetConfirmations();
    m_putBy.clear();
    drop(m_about);
}

QString NewCustomerForm::identifierKind() const
{
    switch (kinds()[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))]) {
    case CustomerKind::Visitor:
        return u"passport_number"_s;
    case CustomerKind::Company:
        return u"cr_number"_s;
    default:
        return u"civil_number"_s;
    }
}

Customer NewCustomerForm::draft() const
{
    Customer customer;
    customer.kind = kinds()[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
    const QString name = m_name->text().simplified();
    (hasRtlLetters(name) ? customer.nameAr : customer.nameEn) = name;
    customer.language = hasRtlLetters(name) ? u"ar"_s : u"en"_s;
    if (!m_identifier->text().trimmed().isEmpty()) {
        CustomerIdentifier identifier;
        identifier.kind = identifierKind();
        identifier.value = normalisedIdentifier(identifier.kind, m_identifier->text());
        customer.identifiers.push_back(identifier);
    }
    if (!m_phone->text().trimmed().isEmpty()) customer.phone = normalisedPhone(m_phone->text());
    return customer;
}

bool NewCustomerForm::allowsSaving()
{
    const auto mark = [this] {
        const Customer typed = draft();
        const FieldFaults faults(typed, businessDayAt(systemClock()(), 0));
        if (m_name->text().trimmed().isEmpty())
            m_nameRow->explain(Fault::Block, [] { return tr("Write the name as on the document."); });
        else
            faults.markName(m_nameRow);
        if (typed.identifiers.empty())
            m_identifierRow->setFault(Fault::None, {});
        else
            faults.markIdentifier(m_identifierRow, typed.identifiers.front());
        faults.markOnly(m_phoneRow, &Customer::phone);
    };
    mark();
    const auto rows = {m_nameRow, m_identifierRow, m_phoneRow};
    const auto isBlocked = [](const FieldRow* row) { return row->fault() == Fault::Block; };
    const auto blocked = static_cast<int>(std::count_if(rows.begin(), rows.end(), isBlocked));
    if (blocked == 0) return true;
    m_warning->tell(Tone::Error, [blocked] { return FieldFaults::toCorrect(blocked); });
    (*std::find_if(rows.begin(), rows.end(), isBlocked))->setFocus();
    mark(); // a field that is left judges itself alone
    return false;
}

void NewCustomerForm::showRefusal(const Customer& draft, const Error& error)
{
    if (!isVisible()) return;
    m_refused = true;
    const QString member = refusedMember(draft, error);
    if (member.isEmpty()) return;
    FieldRow* row = member.startsWith("name_"_L1) ? m_nameRow
        : member == "phone"_L1                    ? m_phoneRow
                                                  : m_identifierRow;
    row->setFocus();
    FieldFaults::mark(row, error);
}

void NewCustomerForm::judge()
{
    const auto show = [](FieldRow* row, const QString& text, const IdentifierCheck& check) {
        if (text.trimmed().isEmpty() || check.verdict == IdentifierVerdict::Fine)
            return row->setFault(Fault::None, {});
        if (check.verdict == IdentifierVerdict::Refused)
            return row->explain(Fault::Block,
                [] { return tr("This number cannot be right. Check it against the document."); });
        FieldFaults::markUnusual(row);
    };
    show(m_identifierRow, m_identifier->text(), checkIdentifier(identifierKind(), m_identifier->text()));
    show(m_phoneRow, m_phone->text(), checkPhone(m_phone->text()));
}

void NewCustomerForm::clearWarnings()
{
    m_existing = {};
    m_asked = false;
    m_certain = false;
    m_warning->clear();
    if (!m_alike->isHidden()) m_alike->show({});
    for (auto* row : {m_nameRow, m_identifierRow, m_phoneRow})
        row->setFault(Fault::None, {});
    if (std::exchange(m_refused, false)) Q_EMIT corrected();
}

void NewCustomerForm::submit()
{
    if (m_certain) return;
    if (std::exchange(m_refused, false)) Q_EMIT corrected();
    if (!allowsSaving()) return;
    if (m_asked) m_presenter.confirm();
    m_warning->clear();
    m_alike->show({});
    m_sent = m_about;
    m_presenter.create(draft(), m_use);
}

void NewCustomerForm::retranslate()
{
    m_title->setText(tr("New customer"));
    m_nameRow->setLabel(tr("Name as on the document"), true);
    m_kindRow->setLabel(tr("Kind"));
    m_phoneRow->setLabel(tr("Mobile"));
    const QString kind = identifierKind();
    m_identifierRow->setLabel(kind == u"cr_number"_s ? tr("Commercial registration number")
            : kind == u"passport_number"_s           ? tr("Passport number")
                                                     : tr("Civil number"));
    const QSignalBlocker quiet(m_kind);
    const int index = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    for (const auto each : kinds())
        m_kind->addItem(customerKindText(each));
    m_kind->setCurrentIndex(index);
}

void NewCustomerForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

bool NewCustomerForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) m_begun.field = qobject_cast<QWidget*>(watched);
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (key.key() != Qt::Key_Return && key.key() != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    if (!m_existing.isNull())
        pick(m_existing);
    else if (watched == m_phone)
        submit();
    else
        focusNextChild();
    return true;
}

} // namespace sanad
