#include "ui/pay/price_panel.h"

#include "ui/text/error_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/name_edit.h"
#include "ui/widgets/ui_language.h"

#include <QEvent>
#include <QHBoxLayout>

namespace sanad {

PricePanel::PricePanel(QWidget* parent)
    : QWidget(parent)
    , m_fee(new MoneyEdit(this))
    , m_discount(new MoneyEdit(this))
    , m_reason(new NameEdit(this))
    , m_feeRow(new FieldRow({}, m_fee, this))
    , m_discountRow(new FieldRow({}, m_discount, this))
    , m_reasonRow(new FieldRow({}, m_reason, this))
{
    auto* fields = new QHBoxLayout(this);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(px(16));
    fields->addWidget(m_feeRow, 1, Qt::AlignTop);
    fields->addWidget(m_discountRow, 1, Qt::AlignTop);
    fields->addWidget(m_reasonRow, 2, Qt::AlignTop);
    m_reason->setMaxLength(200);
    for (QLineEdit* edit : std::initializer_list<QLineEdit*>{m_fee, m_discount, m_reason})
        connect(edit, &QLineEdit::textEdited, this, &PricePanel::edited);
    retranslate();
}

void PricePanel::fill(const Draft& draft)
{
    m_fee->setText(draft.serviceFee ? draft.serviceFee->text() : QString());
    m_discount->setText(draft.discount.isZero() ? QString() : draft.discount.text());
    m_reason->setText(draft.priceReason);
    for (auto* row : {m_feeRow, m_discountRow, m_reasonRow})
        row->setFault(Fault::None, {});
}

void PricePanel::take(Draft& draft) const
{
    const auto fee = m_fee->amount();
    draft.serviceFee = !m_fee->isEmpty() && fee ? std::optional<Money>(*fee) : std::nullopt;
    const auto discount = m_discount->amount();
    draft.discount = !m_discount->isEmpty() && discount ? *discount : Money();
    draft.priceReason = m_reason->text().trimmed();
}

bool PricePanel::complete()
{
    for (auto* row : {m_feeRow, m_discountRow, m_reasonRow})
        row->setFault(Fault::None, {});
    const auto refuse = [](FieldRow* row, const QString& sentence) {
        row->setFault(Fault::Block, sentence);
        row->editor()->setFocus();
        return false;
    };
    for (const auto& [edit, row] : {std::pair{m_fee, m_feeRow}, {m_discount, m_discountRow}})
        if (const auto amount = edit->amount(); !edit->isEmpty() && !amount)
            return refuse(row, errorText(amount.error(), uiLanguage()).sentence());
    const bool other = !m_fee->isEmpty() || !m_discount->isEmpty();
    if (other && m_reason->text().trimmed().isEmpty())
        return refuse(m_reasonRow, tr("Write why the price is another one."));
    return true;
}

void PricePanel::takeFocus()
{
    m_fee->setFocus(Qt::TabFocusReason);
}

std::vector<QWidget*> PricePanel::fields() const
{
    return {m_fee, m_discount, m_reason};
}

void PricePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void PricePanel::retranslate()
{
    m_feeRow->setLabel(tr("Service fee instead of the displayed one"));
    m_discountRow->setLabel(tr("Discount"));
    m_reasonRow->setLabel(tr("Why"));
}

} // namespace sanad
