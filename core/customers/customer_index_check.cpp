#include "core/customers/customer_index_check.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kCustomers = "SELECT id, CAST(search_text AS BLOB) FROM customer WHERE search_text <> ''";
/// Lets the terms of the index be read; it holds nothing, and belongs to this connection alone.
constexpr auto kTermTable = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.customer_search_terms USING "
                            "fts5vocab(main, customer_search, row)";
constexpr auto kTerms = "SELECT CAST(term AS BLOB) FROM temp.customer_search_terms";
constexpr auto kMatch = "SELECT rowid FROM customer_search WHERE customer_search MATCH :match";
constexpr auto kServerChanged = R"(
    WITH wanted AS (SELECT DISTINCT c.id, w.word FROM customer c, unnest(string_to_array(c.search_text, ' ')) AS w (word)
            WHERE w.word <> ''),
        missing AS (SELECT id, word FROM wanted EXCEPT SELECT customer_id, word FROM customer_word),
        surplus AS (SELECT customer_id, word FROM customer_word EXCEPT SELECT id, word FROM wanted)
    SELECT DISTINCT id FROM (SELECT id FROM missing UNION ALL SELECT customer_id FROM surplus) AS changed ORDER BY id)";

/// Letters of the beginnings that the index keeps lists of: migration 0007.
constexpr std::size_t kListedPrefixes = 5;

QString rowOf(std::int64_t id)
{
    return u"customer_search "_s + QString::number(id);
}

/// The first `letters` of UTF-8; empty when there are fewer.
std::string_view beginning(std::string_view term, std::size_t letters)
{
    for (std::size_t i = 0; i < term.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(term[i]) & 0xC0) != 0x80;
        if (starts && letters-- == 0) return term.substr(0, i);
    }
    return letters == 0 ? term : std::string_view();
}

class IndexWalk {
public:
    explicit IndexWalk(Tx& tx)
        : m_tx(tx)
    {
    }

    QStringList changed()
    {
        readCustomers();
        m_tx.execute(QString::fromLatin1(kTermTable));
        auto terms = m_tx.query(kTerms);
        terms.run();
        while (terms.next())
            lookUp(terms.bytes(0).toStdString());
        for (auto& level : m_levels)
            finish(level);
        for (const auto& [id, customer] : m_customers)
            if (customer.owed != 0) m_changed << rowOf(id);
        std::sort(m_changed.begin(), m_changed.end());
        m_changed.removeDuplicates();
        return m_changed;
    }

private:
    /// What the index still owes a customer: the sum of their words' hashes less those that it led by.
    struct Customer {
        std::size_t owed = 0;
        std::array<std::uint32_t, kListedPrefixes> seen{}; ///< Number of the beginning that led here last.
    };
    /// Terms that begin alike, one after another, and how many customers they lead to.
    struct Level {
        std::size_t place = 0;
        std::string prefix;
        std::uint32_t number = 0;
        std::int64_t customers = 0;
    };

    void readCustomers()
    {
        for (std::size_t i = 0; i < m_levels.size(); ++i)
            m_levels[i].place = i;
        auto query = m_tx.query(kCustomers);
        query.run();
        while (query.next()) {
            // The tokenizer makes these letters small.
            const auto words = query.bytes(1).toLower().split(' ');
            m_customers[query.int64(0)].owed = sumOf(words);
        }
    }

    static std::size_t sumOf(QList<QByteArray> words)
    {
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        std::size_t sum = 0;
        for (const QByteArray& word : words)
            if (!word.isEmpty()) sum += hashOf({word.constData(), static_cast<std::size_t>(word.size())});
        return sum;
    }

    static std::size_t hashOf(std::string_view word) { return std::hash<std::string_view>()(word); }

    /// Calls `found(id, customer)` for each whom the index leads to; customer is nullptr where none is known.
    template <class Found> void match(std::string_view term, const QString& ending, Found&& found)
    {
        QString quoted = QString::fromUtf8(term.data(), static_cast<qsizetype>(term.size()));
        quoted.replace(u'"', u"\"\""_s);
        auto query = m_tx.query(kMatch);
        query.bind(":match", QString(u'"' + quoted + u'"' + ending)).run();
        while (query.next()) {
            const auto id = query.int64(0);
            const auto customer = m_customers.find(id);
            if (customer == m_customers.end())
                m_changed << rowOf(id);
            else
                found(id, customer->second);
        }
    }

    void lookUp(const std::string& term)
    {
        for (auto& level : m_levels) {
            const auto prefix = beginning(term, level.place + 1);
            if (prefix == level.prefix) continue;
            finish(level);
            level.prefix = prefix;
            ++level.number;
            level.customers = 0;
        }
        match(term, {}, [&](std::int64_t, Customer& customer) {
            customer.owed -= hashOf(term);
            for (auto& level : m_levels) {
                if (level.prefix.empty() || customer.seen[level.place] == level.number) continue;
                customer.seen[level.place] = level.number;
                ++level.customers;
            }
        });
    }

    /// The list of a beginning holds whom its words led to, and nobody else.
    void finish(Level& level)
    {
        if (level.prefix.empty()) return;
        match(level.prefix, u"*"_s, [&](std::int64_t id, const Customer& customer) {
            if (customer.seen[level.place] == level.number)
                --level.customers;
            else
                m_changed << rowOf(id);
        });
        if (level.customers != 0) m_changed << u"customer_search"_s;
    }

    Tx& m_tx;
    std::unordered_map<std::int64_t, Customer> m_customers;
    std::array<Level, kListedPrefixes> m_levels;
    QStringList m_changed;
};

QStringList changedServerRows(Tx& tx)
{
    QStringList changed;
    auto query = tx.query(kServerChanged);
    query.run();
    while (query.next())
        changed << rowOf(query.int64(0));
    return changed;
}

} // namespace

QStringList changedIndexRows(Tx& tx)
{
    if (tx.onServer()) return changedServerRows(tx);
    try {
        return IndexWalk(tx).changed();
    } catch (const DbError& failure) {
        if (failure.error().key != u"storage.damaged"_s && failure.error().key != u"storage.failed"_s) throw;
        return {u"customer_search"_s};
    }
}

} // namespace sanad
