#include "ui/widgets/banner.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace sanad {

namespace {

Glyph glyphOf(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return Glyph::Tick;
    case Tone::Warning:
        return Glyph::Warning;
    case Tone::Error:
        return Glyph::Error;
    case Tone::Plain:
        break;
    }
    return Glyph::Info;
}

} // namespace

Banner::Banner(QWidget* parent, TextSize size)
    : QFrame(parent)
    , m_text(new Label(size, this))
    , m_code(new Label(TextSize::Small, this))
    , m_room(size == TextSize::Body ? 14 : 9)
{
    auto* row = new QHBoxLayout(this);
    row->addSpacing(px(28)); // the icon
    row->addWidget(m_text, 1);
    row->addWidget(m_code, 0, Qt::AlignVCenter);
    m_text->setWrapping(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setVisible(false);
}

void Banner::show(Tone tone, const QString& text, const QString& code)
{
    m_words = nullptr;
    display(tone, text, code);
}

void Banner::tell(Tone tone, Words words, const QString& code)
{
    m_words = std::move(words);
    display(tone, m_words(), code);
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_words) display(m_tone, m_words(), m_code->plainText());
}

void Banner::display(Tone tone, const QString& text, const QString& code)
{
    m_tone = tone;
    m_text->setTone(tone);
    m_text->setText(text);
    m_code->setTone(tone);
    m_code->setText(code);
    m_code->setVisible(!code.isEmpty());
    setAccessibleName(text);
    // The line height adds its part below each line, which the code's own has not.
    const int below = m_text->fontMetrics().height() / 2;
    layout()->setContentsMargins(px(16), px(m_room), px(16), std::max(0, px(m_room) - below));
    m_code->setContentsMargins(0, 0, 0, below);
    setVisible(true);
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::clear()
{
    setVisible(false);
    m_words = nullptr;
    m_text->setText({});
}

void Banner::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_tone == Tone::Plain ? c.border : c.ink(m_tone), 1));
    painter.setBrush(m_tone == Tone::Plain ? c.surface : c.tint(m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRect box =
        QStyle::visualRect(layoutDirection(), rect(), QRect(px(14), (height() - px(22)) / 2, px(22), px(22)));
    paintGlyph(painter, glyphOf(m_tone), box, c.ink(m_tone), layoutDirection());
}

} // namespace sanad
