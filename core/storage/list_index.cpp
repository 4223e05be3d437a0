#include "core/storage/list_index.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kTop = std::numeric_limits<std::int64_t>::max();

} // namespace

ListIndex::ListIndex(ListSql sql)
    : m_sql(std::move(sql))
    , m_below(kTop)
    , m_step(m_sql.firstStretches)
{
    if (m_sql.byKey.isEmpty()) m_sql.byKey = m_sql.where + u" AND "_s + m_sql.inStretch;
    const QString of = u" FROM "_s + m_sql.table + u" WHERE "_s + m_sql.where;
    const QString order = m_sql.oldestFirst ? u" ORDER BY id"_s : u" ORDER BY id DESC"_s;
    const QString between =
        u" FROM "_s + m_sql.table + u" WHERE "_s + m_sql.byKey + u" AND id BETWEEN :low AND :high"_s;
    m_countSql = u"SELECT %1, count(*)%2 AND %1 < :below GROUP BY %1 ORDER BY %1 DESC LIMIT :most"_s.arg(
        m_sql.stretch, of);
    // Places are reckoned from the oldest row, so that they hold when newer ones come in between.
    const QString anchor = m_sql.oldestFirst ? u"(place - 1) % %1 = 0 OR place = :rows"_s
                                             : u"(:rows - place) % %1 = 0 OR place = 1"_s;
    m_anchorSql = u"SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS place"_s + of + u" AND "_s +
        m_sql.inStretch + u") AS placed WHERE place <= :rows AND ("_s + anchor.arg(kAnchorRows) + u')' +
        order;
    m_keySql = u"SELECT "_s + m_sql.stretch + of + u" AND id = :id"_s;
    m_placeSql = u"SELECT count(*)"_s + between;
    m_rowsSql = between + order + u" LIMIT :most"_s;
}

QStringList ListIndex::statements() const
{
    return {m_countSql, m_anchorSql, m_keySql, m_placeSql, u"SELECT id"_s + m_rowsSql};
}

CountedStretches ListIndex::countByColumn(Tx& tx, std::int64_t below, int most) const
{
    CountedStretches counted;
    auto query = tx.query(m_countSql);
    m_sql.bind(query);
    query.bind(":below", below).bind(":most", most).run();
    while (query.next())
        counted.found.push_back({query.int64(0), query.int64(1)});
    if (static_cast<int>(counted.found.size()) == most) counted.next = counted.found.back().key;
    return counted;
}

CountedStretches ListIndex::step(Tx& tx, std::int64_t below, int most)
{
    auto counted = m_sql.count ? m_sql.count(tx, below, most) : countByColumn(tx, below, most);
    m_rowsRead += static_cast<std::int64_t>(counted.found.size());
    if (below == kTop) m_newest = counted.newest;
    if (below == kTop && !m_newest && !counted.found.empty()) m_newest = counted.found.front().key;
    return counted;
}

void ListIndex::setStretches(std::vector<Stretch> stretches)
{
    m_stretches = std::move(stretches);
    m_firstRows.clear();
    m_size = 0;
    for (const Stretch& stretch : m_stretches) {
        m_firstRows.push_back(m_size);
        m_size += stretch.rows;
    }
}

void ListIndex::append(const CountedStretches& counted)
{
    for (const Stretch& stretch : counted.found) {
        m_stretches.push_back(stretch);
        m_firstRows.push_back(m_size);
        m_size += stretch.rows;
    }
    m_complete = !counted.next;
    m_below = counted.next.value_or(m_below);
    m_step = std::min(2 * m_step, m_sql.mostStretches);
}

Result<> ListIndex::countOn(Tx& tx, const Actor& by)
{
    SANAD_TRY(by.may(m_sql.needs));
    if (!m_complete) append(step(tx, m_below, m_step));
    return {};
}

void ListIndex::restart(Tx& tx)
{
    const std::int64_t before = m_size;
    setStretches({});
    m_anchors.clear();
    m_below = kTop;
    m_step = m_sql.firstStretches;
    do
        append(step(tx, m_below, m_step));
    while (!m_complete && m_size < before);
}

Result<> ListIndex::refresh(Tx& tx, const Actor& by, Trust trust)
{
    SANAD_TRY(by.may(m_sql.needs));
    if (!m_sql.fixedPast || !m_newest || trust == Trust::Nothing) {
        restart(tx);
        return {};
    }
    const std::int64_t before = *m_newest;
    CountedStretches newest = step(tx, kTop, m_sql.firstStretches);
    while (newest.next && *newest.next > before) { // more has come than one step sees
        CountedStretches more = step(tx, *newest.next, m_sql.mostStretches);
        newest.found.insert(newest.found.end(), more.found.begin(), more.found.end());
        newest.next = more.next;
    }
    std::vector<Stretch> all = newest.found;
    for (const Stretch& old : m_stretches) {
        if (newest.next && old.key < *newest.next)
            all.push_back(old);
        else if (std::find(newest.found.begin(), newest.found.end(), old) == newest.found.end())
            m_anchors.erase(old.key);
    }
    if (!newest.next) m_complete = true;
    if (!m_complete && newest.next) m_below = std::min(m_below, *newest.next);
    setStretches(std::move(all));
    return {};
}

std::size_t ListIndex::stretchOf(std::int64_t row) const
{
    const auto after = std::upper_bound(m_firstRows.begin(), m_firstRows.end(), row);
    return static_cast<std::size_t>(after - m_firstRows.begin()) - 1;
}

const std::vector<std::int64_t>& ListIndex::anchors(Tx& tx, const Stretch& stretch)
{
    const auto [known, isNew] = m_anchors.try_emplace(stretch.key);
    auto& ids = known->second;
    if (!isNew) return ids;
    auto query = tx.query(m_anchorSql);
    m_sql.bind(query);
    query.bind(":stretch", stretch.key).bind(":rows", stretch.rows).run();
    while (query.next())
        ids.push_back(query.int64(0));
    m_rowsRead += static_cast<std::int64_t>(ids.size());
    return ids;
}

Result<> ListIndex::read(
    Tx& tx, const QString& columns, std::int64_t first, int count, const Actor& by, const Take& take)
{
    SANAD_TRY(by.may(m_sql.needs));
    const std::int64_t end = std::min(first + count, m_size);
    for (std::int64_t row = first; row < end;) {
        const std::size_t at = stretchOf(row);
        const std::int64_t begin = m_firstRows[at];
        const std::int64_t last = std::min(end, begin + m_stretches[at].rows);
        const auto& ids = anchors(tx, m_stretches[at]);
        if (!ids.empty()) {
            const auto idAt = [&ids](std::int64_t piece) {
                return ids[std::min(static_cast<std::size_t>(piece), ids.size() - 1)];
            };
            const std::int64_t piece = (row - begin) / kAnchorRows;
            const auto [low, high] = std::minmax({idAt(piece), idAt((last - 1 - begin) / kAnchorRows + 1)});
            std::int64_t place = begin + piece * kAnchorRows;
            auto query = tx.query(u"SELECT "_s + columns + m_rowsSql);
            m_sql.bind(query);
            query.bind(":stretch", m_stretches[at].key)
                .bind(":low", low)
                .bind(":high", high)
                .bind(":most", last - place)
                .run();
            for (; query.next(); ++place) {
                ++m_rowsRead;
                if (place >= row) take(place, query);
            }
        }
        row = last;
    }
    return {};
}

Result<std::optional<std::int64_t>> ListIndex::indexOf(Tx& tx, std::int64_t id, const Actor& by)
{
    SANAD_TRY(by.may(m_sql.needs));
    const std::optional<std::int64_t> none;
    std::int64_t key = 0;
    {
        auto query = tx.query(m_keySql);
        m_sql.bind(query);
        if (!query.bind(":id", id).run().next()) return none;
        ++m_rowsRead;
        key = query.int64(0);
    }
    const auto found = std::lower_bound(m_stretches.begin(), m_stretches.end(), key,
        [](const Stretch& stretch, std::int64_t wanted) { return stretch.key > wanted; });
    if (found == m_stretches.end() || found->key != key) return none;
    const auto& ids = anchors(tx, *found);
    if (ids.empty() || id > std::max(ids.front(), ids.back())) return none; // newer than what was counted
    const auto beyond = m_sql.oldestFirst ? std::upper_bound(ids.begin(), ids.end(), id)
                                          : std::upper_bound(ids.begin(), ids.end(), id, std::greater<>());
    if (beyond == ids.begin()) return none;
    // The last anchor is the last row, which starts a piece only by chance.
    const auto pieces = (found->rows + kAnchorRows - 1) / kAnchorRows;
    const auto piece = std::min<std::int64_t>(beyond - ids.begin() - 1, pieces - 1);
    const auto [low, high] = std::minmax({ids[static_cast<std::size_t>(piece)], id});
    auto query = tx.query(m_placeSql);
    m_sql.bind(query);
    query.bind(":stretch", key).bind(":low", low).bind(":high", high).run().next();
    ++m_rowsRead;
    return std::optional(m_firstRows[static_cast<std::size_t>(found - m_stretches.begin())] +
        piece * kAnchorRows + query.int64(0) - 1);
}

} // namespace sanad
