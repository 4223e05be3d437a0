#include "core/customers/customer_index.h"

#include "core/customers/name_spellings.h"
#include "core/customers/search_terms.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kAdd = "INSERT INTO customer_search (rowid, words) VALUES (:id, :words)";
constexpr auto kRemove =
    "INSERT INTO customer_search (customer_search, rowid, words) VALUES ('delete', :id, :words)";
constexpr auto kMatch =
    "SELECT rowid FROM customer_search WHERE customer_search MATCH :match ORDER BY rowid DESC LIMIT :limit";
constexpr auto kMatchWithWords = R"(
    SELECT s.rowid, CAST(c.search_text AS BLOB) FROM customer_search s JOIN customer c ON c.id = s.rowid
    WHERE s.customer_search MATCH :match ORDER BY s.rowid DESC LIMIT :limit)";
constexpr auto kOptimise = "INSERT INTO customer_search (customer_search) VALUES ('optimize')";

constexpr auto kConfigure = "INSERT INTO customer_search (customer_search, rank) VALUES (:setting, :value)";

constexpr auto kServerAdd =
    "INSERT INTO customer_word (customer_id, word) SELECT DISTINCT CAST(:id AS BIGINT), word "
    "FROM unnest(string_to_array(:words, ' ')) AS word WHERE word <> ''";
constexpr auto kServerRemove = "DELETE FROM customer_word WHERE customer_id = :id";

/// Words of a typed text beyond these only narrow a list that is short already.
constexpr qsizetype kMaxWords = 6;
/// On the server a prefix alone is looked for among this many words of the index, whichever they are, or so
/// many for each customer wanted.
constexpr int kServerCandidates = 400, kServerCandidatesEach = 10;
/// So many of a list are looked at one by one before it is made to meet another.
constexpr int kVerified = 140;
/// Bytes that FTS5 gathers before it writes, and how many parts of one size it lets stand: its own figures,
/// and those of a bulk load.
constexpr std::int64_t kMemory = 1024 * 1024, kBulkMemory = 64 * kMemory, kAutomerge = 4;

QString quoted(const QString& word)
{
    return u'"' + word + u'"';
}

std::string numbered(const char* name, qsizetype i)
{
    return name + std::to_string(i);
}

} // namespace

struct CustomerIndex::Pattern {
    std::vector<QStringList> words;
    QStringList prefixes;

    /// `shortened`: with prefixes that the index has lists of, which hold all that these do and more.
    QString expression(bool shortened) const
    {
        QStringList terms;
        for (const auto& either : words)
            terms << anyOf(either, {});
        if (!prefixes.isEmpty()) {
            QStringList starts;
            for (const auto& word : prefixes)
                starts << (shortened ? listedPrefixes(word) : QStringList{word});
            terms << anyOf(starts, u"*"_s);
        }
        return terms.join(u" AND "_s);
    }
    /// The index has no list of one of its prefixes, nor of what ends it.
    bool isUnlisted() const
    {
        return std::any_of(prefixes.begin(), prefixes.end(),
            [](const auto& word) { return word.size() > kIndexedPrefix && servantTerm(word).isEmpty(); });
    }

private:
    static QString anyOf(const QStringList& words, const QString& ending)
    {
        QStringList terms;
        for (const auto& word : words)
            terms << quoted(word) + ending;
        return terms.size() == 1 ? terms.front() : u'(' + terms.join(u" OR "_s) + u')';
    }
};

struct CustomerIndex::Hits {
    std::vector<CustomerId> ids;
    int limit = 0;

    bool full() const { return static_cast<int>(ids.size()) >= limit; }
    void add(CustomerId id)
    {
        if (!full() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
};

/// What was found and looked at: exact ones, beginnings, sounds.
struct CustomerIndex::Ranked {
    explicit Ranked(int wanted)
        : limit(wanted)
    {
    }
    std::array<std::vector<CustomerId>, 3> ids; ///< Newest first.
    int limit;
    std::vector<std::size_t> enough{1, 2, 3}; ///< Of each rank and those before it, so many times the limit.

    /// Of a rank and those before it.
    std::size_t upTo(std::size_t rank) const
    {
        std::size_t found = 0;
        for (std::size_t i = 0; i <= rank; ++i)
            found += ids[i].size();
        return found;
    }
    bool full(std::size_t rank) const { return upTo(rank) >= static_cast<std::size_t>(limit); }
    /// Further ones would hardly come before these.
    bool suffices() const
    {
        for (std::size_t rank = 0; rank < enough.size(); ++rank)
            if (upTo(rank) >= enough[rank] * static_cast<std::size_t>(limit)) return true;
        return false;
    }
    void join(const Ranked& others)
    {
        for (std::size_t rank = 0; rank < ids.size(); ++rank) {
            auto& own = ids[rank];
            own.insert(own.end(), others.ids[rank].begin(), others.ids[rank].end());
            std::sort(own.begin(), own.end(), [](auto a, auto b) { return a.raw() > b.raw(); });
            own.erase(std::unique(own.begin(), own.end()), own.end());
        }
    }
    void addTo(Hits& hits) const
    {
        for (const auto& rank : ids)
            for (const auto id : rank)
                hits.add(id);
    }
};

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

void CustomerIndex::setBulk(bool on)
{
    if (m_tx.onServer()) return;
    const auto set = [this](const QString& setting, std::int64_t value) {
        m_tx.query(kConfigure).bind(":setting", setting).bind(":value", value).run();
    };
    set(u"hashsize"_s, on ? kBulkMemory : kMemory);
    set(u"automerge"_s, on ? 0 : kAutomerge);
}

void CustomerIndex::optimise()
{
    if (!m_tx.onServer()) m_tx.query(kOptimise).run();
}

std::vector<CustomerId> CustomerIndex::find(const QString& text, int limit)
{
    Hits hits{{}, limit};
    const QString whole = writtenOut(text);
    findTyped(typedWords(whole), hits);
    if (whole != text && !hits.full()) findTyped(typedWords(text), hits);
    return std::move(hits.ids);
}

void CustomerIndex::findTyped(TypedWords typed, Hits& hits)
{
    typed.finished = typed.finished.mid(0, kMaxWords);
    if (typed.finished.isEmpty())
        findWord(typed, hits);
    else if (typed.finished.size() == 1 && typed.last.isEmpty())
        findWord({{}, typed.finished.front(), {}, false}, hits);
    else
        findName(typed, hits);
}

std::vector<CustomerId> CustomerIndex::withAllWords(const QStringList& words, int limit)
{
    Hits hits{{}, limit};
    if (!words.isEmpty())
        collectVerified({termsOf(words.mid(0, kMaxWords)), {}}, {words, {}, {}, false}, hits);
    return std::move(hits.ids);
}

/// A single word: exact, then as a beginning, then by sound.
void CustomerIndex::findWord(const TypedWords& typed, Hits& hits)
{
    if (typed.last.isEmpty()) return;
    Pattern beginnings, sound;
    QStringList servants;
    for (const auto& word : QStringList{typed.last} + typed.lastAlternatives) {
        beginnings.prefixes << word;
        if (const QString term = servantTerm(word); !term.isEmpty() && !servants.contains(term))
            servants << term;
        // One consonant sounds like too much to help.
        if (const QString key = soundKey(word); key.size() > 1) sound.prefixes << key;
    }
    if (typed.last.size() > 1) collect({{{typed.last}}, {}}, hits);
    if (!servants.isEmpty()) {
        beginnings.words = {servants};
        // The term says as much as one letter.
        if (typed.last.size() == kIndexedPrefix + 1) beginnings.prefixes.clear();
    }
    if (!hits.full()) {
        if (typed.last.size() > kIndexedPrefix)
            collectVerified(beginnings, typed, hits);
        else
            collect(beginnings, hits);
    }
    if (!sound.prefixes.isEmpty()) collect(sound, hits);
}

/// Several words: pairs, and words with the opening of the growing one, lead to few, which are looked at one
/// by one; the sound of a Latin word stands for its spelling. FTS5 moves every list along with every other,
/// so a question names as few as it can: three finished words need no opening, and the long list of a
/// beginning joins in only when too many were looked at.
void CustomerIndex::findName(const TypedWords& typed, Hits& hits)
{
    if (typed.last.isEmpty() || typed.lastMayBeParticle) {
        collectVerified({termsOf(typed.finished), {}}, typed, hits);
        return;
    }
    const auto openings = openingTerms(typed);
    Pattern finished{openings.empty() ? termsOf(typed.finished) : termsBesideOpening(typed), {}};
    const QString lone = openings.empty() ? QString() : loneTerm(typed);
    Pattern growing = finished;
    if (!lone.isEmpty()) growing.words.push_back({lone});
    if (!openings.empty()) growing.words.push_back(openings.back());

    const bool mayBeWhole = typed.last.size() > 1;
    Ranked none(hits.limit);
    // Sounds are many here; exact ones are looked for by themselves.
    none.enough = {1, mayBeWhole ? 1u : 2u};
    Ranked ranked = none;
    bool all = false;
    if (openings.empty() || finished.words.size() > 1) all = lookAt(finished, typed, ranked);
    if (!openings.empty() && !all && !ranked.suffices()) {
        // As it stands, the last word may be a whole one that is spelled with another opening.
        Pattern either = growing;
        if (mayBeWhole && lone.isEmpty()) either.words.back() << wholeTerm(typed);
        all = lookAt(either, typed, ranked = none);
    }
    if (mayBeWhole && (!all || !lone.isEmpty()) && !ranked.full(0)) {
        if (openings.empty())
            finished.words = termsOf(typed.finished + QStringList{typed.last});
        else
            finished.words.push_back({wholeTerm(typed)});
        if (ranked.full(2)) finished.words.push_back({typed.last}); // what sounds alike comes behind
        Ranked whole(hits.limit);
        lookAt(finished, typed, whole);
        ranked.join(whole);
    }
    if (all || ranked.full(2))
        ranked.addTo(hits);
    else
        findBeginnings(std::move(growing), typed, ranked, hits);
}

/// `growing` leads to too many: its lists are made to meet that of the beginning.
void CustomerIndex::findBeginnings(Pattern growing, const TypedWords& typed, Ranked& ranked, Hits& hits)
{
    for (const auto& word : QStringList{typed.last} + typed.lastAlternatives)
        growing.prefixes << beginningKey(word);
    growing.prefixes.removeDuplicates();
    Ranked beginnings(hits.limit);
    const bool all = lookAt(growing, typed, beginnings);
    ranked.join(beginnings);
    ranked.addTo(hits);
    if (!all && growing.isUnlisted()) collect(growing, hits);
}

void CustomerIndex::collect(const Pattern& pattern, Hits& hits)
{
    if (hits.full()) return;
    auto query = match(pattern, false, hits.limit);
    while (query.next())
        hits.add(query.id<CustomerId>(0));
}

bool CustomerIndex::lookAt(const Pattern& pattern, const TypedWords& typed, Ranked& ranked)
{
    const int most = std::max(kVerified, 2 * ranked.limit);
    const Verifier verifier(typed);
    auto query = match(pattern, true, most);
    int seen = 0;
    while (!ranked.suffices() && query.next()) {
        ++seen;
        if (const auto rank = verifier.rank(query.bytes(1)))
            ranked.ids[static_cast<std::size_t>(*rank)].push_back(query.id<CustomerId>(0));
    }
    return seen < most && !ranked.suffices();
}

void CustomerIndex::collectVerified(const Pattern& pattern, const TypedWords& typed, Hits& hits)
{
    if (hits.full()) return;
    Ranked ranked(hits.limit);
    const bool all = lookAt(pattern, typed, ranked);
    ranked.addTo(hits);
    // Few of a shorter prefix's go on as typed: then few words do, and their lists are short.
    if (!all && pattern.isUnlisted()) collect(pattern, hits);
}

Query CustomerIndex::match(const Pattern& pattern, bool shortened, int limit)
{
    if (m_tx.onServer()) return matchOnServer(pattern, limit);
    auto query = m_tx.query(shortened ? kMatchWithWords : kMatch);
    query.bind(":match", pattern.expression(shortened)).bind(":limit", limit).run();
    return query;
}

Query CustomerIndex::matchOnServer(const Pattern& pattern, int limit)
{
    // The first word (or the prefix, when it is alone) leads; the others are looked up by customer.
    QStringList conditions, names, words;
    const auto prefixCondition = [&](QStringView alias) {
        QStringList ranges;
        for (qsizetype i = 0; i < pattern.prefixes.size(); ++i)
            ranges << u"(%1.word ~>=~ :from%2 AND %1.word ~<~ :to%2)"_s.arg(alias).arg(i);
        return u'(' + ranges.join(u" OR "_s) + u')';
    };
    for (const auto& either : pattern.words) {
        QStringList group;
        for (const auto& word : either) {
            group << u":word%1"_s.arg(words.size());
            words << word;
        }
        names << group.join(u", "_s);
    }
    for (qsizetype i = 1; i < names.size(); ++i)
        conditions
            << u"EXISTS (SELECT 1 FROM customer_word o WHERE o.customer_id = w.customer_id AND o.word IN (%1))"_s
                   .arg(names[i]);
    QString found;
    if (words.isEmpty()) {
        found =
            u"SELECT DISTINCT customer_id FROM (SELECT w.customer_id FROM customer_word w WHERE %1 LIMIT %2) AS few"_s
                .arg(prefixCondition(u"w"))
                .arg(std::max(kServerCandidates, kServerCandidatesEach * limit));
    } else {
        if (!pattern.prefixes.isEmpty())
            conditions
                << u"EXISTS (SELECT 1 FROM customer_word p WHERE p.customer_id = w.customer_id AND %1)"_s.arg(
                       prefixCondition(u"p"));
        conditions.prepend(u"w.word IN (%1)"_s.arg(names.front()));
        // Who has two words of one group counts once.
        const QString rows =
            pattern.words.front().size() > 1 ? u"DISTINCT w.customer_id"_s : u"w.customer_id"_s;
        found = u"SELECT %1 FROM customer_word w WHERE "_s.arg(rows) + conditions.join(u" AND "_s);
    }
    auto query = m_tx.query(
        u"SELECT f.customer_id, c.search_text FROM (%1 ORDER BY customer_id DESC LIMIT :limit) AS f "
        "JOIN customer c ON c.id = f.customer_id ORDER BY f.customer_id DESC"_s.arg(found));
    for (qsizetype i = 0; i < words.size(); ++i)
        query.bind(numbered("word", i), words[i]);
    for (qsizetype i = 0; i < pattern.prefixes.size(); ++i) {
        query.bind(numbered("from", i), pattern.prefixes[i]);
        query.bind(numbered("to", i), QString(pattern.prefixes[i] + QChar(0xFFFD)));
    }
    query.bind(":limit", limit).run();
    return query;
}

} // namespace sanad
