#include "ui/cash/count_grid.h"

#include "core/base/isolates.h"
#include "ui/text/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/ltr_edit.h"
#include "ui/widgets/ui_language.h"

#include <QGridLayout>
#include <QIntValidator>

namespace sanad {

CountGrid::CountGrid(QWidget* parent)
    : QWidget(parent)
    , m_totalName(new Label(TextSize::Body))
    , m_total(new Label(TextSize::Heading))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    grid->addWidget(m_totalName, 0, 0);
    grid->addWidget(m_total, 0, 1, 1, 2);
    int row = 1;
    for (const Denomination& denomination : denominations()) {
        Row made{denomination, new Label(TextSize::Body), new LtrEdit, new Label(TextSize::Body)};
        made.pieces->setValidator(new QIntValidator(0, 1'000'000, made.pieces));
        made.pieces->setFixedWidth(px(110));
        made.name->setBuddy(made.pieces);
        grid->addWidget(made.name, row, 0);
        grid->addWidget(made.pieces, row, 1);
        grid->addWidget(made.sum, row, 2);
        made.sum->setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
        made.sum->setSecondary(true);
        connect(made.pieces, &QLineEdit::textChanged, this, [this] {
            refresh();
            Q_EMIT edited();
        });
        m_rows.push_back(made);
        ++row;
    }
    for (std::size_t i = 0; i + 1 < m_rows.size(); ++i) {
        LtrEdit* next = m_rows[i + 1].pieces;
        connect(m_rows[i].pieces, &QLineEdit::returnPressed, next, [next] {
            next->setFocus();
            next->selectAll();
        });
    }
    m_totalName->setBold(true);
    m_total->setBold(true);
    m_total->setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    grid->setColumnStretch(2, 1);
    retranslate();
}

void CountGrid::clear()
{
    for (const Row& row : m_rows)
        row.pieces->clear();
}

void CountGrid::takeFocus()
{
    m_rows.front().pieces->setFocus();
}

CashCount CountGrid::count() const
{
    CashCount count;
    for (const Row& row : m_rows)
        if (const int pieces = row.pieces->text().toInt(); pieces > 0) count[row.denomination.baisa] = pieces;
    return count;
}

Money CountGrid::total() const
{
    return countedTotal(count()).value_or(Money());
}

void CountGrid::retranslate()
{
    const Language language = uiLanguage();
    for (const Row& row : m_rows) {
        const QString value = moneyText(Money::fromBaisa(row.denomination.baisa), language);
        const QString name =
            row.denomination.note ? tr("Note of %1").arg(value) : tr("Coin of %1").arg(value);
        row.name->setText(name);
        row.pieces->setAccessibleName(name);
    }
    m_totalName->setText(tr("Counted"));
    refresh();
}

void CountGrid::refresh()
{
    for (const Row& row : m_rows) {
        const int pieces = row.pieces->text().toInt();
        const Money sum = Money::fromBaisa(std::int64_t{row.denomination.baisa} * pieces);
        row.sum->setText(pieces > 0 ? isolateLtr(amountText(sum)) : QString());
    }
    m_total->setText(moneyText(total(), uiLanguage()));
}

} // namespace sanad
