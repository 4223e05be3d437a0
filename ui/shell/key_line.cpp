#include "ui/shell/key_line.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"

#include <QPainter>
#include <QStyle>

namespace sanad {

KeyLine::KeyLine(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

void KeyLine::show(std::vector<KeyHint> hints)
{
    m_hints = std::move(hints);
    setAccessibleName(tr("Keys"));
    update();
}

QStringList KeyLine::accessibleParts() const
{
    QStringList parts;
    for (const auto& hint : m_hints)
        parts << hint.key + u' ' + hint.text;
    return parts;
}

QSize KeyLine::sizeHint() const
{
    return {px(200), px(40)};
}

void KeyLine::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(QRect(0, 0, width(), 1), c.hairline);
    painter.setFont(Theme::instance().font(TextSize::Small));
    int start = px(16);
    for (const auto& hint : m_hints) {
        const int cap = keyCapWidth(hint.key);
        const int words = painter.fontMetrics().horizontalAdvance(hint.text) + 2;
        // A hint is shown whole or not at all; the command search has them all.
        if (start + cap + px(8) + words > width() - px(16)) break;
        const auto place = [&](int x, int w, int h) {
            return QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - h) / 2, w, h));
        };
        paintKeyCap(painter, hint.key, place(start, cap, px(24)), c.secondary, c.border);
        painter.setPen(c.secondary);
        painter.drawText(
            place(start + cap + px(8), words, height()), Qt::AlignCenter | Qt::TextSingleLine, hint.text);
        start += cap + px(8) + words + px(20);
    }
}

} // namespace sanad
