#include "ui/forms/error_summary.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sanad {

namespace {

constexpr std::size_t kMostLinks = 6;

} // namespace

ErrorSummary::ErrorSummary(QWidget* parent)
    : QFrame(parent)
    , m_title(new Label(TextSize::Body, this))
    , m_links(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(10), px(16), px(10));
    column->setSpacing(px(2));
    column->addWidget(m_title);
    column->addLayout(m_links);
    m_links->setSpacing(0);
    m_title->setBold(true);
    m_title->setWrapping(true);
    setFocusPolicy(Qt::StrongFocus);
    setVisible(false);
}

void ErrorSummary::show(const QString& title, const std::vector<Line>& lines)
{
    removeLinks(); // hidden meanwhile, it would lose the focus
    m_warning = std::all_of(lines.begin(), lines.end(), [](const Line& line) { return line.warning; });
    m_title->setTone(m_warning ? Tone::Warning : Tone::Error);
    m_title->setText(title);
    for (std::size_t i = 0; i < std::min(lines.size(), kMostLinks); ++i) {
        auto* link = new KeyButton(lines[i].sentence, {}, KeyButton::Kind::Quiet, this);
        link->setWrapping(true);
        connect(link, &QPushButton::clicked, this, [this, field = lines[i].field] { Q_EMIT wanted(field); });
        m_links->addWidget(link);
    }
    setAccessibleName(title);
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorSummary::removeLinks()
{
    while (auto* item = m_links->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void ErrorSummary::clear()
{
    removeLinks();
    setVisible(false);
}

void ErrorSummary::keyPressEvent(QKeyEvent* event)
{
    // Enter on the summary goes to the first field.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        auto* inside = qobject_cast<QPushButton*>(focusWidget());
        if (!inside && m_links->count() > 0)
            inside = qobject_cast<QPushButton*>(m_links->itemAt(0)->widget());
        if (inside) inside->click();
        return;
    }
    QFrame::keyPressEvent(event);
}

void ErrorSummary::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    const Tone tone = m_warning ? Tone::Warning : Tone::Error;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? c.primary : c.ink(tone), hasFocus() ? 2 : 1));
    painter.setBrush(c.tint(tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

} // namespace sanad
