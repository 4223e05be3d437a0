#include "ui/transactions/transactions_page.h"

#include "core/base/isolates.h"
#include "ui/text/format.h"
#include "ui/transactions/transaction_panel.h"
#include "ui/transactions/transaction_words.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/ui_language.h"

#include <QHBoxLayout>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace sanad {

TransactionsPage::TransactionsPage(TransactionsPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_search(new LtrEdit(this))
    , m_list(new DataTable(this))
    , m_nothing(new EmptyState(Glyph::Transactions))
    , m_panel(new TransactionPanel)
    , m_save(new KeyButton(KeyButton::Kind::Primary))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    auto* bar = new QHBoxLayout;
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        m_views[i] = new KeyButton(KeyButton::Kind::Quiet);
        m_views[i]->setCheckable(true);
        m_views[i]->setKey(u"Ctrl+%1"_s.arg(i + 1));
        bar->addWidget(m_views[i]);
        connect(
            m_views[i], &QPushButton::clicked, this, [this, i] { choose(static_cast<TransactionView>(i)); });
    }
    bar->addStretch(1);
    m_search->setMinimumWidth(px(140));
    m_search->setMaximumWidth(px(260));
    bar->addWidget(m_search, 2);
    column->addLayout(bar);

    auto* both = new QHBoxLayout;
    both->setSpacing(px(16));
    both->addWidget(m_list, 2);
    m_side = new QWidget;
    auto* sideColumn = new QVBoxLayout(m_side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_panel);
    sideColumn->addWidget(area, 1);
    sideColumn->addWidget(m_save, 0, Qt::AlignLeading);
    both->addWidget(m_side, 1);
    column->addLayout(both, 1);
    m_list->setEmptyState(m_nothing);
    m_save->setKey(keyText(Command::Finish));

    presenter.setRows([this](const TransactionEntry& entry) { return rowOf(entry); });
    presenter.list().showIn(m_list);
    connect(m_search, &QLineEdit::returnPressed, this, &TransactionsPage::search);
    connect(m_list, &DataTable::chosen, this, [this](qint64 id) {
        if (id != 0) m_presenter.open(TransactionId::fromRaw(id));
    });
    connect(m_list, &DataTable::typed, this, [this](const QString& text) {
        m_search->setFocus();
        m_search->setText(text);
    });
    connect(m_list, &DataTable::opened, this, [this] { m_panel->takeFocus(); });
    connect(m_save, &QPushButton::clicked, this, &TransactionsPage::record);
    connect(m_panel, &TransactionPanel::correctionWanted, this, &TransactionsPage::correct);
    connect(m_panel, &TransactionPanel::paymentWanted, this,
        [this] { Q_EMIT paymentWanted(m_panel->transaction().id); });
    connect(&presenter, &TransactionsPresenter::loaded, this, &TransactionsPage::refresh);
    connect(&presenter.list(), &ListFeed::shown, this, &TransactionsPage::listShown);
    connect(&presenter, &TransactionsPresenter::opened, this,
        [this](const TransactionEntry& entry, const std::vector<TransactionMove>& moves) {
            // An answer that comes late must not overwrite what is being typed for the same transaction.
            if (inPanel() && entry.transaction == m_panel->transaction()) return;
            m_panel->show(entry, moves);
            m_side->setVisible(true);
            Q_EMIT hintsChanged();
        });
    connect(&presenter, &TransactionsPresenter::recorded, this, [this](const Transaction& transaction) {
        m_list->setFocus();
        Q_EMIT said(Tone::Success,
            tr("Transaction %1: %2.").arg(isolateLtr(transaction.number), stateText(transaction.state)));
    });
    connect(&presenter, &TransactionsPresenter::failed, this, &Page::failed);
    m_side->setVisible(false);
    retranslate();
}

void TransactionsPage::arrive()
{
    m_list->setFocus();
    m_presenter.reload();
}

std::vector<KeyHint> TransactionsPage::hints() const
{
    std::vector<KeyHint> list{{u"Ctrl+1…4"_s, tr("Filter")}, {u"Enter"_s, tr("Enter the result")},
        {u"Ctrl+Enter"_s, tr("Save")}, {u"F5"_s, tr("Send now")}, {u"Esc"_s, tr("Back to the list")}};
    if (m_panel->isCorrectable()) list.insert(list.begin() + 1, {u"Ctrl+5"_s, tr("Correct the form")});
    if (m_panel->isPayable()) list.insert(list.begin() + 1, {keyText(Command::Pay), tr("Take the money")});
    return list;
}

bool TransactionsPage::perform(Command command, int number)
{
    switch (command) {
    case Command::Nth:
        if (number == static_cast<int>(m_views.size()) + 1 && m_panel->isCorrectable()) {
            correct();
            return true;
        }
        if (number < 1 || number > static_cast<int>(m_views.size())) return false;
        choose(static_cast<TransactionView>(number - 1));
        return true;
    case Command::Finish:
        record();
        return true;
    case Command::Pay:
        if (!m_panel->isPayable()) return false;
        Q_EMIT paymentWanted(m_panel->transaction().id);
        return true;
    case Command::Back:
        if (m_list->hasFocus() && m_search->text().isEmpty()) return false;
        if (!m_search->text().isEmpty() && !inPanel()) {
            m_search->clear();
            m_presenter.show(m_presenter.view(), {});
        }
        m_list->setFocus();
        return true;
    default:
        return false;
    }
}

bool TransactionsPage::inPanel() const
{
    const QWidget* focus = focusWidget();
    return focus && m_panel->isAncestorOf(focus) && focus->hasFocus();
}

void TransactionsPage::choose(TransactionView view)
{
    m_search->clear();
    m_presenter.show(view, {});
    for (std::size_t i = 0; i < m_views.size(); ++i)
        m_views[i]->setChecked(static_cast<TransactionView>(i) == view);
}

void TransactionsPage::record()
{
    if (!m_panel->isEmpty()) m_presenter.record(m_panel->transaction().id, m_panel->result());
}

void TransactionsPage::correct()
{
    if (m_panel->isCorrectable()) Q_EMIT correctionWanted(m_panel->transaction().id);
}

void TransactionsPage::search()
{
    m_presenter.show(m_presenter.view(), m_search->text().trimmed().toUpper());
}

TableRow TransactionsPage::rowOf(const TransactionEntry& entry) const
{
    const bool arabic = uiLanguage() == Language::Arabic;
    const Transaction& one = entry.transaction;
    return {one.id.raw(),
        {one.number, arabic ? entry.serviceAr : entry.serviceEn,
            arabic || entry.customerEn.isEmpty() ? entry.customerAr : entry.customerEn, stateText(one.state)},
        toneOf(one.state)};
}

void TransactionsPage::listShown()
{
    if (m_presenter.list().size() > 0) return;
    m_panel->clear();
    m_side->setVisible(false);
}

void TransactionsPage::refresh()
{
    for (std::size_t i = 0; i < m_views.size(); ++i)
        m_views[i]->setChecked(static_cast<TransactionView>(i) == m_presenter.view());
    const QString needing = isolateLtr(numberText(m_presenter.needingPerson()));
    m_views[0]->setText(tr("Needs action: %1").arg(needing));
}

void TransactionsPage::retranslate()
{
    m_views[1]->setText(tr("Open"));
    m_views[2]->setText(tr("All"));
    m_views[3]->setText(tr("To be paid"));
    m_search->setPlaceholderText(tr("Number or reference"));
    m_search->setAccessibleName(tr("Search"));
    m_save->setText(tr("Save"));
    m_list->setAccessibleName(tr("Transactions"));
    m_list->setColumns({{tr("No."), ColumnKind::Code, 100}, {tr("Service")}, {tr("Customer")},
        {tr("State"), ColumnKind::Short, 150}});
    m_nothing->show(tr("Nothing here needs you."), u"Ctrl+3"_s, tr("All transactions"));
    m_panel->retranslate();
    refresh();
    m_presenter.list().repaint();
}

} // namespace sanad
