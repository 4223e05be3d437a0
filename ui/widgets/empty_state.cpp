#include "ui/widgets/empty_state.h"

#include "ui/widgets/key_button.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace sanad {

EmptyState::EmptyState(Glyph glyph, QWidget* parent)
    : QWidget(parent)
    , m_glyph(glyph)
    , m_sentence(new Label(TextSize::Body, this))
{
    auto* column = new QVBoxLayout(this);
    column->addStretch();
    column->addWidget(m_sentence);
    column->addSpacing(px(38));
    column->addStretch();
    m_sentence->setSecondary(true);
    m_sentence->setWrapping(true);
    m_sentence->setAlignment(Qt::AlignHCenter);
}

void EmptyState::show(const QString& sentence, const QString& key, const QString& act)
{
    m_sentence->setText(sentence);
    m_key = key;
    m_act = act;
    setAccessibleName(sentence + u' ' + key + u' ' + act);
    update();
}

void EmptyState::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    QPainter painter(this);
    const QRect words = m_sentence->geometry();
    // A low list has room for the words alone.
    if (height() > px(190))
        paintGlyph(painter, m_glyph, QRect(width() / 2 - px(22), words.top() - px(52), px(44), px(44)),
            c.border, layoutDirection());
    if (m_key.isEmpty()) return;
    painter.setFont(font());
    const int cap = keyCapWidth(m_key);
    const int act = painter.fontMetrics().horizontalAdvance(m_act);
    const int left = (width() - cap - px(8) - act) / 2;
    const int top = words.bottom() + px(8);
    const auto place = [&](int x, int w) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, top, w, px(26)));
    };
    paintKeyCap(painter, m_key, place(left, cap), c.secondary, c.border);
    painter.setPen(c.text);
    painter.drawText(place(left + cap + px(8), act + 2), Qt::AlignCenter, m_act);
}

} // namespace sanad
