#include "ui/shell/rail.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace sanad {

Rail::Rail(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(px(8), px(12), px(8), px(12));
    m_column->setSpacing(px(4));
    m_column->addStretch();
    setFixedWidth(px(226));
    connect(&Theme::instance(), &Theme::changed, this, [this] { setFixedWidth(px(226)); });
}

void Rail::setPages(const std::vector<PageEntry>& pages)
{
    for (const auto& page : pages) {
        if (!page.inRail) continue;
        auto* button = new KeyButton(KeyButton::Kind::Quiet, this);
        button->setGlyph(page.glyph);
        button->setWide(true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, id = page.id] { Q_EMIT wanted(id); });
        m_column->insertWidget(static_cast<int>(m_items.size()), button);
        m_items.push_back({page, button});
    }
    retranslate();
}

void Rail::showFor(const Actor& actor)
{
    for (auto& item : m_items)
        item.button->setVisible(!item.page.needs || actor.holds(*item.page.needs));
}

void Rail::mark(const QString& id)
{
    for (auto& item : m_items)
        item.button->setChecked(item.page.id == id);
}

void Rail::retranslate()
{
    for (auto& item : m_items) {
        item.button->setText(item.page.title());
        item.button->setKey(keyText(item.page.command));
    }
}

void Rail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void Rail::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    const int line = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(line, 0, 1, height()), c.hairline);
}

} // namespace sanad
