#include "core/customers/search_terms.h"

#include "core/base/folded_words.h"
#include "core/customers/name_spellings.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Further words of a name make no pairs.
constexpr qsizetype kPairedWords = 12;
/// Every pair token begins with these, so that the lists of prefixes hold a customer once and not once a
/// pair.
constexpr QStringView kPairMark = u"00000";
constexpr QByteArrayView kPairStart = "00000";
constexpr int kExact = 0, kBeginning = 1, kAlike = 2, kNot = 3;
constexpr qsizetype kServantLetters = 5;

bool isLatin(QStringView key)
{
    return !key.isEmpty() && key.front().unicode() < 0x80;
}

QString soundOrSelf(const QString& word)
{
    const QString sound = isLatin(word) ? soundKey(word) : QString();
    return sound.isEmpty() ? word : sound;
}

/// عبد with its article, or Abdul, and something behind it.
bool isServant(QStringView word)
{
    return word.size() > kServantLetters && (word.startsWith(u"عبدال") || word.startsWith("ABDUL"_L1));
}

/// A key as pairs take it, before its sound: without the article and a silent H; without the feminine ending
/// for Arabic ones.
QStringView bareKey(QStringView key)
{
    if (!isLatin(key)) return key.size() > 4 && key.endsWith(QChar(0x0647)) ? key.chopped(1) : key;
    if (key.size() > 5 && (key.startsWith("AL"_L1) || key.startsWith("IL"_L1))) key = key.mid(2);
    return key.size() > 3 && key.endsWith("AH"_L1) ? key.chopped(1) : key;
}

QString pairKey(const QString& key)
{
    return soundOrSelf(bareKey(key).toString());
}

constexpr quint32 kHashStart = 2'166'136'261u; // FNV-1a
quint32 hashed(quint32 hash, QStringView text)
{
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16'777'619u;
    return hash;
}

/// Of two words in either order. Two pairs may share one number; what is found is looked at again.
quint32 pairHash(quint32 one, quint32 other)
{
    return (std::max(one, other) * 16'777'619u) ^ std::min(one, other);
}

/// Of a word and the opening of another.
quint32 openingHash(quint32 word, QStringView opening)
{
    return hashed((word ^ u'*') * 16'777'619u, opening);
}

void appendToken(QString& text, quint32 hash)
{
    constexpr QStringView kDigits = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::array<QChar, kPairMark.size() + 5> token;
    std::copy(kPairMark.begin(), kPairMark.end(), token.begin());
    hash ^= hash >> 15; // the multiplication leaves most in the upper bits
    for (auto digit = token.begin() + kPairMark.size(); digit != token.end(); ++digit, hash >>= 5)
        *digit = kDigits[hash & 31];
    text.append(token.data(), token.size());
}

QString hashToken(quint32 hash)
{
    QString token;
    appendToken(token, hash);
    return token;
}

/// Of pairKey().
quint32 wordHash(QStringView word)
{
    const auto bare = bareKey(word);
    if (!isLatin(bare)) return hashed(kHashStart, bare);
    WordList sound;
    return hashed(kHashStart, addSound(sound, bare) ? sound[0] : bare);
}

/// Abdul's and عبدال's last letter and two of what comes behind, which no other opening is.
QStringView servantOpening(QStringView key)
{
    return isServant(key) ? key.mid(kServantLetters - 1, 3) : QStringView();
}

/// The two letters that a word begins with, behind AL and EL, which many have; of a beginning as many of them
/// as it has, none where these are still to come.
QStringView openingOf(QStringView key)
{
    constexpr QStringView kArticles[] = {u"AL", u"IL", u"ال"};
    for (const QStringView article : kArticles)
        if (key.startsWith(article) || article.startsWith(key)) return key.mid(article.size(), 2);
    return key.left(2);
}

/// Of whoever has an Abdul who goes on with this letter.
quint32 servantHash(QStringView servant)
{
    return openingHash(wordHash(servant.left(kServantLetters)), servant.mid(kServantLetters, 1));
}

QString pairToken(QStringView one, QStringView other)
{
    return hashToken(pairHash(wordHash(one), wordHash(other)));
}

QString openingToken(QStringView word, QStringView opening)
{
    return hashToken(openingHash(wordHash(word), opening));
}

/// What the neighbours of a word see of it.
struct Reading {
    quint32 hash;
    bool latin;
    QVarLengthArray<QStringView, 4> openings; ///< And the beginnings of each.
};
using Readings = QVarLengthArray<Reading, kPairedWords>;
using Hashes = QVarLengthArray<quint32, 96>;

/// The words of a name, and besides them what some are written apart or together as: Abdulrahim is Abdul and
/// Rahim too.
Readings readingsOf(const WordList& forms)
{
    Readings readings;
    for (qsizetype i = 0; i < forms.size(); ++i) {
        const quint32 hash = wordHash(forms[i]);
        auto known = std::find_if(
            readings.begin(), readings.end(), [&](const Reading& reading) { return reading.hash == hash; });
        if (known == readings.end()) {
            if (readings.size() == kPairedWords) continue;
            readings.append({hash, isLatin(forms[i]), {}});
            known = readings.end() - 1;
        }
        const auto opening = openingOf(forms[i]);
        const auto servant = servantOpening(forms[i]);
        for (const auto begun : {opening.left(1), opening, servant.left(2), servant})
            if (!begun.isEmpty() && !known->openings.contains(begun)) known->openings.append(begun);
    }
    return readings;
}

void addPairs(const WordList& forms, Hashes& hashes)
{
    for (qsizetype i = 0; i < forms.size(); ++i)
        if (isServant(forms[i])) hashes.append(servantHash(forms[i]));
    const auto readings = readingsOf(forms);
    for (qsizetype i = 0; i < readings.size(); ++i) {
        for (qsizetype k = 0; k < readings.size(); ++k) {
            if (readings[i].latin != readings[k].latin) continue;
            // Amer and Omar are one reading that opens in two ways.
            if (i == k && readings[i].openings.size() <= 2) continue;
            if (i < k) hashes.append(pairHash(readings[i].hash, readings[k].hash));
            for (const auto opening : readings[k].openings)
                hashes.append(openingHash(readings[i].hash, opening));
        }
    }
}

/// What says most of a growing word.
QStringView tellingOpening(QStringView beginning)
{
    return isServant(beginning) ? servantOpening(beginning) : openingOf(beginning);
}

/// Each once.
QStringList ofScript(const QStringList& words, bool latin)
{
    QStringList own;
    for (const auto& word : words)
        if (isLatin(word) == latin && !own.contains(word)) own << word;
    return own;
}

/// Two words a pair; the last one of three shares its neighbour. Words of one sound (Hamad, Humaid) are one
/// to the index, which pairs none with itself.
void addPairTerms(QStringList own, std::vector<QStringList>& terms)
{
    QVarLengthArray<quint32, 8> known;
    own.removeIf([&](const QString& word) {
        const quint32 hash = wordHash(word);
        const bool isKnown = known.contains(hash);
        known.append(hash);
        return isKnown;
    });
    for (qsizetype i = 1; i < own.size(); i += i + 2 == own.size() ? 1 : 2)
        terms.push_back({pairToken(own[i - 1], own[i])});
}

QByteArrayList alikeOf(const QString& word)
{
    const QString key = pairKey(word);
    const QString other = isLatin(word) ? soundKey(word) : QString(key + QChar(0x0647));
    return {key.toUtf8(), other.toUtf8()};
}

} // namespace

QString searchTokens(const QString& nameAr, const QString& nameEn)
{
    QStringList names{nameAr, nameEn};
    const QString whole = writtenOut(nameEn);
    if (whole != nameEn) names << whole;
    if (nameAr.isEmpty() != nameEn.isEmpty()) names += otherSpellings(nameAr + whole);
    WordList words;
    Hashes hashes;
    for (const auto& name : std::as_const(names)) {
        const auto forms = indexForms(name);
        for (qsizetype i = 0; i < forms.size(); ++i)
            if (!words.contains(forms[i])) words.add(forms[i]);
        addPairs(nameForms(name), hashes);
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    QString text;
    text.reserve(16 * (words.size() + hashes.size()));
    for (qsizetype i = 0; i < words.size(); ++i)
        (text += words[i]) += u' ';
    for (const quint32 hash : std::as_const(hashes)) {
        appendToken(text, hash);
        text += u' ';
    }
    text.chop(1);
    return text;
}

QString beginningKey(const QString& word)
{
    return soundOrSelf(word);
}

std::vector<QStringList> termsOf(const QStringList& words)
{
    std::vector<QStringList> terms;
    for (const bool latin : {false, true}) {
        const QStringList own = ofScript(words, latin);
        const std::size_t before = terms.size();
        addPairTerms(own, terms);
        if (!own.isEmpty() && terms.size() == before) terms.push_back({soundOrSelf(own.front())});
    }
    return terms;
}

std::vector<QStringList> termsBesideOpening(const TypedWords& typed)
{
    const bool latin = isLatin(typed.last);
    std::vector<QStringList> terms;
    addPairTerms(ofScript(typed.finished, latin), terms);
    for (auto& others : termsOf(ofScript(typed.finished, !latin)))
        terms.push_back(std::move(others));
    return terms;
}

QString loneTerm(const TypedWords& typed)
{
    const QStringList own = ofScript(typed.finished, isLatin(typed.last));
    const bool asPaired = own.size() != 1 || bareKey(own.front()).size() == own.front().size();
    return asPaired ? QString() : soundOrSelf(own.front());
}

QString wholeTerm(const TypedWords& typed)
{
    const QStringList own = ofScript(typed.finished, isLatin(typed.last));
    const auto other = std::find_if(own.rbegin(), own.rend(),
        [hash = wordHash(typed.last)](const QString& word) { return wordHash(word) != hash; });
    return other == own.rend() ? openingToken(own.back(), tellingOpening(typed.last))
                               : pairToken(*other, typed.last);
}

std::vector<QStringList> openingTerms(const TypedWords& typed)
{
    std::vector<QStringList> groups;
    for (const auto& word : typed.finished) {
        if (isLatin(word) != isLatin(typed.last)) continue;
        QStringList either;
        for (const auto& beginning : QStringList{typed.last} + typed.lastAlternatives) {
            const auto opening = tellingOpening(beginning);
            const bool alike =
                tellingOpening(word).startsWith(opening) && soundKey(word).startsWith(soundOrSelf(beginning));
            if (alike || word.startsWith(beginning) || opening.isEmpty()) return {};
            either << openingToken(word, opening);
        }
        either.removeDuplicates();
        groups.push_back(either);
    }
    return groups;
}

QString servantTerm(const QString& word)
{
    return isServant(word) ? hashToken(servantHash(word)) : QString();
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
    : m_last(typed.last.toUtf8())
    , m_mayBeParticle(typed.lastMayBeParticle)
{
    for (const auto& word : typed.finished)
        m_finished.push_back({word.toUtf8(), alikeOf(word)});
    if (typed.last.isEmpty()) return;
    for (const auto& key : QStringList{typed.last} + typed.lastAlternatives) {
        m_beginnings << key.toUtf8();
        if (const QString sound = soundKey(key); !sound.isEmpty()) m_soundBeginnings << sound.toUtf8();
    }
}

int Verifier::rankOfLast(QByteArrayView word) const
{
    const auto begins = [word](const QByteArray& beginning) { return word.startsWith(beginning); };
    if (word == m_last) return kExact;
    if (std::any_of(m_beginnings.begin(), m_beginnings.end(), begins)) return kBeginning;
    return std::any_of(m_soundBeginnings.begin(), m_soundBeginnings.end(), begins) ? kAlike : kNot;
}

std::optional<int> Verifier::rank(QByteArrayView tokens) const
{
    QVarLengthArray<int, 8> ranks(static_cast<qsizetype>(m_finished.size()), kNot);
    int last = m_last.isEmpty() ? kExact : m_mayBeParticle ? kAlike : kNot;
    while (!tokens.isEmpty()) {
        const auto end = std::find(tokens.begin(), tokens.end(), ' ');
        const QByteArrayView word(tokens.begin(), end);
        if (word.startsWith(kPairStart)) break; // the words stand before the pairs
        tokens = tokens.sliced(word.size() + (end == tokens.end() ? 0 : 1));
        if (last > kExact) last = std::min(last, rankOfLast(word));
        for (std::size_t i = 0; i < m_finished.size(); ++i) {
            int& rank = ranks[static_cast<qsizetype>(i)];
            if (rank == kExact) continue;
            if (word == m_finished[i].exact)
                rank = kExact;
            else if (m_finished[i].alike.contains(word))
                rank = kAlike;
        }
    }
    const int worst =
        std::max(last, ranks.isEmpty() ? kExact : *std::max_element(ranks.begin(), ranks.end()));
    return worst == kNot ? std::nullopt : std::optional(worst);
}

} // namespace sanad
