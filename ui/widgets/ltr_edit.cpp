#include "ui/widgets/ltr_edit.h"

#include "core/base/digits.h"

#include <QFocusEvent>

namespace sanad {

LtrEdit::LtrEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setLayoutDirection(Qt::LeftToRight);
    setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    connect(this, &QLineEdit::textEdited, this, &LtrEdit::normalise);
}

void LtrEdit::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) selectAll();
}

void LtrEdit::normalise(const QString& typed)
{
    const QString digits = asciiDigits(typed);
    if (digits == typed) return;
    const int caret = cursorPosition();
    setText(digits);
    setCursorPosition(caret);
}

} // namespace sanad
