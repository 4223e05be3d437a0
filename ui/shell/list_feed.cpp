#include "ui/shell/list_feed.h"

#include <QEvent>

namespace sanad {

/// The pages of a feed's list, for its table.
class FeedSource final : public RowSource {
public:
    explicit FeedSource(ListFeed& feed)
        : m_feed(&feed)
    {
    }
    void fetch(qint64 first, int count, Ready ready) override
    {
        if (m_feed) m_feed->fetch(first, count, std::move(ready));
    }

private:
    QPointer<ListFeed> m_feed;
};

/// What the window shows when the list is asked for.
struct ListFeed::Asked {
    bool anew = false; ///< Another list: nothing of the old one is kept.
    ListIndex::Trust trust = ListIndex::Trust::Past;
    std::int64_t chosen = 0, top = 0; ///< Ids; 0: none, or the very top.
    int chosenRow = 0, topRow = 0;
    int generation = 0;
};

struct ListFeed::Answer {
    std::int64_t size = 0;
    bool complete = false;
    std::int64_t chosenRow = 0, topRow = 0;
    std::int64_t first = 0; ///< Of `rows`.
    Show rows;
};

ListFeed::ListFeed(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
    connect(&session, &Session::changed, this, [this] { m_left = m_left || !m_session.signedIn(); });
}

void ListFeed::showIn(DataTable* table)
{
    m_table = table;
    table->installEventFilter(this);
}

bool ListFeed::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && watched == m_table && m_list) {
        if (m_stale || m_left)
            refresh();
        else
            countOn();
    }
    return QObject::eventFilter(watched, event);
}

void ListFeed::open(std::shared_ptr<ListIndex> list, Pager pager)
{
    ++m_generation;
    m_list = std::move(list);
    m_pager = std::move(pager);
    m_asking = false;
    m_counting = false;
    ask(true);
}

void ListFeed::refresh()
{
    if (!m_list) return;
    m_stale = !m_table || !m_table->isVisible();
    if (m_stale) return;
    if (m_asking)
        m_askAgain = true;
    else
        ask(false);
}

void ListFeed::repaint()
{
    if (m_table) m_table->rows().refetch();
}

void ListFeed::ask(bool anew)
{
    if (!m_table || !m_session.signedIn()) return;
    m_asking = true;
    m_askAgain = m_stale = false;
    using Trust = ListIndex::Trust;
    const Trust trust = std::exchange(m_left, false) ? Trust::Nothing : Trust::Past;
    Asked asked{anew, trust, 0, 0, 0, 0, m_generation};
    if (!anew) {
        asked.chosen = m_table->currentId();
        asked.chosenRow = std::max(0, m_table->currentIndex().row());
        asked.topRow = m_table->topRow();
        asked.top = asked.topRow > 0 ? m_table->rows().idAt(asked.topRow) : 0;
    }
    m_tasks.run(
        this,
        [asked, list = m_list, pager = m_pager, by = m_session.actor()](Database& db) -> Result<Answer> {
            return db.read([&](Tx& tx) -> Result<Answer> {
                if (asked.anew)
                    SANAD_TRY(list->countOn(tx, by));
                else
                    SANAD_TRY(list->refresh(tx, by, asked.trust));
                Answer answer{list->size(), list->complete(), asked.chosenRow, asked.topRow, 0, {}};
                if (asked.chosen != 0) {
                    SANAD_TRY_VALUE(row, list->indexOf(tx, asked.chosen, by));
                    answer.chosenRow = row.value_or(asked.chosenRow);
                }
                if (asked.top != 0) {
                    SANAD_TRY_VALUE(row, list->indexOf(tx, asked.top, by));
                    answer.topRow = row.value_or(asked.topRow);
                }
                const auto last = std::max<std::int64_t>(0, answer.size - 1);
                answer.chosenRow = std::min(answer.chosenRow, last);
                answer.topRow = std::min(answer.topRow, last);
                answer.first = answer.topRow / KeysetModel::kPageRows * KeysetModel::kPageRows;
                SANAD_TRY_VALUE(rows, pager(tx, answer.first, 2 * KeysetModel::kPageRows, by));
                answer.rows = std::move(rows);
                return answer;
            });
        },
        [this, asked](const Result<Answer>& answer) { take(asked, answer); });
}

void ListFeed::take(const Asked& asked, const Result<Answer>& answer)
{
    if (asked.generation != m_generation || !m_table) return;
    m_asking = false;
    if (!answer) {
        m_left = m_left || asked.trust == ListIndex::Trust::Nothing;
        return Q_EMIT failed(answer.error());
    }
    // Somebody who went on meanwhile must not be taken back.
    const bool wentOn = m_table->currentId() != asked.chosen || m_table->topRow() != asked.topRow;
    if (!asked.anew && wentOn) return ask(false);
    m_size = answer->size;
    m_complete = answer->complete;
    m_table->rows().setSource(std::make_unique<FeedSource>(*this), m_size, answer->first, answer->rows());
    m_table->chooseInPlace(static_cast<int>(answer->chosenRow));
    m_table->scrollToTopRow(static_cast<int>(answer->topRow));
    Q_EMIT shown();
    if (m_askAgain) return ask(false);
    countOn();
}

void ListFeed::countOn()
{
    if (m_complete || m_counting || !m_table || !m_table->isVisible() || !m_session.signedIn()) return;
    struct Counted {
        std::int64_t size;
        bool complete;
    };
    m_counting = true;
    m_tasks.run(
        this,
        [list = m_list, by = m_session.actor()](Database& db) -> Result<Counted> {
            return db.read([&](Tx& tx) -> Result<Counted> {
                SANAD_TRY(list->countOn(tx, by));
                return Counted{list->size(), list->complete()};
            });
        },
        [this, generation = m_generation](const Result<Counted>& counted) {
            if (generation != m_generation || !m_table) return;
            m_counting = false;
            if (!counted) return Q_EMIT failed(counted.error());
            if (m_asking) return; // the list is on its way anew
            const bool wasEmpty = m_size == 0;
            m_size = counted->size;
            m_complete = counted->complete;
            m_table->rows().grow(m_size);
            if (wasEmpty) m_table->choose(0);
            Q_EMIT this->counted();
            countOn();
        });
}

void ListFeed::fetch(qint64 first, int count, RowSource::Ready ready)
{
    m_tasks.run(
        this,
        [pager = m_pager, first, count, by = m_session.actor()](
            Database& db) { return db.read([&](Tx& tx) { return pager(tx, first, count, by); }); },
        [this, generation = m_generation, ready = std::move(ready)](const Result<Show>& rows) {
            if (generation != m_generation) return;
            if (!rows) return Q_EMIT failed(rows.error());
            ready((*rows)());
        });
}

} // namespace sanad
