#include "ui/cash/cash_move_panel.h"

#include "ui/text/error_text.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

CashMovePanel::CashMovePanel(QWidget* parent)
    : QWidget(parent)
    , m_amount(new MoneyEdit)
    , m_place(new QComboBox)
    , m_reason(new NameEdit)
    , m_amountRow(new FieldRow({}, m_amount))
    , m_placeRow(new FieldRow({}, m_place))
    , m_reasonRow(new FieldRow({}, m_reason))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    for (QWidget* row : std::initializer_list<QWidget*>{m_amountRow, m_placeRow, m_reasonRow})
        column->addWidget(row);
    column->addStretch(1);
    connect(m_amount, &QLineEdit::returnPressed, m_reason, qOverload<>(&QWidget::setFocus));
    connect(m_reason, &QLineEdit::returnPressed, this, &CashMovePanel::entered);
    for (auto* row : {m_amountRow, m_reasonRow})
        connect(qobject_cast<QLineEdit*>(row->editor()), &QLineEdit::textEdited, row,
            [row] { row->setFault(Fault::None, {}); });
    retranslate();
}

void CashMovePanel::begin(CashDirection direction)
{
    m_direction = direction;
    m_amount->clear();
    m_reason->clear();
    m_place->setCurrentIndex(0);
    for (auto* row : {m_amountRow, m_reasonRow})
        row->setFault(Fault::None, {});
    retranslate();
    takeFocus();
}

void CashMovePanel::takeFocus()
{
    m_amount->setFocus(Qt::TabFocusReason);
}

std::optional<CashMove> CashMovePanel::move()
{
    const auto amount = m_amount->amount();
    if (!amount || *amount <= Money()) {
        m_amountRow->explain(Fault::Block, [empty = m_amount->isEmpty() || amount, amount] {
            return empty ? tr("Write how much.") : errorText(amount.error(), uiLanguage()).sentence();
        });
        m_amount->setFocus(Qt::TabFocusReason);
        return std::nullopt;
    }
    if (m_reason->text().trimmed().isEmpty()) {
        m_reasonRow->explain(
            Fault::Block, [] { return tr("Write the reason; it is kept with the movement."); });
        m_reason->setFocus(Qt::TabFocusReason);
        return std::nullopt;
    }
    return CashMove{m_direction, m_place->currentIndex() == 1 ? CashCounterpart::Bank : CashCounterpart::Safe,
        *amount, m_reason->text().trimmed()};
}

void CashMovePanel::retranslate()
{
    const bool in = m_direction == CashDirection::In;
    const int place = std::max(0, m_place->currentIndex());
    m_place->clear();
    m_place->addItem(tr("The safe"));
    m_place->addItem(tr("The bank"));
    m_place->setCurrentIndex(place);
    m_amountRow->setLabel(tr("Amount"), true);
    m_placeRow->setLabel(in ? tr("Comes from") : tr("Goes to"));
    m_reasonRow->setLabel(tr("Reason"), true);
    m_reasonRow->setHint(tr("It stays readable in the books: no names or numbers of customers."));
}

} // namespace sanad
