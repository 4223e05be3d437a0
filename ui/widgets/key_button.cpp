#include "ui/widgets/key_button.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

QFont capFont()
{
    return Theme::instance().font(TextSize::Small);
}

int gap()
{
    return px(10);
}
int glyphSide()
{
    return px(20);
}
/// Before and behind the words of a button that stands at the start side.
int inset()
{
    return px(14);
}

} // namespace

int keyCapWidth(const QString& key)
{
    return std::max(QFontMetrics(capFont()).horizontalAdvance(key) + px(12), px(24));
}

void paintKeyCap(
    QPainter& painter, const QString& key, const QRect& box, const QColor& ink, const QColor& line)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(ink);
    painter.setFont(capFont());
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.drawText(box, Qt::AlignCenter, key);
    painter.restore();
}

KeyButton::KeyButton(Kind kind, QWidget* parent)
    : QPushButton(parent)
    , m_kind(kind)
{
    if (kind == Kind::Primary) setProperty("kind", u"primary"_s);
    if (kind == Kind::Quiet) setProperty("kind", u"quiet"_s);
    setAutoDefault(false);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

KeyButton::KeyButton(const QString& text, const QString& key, Kind kind, QWidget* parent)
    : KeyButton(kind, parent)
{
    setText(text);
    setKey(key);
}

void KeyButton::setKey(const QString& key)
{
    m_key = key;
    setAccessibleDescription(key);
    updateGeometry();
    update();
}

void KeyButton::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    updateGeometry();
    update();
}

void KeyButton::setWide(bool wide)
{
    m_wide = wide;
    setSizePolicy(wide ? QSizePolicy::Expanding : QSizePolicy::Minimum, QSizePolicy::Fixed);
    update();
}

void KeyButton::setWrapping(bool wrapping)
{
    m_wrapping = wrapping;
    QSizePolicy policy(QSizePolicy::Expanding, wrapping ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(wrapping);
    setSizePolicy(policy);
    updateGeometry();
}

int KeyButton::heightForWidth(int width) const
{
    if (!m_wrapping) return QPushButton::heightForWidth(width);
    const QRect room(0, 0, std::max(1, width - 2 * inset()), QWIDGETSIZE_MAX);
    return std::max(px(38), fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height() + px(12));
}

QSize KeyButton::minimumSizeHint() const
{
    return m_wrapping ? QSize(px(160), px(38)) : sizeHint();
}

QSize KeyButton::sizeHint() const
{
    int width = px(28) + fontMetrics().horizontalAdvance(text());
    if (!m_key.isEmpty()) width += gap() + keyCapWidth(m_key);
    if (m_glyph != Glyph::None) width += gap() + glyphSide();
    return {width, std::max(px(38), fontMetrics().height() + px(12))};
}

void KeyButton::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->isAutoRepeat()) return;
    QPushButton::keyPressEvent(event);
}

void KeyButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    if (isChecked()) option.state |= QStyle::State_On;
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);

    const auto& c = Theme::instance().colours();
    QColor ink = c.text;
    QColor capInk = c.secondary;
    QColor capLine = c.border;
    if (!isEnabled()) {
        ink = capInk = c.disabled;
        capLine = c.hairline;
    } else if (m_kind == Kind::Primary) {
        ink = capInk = capLine = c.onPrimary;
    } else if (isChecked()) {
        ink = c.primary;
    }

    if (m_wrapping) {
        const auto side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
        painter.setPen(ink);
        painter.setFont(font());
        painter.drawText(rect().adjusted(inset(), 0, -inset(), 0),
            static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextWordWrap, text());
        return;
    }
    const int textWidth = fontMetrics().horizontalAdvance(text());
    const int capWidth = m_key.isEmpty() ? 0 : keyCapWidth(m_key);
    const int capHeight = std::min(height() - px(12), px(24));
    const int glyphWidth = m_glyph == Glyph::None ? 0 : glyphSide();
    const int content = (glyphWidth ? glyphWidth + gap() : 0) + textWidth + (capWidth ? gap() + capWidth : 0);
    int x = m_wide ? inset() : (width() - content) / 2;
    const auto place = [this](int left, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, (height() - h) / 2, w, h));
    };
    if (glyphWidth) {
        paintGlyph(painter, m_glyph, place(x, glyphWidth, glyphWidth), ink, layoutDirection());
        x += glyphWidth + gap();
    }
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(
        place(x, textWidth + 2, height()), Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextSingleLine, text());
    if (capWidth) {
        const int capX = m_wide ? width() - px(12) - capWidth : x + textWidth + gap();
        paintKeyCap(painter, m_key, place(capX, capWidth, capHeight), capInk, capLine);
    }
}

} // namespace sanad
