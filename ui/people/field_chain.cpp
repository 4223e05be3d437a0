#include "ui/people/field_chain.h"

#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace sanad {

FieldChain::FieldChain(std::vector<QWidget*> fields, std::function<void()> last, QObject* parent)
    : QObject(parent)
    , m_fields(std::move(fields))
    , m_last(std::move(last))
{
    for (QWidget* field : m_fields)
        field->installEventFilter(this);
}

bool FieldChain::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter) return false;
    const auto here = std::find(m_fields.begin(), m_fields.end(), watched);
    if (here == m_fields.end()) return false;
    const auto next = std::find_if(here + 1, m_fields.end(),
        [](QWidget* field) { return field->isEnabled() && field->isVisibleTo(field->parentWidget()); });
    if (next == m_fields.end())
        m_last();
    else
        (*next)->setFocus();
    return true;
}

} // namespace sanad
