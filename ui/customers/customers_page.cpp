#include "ui/customers/customers_page.h"

#include "ui/customers/authorised_panel.h"
#include "ui/customers/change_form.h"
#include "ui/customers/consent_panel.h"
#include "ui/customers/customer_matches.h"
#include "ui/customers/merge_panel.h"
#include "ui/customers/new_customer_form.h"
#include "ui/text/format.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

CustomersPage::CustomersPage(CustomersPresenter& presenter, ConsentPresenter& consent, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_search(new NameEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_matches(new CustomerMatches(presenter))
    , m_historyTitle(new Label(TextSize::Small))
    , m_history(new DataTable)
    , m_noHistory(new EmptyState(Glyph::Transactions))
    , m_form(new NewCustomerForm(presenter))
    , m_consents(consent)
    , m_consent(new ConsentPanel(consent))
    , m_consentPlace(new QWidget)
    , m_changes(new ChangePresenter(presenter.tasks(), presenter.session(), this))
    , m_change(new ChangeForm(*m_changes))
    , m_signatories(new AuthorisedPresenter(presenter.tasks(), presenter.session(), this))
    , m_authorised(new AuthorisedPanel(*m_signatories))
    , m_merges(new MergePresenter(presenter.tasks(), presenter.session(), this))
    , m_merge(new MergePanel(*m_merges))
    , m_staff(presenter.session().actor().staff())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_search);
    column->addWidget(m_stack, 1);
    auto* lists = new QWidget(this);
    auto* listColumn = new QVBoxLayout(lists);
    listColumn->setContentsMargins(0, px(8), 0, 0);
    listColumn->addWidget(m_matches, 3);
    listColumn->addWidget(m_historyTitle);
    listColumn->addWidget(m_history, 2);
    m_stack->addWidget(lists);
    m_stack->addWidget(m_form);
    auto* consentRow = new QHBoxLayout(m_consentPlace);
    consentRow->setContentsMargins(0, 0, 0, 0);
    consentRow->addWidget(m_consent, 1);
    consentRow->addStretch();
    m_stack->addWidget(m_consentPlace);
    m_stack->addWidget(m_change);
    m_stack->addWidget(m_authorised);
    m_stack->addWidget(m_merge);
    m_history->setEmptyState(m_noHistory);
    m_historyTitle->setSecondary(true);
    m_search->installEventFilter(this);
    connect(
        m_search, &QLineEdit::textEdited, this, [this](const QString& text) { m_presenter.search(text); });
    connect(m_matches, &DataTable::opened, this,
        [this](qint64 id) { m_presenter.choose(CustomerId::fromRaw(id)); });
    connect(m_matches, &DataTable::chosen, this,
        [this](qint64 id) { m_presenter.history(CustomerId::fromRaw(id)); });
    connect(&presenter, &CustomersPresenter::historyLoaded, this,
        [this](CustomerId id, const std::vector<PastTransaction>& transactions) {
            if (id.raw() == m_matches->currentId()) showHistory(transactions);
        });
    connect(&presenter, &CustomersPresenter::found, this, [this] {
        if (m_presenter.matches().empty()) showHistory({});
        if (std::exchange(m_enterWaits, false) && isVisible()) {
            if (m_matches->currentId() != 0)
                m_presenter.choose(CustomerId::fromRaw(m_matches->currentId()));
            else
                beginNew(m_search->text());
        }
    });
    connect(&presenter, &CustomersPresenter::failed, this, &Page::failed);
    connect(&consent, &ConsentPresenter::failed, this, &Page::failed);
    connect(&consent, &ConsentPresenter::loaded, this, &Page::hintsChanged);
    connect(&consent, &ConsentPresenter::recorded, this, [this](CustomerId id) {
        if (inConsent()) backToMatches();
        if (id == m_presenter.childAtHand()) m_presenter.goOn();
        Q_EMIT said(Tone::Success, tr("The consent is recorded."));
    });
    connect(&consent, &ConsentPresenter::withdrawn, this, [this] {
        backToMatches();
        Q_EMIT said(Tone::Success, tr("The consent is withdrawn. Nothing new is built on it."));
    });
    connect(m_changes, &ChangePresenter::failed, this, &Page::failed);
    connect(m_changes, &ChangePresenter::failed, this, [this](const Error& error) {
        if (error.key == "customer.changed"_L1) m_change->outdate();
    });
    // What one person had open is not the next one's to see.
    connect(&presenter.session(), &Session::changed, this, [this] {
        const StaffId staff = m_presenter.session().actor().staff();
        if (staff.isNull()) m_locked = isVisible();
        if (staff.isNull() || std::exchange(m_staff, staff) == staff) return;
        m_change->forget();
        m_form->forget();
        m_merges->clear();
        m_signatories->clear();
        m_consents.clear();
        m_presenter.search({});
        showHistory({});
        m_stack->setCurrentIndex(0);
        m_search->setVisible(true);
    });
    connect(m_change, &ChangeForm::unchanged, this, &CustomersPage::backToMatches);
    connect(m_changes, &ChangePresenter::loaded, this, [this] { show(m_change); });
    connect(m_changes, &ChangePresenter::saved, this, [this] {
        m_presenter.search(m_presenter.text());
        backToMatches();
        Q_EMIT said(Tone::Success, tr("The change is saved."));
    });
    connect(m_merges, &MergePresenter::failed, this, &Page::failed);
    connect(m_merges, &MergePresenter::loaded, this, [this] { show(m_merge); });
    connect(m_merges, &MergePresenter::merged, this, [this] {
        m_presenter.search(m_presenter.text());
        Q_EMIT said(Tone::Success, tr("The records are merged."));
    });
    connect(m_merges, &MergePresenter::undone, this, [this] {
        m_presenter.search(m_presenter.text());
        Q_EMIT said(Tone::Success, tr("The merge is undone."));
    });
    connect(m_signatories, &AuthorisedPresenter::failed, this, &Page::failed);
    connect(m_signatories, &AuthorisedPresenter::loaded, this, [this] { show(m_authorised); });
    connect(m_signatories, &AuthorisedPresenter::authorised, this,
        [this] { Q_EMIT said(Tone::Success, tr("This person may sign for the company.")); });
    connect(m_signatories, &AuthorisedPresenter::withdrawn, this,
        [this] { Q_EMIT said(Tone::Success, tr("This person signs for the company no more.")); });
    connect(m_authorised, &AuthorisedPanel::newPersonWanted, this, [this] {
        m_forGuardian = false;
        show(m_form);
        m_form->begin(aboutOf(u"signs"_s, m_authorised->wanted()),
            CustomersPresenter::begun(m_authorised->wanted()), CustomersPresenter::Use::Elsewhere);
    });
    connect(
        &presenter, &CustomersPresenter::created, this, [this](const Customer& person) { taken(person.id); });
    connect(m_form, &NewCustomerForm::picked, this, &CustomersPage::taken);
    connect(m_form, &NewCustomerForm::corrected, this, &CustomersPage::clearMessage);
    connect(&presenter, &CustomersPresenter::chosen, this, [this] {
        m_stack->setCurrentIndex(0);
        m_search->setVisible(true);
    });
    retranslate();
}

void CustomersPage::arrive()
{
    if (std::exchange(m_locked, false) && (inForm() || inChange() || inAuthorised() || inMerge())) return;
    const CustomerId child = m_presenter.childAtHand();
    if (!child.isNull() && isVisible()) return openConsent(child);
    backToMatches();
}

void CustomersPage::toSearch()
{
    m_stack->setCurrentIndex(0);
    m_search->setVisible(true);
    m_search->setText(m_presenter.text());
    m_search->selectAll();
    m_search->setFocus();
}

bool CustomersPage::inForm() const
{
    return m_stack->currentWidget() == m_form;
}

bool CustomersPage::inConsent() const
{
    return m_stack->currentWidget() == m_consentPlace;
}

bool CustomersPage::inChange() const
{
    return m_stack->currentWidget() == m_change;
}

bool CustomersPage::inAuthorised() const
{
    return m_stack->currentWidget() == m_authorised;
}

bool CustomersPage::inMerge() const
{
    return m_stack->currentWidget() == m_merge;
}

void CustomersPage::openMerge()
{
    if (m_matches->currentId() != 0) m_merges->load(CustomerId::fromRaw(m_matches->currentId()));
}

void CustomersPage::openAuthorised()
{
    for (const CustomerMatch& match : m_presenter.matches())
        if (match.id.raw() == m_matches->currentId() && match.kind == CustomerKind::Company)
            m_signatories->load(match.id);
}

void CustomersPage::beginGuardian()
{
    const auto wanted = m_consent->wantedGuardian();
    if (!wanted) return;
    m_forGuardian = true;
    show(m_form);
    m_form->begin(aboutOf(u"guardian"_s, *wanted), CustomersPresenter::begun(*wanted),
        CustomersPresenter::Use::Elsewhere);
}

void CustomersPage::taken(CustomerId person)
{
    if (!inForm()) return; // left meanwhile; the record is there to be found
    if (m_forGuardian)
        m_consents.takeGuardian(person);
    else
        m_signatories->take(person);
    backFromForm();
}

void CustomersPage::backFromForm()
{
    show(m_forGuardian ? m_consentPlace : m_authorised);
    if (m_forGuardian)
        m_consent->setFocus();
    else
        m_authorised->resume();
}

void CustomersPage::clearMessage()
{
    Q_EMIT said(Tone::Plain, {});
}

void CustomersPage::show(QWidget* panel)
{
    if (m_stack->currentWidget() != panel) clearMessage();
    m_search->setVisible(false);
    m_stack->setCurrentWidget(panel);
    Q_EMIT hintsChanged();
}

void CustomersPage::openConsent(CustomerId customer)
{
    if (customer.isNull()) return;
    show(m_consentPlace);
    m_consents.load(customer);
}

void CustomersPage::openChange()
{
    const CustomerId id = CustomerId::fromRaw(m_matches->currentId());
    if (id.isNull()) return;
    if (m_change->customer() == id && m_change->isDirty() && !m_change->isOutdated()) return show(m_change);
    m_changes->load(id);
}

void CustomersPage::backToMatches()
{
    if (m_stack->currentIndex() != 0) clearMessage();
    toSearch();
    Q_EMIT hintsChanged();
}

void CustomersPage::beginNew(const QString& text)
{
    show(m_form);
    m_form->begin(aboutOf(u"visit"_s, text), CustomersPresenter::begun(text));
}

QString CustomersPage::aboutOf(const QString& place, const QString& words) const
{
    const QString typed = words.simplified();
    return place + u'\n' + (typed.isEmpty() ? QString::number(m_presenter.ticketAtHand().raw()) : typed);
}

std::vector<KeyHint> CustomersPage::hints() const
{
    if (inForm())
        return {{u"Ctrl+Enter"_s, tr("Save and go on")}, {u"Enter"_s, tr("Next field")},
            {u"Esc"_s, tr("Back to the matches")}};
    if (inConsent()) {
        std::vector<KeyHint> keys{
            {u"Ctrl+Enter"_s, tr("They agree")}, {u"Ctrl+1"_s, tr("Withdraw the consent")}};
        if (m_consent->wantedGuardian()) keys.push_back({u"Insert"_s, tr("New guardian")});
        keys.push_back({u"Esc"_s, tr("Back to the matches")});
        return keys;
    }
    if (inChange())
        return {{u"Ctrl+Enter"_s, tr("Save")}, {u"Enter"_s, tr("Next field")},
            {u"Insert"_s, tr("Another number")}, {u"Esc"_s, tr("Back to the matches")}};
    if (inMerge())
        return {{u"Ctrl+Enter"_s, tr("Merge")}, {u"↑ ↓"_s, tr("Move")}, {u"Ctrl+1"_s, tr("Undo the merge")},
            {u"Esc"_s, tr("Back to the matches")}};
    if (inAuthorised())
        return {{u"Ctrl+Enter"_s, tr("May sign")}, {u"Ctrl+1"_s, tr("Withdraw")},
            {u"Insert"_s, tr("New person")}, {u"Esc"_s, tr("Back to the matches")}};
    std::vector<KeyHint> all{{u"Enter"_s, tr("Choose")}, {u"↑ ↓"_s, tr("Move")},
        {u"Insert"_s, tr("New customer")}, {u"Ctrl+1"_s, tr("Consent")}, {u"Ctrl+2"_s, tr("Change")},
        {u"Ctrl+3"_s, tr("Who may sign")}};
    if (m_presenter.session().actor().may(Permission::MergeCustomers))
        all.push_back({u"Ctrl+4"_s, tr("Merge")});
    all.push_back({u"Esc"_s, tr("Back")});
    return all;
}

bool CustomersPage::perform(Command command, int number)
{
    const bool inMatches = m_stack->currentIndex() == 0;
    switch (command) {
    case Command::Nth:
        if (number == 1 && inConsent())
            m_consent->withdraw();
        else if (number == 1 && inAuthorised())
            m_authorised->withdraw();
        else if (number == 1 && inMerge())
            m_merge->undo();
        else if (number == 1 && inMatches)
            openConsent(CustomerId::fromRaw(m_matches->currentId()));
        else if (number == 2 && inMatches)
            openChange();
        else if (number == 3 && inMatches)
            openAuthorised();
        else if (number == 4 && inMatches)
            openMerge();
        else
            return false;
        return true;
    case Command::Finish:
        if (inConsent()) m_consent->agree();
        if (inForm()) m_form->submit();
        if (inChange()) m_change->submit();
        if (inAuthorised()) m_authorised->authorise();
        if (inMerge()) m_merge->merge();
        return !inMatches;
    case Command::NewTicket:
        if (inChange()) m_change->addIdentifier();
        if (inAuthorised()) Q_EMIT m_authorised->newPersonWanted();
        if (inConsent()) beginGuardian();
        if (inMatches) beginNew(m_search->text());
        return true;
    case Command::Back:
        if (inMatches) return false;
        if (inForm() && m_form->use() == CustomersPresenter::Use::Elsewhere)
            backFromForm();
        else
            backToMatches();
        return true;
    default:
        return false;
    }
}

void CustomersPage::showHistory(const std::vector<PastTransaction>& transactions)
{
    const bool arabic = uiLanguage() == Language::Arabic;
    m_shown = transactions;
    std::vector<TableRow> rows;
    for (const auto& each : transactions)
        rows.push_back({each.id.raw(),
            {each.number, arabic ? each.serviceAr : each.serviceEn, dateText(each.businessDay)},
            Tone::Plain});
    m_history->rows().setRows(std::move(rows));
    m_historyTitle->setVisible(m_matches->currentId() != 0);
    m_history->setVisible(m_matches->currentId() != 0);
}

void CustomersPage::retranslate()
{
    m_search->setPlaceholderText(tr("Name, civil number, mobile, passport or commercial registration"));
    m_search->setAccessibleName(tr("Search customers"));
    m_historyTitle->setText(tr("Before"));
    m_history->setAccessibleName(tr("Earlier transactions"));
    m_history->setColumns(
        {{tr("Number"), ColumnKind::Code, 140}, {tr("Service")}, {tr("Day"), ColumnKind::Code, 130}});
    m_noHistory->show(tr("Nothing was done for this customer yet."));
    m_consent->retranslate();
    m_change->retranslate();
    m_authorised->retranslate();
    m_merge->retranslate();
    showHistory(m_shown);
}

bool CustomersPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_matches->choose(m_matches->currentIndex().row() + (key.key() == Qt::Key_Down ? 1 : -1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_search->text().trimmed().isEmpty()) return true;
        if (m_presenter.searching())
            m_enterWaits = true;
        else if (m_matches->currentId() != 0)
            m_presenter.choose(CustomerId::fromRaw(m_matches->currentId()));
        else
            beginNew(m_search->text());
        return true;
    default:
        return Page::eventFilter(watched, event);
    }
}

} // namespace sanad
