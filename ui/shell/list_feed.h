#pragma once

#include "core/storage/list_index.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"
#include "ui/widgets/data_table.h"

#include <QPointer>

namespace sanad {

/// Shows a LongList in a table. Everything is read on the database thread: the count, in steps, while the
/// table is in front; the pages that are looked at; and, when rows came, went or changed, the list anew,
/// after which the chosen row is chosen still and stands where it stood.
class ListFeed : public QObject {
    Q_OBJECT

public:
    /// Makes rows of what was read; runs on the thread of the windows.
    using Show = std::function<std::vector<TableRow>()>;
    /// Reads rows `first` … `first + count`; runs on the database thread.
    using Pager = std::function<Result<Show>(Tx&, std::int64_t first, int count, const Actor&)>;

    ListFeed(Tasks& tasks, Session& session, QObject* parent);

    /// The table that shows it, once.
    void showIn(DataTable* table);
    /// Another list, from its top.
    void open(std::shared_ptr<ListIndex> list, Pager pager);
    /// The list may have changed. Out of sight it is read when it is looked at again.
    void refresh();
    /// Rows look different now: another language.
    void repaint();

    /// Rows found so far.
    std::int64_t size() const { return m_size; }
    /// False while the list is being looked through.
    bool complete() const { return m_complete; }

    /// The pager of a list whose rows `show` turns into what the table shows, on the thread of the windows.
    template <class Row>
    static Pager pagerOf(std::shared_ptr<LongList<Row>> list, std::function<TableRow(const Row&)> show)
    {
        return [list, show](Tx& tx, std::int64_t first, int count, const Actor& by) -> Result<Show> {
            SANAD_TRY_VALUE(rows, list->rows(tx, first, count, by));
            return showing(std::move(rows), show);
        };
    }
    /// What a pager of one's own answers. Rows without an id are shown empty.
    template <class Row> static Show showing(std::vector<Row> rows, std::function<TableRow(const Row&)> show)
    {
        return [rows = std::make_shared<std::vector<Row>>(std::move(rows)), show = std::move(show)] {
            std::vector<TableRow> list;
            for (const Row& row : *rows) {
                TableRow line = show(row);
                list.push_back(line.id != 0 ? std::move(line) : TableRow());
            }
            return list;
        };
    }

Q_SIGNALS:
    /// The list stands in the table: opened, or taken in anew.
    void shown();
    /// More of it was found, or its end.
    void counted();
    void failed(const sanad::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    friend class FeedSource;
    struct Asked;
    struct Answer;
    void ask(bool anew);
    void take(const Asked& asked, const Result<Answer>& answer);
    void countOn();
    void fetch(qint64 first, int count, RowSource::Ready ready);

    Tasks& m_tasks;
    Session& m_session;
    QPointer<DataTable> m_table;
    std::shared_ptr<ListIndex> m_list; ///< Touched on the database thread only.
    Pager m_pager;
    std::int64_t m_size = 0;
    bool m_complete = true;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_counting = false;
    bool m_stale = false; ///< It may have changed while it was out of sight.
    bool m_left = false; ///< Somebody signed out: a restore may have brought other data since.
    int m_generation = 0; ///< Answers about another list are dropped.
};

} // namespace sanad
