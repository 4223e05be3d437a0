#include "core/customers/customer_index.h"

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
    SELECT s.rowid, c.search_text FROM customer_search s JOIN customer c ON c.id = s.rowid
    WHERE s.customer_search MATCH :match ORDER BY s.rowid DESC LIMIT :limit)";
constexpr auto kOptimise = "INSERT INTO customer_search (customer_search) VALUES ('optimize')";

constexpr auto kConfigure = "INSERT INTO customer_search (customer_search, rank) VALUES (:setting, :value)";

constexpr auto kServerAdd =
    "INSERT INTO customer_word (customer_id, word) SELECT DISTINCT CAST(:id AS BIGINT), word "
    "FROM unnest(string_to_array(:words, ' ')) AS word WHERE word <> ''";
constexpr auto kServerRemove = "DELETE FROM customer_word WHERE customer_id = :id";

/// Words of a typed text beyond these only narrow a list that is short already.
constexpr qsizetype kMaxWords = 6;
/// On the server a prefix alone is looked for among this many words of the index, whichever they are.
constexpr int kServerCandidates = 400;
/// The longest prefix that the index keeps a list of (`prefix` in 0007_customers.sql). A longer one is looked
/// for among this many of the shorter one's, before all words that begin so are joined.
constexpr qsizetype kIndexedPrefix = 5;
constexpr int kVerified = 120;
/// Of a pair's list this many are looked at before it is made to meet a list of beginnings.
constexpr int kVerifiedPairs = 250;
/// Bytes that FTS5 gathers before it writes, and how many parts of one size it lets stand: its own figures,
/// and those of a bulk load.
constexpr std::int64_t kMemory = 1024 * 1024, kBulkMemory = 64 * kMemory, kAutomerge = 4;
/// Every pair token begins with these, so that the lists of prefixes hold a customer once and not once a
/// pair.
constexpr QStringView kPairMark = u"00000";

bool isLatin(const QString& key)
{
    return !key.isEmpty() && key.front().unicode() < 0x80;
}

/// A key as pairs take it: sounds for Latin words, without the article and a silent H; without the feminine
/// ending for Arabic ones.
QString pairKey(const QString& key)
{
    if (!isLatin(key)) return key.size() > 4 && key.endsWith(QChar(0x0647)) ? key.chopped(1) : key;
    QString bare = key;
    if (bare.size() > 5 && (bare.startsWith("AL"_L1) || bare.startsWith("IL"_L1))) bare.remove(0, 2);
    if (bare.size() > 3 && bare.endsWith("AH"_L1)) bare.chop(1);
    const QString sound = soundKey(bare);
    return sound.isEmpty() ? bare : sound;
}

/// One short token for two words in either order. Two pairs may share one; what is found is looked at again.
QString pairToken(const QString& one, const QString& other)
{
    QString first = pairKey(one), second = pairKey(other);
    if (second < first) std::swap(first, second);
    quint32 hash = 2'166'136'261u; // FNV-1a
    for (const QChar c : QString(first + u' ' + second))
        hash = (hash ^ c.unicode()) * 16'777'619u;
    QString token = kPairMark.toString();
    for (int i = 0; i < 7; ++i, hash >>= 4)
        token += QChar(static_cast<char16_t>(u'A' + (hash & 15)));
    return token;
}

void addPairs(const QString& name, QStringList& tokens)
{
    const auto words = searchWords(name).mid(0, kMaxWords);
    for (qsizetype i = 0; i < words.size(); ++i)
        for (qsizetype k = i + 1; k < words.size(); ++k)
            if (isLatin(words[i]) == isLatin(words[k])) tokens << pairToken(words[i], words[k]);
}

/// Terms that hold of whoever has all of `words`: pairs where two are of one script, else the word itself.
QStringList termsOf(const QStringList& words)
{
    QStringList terms;
    for (qsizetype i = 0; i < words.size(); ++i) {
        bool paired = false;
        for (qsizetype k = 0; k < words.size(); ++k) {
            if (k == i || isLatin(words[i]) != isLatin(words[k]) || words[i] == words[k]) continue;
            paired = true;
            if (k > i) terms << pairToken(words[i], words[k]);
        }
        const QString sound = isLatin(words[i]) ? soundKey(words[i]) : QString();
        if (!paired) terms << (sound.isEmpty() ? words[i] : sound);
    }
    terms.removeDuplicates();
    return terms;
}

QString quoted(const QString& word)
{
    return u'"' + word + u'"';
}

/// عبد and AbdulX begin too many names: what comes behind them is indexed by itself and looked for instead.
QString afterServant(const QString& word)
{
    const bool servant = word.startsWith(u"عبدال"_s) || word.startsWith("ABDUL"_L1);
    return servant && word.size() > kIndexedPrefix ? word.mid(kIndexedPrefix) : word;
}

std::string numbered(const char* name, qsizetype i)
{
    return name + std::to_string(i);
}

/// Tells how well an entry of the index answers what was typed. The texts to look for are made once.
class Verifier {
public:
    explicit Verifier(const TypedWords& typed)
        : m_mayBeParticle(typed.lastMayBeParticle)
    {
        for (const auto& word : typed.finished)
            m_finished.push_back({whole(word), alikeOf(word)});
        if (typed.last.isEmpty()) return;
        m_last = whole(typed.last);
        for (const auto& key : QStringList{typed.last} + typed.lastAlternatives) {
            m_beginnings << u' ' + key;
            if (const QString sound = soundKey(key); !sound.isEmpty()) m_soundBeginnings << u' ' + sound;
        }
    }

    /// 0 exactly, 1 by beginnings, 2 by sound or ending, nothing not at all.
    std::optional<int> rank(const QString& text) const
    {
        const QString entry = whole(text);
        const auto isIn = [&](const QString& wanted) { return entry.contains(wanted); };
        const auto anyIn = [&](const QStringList& wanted) {
            return std::any_of(wanted.begin(), wanted.end(), isIn);
        };
        int rank = 0;
        for (const auto& word : m_finished) {
            if (isIn(word.exact)) continue;
            if (!anyIn(word.alike)) return std::nullopt;
            rank = 2;
        }
        if (m_last.isEmpty() || isIn(m_last)) return rank;
        if (anyIn(m_beginnings)) return std::max(rank, 1);
        return m_mayBeParticle || anyIn(m_soundBeginnings) ? std::optional(2) : std::nullopt;
    }

private:
    struct Finished {
        QString exact;
        QStringList alike;
    };

    static QString whole(const QString& words) { return u' ' + words + u' '; }
    static QStringList alikeOf(const QString& word)
    {
        const QString key = pairKey(word);
        if (isLatin(word)) return {whole(key), whole(soundKey(word))};
        return {whole(key), whole(key + QChar(0x0647))};
    }

    std::vector<Finished> m_finished;
    QString m_last;
    QStringList m_beginnings, m_soundBeginnings;
    bool m_mayBeParticle;
};

} // namespace

struct CustomerIndex::Pattern {
    QStringList words;
    QStringList prefixes;

    /// `shortened`: with prefixes that the index has lists of, which hold all that these do and more.
    QString expression(bool shortened) const
    {
        QStringList terms, starts;
        for (const auto& word : words)
            terms << quoted(word);
        for (const auto& word : prefixes)
            starts << quoted(shortened ? afterServant(word).left(kIndexedPrefix) : word) + u'*';
        if (!starts.isEmpty()) terms << u'(' + starts.join(u" OR "_s) + u')';
        return terms.join(u" AND "_s);
    }
    /// What follows عبد or Abdul is looked for by itself, which is as good as a longer prefix.
    bool isLonger(qsizetype length) const
    {
        return std::any_of(prefixes.begin(), prefixes.end(),
            [=](const auto& word) { return word.size() > length && afterServant(word) == word; });
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

QString CustomerIndex::textOf(const QString& nameAr, const QString& nameEn)
{
    auto tokens = indexWords(QString(nameAr + u' ' + nameEn));
    addPairs(nameAr, tokens);
    addPairs(nameEn, tokens);
    tokens.removeDuplicates();
    return tokens.join(u' ');
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
    auto typed = typedWords(text);
    typed.finished = typed.finished.mid(0, kMaxWords);
    if (typed.finished.isEmpty())
        findWord(typed, hits);
    else if (typed.finished.size() == 1 && typed.last.isEmpty())
        findWord({{}, typed.finished.front(), {}, false}, hits);
    else
        findName(typed, hits);
    return std::move(hits.ids);
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
    for (const auto& word : QStringList{typed.last} + typed.lastAlternatives) {
        beginnings.prefixes << word;
        sound.prefixes << soundKey(word);
    }
    if (typed.last.size() > 1) collect({{typed.last}, {}}, hits);
    if (!hits.full()) {
        if (typed.last.size() > kIndexedPrefix)
            collectVerified(beginnings, typed, hits);
        else
            collect(beginnings, hits);
    }
    // One consonant sounds like too much to help.
    if (sound.prefixes.front().size() > 1 && !sound.prefixes.contains(QString())) collect(sound, hits);
}

/// Several words: pairs lead to few, which are looked at one by one; the sound of a Latin word stands for its
/// spelling.
void CustomerIndex::findName(const TypedWords& typed, Hits& hits)
{
    const QStringList finished = termsOf(typed.finished);
    Pattern plain{typed.finished, {}};
    if (typed.last.isEmpty() || typed.lastMayBeParticle) {
        collectVerified({finished, {}}, typed, hits);
    } else {
        if (typed.last.size() > 1)
            collectVerified({termsOf(typed.finished + QStringList{typed.last}), {}}, typed, hits);
        // A pair is often so rare that all who have it can be looked at.
        const bool look = !m_tx.onServer() && !hits.full() && typed.finished.size() > 1;
        const bool seenAll = look && collectVerified({finished, {}}, typed, hits);
        Pattern growing{finished, {}};
        plain.prefixes = QStringList{typed.last} + typed.lastAlternatives;
        for (const auto& word : plain.prefixes) {
            const QString sound =
                isLatin(word) ? soundKey(m_tx.onServer() ? word : afterServant(word)) : QString();
            growing.prefixes << (sound.isEmpty() ? word : sound);
        }
        if (!seenAll && !hits.full()) collectVerified(growing, typed, hits);
    }
    // Written together or apart otherwise than here, as Abdul Rahim: word by word.
    if (hits.ids.empty()) collect(plain, hits);
}

void CustomerIndex::collect(const Pattern& pattern, Hits& hits)
{
    if (hits.full()) return;
    if (m_tx.onServer()) return collectOnServer(pattern, hits);
    auto query = m_tx.query(kMatch);
    query.bind(":match", pattern.expression(false)).bind(":limit", hits.limit).run();
    while (query.next())
        hits.add(query.id<CustomerId>(0));
}

bool CustomerIndex::collectVerified(const Pattern& pattern, const TypedWords& typed, Hits& hits)
{
    if (m_tx.onServer()) {
        collectOnServer(pattern, hits);
        return false;
    }
    const int most = pattern.prefixes.isEmpty() ? kVerifiedPairs : kVerified;
    std::array<std::vector<CustomerId>, 3> ranked;
    int seen = 0;
    {
        auto query = m_tx.query(kMatchWithWords);
        query.bind(":match", pattern.expression(true)).bind(":limit", most).run();
        const auto enough = static_cast<std::size_t>(hits.limit);
        const Verifier verifier(typed);
        while (
            ranked[0].size() < enough && ranked[0].size() + ranked[1].size() < 2 * enough && query.next()) {
            ++seen;
            if (const auto rank = verifier.rank(query.text(1)))
                ranked[static_cast<std::size_t>(*rank)].push_back(query.id<CustomerId>(0));
        }
    }
    for (const auto& ids : ranked)
        for (const auto id : ids)
            hits.add(id);
    // Few of a shorter prefix's go on as typed: then few words do, and their lists are short.
    if (seen == most && pattern.isLonger(kIndexedPrefix)) collect(pattern, hits);
    return seen < most;
}

void CustomerIndex::collectOnServer(const Pattern& pattern, Hits& hits)
{
    if (hits.full()) return;
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
    query.bind(":limit", hits.limit).run();
    while (query.next())
        hits.add(query.id<CustomerId>(0));
}

} // namespace sanad
