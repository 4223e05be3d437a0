#include "ui/widgets/keyset_model.h"

#include <algorithm>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Rows that are all in memory.
class FixedRows final : public RowSource {
public:
    explicit FixedRows(std::vector<TableRow> rows)
        : m_rows(std::move(rows))
    {
    }
    void fetch(qint64 first, int count, Ready ready) override
    {
        const auto size = static_cast<qint64>(m_rows.size());
        const auto from = std::min(first, size);
        const auto to = std::min(first + count, size);
        ready({m_rows.begin() + from, m_rows.begin() + to});
    }

private:
    std::vector<TableRow> m_rows;
};

} // namespace

KeysetModel::KeysetModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_generation(std::make_shared<int>(0))
{
}

KeysetModel::~KeysetModel()
{
    ++*m_generation;
}

void KeysetModel::setColumns(std::vector<TableColumn> columns)
{
    if (columns.size() == m_columns.size()) {
        m_columns = std::move(columns);
        if (!m_columns.empty())
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, static_cast<int>(m_columns.size()) - 1);
        return;
    }
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

void KeysetModel::setSource(
    std::unique_ptr<RowSource> source, qint64 rows, qint64 firstKnown, std::vector<TableRow> known)
{
    beginResetModel();
    ++*m_generation;
    m_pages.clear();
    m_source = std::move(source);
    m_rows = std::min<qint64>(rows, std::numeric_limits<int>::max());
    for (std::size_t at = 0; at < known.size(); at += kPageRows) {
        Page& page = m_pages[static_cast<int>(firstKnown / kPageRows + at / kPageRows)];
        const auto end = std::min(at + kPageRows, known.size());
        page.rows.assign(
            std::make_move_iterator(known.begin() + at), std::make_move_iterator(known.begin() + end));
        page.asked = true;
    }
    endResetModel();
}

void KeysetModel::setRows(std::vector<TableRow> rows)
{
    const auto count = static_cast<qint64>(rows.size());
    const auto firstPage = rows.begin() + std::min<qint64>(count, kPageRows);
    std::vector<TableRow> known(rows.begin(), firstPage);
    setSource(std::make_unique<FixedRows>(std::move(rows)), count, 0, std::move(known));
}

void KeysetModel::grow(qint64 rows)
{
    rows = std::min<qint64>(rows, std::numeric_limits<int>::max());
    if (rows <= m_rows) return;
    // The last page may have been fetched while it was not yet full.
    if (const auto last = m_pages.find(static_cast<int>(m_rows / kPageRows)); last != m_pages.end())
        last->asked = false;
    beginInsertRows({}, static_cast<int>(m_rows), static_cast<int>(rows) - 1);
    m_rows = rows;
    endInsertRows();
}

void KeysetModel::refetch()
{
    if (m_rows == 0) return;
    for (Page& page : m_pages)
        page.asked = false;
    Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows) - 1, columnCount() - 1));
}

qint64 KeysetModel::idAt(int index) const
{
    const auto* found = index >= 0 && index < m_rows ? row(index) : nullptr;
    return found ? found->id : 0;
}

const TableRow* KeysetModel::peek(int index) const
{
    const auto page = m_pages.constFind(index / kPageRows);
    const auto within = static_cast<std::size_t>(index % kPageRows);
    return page != m_pages.constEnd() && within < page->rows.size() ? &page->rows[within] : nullptr;
}

std::vector<const TableRow*> KeysetModel::sample(int most) const
{
    std::vector<const TableRow*> some;
    for (const Page& page : m_pages)
        for (const TableRow& row : page.rows)
            if (static_cast<int>(some.size()) < most) some.push_back(&row);
    return some;
}

int KeysetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows);
}

int KeysetModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant KeysetModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const auto column = static_cast<std::size_t>(index.column());
    if (role == Qt::TextAlignmentRole) {
        switch (m_columns[column].kind) {
        case ColumnKind::Amount:
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
        case ColumnKind::Code:
        case ColumnKind::Short:
        case ColumnKind::Text:
            return QVariant::fromValue(Qt::AlignLeading | Qt::AlignVCenter);
        }
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::UserRole) return {};
    const auto* shown = row(index.row());
    if (!shown) return {};
    if (role == Qt::UserRole) return static_cast<int>(shown->tone);
    const QString text = shown->cells.value(index.column());
    const bool marked = role == Qt::AccessibleTextRole && index.column() == 0 && !shown->mark.text.isEmpty();
    return marked ? QString(text + u", "_s + shown->mark.text) : text;
}

QVariant KeysetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= static_cast<int>(m_columns.size())) return {};
    const auto& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column.kind == ColumnKind::Amount
                ? Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter
                : Qt::AlignLeading | Qt::AlignVCenter);
    return {};
}

const TableRow* KeysetModel::row(int index) const
{
    const int number = index / kPageRows;
    auto page = m_pages.find(number);
    if (page == m_pages.end() || !page->asked) {
        fetch(number);
        page = m_pages.find(number);
    }
    page->used = ++m_tick;
    return peek(index);
}

void KeysetModel::fetch(int number) const
{
    forgetOldest();
    Page& asked = m_pages[number];
    asked.asked = true;
    asked.used = ++m_tick; // else a source that answers at once could have it forgotten
    auto* self = const_cast<KeysetModel*>(this);
    m_source->fetch(qint64{number} * kPageRows, kPageRows,
        [self, number, generation = m_generation, born = *m_generation](std::vector<TableRow> rows) {
            if (*generation != born) return;
            auto page = self->m_pages.find(number);
            if (page == self->m_pages.end()) return;
            page->rows = std::move(rows);
            const int first = number * kPageRows;
            const int last = std::min(first + kPageRows, static_cast<int>(self->m_rows)) - 1;
            Q_EMIT self->dataChanged(self->index(first, 0), self->index(last, self->columnCount() - 1));
        });
}

void KeysetModel::forgetOldest() const
{
    if (m_pages.size() < kPagesKept) return;
    auto oldest = std::min_element(m_pages.begin(), m_pages.end(),
        [](const Page& one, const Page& other) { return one.used < other.used; });
    m_pages.erase(oldest);
}

} // namespace sanad
