#include "ui/reports/bar_chart.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace sanad {

BarChart::BarChart(QWidget* parent)
    : QWidget(parent)
{
    setMinimumHeight(px(160));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BarChart::show(Shape shape, std::vector<ChartBar> bars)
{
    m_shape = shape;
    m_bars = std::move(bars);
    m_most = 1;
    for (const ChartBar& bar : m_bars)
        m_most = std::max(m_most, bar.value);
    update();
}

QStringList BarChart::accessibleParts() const
{
    QStringList parts;
    for (const ChartBar& bar : m_bars)
        parts << bar.label + QChar(u' ') + bar.text;
    return parts;
}

QRect BarChart::mirrored(const QRect& box) const
{
    return QStyle::visualRect(layoutDirection(), rect(), box);
}

void BarChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setFont(Theme::instance().font(TextSize::Small));
    m_shape == Shape::Rows ? paintRows(painter) : paintTime(painter);
}

void BarChart::paintRows(QPainter& painter) const
{
    const auto& c = Theme::instance().colours();
    const int row = px(32);
    const int labelWidth = width() * 2 / 5;
    int valueWidth = 0;
    for (const ChartBar& bar : m_bars)
        valueWidth = std::max(valueWidth, painter.fontMetrics().horizontalAdvance(bar.text));
    const int full = std::max(px(20), width() - labelWidth - valueWidth - px(24));
    const auto start =
        Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    int y = 0;
    for (const ChartBar& bar : m_bars) {
        if (y + row > height()) break;
        const int length = std::max(2, static_cast<int>(full * bar.value / m_most));
        painter.setPen(c.text);
        const QString label = painter.fontMetrics().elidedText(bar.label, Qt::ElideRight, labelWidth - px(8));
        painter.drawText(mirrored({0, y, labelWidth - px(8), row}), start, label);
        painter.fillRect(mirrored({labelWidth, y + px(7), length, row - px(14)}), c.primary);
        painter.setPen(c.secondary);
        painter.drawText(
            mirrored({labelWidth + length + px(8), y, valueWidth + px(8), row}), start, bar.text);
        y += row;
    }
}

void BarChart::paintTime(QPainter& painter) const
{
    const auto& c = Theme::instance().colours();
    if (m_bars.empty()) return;
    const int foot = px(26);
    const int head = px(24);
    const int bottom = height() - foot;
    const int axis = px(2);
    const int step = std::min(px(64), (width() - axis) / static_cast<int>(m_bars.size()));
    painter.fillRect(mirrored({0, head, 1, bottom - head}), c.border);
    painter.fillRect(mirrored({0, bottom, width(), 1}), c.border);
    int x = axis + px(4);
    for (const ChartBar& bar : m_bars) {
        const int length = static_cast<int>((bottom - head) * bar.value / m_most);
        painter.fillRect(mirrored({x + step / 6, bottom - length, step * 2 / 3, length}), c.primary);
        painter.setPen(c.secondary);
        painter.drawText(mirrored({x, bottom - length - head, step, head}), Qt::AlignCenter, bar.text);
        painter.setPen(c.text);
        painter.drawText(mirrored({x, bottom, step, foot}), Qt::AlignCenter, bar.label);
        x += step;
    }
}

} // namespace sanad
