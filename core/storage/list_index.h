#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

#include <QStringList>

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <vector>

namespace sanad {

/// Rows of a list that stand together in its order: those of a business day, or of a run of numbers.
struct Stretch {
    std::int64_t key = 0;
    std::int64_t rows = 0;

    bool operator==(const Stretch&) const = default;
};

/// Some stretches, from higher keys to lower.
struct CountedStretches {
    std::vector<Stretch> found; ///< Without empty ones.
    std::optional<std::int64_t> next; ///< The next step counts below this key; nothing: there are no more.
    /// The highest key that a row may have by now; nothing: that of the first found.
    std::optional<std::int64_t> newest = {};
};

/// Which rows of a table a list has and in which order: by stretch downwards, then by `id`.
struct ListSql {
    Permission needs = Permission::ViewAudit;
    QString table;
    QString where; ///< What belongs to it: `branch_id = :branch AND …`.
    std::function<void(Query&)> bind; ///< The names in `where`.
    QString stretch; ///< A row's stretch as an expression; the column that an index counts by.
    QString inStretch; ///< Being in `:stretch`, so that an index finds these rows.
    /// `where` and `inStretch` once more for statements that also bound the id; empty: those two. A unary
    /// plus keeps an index out of it that would not give the rows in order, so that the key is the way.
    QString byKey = {};
    bool oldestFirst = false; ///< Within a stretch.
    /// Rows of older stretches never come, go or change their place: a refresh looks at the newest alone, and
    /// at what was the newest when it looked last.
    bool fixedPast = false;
    int firstStretches = 16; ///< So many in the first step; twice as many in each later one …
    int mostStretches = 128; ///< … up to so many.
    /// Counts up to `most` stretches below `below`. Empty: counted by `stretch`.
    std::function<CountedStretches(Tx&, std::int64_t below, int most)> count = {};
};

/// Where the rows of a list of any length stand. The database counts stretches in steps; the first look into
/// one brings the id of every 64th row of it. From there on a page is one read between two ids, never an
/// OFFSET, and it stays the same page while rows are added. Not thread-safe; it belongs where its database
/// is. Every act asks for the permission of the list. Errors: Denied `gate.denied`.
class ListIndex {
public:
    static constexpr int kAnchorRows = 64;

    explicit ListIndex(ListSql sql);

    /// Counts a few stretches more. Nothing to do when complete().
    Result<> countOn(Tx& tx, const Actor& by);
    /// What a refresh may leave out: nothing, when another database may stand behind it.
    enum class Trust { Past, Nothing };
    /// Counts anew what may have changed; goes at least as far as it had counted.
    Result<> refresh(Tx& tx, const Actor& by, Trust trust = Trust::Past);
    /// Rows counted so far.
    std::int64_t size() const { return m_size; }
    bool complete() const { return m_complete; }

    /// The place of the row with this id; nothing when it is not in the list or not counted yet.
    Result<std::optional<std::int64_t>> indexOf(Tx& tx, std::int64_t id, const Actor& by);

    /// Rows that statements have returned up to now, keys of anchors included. For tests.
    std::int64_t rowsRead() const { return m_rowsRead; }
    /// What is asked of the database, but for the counting of a list that counts by itself. For tests.
    QStringList statements() const;

protected:
    using Take = std::function<void(std::int64_t row, const Query&)>;
    /// Calls `take` with each row from `first` on, `count` at most. A row that went since it was counted is
    /// left out.
    Result<> read(
        Tx& tx, const QString& columns, std::int64_t first, int count, const Actor& by, const Take& take);

private:
    CountedStretches step(Tx& tx, std::int64_t below, int most);
    CountedStretches countByColumn(Tx& tx, std::int64_t below, int most) const;
    void setStretches(std::vector<Stretch> stretches);
    void append(const CountedStretches& counted);
    void restart(Tx& tx);
    std::size_t stretchOf(std::int64_t row) const;
    const std::vector<std::int64_t>& anchors(Tx& tx, const Stretch& stretch);

    ListSql m_sql;
    QString m_countSql, m_anchorSql, m_keySql, m_placeSql, m_rowsSql;
    std::vector<Stretch> m_stretches;
    std::vector<std::int64_t> m_firstRows; ///< Of each stretch.
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> m_anchors; ///< By key of the stretch.
    std::int64_t m_size = 0;
    std::optional<std::int64_t> m_newest; ///< The highest key there could be when it was counted last.
    std::int64_t m_below;
    int m_step;
    bool m_complete = false;
    std::int64_t m_rowsRead = 0;
};

/// A list with what its rows look like.
template <class Row> class LongList : public ListIndex {
public:
    using Value = Row;
    using ReadRow = Row (*)(const Query&);

    LongList(ListSql sql, QString columns, ReadRow readRow)
        : ListIndex(std::move(sql))
        , m_columns(std::move(columns))
        , m_readRow(readRow)
    {
    }

    /// Rows `first` … `first + count`, fewer at the end; one that went since it was counted is empty.
    Result<std::vector<Row>> rows(Tx& tx, std::int64_t first, int count, const Actor& by)
    {
        first = std::clamp<std::int64_t>(first, 0, size());
        std::vector<Row> list(static_cast<std::size_t>(std::clamp<std::int64_t>(count, 0, size() - first)));
        SANAD_TRY(read(tx, m_columns, first, count, by, [&](std::int64_t row, const Query& query) {
            list[static_cast<std::size_t>(row - first)] = m_readRow(query);
        }));
        return list;
    }

private:
    QString m_columns;
    ReadRow m_readRow;
};

} // namespace sanad
