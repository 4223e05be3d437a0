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

/// So many rows tell how wide a column is.
constexpr int kSample = 40;
/// A column of words is not narrower.
constexpr int kLeastWords = 96;

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
        const auto* row = index.column() == 0 ? m_table.rows().peek(index.row()) : nullptr;
        const bool marked = row && !row->mark.text.isEmpty();
        const int markWidth = marked ? markWidthOf(option, row->mark) : 0;
        if (!leftToRight) text = option.fontMetrics.elidedText(text, Qt::ElideRight, box.width() - markWidth);
        painter->drawText(
            box, static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, text);
        if (!marked) return;
        const int after = option.fontMetrics.horizontalAdvance(text);
        const QRect place(box.left() + after, box.top(), markWidth, box.height());
        paintMark(*painter, option, row->mark, QStyle::visualRect(option.direction, box, place));
    }

private:
    /// With the gap before it.
    static int markWidthOf(const QStyleOptionViewItem& option, const RowMark& mark)
    {
        return px(14) + px(18) + px(6) + option.fontMetrics.horizontalAdvance(mark.text);
    }

    static void paintMark(
        QPainter& painter, const QStyleOptionViewItem& option, const RowMark& mark, const QRect& place)
    {
        const QColor ink = Theme::instance().colours().ink(mark.tone);
        const int size = px(18);
        const QRect icon(place.left() + px(14), place.center().y() - size / 2, size, size);
        const QRect words = place.adjusted(px(14) + size + px(6), 0, 0, 0);
        paintGlyph(painter, mark.glyph, QStyle::visualRect(option.direction, place, icon), ink);
        painter.setPen(ink);
        painter.setLayoutDirection(option.direction);
        const auto side = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
        painter.drawText(QStyle::visualRect(option.direction, place, words),
            static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, mark.text);
    }

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
        m_told = 0;
        showEmptiness();
        fitColumns();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &DataTable::showEmptiness);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last) {
            const int row = currentIndex().row();
            if (row >= first.row() && row <= last.row()) tellChosen();
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
    showEmptiness();
    empty->setGeometry(viewport()->rect());
}

void DataTable::showEmptiness()
{
    if (m_empty) m_empty->setVisible(m_model->rowCount() == 0);
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

void DataTable::chooseInPlace(int row)
{
    setAutoScroll(false);
    choose(row);
    setAutoScroll(true);
}

int DataTable::topRow() const
{
    return std::max(0, rowAt(0));
}

void DataTable::scrollToTopRow(int row)
{
    scrollTo(m_model->index(row, 0), PositionAtTop);
}

void DataTable::keyboardSearch(const QString& text)
{
    Q_EMIT typed(text);
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

QModelIndex DataTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = m_model->rowCount();
    if (rows > 0 && (action == MoveHome || action == MoveEnd))
        return m_model->index(action == MoveHome ? 0 : rows - 1, std::max(0, currentIndex().column()));
    return QTableView::moveCursor(action, modifiers);
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
    if (!current.isValid() || current.row() == previous.row()) return;
    m_told = m_model->idAt(current.row());
    Q_EMIT chosen(m_told);
}

void DataTable::tellChosen()
{
    const qint64 id = currentId();
    if (id == 0 || id == m_told) return;
    m_told = id;
    Q_EMIT chosen(id);
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
    const auto sample = m_model->sample(kSample);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].kind == ColumnKind::Text && columns[i].width == 0) {
            ++flexible;
            continue;
        }
        int width = px(columns[i].width);
        if (width == 0) {
            width = fontMetrics().horizontalAdvance(columns[i].title);
            for (const TableRow* row : sample)
                width =
                    std::max(width, fontMetrics().horizontalAdvance(row->cells.value(static_cast<int>(i))));
            width += px(24);
        }
        widths[i] = std::max(width, horizontalHeader()->minimumSectionSize()); // it would not be narrower
        taken += widths[i];
    }
    // Words give way before a row is wider than the window; without any, the first column takes the rest.
    const int left = viewport()->width() - taken;
    const int rest = flexible ? std::max(left / flexible, px(kLeastWords)) : 0;
    if (!flexible && left > 0 && !widths.empty()) widths.front() += left;
    setHorizontalScrollBarPolicy(
        flexible * rest > left && flexible > 0 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    for (std::size_t i = 0; i < columns.size(); ++i)
        setColumnWidth(static_cast<int>(i), widths[i] ? widths[i] : rest);
}

} // namespace sanad
