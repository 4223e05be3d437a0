#include "ui/widgets/money_edit.h"

namespace sanad {

MoneyEdit::MoneyEdit(QWidget* parent)
    : LtrEdit(parent)
{
    setMaxLength(20);
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
}

void MoneyEdit::setAmount(Money amount)
{
    setText(amount.text());
}

void MoneyEdit::focusOutEvent(QFocusEvent* event)
{
    if (!isEmpty())
        if (const auto read = amount()) setAmount(*read);
    LtrEdit::focusOutEvent(event);
}

} // namespace sanad
