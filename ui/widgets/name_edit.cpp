#include "ui/widgets/name_edit.h"

#include <QApplication>
#include <QEvent>

namespace sanad {

NameEdit::NameEdit(QWidget* parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &NameEdit::follow);
    follow();
}

void NameEdit::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) follow();
}

void NameEdit::follow()
{
    Qt::LayoutDirection direction = QApplication::layoutDirection();
    for (const QChar c : text()) {
        const auto of = c.direction();
        if (of != QChar::DirL && of != QChar::DirR && of != QChar::DirAL) continue;
        direction = of == QChar::DirL ? Qt::LeftToRight : Qt::RightToLeft;
        break;
    }
    // An empty edit would otherwise take its side from the keyboard.
    setAlignment((direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
        Qt::AlignVCenter);
    if (direction != layoutDirection() || !testAttribute(Qt::WA_SetLayoutDirection))
        setLayoutDirection(direction);
}

} // namespace sanad
