#include "ui/reports/figure_tile.h"

#include "ui/widgets/plain_tool_tip.h"

#include <QKeyEvent>
#include <QPainter>

namespace sanad {

FigureTile::FigureTile(QWidget* parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

void FigureTile::show(const QString& title, const QString& figure, const QString& remark, bool main)
{
    setText(title);
    m_figure = figure;
    m_remark = remark;
    m_main = main;
    setAccessibleName(title);
    setAccessibleDescription(figure + QChar(u' ') + remark);
    setToolTip(plainToolTip(remark.isEmpty() ? title : title + QChar(u'\n') + remark));
    updateGeometry();
    update();
}

QSize FigureTile::minimumSizeHint() const
{
    const QFontMetrics small(Theme::instance().font(TextSize::Small, true));
    return {small.horizontalAdvance(m_figure) + px(32), px(100)};
}

QSize FigureTile::sizeHint() const
{
    const auto& theme = Theme::instance();
    const QFontMetrics figure(theme.font(m_main ? TextSize::Figure : TextSize::Heading, true));
    const QFontMetrics small(theme.font(TextSize::Small));
    const int width = std::max({figure.horizontalAdvance(m_figure), small.horizontalAdvance(text()),
        small.horizontalAdvance(m_remark)});
    return {width + px(32), px(100)};
}

void FigureTile::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::instance();
    const auto& c = theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? c.primary : c.hairline, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() ? c.hover : c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);

    const QRect inner = rect().adjusted(px(14), px(8), -px(14), -px(8));
    const int line = px(24);
    const auto start =
        Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    painter.setLayoutDirection(layoutDirection());
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(c.secondary);
    const auto elided = [&](const QString& words) {
        return painter.fontMetrics().elidedText(words, Qt::ElideRight, inner.width());
    };
    painter.drawText(QRect(inner.left(), inner.top(), inner.width(), line), start, elided(text()));
    painter.drawText(
        QRect(inner.left(), inner.bottom() - line + 1, inner.width(), line), start, elided(m_remark));
    // An amount is never cut: rather smaller than without its first figures.
    for (const auto size : {TextSize::Figure, TextSize::Heading, TextSize::Body, TextSize::Small}) {
        if (size == TextSize::Figure && !m_main) continue;
        painter.setFont(theme.font(size, true));
        if (painter.fontMetrics().horizontalAdvance(m_figure) <= inner.width()) break;
    }
    painter.setPen(c.text);
    painter.drawText(inner.adjusted(0, line - px(4), 0, px(4) - line), start, m_figure);
}

void FigureTile::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace sanad
