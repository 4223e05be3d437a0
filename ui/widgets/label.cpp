#include "ui/widgets/label.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace sanad {

Label::Label(TextSize size, QWidget* parent)
    : QLabel(parent)
    , m_size(size)
{
    setTextFormat(Qt::PlainText);
    // On a ground of another role the text would take that role's colour instead of ours.
    setForegroundRole(QPalette::WindowText);
    refresh();
    connect(&Theme::instance(), &Theme::changed, this, &Label::refresh);
}

Label::Label(const QString& text, TextSize size, QWidget* parent)
    : Label(size, parent)
{
    setText(text);
}

void Label::setText(const QString& text)
{
    m_text = text;
    showText();
}

void Label::setBold(bool bold)
{
    m_bold = bold;
    refresh();
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    refresh();
}

void Label::setSecondary(bool secondary)
{
    m_secondary = secondary;
    refresh();
}

void Label::setWrapping(bool wrapping)
{
    m_wrapping = wrapping;
    setWordWrap(wrapping);
    setTextFormat(wrapping ? Qt::RichText : Qt::PlainText);
    showText();
}

void Label::setAlignment(Qt::Alignment alignment)
{
    m_atStart = false;
    QLabel::setAlignment(alignment);
}

void Label::alignToStart()
{
    if (!m_atStart) return;
    const auto side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    QLabel::setAlignment(side | Qt::AlignAbsolute | Qt::AlignVCenter);
}

void Label::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() != QEvent::LayoutDirectionChange) return;
    alignToStart();
    if (m_wrapping) showText();
}

void Label::refresh()
{
    const auto& theme = Theme::instance();
    const auto& c = theme.colours();
    setFont(theme.font(m_size, m_bold));
    QPalette own = palette();
    own.setColor(QPalette::WindowText,
        m_tone != Tone::Plain ? c.ink(m_tone)
            : m_secondary     ? c.secondary
                              : c.text);
    setPalette(own);
    alignToStart();
}

void Label::showText()
{
    if (!m_wrapping) return QLabel::setText(m_text);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    QLabel::setText(u"<div dir=\"%1\" style=\"line-height:150%\">%2</div>"_s.arg(
        rtl ? u"rtl"_s : u"ltr"_s, m_text.toHtmlEscaped().replace(u'\n', u"<br>"_s)));
}

} // namespace sanad
