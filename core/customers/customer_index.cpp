#include "core/customers/customer_index.h"

#include "core/base/search_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kAdd = "INSERT INTO customer_search (rowid, words) VALUES (:id, :words)";
constexpr auto kRemove =
    "INSERT INTO customer_search (customer_search, rowid, words) VALUES ('delete', :id, :words)";
constexpr auto kMatch =
    "SELECT rowid FROM customer_search WHERE customer_search MATCH :match ORDER BY rowid DESC LIMIT :limit";
constexpr auto kOptimise = "INSERT INTO customer_search (customer_search) VALUES ('optimize')";

constexpr auto kServerAdd =
    "INSERT INTO customer_word (customer_id, word) SELECT DISTINCT CAST(:id AS BIGINT), word "
    "FROM unnest(string_to_array(:words, ' ')) AS word WHERE word <> ''";
constexpr auto kServerRemove = "DELETE FROM customer_word WHERE customer_id = :id";

/// A typed text has at most this many words that matter; more only narrow a list that is short already.
constexpr int kMaxWords = 6;
/// On the server a prefix alone is looked for among this many words of the index, whichever they are.
constexpr int kServerCandidates = 400;

std::string numbered(const char* name, qsizetype i)
{
    return name + std::to_string(i);
}

QString quoted(const QString& word)
{
    return u'"' + word + u'"';
}

} // namespace

struct CustomerIndex::Pattern {
    QStringList words;
    QStringList prefixes;
};

QString CustomerIndex::textOf(const QString& nameAr, const QString& nameEn)
{
    return indexWords(QString(nameAr + u' ' + nameEn)).join(u' ');
}

void CustomerIndex::add(CustomerId id, const QString& text)
{
    m_tx.query(m_tx.onServer() ? kServerAdd : kAdd).bind(":id", id).bind(":words", text).run();
}

void CustomerIndex::remove(CustomerId id, const QString& text)
{
    if (m_tx.onServer())
        m_tx.query(kServerRemove).bind(":id", id).run();
    else
        m_tx.query(kRemove).bind(":id", id).bind(":words", text).run();
}

void CustomerIndex::optimise()
{
    if (!m_tx.onServer()) m_tx.query(kOptimise).run();
}

std::vector<CustomerId> CustomerIndex::find(const QString& text, int limit)
{
    std::vector<CustomerId> found;
    const auto typed = typedWords(text);
    const auto finished = typed.finished.mid(0, kMaxWords);
    if (typed.isEmpty()) return found;
    if (typed.last.isEmpty()) {
        collect({finished, {}}, limit, found);
    } else {
        if (typed.last.size() > 1) collect({finished + QStringList{typed.last}, {}}, limit, found);
        collect({finished, QStringList{typed.last} + typed.lastAlternatives}, limit, found);
        if (typed.lastMayBeParticle && !finished.isEmpty()) collect({finished, {}}, limit, found);
    }

    Pattern sound;
    for (const auto& word : finished)
        sound.words << soundKey(word);
    if (!typed.last.isEmpty()) {
        for (const auto& word : QStringList{typed.last} + typed.lastAlternatives)
            sound.prefixes << soundKey(word);
        // One consonant sounds like too much to help.
        if (sound.words.isEmpty() && sound.prefixes.front().size() < 2) return found;
    }
    if (!sound.words.contains(QString()) && !sound.prefixes.contains(QString())) collect(sound, limit, found);
    return found;
}

std::vector<CustomerId> CustomerIndex::withAllWords(const QStringList& words, int limit)
{
    std::vector<CustomerId> found;
    if (!words.isEmpty()) collect({words.mid(0, kMaxWords), {}}, limit, found);
    return found;
}

void CustomerIndex::collect(const Pattern& pattern, int limit, std::vector<CustomerId>& found)
{
    if (static_cast<int>(found.size()) >= limit) return;
    std::vector<CustomerId> more;
    if (m_tx.onServer())
        collectOnServer(pattern, limit, more);
    else
        collectOnSqlite(pattern, limit, more);
    for (const auto id : more)
        if (static_cast<int>(found.size()) < limit &&
            std::find(found.begin(), found.end(), id) == found.end())
            found.push_back(id);
}

void CustomerIndex::collectOnSqlite(const Pattern& pattern, int limit, std::vector<CustomerId>& found)
{
    QStringList terms, prefixes;
    for (const auto& word : pattern.words)
        terms << quoted(word);
    for (const auto& word : pattern.prefixes)
        prefixes << quoted(word) + u'*';
    if (!prefixes.isEmpty()) terms << u'(' + prefixes.join(u" OR "_s) + u')';
    auto query = m_tx.query(kMatch);
    query.bind(":match", terms.join(u" AND "_s)).bind(":limit", limit).run();
    while (query.next())
        found.push_back(query.id<CustomerId>(0));
}

void CustomerIndex::collectOnServer(const Pattern& pattern, int limit, std::vector<CustomerId>& found)
{
    // The first word (or the prefix, when it is alone) leads; the others are looked up by customer.
    QString sql;
    QStringList conditions;
    const auto prefixCondition = [&](QStringView alias) {
        QStringList ranges;
        for (qsizetype i = 0; i < pattern.prefixes.size(); ++i)
            ranges << u"(%1.word ~>=~ :from%2 AND %1.word ~<~ :to%2)"_s.arg(alias).arg(i);
        return u'(' + ranges.join(u" OR "_s) + u')';
    };
    for (qsizetype i = 1; i < pattern.words.size(); ++i)
        conditions
            << u"EXISTS (SELECT 1 FROM customer_word o WHERE o.customer_id = w.customer_id AND o.word = :word%1)"_s
                   .arg(i);
    if (pattern.words.isEmpty()) {
        sql = u"SELECT DISTINCT customer_id FROM (SELECT w.customer_id FROM customer_word w WHERE %1 LIMIT "
              u"%2) c "
              "ORDER BY customer_id DESC LIMIT :limit"_s.arg(prefixCondition(u"w"))
                  .arg(kServerCandidates);
    } else {
        if (!pattern.prefixes.isEmpty())
            conditions
                << u"EXISTS (SELECT 1 FROM customer_word p WHERE p.customer_id = w.customer_id AND %1)"_s.arg(
                       prefixCondition(u"p"));
        conditions.prepend(u"w.word = :word0"_s);
        sql = u"SELECT w.customer_id FROM customer_word w WHERE %1 ORDER BY w.customer_id DESC LIMIT :limit"_s
                  .arg(conditions.join(u" AND "_s));
    }
    auto query = m_tx.query(sql);
    for (qsizetype i = 0; i < pattern.words.size(); ++i)
        query.bind(numbered("word", i), pattern.words[i]);
    for (qsizetype i = 0; i < pattern.prefixes.size(); ++i) {
        query.bind(numbered("from", i), pattern.prefixes[i]);
        query.bind(numbered("to", i), QString(pattern.prefixes[i] + QChar(0xFFFD)));
    }
    query.bind(":limit", limit).run();
    while (query.next())
        found.push_back(query.id<CustomerId>(0));
}

} // namespace sanad
