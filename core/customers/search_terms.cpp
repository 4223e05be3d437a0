#include "core/customers/search_terms.h"

#include "core/customers/name_spellings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Further words of a name make no pairs.
constexpr std::size_t kPairedWords = 12;
/// Every pair token begins with these, so that the lists of prefixes hold a customer once and not once a
/// pair.
constexpr QStringView kPairMark = u"00000";
constexpr qsizetype kServantLetters = 5;

bool isLatin(const QString& key)
{
    return !key.isEmpty() && key.front().unicode() < 0x80;
}

/// Sounds are written in a range of letters of their own.
bool isSound(const QString& form)
{
    return form.front().unicode() >= 0x0100 && form.front().unicode() < 0x0600;
}

QString soundOrSelf(const QString& word)
{
    const QString sound = isLatin(word) ? soundKey(word) : QString();
    return sound.isEmpty() ? word : sound;
}

/// عبد with its article, or Abdul, and something behind it.
bool isServant(const QString& word)
{
    return word.size() > kServantLetters && (word.startsWith(u"عبدال"_s) || word.startsWith("ABDUL"_L1));
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

QString hashToken(const QString& text)
{
    quint32 hash = 2'166'136'261u; // FNV-1a
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16'777'619u;
    QString token = kPairMark.toString();
    for (int i = 0; i < 7; ++i, hash >>= 4)
        token += QChar(static_cast<char16_t>(u'A' + (hash & 15)));
    return token;
}

/// One short token for two words in either order. Two pairs may share one; what is found is looked at again.
QString pairToken(const QString& one, const QString& other)
{
    QString first = pairKey(one), second = pairKey(other);
    if (second < first) std::swap(first, second);
    return hashToken(first + u' ' + second);
}

/// The same for a word and the first letter of another.
QString letterToken(const QString& word, QChar letter)
{
    return hashToken(pairKey(word) + u'*' + letter);
}

/// A word as it may be typed, and all that its neighbours see of it.
struct Reading {
    QString key, pairKey, letters;
};

/// The words of a name, and besides them what some are written apart or together as: Abdulrahim is Abdul and
/// Rahim too.
std::vector<Reading> readingsOf(const QString& name)
{
    std::vector<Reading> readings;
    const auto add = [&readings](const QString& key) -> Reading& {
        const QString pair = pairKey(key);
        const auto known = std::find_if(readings.begin(), readings.end(),
            [&](const Reading& reading) { return reading.pairKey == pair; });
        return known == readings.end() ? readings.emplace_back(Reading{key, pair, {}}) : *known;
    };
    for (const auto& word : nameWords(name)) {
        add(word.key);
        for (const auto& form : word.forms) {
            if (isSound(form)) continue;
            auto& reading = add(form);
            if (const QChar letter = firstLetter(form); !reading.letters.contains(letter))
                reading.letters += letter;
        }
    }
    if (readings.size() > kPairedWords) readings.resize(kPairedWords);
    return readings;
}

void addPairs(const QString& name, QStringList& tokens)
{
    const auto readings = readingsOf(name);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (isServant(readings[i].key)) tokens << servantTerm(readings[i].key);
        for (std::size_t k = 0; k < readings.size(); ++k) {
            if (i == k || isLatin(readings[i].key) != isLatin(readings[k].key)) continue;
            if (i < k) tokens << pairToken(readings[i].key, readings[k].key);
            for (const QChar letter : readings[k].letters)
                tokens << letterToken(readings[i].key, letter);
        }
    }
}

/// The letter that says most of a growing word.
QChar tellingLetter(const QString& beginning)
{
    // An article and one letter is not yet taken for one.
    if (beginning.size() == 3 && beginning.startsWith(u"ال"_s)) return beginning[2];
    const bool servant = isServant(beginning) && beginning[kServantLetters] != u'A';
    return firstLetter(servant ? beginning.mid(kServantLetters) : beginning);
}

QByteArray whole(const QByteArray& words)
{
    return ' ' + words + ' ';
}

QByteArrayList alikeOf(const QString& word)
{
    const QString key = pairKey(word);
    const QString other = isLatin(word) ? soundKey(word) : QString(key + QChar(0x0647));
    return {whole(key.toUtf8()), whole(other.toUtf8())};
}

} // namespace

QString searchTokens(const QString& nameAr, const QString& nameEn)
{
    QStringList names{nameAr, nameEn};
    if (nameAr.isEmpty() != nameEn.isEmpty()) names += otherSpellings(nameAr + nameEn);
    auto tokens = indexWords(names.join(u' '));
    for (const auto& name : std::as_const(names))
        addPairs(name, tokens);
    tokens.removeDuplicates();
    return tokens.join(u' ');
}

QString beginningKey(const QString& word)
{
    return soundOrSelf(word);
}

std::vector<QStringList> termsOf(const QStringList& words)
{
    std::vector<QStringList> terms;
    for (const bool latin : {false, true}) {
        QStringList own;
        for (const auto& word : words)
            if (isLatin(word) == latin && !own.contains(word)) own << word;
        for (qsizetype i = 1; i < own.size(); ++i)
            terms.push_back({pairToken(own[i - 1], own[i])});
        if (own.size() == 1) terms.push_back({soundOrSelf(own.front())});
    }
    return terms;
}

std::vector<QStringList> letterTerms(const TypedWords& typed)
{
    std::vector<QStringList> groups;
    for (const auto& word : typed.finished) {
        if (isLatin(word) != isLatin(typed.last)) continue;
        QStringList either;
        for (const auto& beginning : QStringList{typed.last} + typed.lastAlternatives) {
            if (word.startsWith(beginning) || soundKey(word).startsWith(soundOrSelf(beginning))) return {};
            either << letterToken(word, tellingLetter(beginning));
        }
        either.removeDuplicates();
        groups.push_back(either);
    }
    return groups;
}

QString servantTerm(const QString& word)
{
    return isServant(word) ? letterToken(word.left(kServantLetters), firstLetter(word.mid(kServantLetters)))
                           : QString();
}

QStringList listedPrefixes(const QString& word)
{
    if (!isServant(word) || word.size() == kServantLetters + 1) return {word.left(kIndexedPrefix)};
    const QString rest = word.mid(kServantLetters);
    QStringList prefixes{rest.left(kIndexedPrefix)};
    if (rest.front() == u'A') prefixes << (u'L' + rest).left(kIndexedPrefix); // of Abdullah the key has one L
    return prefixes;
}

Verifier::Verifier(const TypedWords& typed)
    : m_mayBeParticle(typed.lastMayBeParticle)
{
    for (const auto& word : typed.finished)
        m_finished.push_back({whole(word.toUtf8()), alikeOf(word)});
    if (typed.last.isEmpty()) return;
    m_last = whole(typed.last.toUtf8());
    for (const auto& key : QStringList{typed.last} + typed.lastAlternatives) {
        m_beginnings << ' ' + key.toUtf8();
        if (const QString sound = soundKey(key); !sound.isEmpty()) m_soundBeginnings << ' ' + sound.toUtf8();
    }
}

std::optional<int> Verifier::rank(const QByteArray& tokens) const
{
    const QByteArray entry = whole(tokens);
    const auto isIn = [&](const QByteArray& wanted) { return entry.contains(wanted); };
    const auto anyIn = [&](const QByteArrayList& wanted) {
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

} // namespace sanad
