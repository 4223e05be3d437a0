#include "ui/widgets/pill.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace sanad {

Pill::Pill(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

void Pill::show(Tone tone, Glyph glyph, const QString& text)
{
    const bool news = text != m_text;
    m_tone = tone;
    m_glyph = glyph;
    m_text = text;
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
    if (news && isVisible()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QSize Pill::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().font(TextSize::Small));
    const int glyph = m_glyph == Glyph::None ? 0 : px(24);
    return {metrics.horizontalAdvance(m_text) + px(24) + glyph, px(32)};
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
    painter.setPen(ink);
    painter.setFont(Theme::instance().font(TextSize::Small));
    painter.drawText(
        place(start, width() - start - px(12) + 1, height()), Qt::AlignCenter | Qt::TextSingleLine, m_text);
}

} // namespace sanad
