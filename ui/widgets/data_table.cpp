#include "ui/widgets/data_table.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace sanad {

namespace {

/// Draws a cell: hairline below, codes left to right at the reading side, a bar before the chosen row.
class CellDelegate final : public QStyledItemDelegate {
public:
    CellDelegate(DataTable* table)
        : QStyledItemDelegate(table)
        , m_table(*table)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& c = Theme::instance().colours();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, chosen ? c.selection : c.hover);
        painter->fillRect(
            QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.hairline);
        if (chosen && index.column() == 0) {
            const QRect bar(option.rect.left(), option.rect.top(), px(3), option.rect.height());
            painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), c.primary);
        }
        const auto tone = static_cast<Tone>(index.data(Qt::UserRole).toInt());
        const auto& column = m_table.rows().columns()[static_cast<std::size_t>(index.column())];
        const QRect box = option.rect.adjusted(px(10), 0, -px(10), -1);
        painter->setFont(option.font);
        painter->setPen(tone == Tone::Plain ? c.text : c.ink(tone));
        const bool leading = column.kind != ColumnKind::Amount;
        const auto side = leading ? QStyle::visualAlignment(option.direction, Qt::AlignLeft) : Qt::AlignRight;
        QString text = index.data().toString();
        const bool leftToRight = column.kind == ColumnKind::Code || column.kind == ColumnKind::Amount;
        painter->setLayoutDirection(leftToRight ? Qt::LeftToRight : option.direction);
        if (!leftToRight) text = option.fontMetrics.elidedText(text, Qt::ElideRight, box.width());
        painter->drawText(
            box, static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    }

private:
    DataTable& m_table;
};

} // namespace

DataTable::DataTable(QWidget* parent)
    : QTableView(parent)
    , m_model(new KeysetModel(this))
{
    setModel(m_model);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    verticalHeader()->setVisible(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        fitRows();
        fitColumns();
    });
    connect(this, &QAbstractItemView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT opened(m_model->idAt(index.row())); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_empty) m_empty->setVisible(m_model->rowCount() == 0);
        fitColumns();
    });
}

void DataTable::setColumns(std::vector<TableColumn> columns)
{
    m_model->setColumns(std::move(columns));
    fitColumns();
}

void DataTable::setEmptyState(EmptyState* empty)
{
    m_empty = empty;
    empty->setParent(viewport());
    empty->setVisible(m_model->rowCount() == 0);
    empty->setGeometry(viewport()->rect());
}

qint64 DataTable::currentId() const
{
    return currentIndex().isValid() ? m_model->idAt(currentIndex().row()) : 0;
}

void DataTable::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount()) return;
    setCurrentIndex(m_model->index(row, 0));
}

QSize DataTable::sizeHint() const
{
    return {px(400), px(200)};
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentId() != 0) {
        Q_EMIT opened(currentId());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    if (m_empty) m_empty->setGeometry(viewport()->rect());
}

void DataTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && current.row() != previous.row()) Q_EMIT chosen(m_model->idAt(current.row()));
}

void DataTable::fitRows()
{
    verticalHeader()->setDefaultSectionSize(px(42));
}

void DataTable::fitColumns()
{
    const auto& columns = m_model->columns();
    int taken = 0;
    int flexible = 0;
    std::vector<int> widths(columns.size(), 0);
    const int sample = std::min(m_model->rowCount(), 40);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].kind == ColumnKind::Text && columns[i].width == 0) {
            ++flexible;
            continue;
        }
        int width = px(columns[i].width);
        if (width == 0) {
            width = fontMetrics().horizontalAdvance(columns[i].title);
            for (int row = 0; row < sample; ++row)
                width = std::max(width,
                    fontMetrics().horizontalAdvance(
                        m_model->index(row, static_cast<int>(i)).data().toString()));
            width += px(24);
        }
        widths[i] = width;
        taken += width;
    }
    const int rest = flexible ? std::max((viewport()->width() - taken) / flexible, px(140)) : 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        setColumnWidth(static_cast<int>(i), widths[i] ? widths[i] : rest);
}

} // namespace sanad
