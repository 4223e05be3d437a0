#include "ui/reports/reports_page.h"

#include "core/base/isolates.h"
#include "ui/printing/report_sheet.h"
#include "ui/reports/bar_chart.h"
#include "ui/reports/figure_tile.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QDir>
#include <QGridLayout>
#include <QKeyEvent>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kTileColumns = 4;

} // namespace

ReportsPage::ReportsPage(ReportsPresenter& presenter, QWidget* parent)
    : Page(parent)
    , m_presenter(presenter)
    , m_stack(new QStackedWidget(this))
    , m_chart(new BarChart)
    , m_twin(new DataTable)
    , m_nothing(new EmptyState(Glyph::Reports))
    , m_receiptsTitle(new Label(TextSize::Body))
    , m_receipts(new DataTable)
    , m_noReceipts(new EmptyState(Glyph::Reports))
    , m_pdf(new KeyButton(KeyButton::Kind::Plain))
    , m_excel(new KeyButton(KeyButton::Kind::Plain))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    auto* today = new QWidget;
    auto* column = new QVBoxLayout(today);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    auto* grid = new QGridLayout;
    grid->setSpacing(px(8));
    for (int i = 0; i < TileCount; ++i) {
        m_tiles[static_cast<std::size_t>(i)] = new FigureTile;
        auto* tile = m_tiles[static_cast<std::size_t>(i)];
        tile->installEventFilter(this);
        grid->addWidget(tile, i / kTileColumns, i % kTileColumns);
        connect(tile, &QAbstractButton::clicked, this, [this, i] { openTile(i); });
    }
    column->addLayout(grid);

    auto* bar = new QHBoxLayout;
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        m_choices[i] = new KeyButton(KeyButton::Kind::Quiet);
        m_choices[i]->setCheckable(true);
        m_choices[i]->setKey(u"Ctrl+%1"_s.arg(i + 1));
        bar->addWidget(m_choices[i]);
        connect(m_choices[i], &QPushButton::clicked, this, [this, i] { choose(static_cast<By>(i)); });
    }
    bar->addStretch(1);
    m_pdf->setKey(keyText(Command::Pdf));
    m_excel->setKey(keyText(Command::Excel));
    bar->addWidget(m_pdf);
    bar->addWidget(m_excel);
    column->addLayout(bar);

    auto* both = new QHBoxLayout;
    both->setSpacing(px(16));
    both->addWidget(m_chart, 4);
    both->addWidget(m_twin, 5);
    column->addLayout(both, 1);
    m_twin->setEmptyState(m_nothing);
    m_stack->addWidget(today);

    auto* receipts = new QWidget;
    auto* receiptColumn = new QVBoxLayout(receipts);
    receiptColumn->setContentsMargins(0, 0, 0, 0);
    auto* receiptBar = new QHBoxLayout;
    receiptBar->addWidget(m_receiptsTitle);
    receiptBar->addStretch(1);
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        m_days[i] = new KeyButton(KeyButton::Kind::Quiet);
        m_days[i]->setCheckable(true);
        m_days[i]->setKey(u"Ctrl+%1"_s.arg(i + 1));
        receiptBar->addWidget(m_days[i]);
        connect(m_days[i], &QPushButton::clicked, this, [this, i] { m_presenter.drillOver(i == 1); });
    }
    receiptColumn->addLayout(receiptBar);
    receiptColumn->addWidget(m_receipts, 1);
    m_receiptsTitle->setBold(true);
    m_receipts->setEmptyState(m_noReceipts);
    m_stack->addWidget(receipts);

    connect(&presenter, &ReportsPresenter::loaded, this, &ReportsPage::refresh);
    presenter.setRows([this](const ReportsPresenter::Entry& entry) { return rowOf(entry); });
    presenter.receipts().showIn(m_receipts);
    connect(&presenter.receipts(), &ListFeed::shown, this, &ReportsPage::showReceipts);
    connect(&presenter, &ReportsPresenter::failed, this, &Page::failed);
    connect(&presenter, &ReportsPresenter::saved, this, [this](const QString& path) {
        Q_EMIT said(Tone::Success, tr("Saved as %1.").arg(isolateLtr(QDir::toNativeSeparators(path))));
    });
    connect(m_pdf, &QPushButton::clicked, this, [this] { m_presenter.savePdf(uiLanguage()); });
    connect(m_excel, &QPushButton::clicked, this, [this] { m_presenter.saveExcel(uiLanguage()); });
    connect(m_twin, &DataTable::opened, this, [this](qint64 id) {
        const QString key = m_keys[static_cast<std::size_t>(id - 1)];
        if (m_by == By::Clerk) drill({{}, {}, {}, key, {}}, isolateAuto(key));
        if (m_by == By::Service)
            drill({{}, key, {}, {}, {}}, isolateAuto(m_presenter.serviceName(key, uiLanguage())));
    });
    choose(By::Hour);
    retranslate();
}

void ReportsPage::arrive()
{
    m_presenter.load();
    if (drilled())
        m_receipts->setFocus();
    else
        m_tiles[Income]->setFocus();
}

std::vector<KeyHint> ReportsPage::hints() const
{
    if (drilled())
        return {{u"↑ ↓"_s, tr("Move")}, {u"Ctrl+1…2"_s, tr("Days")}, {u"F10"_s, tr("Print a copy")},
            {u"Esc"_s, tr("Back to the figures")}};
    return {{u"← → ↑ ↓"_s, tr("Move")}, {u"Enter"_s, tr("Receipts behind the figure")},
        {u"Ctrl+1…3"_s, tr("Chart")}, {u"Ctrl+P"_s, tr("PDF")}, {u"Ctrl+E"_s, tr("Excel")}};
}

bool ReportsPage::perform(Command command, int number)
{
    switch (command) {
    case Command::Pdf:
        m_presenter.savePdf(uiLanguage());
        return true;
    case Command::Excel:
        m_presenter.saveExcel(uiLanguage());
        return true;
    case Command::Nth:
        if (drilled()) {
            if (number != 1 && number != 2) return false;
            m_presenter.drillOver(number == 2);
            return true;
        }
        if (number < 1 || number > static_cast<int>(m_choices.size())) return false;
        choose(static_cast<By>(number - 1));
        return true;
    case Command::Print:
        if (!drilled()) return false;
        if (m_receipts->currentId() != 0)
            Q_EMIT copyWanted(m_receipts->rows().peek(m_receipts->currentIndex().row())->cells.front());
        return true;
    case Command::Back:
        if (!drilled()) return false;
        leaveReceipts();
        return true;
    default:
        return false;
    }
}

void ReportsPage::retranslate()
{
    m_choices[0]->setText(tr("By hour"));
    m_choices[1]->setText(tr("By clerk"));
    m_choices[2]->setText(tr("By service"));
    m_pdf->setText(tr("PDF"));
    m_excel->setText(tr("Excel"));
    m_chart->setAccessibleName(tr("Chart"));
    m_receipts->setAccessibleName(tr("Receipts"));
    m_nothing->show(tr("No revenue today yet."));
    m_noReceipts->show(tr("No receipts here."), u"Esc"_s, tr("Back to the figures"));
    m_days[0]->setText(tr("Today"));
    m_days[1]->setText(tr("Every day"));
    showDays();
    m_presenter.receipts().repaint();
    refresh();
}

void ReportsPage::refresh()
{
    const Today& today = m_presenter.today();
    const Language language = uiLanguage();
    const auto money = [language](Money amount) { return moneyText(amount, language); };
    const auto before = [](Money amount) { return tr("Last week: %1").arg(isolateLtr(amountText(amount))); };
    const auto count = [](std::int64_t number) { return isolateLtr(numberText(number)); };
    m_tiles[Income]->show(
        tr("Service fees without VAT"), money(today.figures.income()), before(today.lastWeek.income()), true);
    m_tiles[Government]->show(
        tr("Government fees"), money(today.figures.governmentFees), before(today.lastWeek.governmentFees));
    m_tiles[Vat]->show(tr("VAT"), money(today.figures.vat), before(today.lastWeek.vat));
    m_tiles[Cash]->show(tr("Cash"), money(today.cash), {});
    m_tiles[Card]->show(tr("Card"), money(today.card), {});
    m_tiles[Receipts]->show(tr("Receipts"), count(today.figures.receipts),
        tr("Last week: %1").arg(count(today.lastWeek.receipts)));
    m_tiles[Waiting]->show(tr("Waiting now"), count(today.waiting), {});
    m_tiles[Unsynced]->show(tr("Not sent yet"), count(today.unsynced), {});
    refreshChart();
}

void ReportsPage::refreshChart()
{
    const Today& today = m_presenter.today();
    const Language language = uiLanguage();
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        m_choices[i]->setChecked(static_cast<By>(i) == m_by);
    const auto& parts = m_by == By::Hour ? today.hours : m_by == By::Clerk ? today.clerks : today.services;
    std::vector<std::pair<QString, Figures>> sorted(parts.begin(), parts.end());
    if (m_by != By::Hour)
        std::stable_sort(sorted.begin(), sorted.end(),
            [](const auto& one, const auto& other) { return one.second.income() > other.second.income(); });
    std::vector<ChartBar> bars;
    std::vector<TableRow> rows;
    m_keys.clear();
    for (const auto& [key, figures] : sorted) {
        m_keys.push_back(key);
        const QString label = m_by == By::Hour ? key + u":00"_s
            : m_by == By::Service              ? m_presenter.serviceName(key, language)
                                               : key;
        if (m_by == By::Hour)
            bars.push_back({label, figures.receipts, numberText(figures.receipts)});
        else
            bars.push_back({label, figures.income().baisa(), amountText(figures.income())});
        rows.push_back({static_cast<qint64>(m_keys.size()),
            {label, numberText(figures.receipts), amountText(figures.income()),
                amountText(figures.governmentFees)},
            Tone::Plain});
    }
    const QString first = m_by == By::Hour ? tr("Hour") : m_by == By::Clerk ? tr("Clerk") : tr("Service");
    m_twin->setAccessibleName(first);
    m_twin->setColumns({{first, m_by == By::Hour ? ColumnKind::Code : ColumnKind::Text},
        {tr("Count"), ColumnKind::Amount, 70}, {tr("Income"), ColumnKind::Amount, 108},
        {tr("Government"), ColumnKind::Amount, 118}});
    m_chart->show(m_by == By::Hour ? BarChart::Shape::Time : BarChart::Shape::Rows, std::move(bars));
    m_twin->rows().setRows(std::move(rows));
}

void ReportsPage::choose(By by)
{
    m_by = by;
    refreshChart();
}

void ReportsPage::openTile(int tile)
{
    switch (tile) {
    case Cash:
        return drill({{}, {}, u"cash"_s, {}, {}}, tr("Paid in cash"));
    case Card:
        return drill({{}, {}, u"card"_s, {}, {}}, tr("Paid by card"));
    case Waiting:
        return Q_EMIT wanted(u"serve"_s);
    case Unsynced:
        return Q_EMIT wanted(u"sync"_s);
    default:
        return drill({}, tr("All receipts"));
    }
}

void ReportsPage::drill(const ReceiptFilter& filter, const QString& title)
{
    m_cameFrom = focusWidget();
    m_receiptsTitle->setText(title);
    m_drilling = true;
    m_presenter.drill(filter, false);
}

TableRow ReportsPage::rowOf(const ReportsPresenter::Entry& entry) const
{
    const Language language = uiLanguage();
    const ReceiptRow& receipt = entry.receipt;
    const QString method = receipt.method == u"split" ? tr("Several ways")
        : receipt.method == u"none"                   ? tr("Nothing to pay")
                                                      : tenderText(receipt.method, language);
    const bool arabic = language == Language::Arabic || entry.service.en.isEmpty();
    return {receipt.id.raw(),
        {receipt.number, m_presenter.everyDay() ? dateTimeText(receipt.issuedAt) : timeText(receipt.issuedAt),
            arabic ? entry.service.ar : entry.service.en, receipt.clerk, method, amountText(receipt.total)},
        Tone::Plain};
}

void ReportsPage::showDays()
{
    const bool every = m_presenter.everyDay();
    m_days[0]->setChecked(!every);
    m_days[1]->setChecked(every);
    m_receipts->setColumns(
        {{tr("Receipt"), ColumnKind::Code, 130}, {tr("Time"), ColumnKind::Code, every ? 170 : 80},
            {tr("Service")}, {tr("Clerk"), ColumnKind::Short, 120}, {tr("Payment"), ColumnKind::Short, 140},
            {tr("Total"), ColumnKind::Amount, 130}});
}

void ReportsPage::showReceipts()
{
    showDays();
    if (!std::exchange(m_drilling, false)) return;
    m_stack->setCurrentIndex(1);
    m_receipts->setFocus();
    Q_EMIT hintsChanged();
}

bool ReportsPage::drilled() const
{
    return m_stack->currentIndex() == 1;
}

void ReportsPage::leaveReceipts()
{
    m_drilling = false;
    m_stack->setCurrentIndex(0);
    (m_cameFrom ? m_cameFrom : m_tiles[Income])->setFocus();
    Q_EMIT hintsChanged();
}

bool ReportsPage::moveFocus(QObject* from, int key)
{
    const auto found = std::find(m_tiles.begin(), m_tiles.end(), from);
    if (found == m_tiles.end()) return false;
    const int at = static_cast<int>(found - m_tiles.begin());
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int backward = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    int to = at;
    if (key == forward)
        to = at + 1;
    else if (key == backward)
        to = at - 1;
    else if (key == Qt::Key_Down)
        to = at + kTileColumns;
    else if (key == Qt::Key_Up)
        to = at - kTileColumns;
    else
        return false;
    if (to >= TileCount && key == Qt::Key_Down) {
        m_twin->setFocus();
        m_twin->choose(0);
    } else if (to >= 0 && to < TileCount) {
        m_tiles[static_cast<std::size_t>(to)]->setFocus();
    }
    return true;
}

bool ReportsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && moveFocus(watched, static_cast<QKeyEvent*>(event)->key()))
        return true;
    return Page::eventFilter(watched, event);
}

} // namespace sanad
