#include "ui/shell/command_search.h"

#include "core/base/isolates.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/name_edit.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kKeyRole = Qt::UserRole + 1;

class CommandDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& c = Theme::instance().colours();
        if (option.state.testFlag(QStyle::State_Selected)) painter->fillRect(option.rect, c.selection);
        const auto command = static_cast<Command>(index.data(Qt::UserRole).toInt());
        const auto place = [&](int x, int w, int h) {
            return QStyle::visualRect(option.direction, option.rect,
                QRect(option.rect.x() + x, option.rect.y() + (option.rect.height() - h) / 2, w, h));
        };
        paintGlyph(
            *painter, commandGlyph(command), place(px(12), px(20), px(20)), c.secondary, option.direction);
        painter->setPen(c.text);
        painter->setFont(option.font);
        painter->drawText(place(px(44), option.rect.width() - px(180), option.rect.height()),
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
            index.data().toString());
        const QString key = index.data(kKeyRole).toString();
        if (key.isEmpty()) return;
        const int cap = keyCapWidth(key);
        paintKeyCap(
            *painter, key, place(option.rect.width() - px(12) - cap, cap, px(24)), c.secondary, c.border);
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {px(300), px(38)};
    }
};

} // namespace

CommandSearch::CommandSearch(QWidget* parent)
    : QFrame(parent)
    , m_text(new NameEdit(this))
    , m_list(new QListWidget(this))
    , m_nothing(new Label(TextSize::Body, this))
{
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    column->addStretch();
    m_nothing->setSecondary(true);
    m_nothing->setWrapping(true);
    m_nothing->setContentsMargins(px(12), px(8), px(12), px(8));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textEdited, this, &CommandSearch::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandSearch::choose);
    setVisible(false);
}

void CommandSearch::open()
{
    m_cameFrom = QApplication::focusWidget();
    m_text->clear();
    fill();
    const QRect room = parentWidget()->rect();
    const QSize size(std::min(px(560), room.width() - px(40)), wholeRows(room.height() - px(60)));
    setGeometry((room.width() - size.width()) / 2, px(48), size.width(), size.height());
    setVisible(true);
    raise();
    m_text->setFocus();
}

int CommandSearch::wholeRows(int most) const
{
    const QMargins margins = layout()->contentsMargins();
    const int around = margins.top() + m_text->sizeHint().height() + layout()->spacing() + margins.bottom();
    const int rowHeight = m_list->sizeHintForRow(0);
    const int rows = std::min((std::min(px(520), most) - around) / rowHeight, m_list->count());
    return around + rows * rowHeight;
}

void CommandSearch::fill()
{
    m_text->setPlaceholderText(tr("What would you like to do?"));
    m_text->setAccessibleName(tr("Find a command"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->clear();
    const QString wanted = m_text->text().trimmed();
    for (const auto& binding : keyMap()) {
        if (binding.command == Command::Find) continue;
        const QString text = commandText(binding.command);
        if (!text.contains(wanted, Qt::CaseInsensitive) &&
            !binding.shown.startsWith(wanted, Qt::CaseInsensitive))
            continue;
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, static_cast<int>(binding.command));
        item->setData(kKeyRole, binding.shown);
    }
    m_list->setCurrentRow(0);
    const bool nothing = m_list->count() == 0;
    m_nothing->setText(tr("No command has “%1” in its name. Type a part of another name, or Esc to go back.")
                           .arg(isolateAuto(wanted)));
    m_list->setVisible(!nothing);
    m_nothing->setVisible(nothing);
    if (!nothing) return;
    QAccessibleEvent alert(m_nothing, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void CommandSearch::choose()
{
    const auto* item = m_list->currentItem();
    if (!item) return;
    const auto command = static_cast<Command>(item->data(Qt::UserRole).toInt());
    leave();
    Q_EMIT chosen(command);
}

void CommandSearch::leave()
{
    setVisible(false);
    if (m_cameFrom) m_cameFrom->setFocus();
}

bool CommandSearch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && isVisible()) setVisible(false);
    // Esc and Enter belong to the search while it is open, not to the page beneath.
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool ours = key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter ||
        key == Qt::Key_Up || key == Qt::Key_Down;
    if (!ours) return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (key == Qt::Key_Escape)
        leave();
    else if (key == Qt::Key_Up)
        m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0));
    else if (key == Qt::Key_Down)
        m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1));
    else
        choose();
    return true;
}

void CommandSearch::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible()) fill();
}

void CommandSearch::paintEvent(QPaintEvent*)
{
    const auto& c = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace sanad
