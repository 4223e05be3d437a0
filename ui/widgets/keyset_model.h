#pragma once

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>
#include <memory>

namespace sanad {

/// What a row warns of, said after its first cell: an icon and a word.
struct RowMark {
    Glyph glyph = Glyph::None;
    QString text;
    Tone tone = Tone::Warning;
};

/// One row of a list as shown.
struct TableRow {
    qint64 id = 0;
    QStringList cells;
    Tone tone = Tone::Plain;
    RowMark mark = {};
};

/// Where a list's rows come from.
class RowSource {
public:
    using Ready = std::function<void(std::vector<TableRow>)>;

    virtual ~RowSource() = default;
    /// Rows `first` … `first + count` of the list; fewer at its end. Calls `ready` on the calling thread, at
    /// once or later. Never blocks.
    virtual void fetch(qint64 first, int count, Ready ready) = 0;
};

enum class ColumnKind {
    Text, ///< Names and words; take the room that is left.
    Short, ///< A word or a date; as wide as its content.
    Code, ///< Identifiers and numbers: left to right, never elided.
    Amount, ///< Right-aligned in both languages.
};

struct TableColumn {
    QString title;
    ColumnKind kind = ColumnKind::Text;
    int width = 0; ///< In pixels at 100 %; 0: by kind.
};

/// A list of any length of which only the pages being looked at are in memory.
class KeysetModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kPageRows = 64;
    static constexpr int kPagesKept = 24;

    explicit KeysetModel(QObject* parent = nullptr);
    ~KeysetModel() override;

    void setColumns(std::vector<TableColumn> columns);
    const std::vector<TableColumn>& columns() const { return m_columns; }
    /// Shows `rows` rows of `source`; what was shown before is forgotten. `known` are its rows from
    /// `firstKnown` on, the first of a page, which need not be fetched.
    void setSource(std::unique_ptr<RowSource> source, qint64 rows, qint64 firstKnown = 0,
        std::vector<TableRow> known = {});
    /// A short list that is wholly in memory.
    void setRows(std::vector<TableRow> rows);
    /// More rows were found at the end of the source.
    void grow(qint64 rows);
    /// Rows look different now: asks the source again, and shows them as they were until it has answered.
    void refetch();

    /// The row's id; 0 while its page is on the way.
    qint64 idAt(int row) const;
    /// The row when it is in memory; nothing is fetched.
    const TableRow* peek(int row) const;
    /// Some rows that are in memory.
    std::vector<const TableRow*> sample(int most) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Page {
        std::vector<TableRow> rows;
        bool asked = false; ///< Else the source is asked when the page is looked at.
        quint64 used = 0;
    };
    const TableRow* row(int row) const;
    void fetch(int page) const;
    void forgetOldest() const;

    std::vector<TableColumn> m_columns;
    std::unique_ptr<RowSource> m_source;
    qint64 m_rows = 0;
    mutable QHash<int, Page> m_pages;
    mutable quint64 m_tick = 0;
    std::shared_ptr<int> m_generation; ///< Answers of an earlier source are dropped.
};

} // namespace sanad
