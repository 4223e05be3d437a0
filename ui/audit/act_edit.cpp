#include "ui/audit/act_edit.h"

#include "ui/text/act_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ui_language.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QStringListModel>
#include <QStyledItemDelegate>

namespace sanad {

namespace {

/// A row of the list: as high as a finger is wide, aligned as the windows are.
class NameDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& c = Theme::instance().colours();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, selected ? c.selection : c.hover);
        const QRect room = option.rect.adjusted(px(10), 0, -px(10), 0);
        painter->setPen(c.text);
        painter->setFont(option.font);
        painter->drawText(room,
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), px(36)};
    }
};

} // namespace

ActEdit::ActEdit(QWidget* parent)
    : NameEdit(parent)
    , m_offered(new QStringListModel(this))
    , m_completer(new QCompleter(m_offered, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    setCompleter(m_completer);
    m_completer->popup()->setItemDelegate(new NameDelegate(m_completer->popup()));
    // After the completer's own, so asked before it.
    m_completer->popup()->installEventFilter(this);
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) { offer(actsMeant(text)); });
    connect(this, &QLineEdit::returnPressed, this, &ActEdit::entered);
    connect(
        m_completer, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& name) {
            setText(name);
            Q_EMIT entered();
        });
}

void ActEdit::offer(const QStringList& acts)
{
    QStringList names;
    for (const QString& act : acts)
        names << actText(act, uiLanguage());
    m_offered->setStringList(names);
}

/// Esc closes the list; the window's own Esc, which leaves the page, waits for the next.
bool ActEdit::isForList(QEvent* event) const
{
    return event->type() == QEvent::ShortcutOverride && m_completer->popup()->isVisible() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
}

bool ActEdit::event(QEvent* event)
{
    if (!isForList(event)) return NameEdit::event(event);
    event->accept();
    return true;
}

void ActEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Down || m_completer->popup()->isVisible())
        return NameEdit::keyPressEvent(event);
    const QString typed = text().trimmed();
    offer(typed.isEmpty() ? namedActs() : actsMeant(typed));
    m_completer->complete();
}

bool ActEdit::eventFilter(QObject* watched, QEvent* event)
{
    QAbstractItemView* list = m_completer->popup();
    if (watched != list) return NameEdit::eventFilter(watched, event);
    if (isForList(event)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::Show) list->setLayoutDirection(QApplication::layoutDirection());
    if (event->type() != QEvent::KeyPress || list->currentIndex().isValid()) return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter) return false;
    // Nothing of the list is chosen: what is typed counts.
    list->hide();
    Q_EMIT entered();
    return true;
}

void ActEdit::changeEvent(QEvent* event)
{
    NameEdit::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    for (const QString& act : actsMeant(text()))
        for (const Language language : {Language::Arabic, Language::English})
            if (actText(act, language) == text()) return setText(actText(act, uiLanguage()));
}

} // namespace sanad
