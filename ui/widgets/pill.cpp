#include "ui/widgets/pill.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace sanad {

Pill::Pill(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Pill::show(Tone tone, Glyph glyph, const QString& text)
{
    const bool news = text != m_text;
    m_tone = tone;
    m_glyph = glyph;
    m_text = text;
    setVisible(!text.isEmpty());
    sayWhole();
    if (news && isVisible()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Pill::setIconOnly(bool iconOnly)
{
    if (std::exchange(m_iconOnly, iconOnly) != iconOnly) sayWhole();
}

void Pill::setMostWidth(int width)
{
    if (std::exchange(m_mostWidth, width) != width) sayWhole();
}

void Pill::sayWhole()
{
    setToolTip(plainToolTip(sizeHint().width() < wholeWidth() ? m_text : QString()));
    updateGeometry();
    update();
}

int Pill::wholeWidth() const
{
    const QFontMetrics metrics(Theme::instance().font(TextSize::Small));
    return metrics.horizontalAdvance(m_text) + px(24) + (m_glyph == Glyph::None ? 0 : px(24));
}

QSize Pill::sizeHint() const
{
    if (isIconOnly()) return {px(42), px(32)};
    const int whole = wholeWidth();
    return {m_mostWidth > 0 ? std::min(whole, std::max(m_mostWidth, px(96))) : whole, px(32)};
}

void Pill::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    const QColor ink = c.ink(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_tone == Tone::Plain ? c.border : ink, 1));
    painter.setBrush(m_tone == Tone::Plain ? c.surface : c.tint(m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    int start = px(12);
    const auto place = [this](int left, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, (height() - h) / 2, w, h));
    };
    if (m_glyph != Glyph::None) {
        paintGlyph(painter, m_glyph, place(start, px(18), px(18)), ink, layoutDirection());
        start += px(24);
    }
    if (isIconOnly()) return;
    const QFont font = Theme::instance().font(TextSize::Small);
    const int room = width() - start - px(12) + 1;
    painter.setPen(ink);
    painter.setFont(font);
    painter.drawText(place(start, room, height()), Qt::AlignCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(m_text, Qt::ElideRight, room));
}

} // namespace sanad
