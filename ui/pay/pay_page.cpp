#include "ui/pay/pay_page.h"

#include "ui/pay/payment_line.h"
#include "ui/text/format.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ui_language.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

PayPage::PayPage(CurrentVisit& visit, QWidget* parent)
    : Page(parent)
    , m_visit(visit)
    , m_services(new DataTable(this))
    , m_totalLabel(new Label(TextSize::Body, this))
    , m_total(new Label(TextSize::Figure, this))
    , m_changeLabel(new Label(TextSize::Body, this))
    , m_change(new Label(TextSize::Figure, this))
    , m_payments(new QVBoxLayout)
    , m_start(new KeyButton(KeyButton::Kind::Primary, this))
    , m_another(new KeyButton(KeyButton::Kind::Plain, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(m_services, 1);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(px(32));
    for (const auto& [label, figure] : {std::pair{m_totalLabel, m_total}, {m_changeLabel, m_change}}) {
        auto* pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(label);
        pair->addWidget(figure);
        figures->addLayout(pair);
        label->setSecondary(true);
        figure->setBold(true);
    }
    figures->addStretch();
    column->addLayout(figures);
    column->addLayout(m_payments);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_another);
    buttons->addWidget(m_start);
    column->addLayout(buttons);
    m_services->setFocusPolicy(Qt::NoFocus);
    m_start->setKey(keyText(Command::Pay));
    m_another->setKey(keyText(Command::Service));
    connect(m_start, &QPushButton::clicked, this, &PayPage::takeMoney);
    connect(m_another, &QPushButton::clicked, this, [this] { m_visit.go(CurrentVisit::Step::Service); });
    connect(&visit, &CurrentVisit::failed, this, [this](const Error& error) {
        if (m_lines.empty() || !isVisible()) return;
        const bool explained = std::any_of(
            m_lines.begin(), m_lines.end(), [&](PaymentLine* line) { return line->explain(error); });
        if (!explained) m_lines.back()->focusAmount();
    });
    retranslate();
}

void PayPage::arrive()
{
    clearLines();
    refresh();
    m_start->setFocus();
}

std::vector<KeyHint> PayPage::hints() const
{
    if (m_lines.empty())
        return {{u"F9"_s, tr("Take the money")}, {u"F4"_s, tr("Another service")},
            {u"F7"_s, tr("Put on hold")}, {u"Esc"_s, tr("Back to the fees")}};
    return {{u"Enter"_s, tr("Pay and print")}, {u"F9"_s, tr("Cash, card, transfer")}, {u"Esc"_s, tr("Back")}};
}

bool PayPage::perform(Command command, int)
{
    switch (command) {
    case Command::Pay:
        takeMoney();
        return true;
    case Command::Service:
        m_visit.go(CurrentVisit::Step::Service);
        return true;
    case Command::Finish:
        if (m_lines.empty())
            takeMoney();
        else
            submit();
        return true;
    case Command::Back:
        if (m_lines.empty()) return false;
        arrive();
        Q_EMIT said(Tone::Plain, {}); // what was wrong with the lines went with them
        Q_EMIT hintsChanged();
        return true;
    default:
        return false;
    }
}

void PayPage::takeMoney()
{
    if (!m_visit.payable() || m_visit.paying()) return;
    if (!m_lines.empty()) return m_lines.back()->nextTender();
    addLine(Tender::Cash, m_visit.total());
    Q_EMIT hintsChanged();
}

PaymentLine* PayPage::addLine(Tender tender, Money amount)
{
    auto* line = new PaymentLine(this);
    m_payments->addWidget(line);
    m_lines.push_back(line);
    line->show();
    line->begin(tender, amount);
    connect(line, &PaymentLine::edited, this, &PayPage::showChange);
    connect(line, &PaymentLine::entered, this, &PayPage::entered);
    m_start->setVisible(false);
    showChange();
    return line;
}

void PayPage::clearLines()
{
    for (auto* line : m_lines)
        line->deleteLater();
    m_lines.clear();
    m_start->setVisible(true);
}

Money PayPage::paid() const
{
    Money sum;
    for (const auto* line : m_lines)
        sum += line->amount();
    return sum;
}

void PayPage::entered()
{
    if (amountsUnread()) return;
    const Money rest = m_visit.total() - paid();
    if (rest > Money())
        addLine(Tender::Card, rest);
    else
        submit();
}

bool PayPage::amountsUnread()
{
    return std::any_of(
        m_lines.begin(), m_lines.end(), [](PaymentLine* line) { return line->explainAmount(); });
}

void PayPage::submit()
{
    if (amountsUnread()) return;
    std::vector<VisitPayment> payments;
    for (const auto* line : m_lines) {
        const auto payment = line->payment();
        if (!payment) return Q_EMIT failed(payment.error());
        payments.push_back(*payment);
    }
    m_visit.pay(payments);
}

void PayPage::refresh()
{
    const bool arabic = uiLanguage() == Language::Arabic;
    std::vector<TableRow> rows;
    for (const auto& work : m_visit.works()) {
        rows.push_back({work.draft.id.raw(),
            {arabic || work.service.nameEn.isEmpty() ? work.service.nameAr : work.service.nameEn,
                amountText(work.governmentFee()), amountText(work.serviceFee() - work.draft.discount),
                amountText(work.total())},
            Tone::Plain});
    }
    m_services->rows().setRows(std::move(rows));
    m_total->setText(moneyText(m_visit.total(), uiLanguage()));
    showChange();
}

void PayPage::showChange()
{
    const Money rest = paid() - m_visit.total();
    m_changeLabel->setText(rest.isNegative() ? tr("Still to pay") : tr("Change"));
    m_change->setText(moneyText(rest.isNegative() ? -rest : rest, uiLanguage()));
    m_changeLabel->setVisible(!m_lines.empty());
    m_change->setVisible(!m_lines.empty());
}

void PayPage::retranslate()
{
    m_services->setAccessibleName(tr("Services of this visit"));
    m_services->setColumns({{tr("Service")}, {tr("Government fee"), ColumnKind::Amount, 150},
        {tr("Service fee"), ColumnKind::Amount, 130}, {tr("Total"), ColumnKind::Amount, 130}});
    m_totalLabel->setText(tr("Total"));
    m_start->setText(tr("Take the money"));
    m_another->setText(tr("Another service"));
    for (auto* line : m_lines)
        line->retranslate();
    refresh();
}

} // namespace sanad
