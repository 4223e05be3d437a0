#include "ui/customers/customers_page.h"

#include "ui/customers/consent_panel.h"
#include "ui/customers/customer_matches.h"
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
    connect(&consent, &ConsentPresenter::recorded, this, [this] {
        backToMatches();
        Q_EMIT said(Tone::Success, tr("The consent is recorded."));
    });
    connect(&consent, &ConsentPresenter::withdrawn, this, [this] {
        backToMatches();
        Q_EMIT said(Tone::Success, tr("The consent is withdrawn. Nothing new is built on it."));
    });
    connect(&presenter, &CustomersPresenter::chosen, this, [this] {
        m_stack->setCurrentIndex(0);
        m_search->setVisible(true);
    });
    retranslate();
}

void CustomersPage::arrive()
{
    if (inForm()) return;
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

void CustomersPage::openConsent()
{
    if (m_matches->currentId() == 0) return;
    m_search->setVisible(false);
    m_stack->setCurrentWidget(m_consentPlace);
    m_consents.load(CustomerId::fromRaw(m_matches->currentId()));
    Q_EMIT hintsChanged();
}

void CustomersPage::backToMatches()
{
    m_stack->setCurrentIndex(0);
    m_search->setVisible(true);
    arrive();
    Q_EMIT hintsChanged();
}

void CustomersPage::beginNew(const QString& text)
{
    m_search->setVisible(false);
    m_stack->setCurrentWidget(m_form);
    m_form->begin(CustomersPresenter::begun(text));
    Q_EMIT hintsChanged();
}

std::vector<KeyHint> CustomersPage::hints() const
{
    if (inForm())
        return {{u"Ctrl+Enter"_s, tr("Save and go on")}, {u"Enter"_s, tr("Next field")},
            {u"Esc"_s, tr("Back to the matches")}};
    if (inConsent())
        return {{u"Ctrl+Enter"_s, tr("They agree")}, {u"Ctrl+1"_s, tr("Withdraw the consent")},
            {u"Esc"_s, tr("Back to the matches")}};
    return {{u"Enter"_s, tr("Choose")}, {u"↑ ↓"_s, tr("Move")}, {u"Insert"_s, tr("New customer")},
        {u"Ctrl+1"_s, tr("Consent")}, {u"Esc"_s, tr("Back")}};
}

bool CustomersPage::perform(Command command, int number)
{
    switch (command) {
    case Command::Nth:
        if (number != 1 || inForm()) return false;
        if (inConsent())
            m_consent->withdraw();
        else
            openConsent();
        return true;
    case Command::Finish:
        if (inConsent()) m_consent->agree();
        if (!inForm()) return inConsent();
        m_form->submit();
        return true;
    case Command::NewTicket:
        if (inForm() || inConsent()) return true;
        beginNew(m_search->text());
        return true;
    case Command::Back:
        if (!inForm() && !inConsent()) return false;
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
