#include "core/base/folded_words.h"

#include "core/base/digits.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr QStringView kArticle = u"ال";
constexpr QStringView kServant = u"عبد";
constexpr char16_t kSoundOffset = 0x0100; // A-Z land on U+0141-U+015A, which no key contains
constexpr std::array<QStringView, 3> kArabicParticles{u"بن", u"بنت", u"ولد"};
constexpr std::array<QStringView, 5> kLatinParticles{u"AL", u"EL", u"BIN", u"BINT", u"IBN"};

bool isLatinLetterOrDigit(char16_t c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

/// Letters of the Arabic alphabet that are no ligatures and have no marks in them.
bool isPlainArabic(char16_t c)
{
    return c >= 0x0621 && c <= 0x064A && c != 0x0640 && (c < 0x063B || c > 0x063F);
}

bool isApostrophe(QChar c)
{
    switch (c.unicode()) {
    case u'\'':
    case u'`':
    case 0x00B4:
    case 0x02BC:
    case 0x02BE:
    case 0x02BF:
    case 0x2018:
    case 0x2019:
        return true;
    default:
        return false;
    }
}

/// Most text needs no normalisation: ASCII, and the letters and marks of Arabic.
bool isPlain(QChar c)
{
    const auto u = c.unicode();
    return u < 0x00A0 || (u >= 0x0621 && u <= 0x0652);
}

char16_t arabicLetter(char16_t c)
{
    switch (c) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
        return 0x0627;
    case 0x0624:
        return 0x0648;
    case 0x0626:
    case 0x0649:
    case 0x06CC:
    case 0x06D2:
        return 0x064A;
    case 0x0629:
    case 0x06C1:
    case 0x06BE:
    case 0x06D5:
        return 0x0647;
    case 0x06A9:
        return 0x0643;
    default:
        return c;
    }
}

/// Adds one word of letters and digits.
void addWord(FoldedWords& words, QStringView part)
{
    const bool arabic = std::any_of(part.begin(), part.end(), [](QChar c) {
        return isPlainArabic(c.unicode()) || (c.unicode() >= 0x80 && c.script() == QChar::Script_Arabic);
    });
    const qsizetype before = words.size();
    if (arabic) {
        for (const QChar c : part)
            if (c != QChar(0x0621)) words.raw.append(QChar(arabicLetter(c.unicode())));
    } else if (std::all_of(part.begin(), part.end(), [](QChar c) { return c.unicode() < 0x80; })) {
        for (const QChar c : part)
            words.raw.append(c >= u'a' && c <= u'z' ? QChar(static_cast<char16_t>(c.unicode() - 32)) : c);
    } else {
        words.raw.append(part.toString().toUpper());
    }
    words.raw.end();
    if (words.size() != before) words.arabic.append(arabic);
}

template <std::size_t Size> bool contains(const std::array<QStringView, Size>& words, QStringView word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t Size> bool anyBegins(const std::array<QStringView, Size>& words, QStringView beginning)
{
    return std::any_of(
        words.begin(), words.end(), [&](QStringView word) { return word.startsWith(beginning); });
}

} // namespace

FoldedWords foldedWords(QStringView text)
{
    QString decomposed;
    if (!std::all_of(text.begin(), text.end(), isPlain)) {
        decomposed = asciiDigits(text).normalized(QString::NormalizationForm_KD);
        text = decomposed;
    }
    // Without marks, tatweel and apostrophes; whatever else is no letter ends a word.
    FoldedWords words;
    QVarLengthArray<QChar, 64> part;
    const auto end = [&] {
        if (!part.isEmpty()) addWord(words, QStringView(part.constData(), part.size()));
        part.clear();
    };
    for (const QChar c : text) {
        if (isLatinLetterOrDigit(c.unicode()) || isPlainArabic(c.unicode())) {
            part.append(c);
        } else if (c == u' ') {
            end();
        } else if (c.isMark() || c == QChar(0x0640) || isApostrophe(c) ||
            c.category() == QChar::Other_Format) {
            continue;
        } else if (c.isLetterOrNumber() || c.isSurrogate()) {
            part.append(c);
        } else {
            end();
        }
    }
    end();
    return words;
}

bool FoldedWords::isParticle(qsizetype i) const
{
    return arabic[i] ? raw[i] == kArticle || isArabicParticle(raw[i]) : isLatinParticle(raw[i]);
}

bool FoldedWords::beginsParticle(qsizetype i) const
{
    return arabic[i] ? anyBegins(kArabicParticles, raw[i]) || kArticle.startsWith(raw[i])
                     : anyBegins(kLatinParticles, raw[i]);
}

bool hasServantApart(const FoldedWords& words)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i)
        if (words.arabic[i + 1] && words.raw[i] == kServant) return true;
    return false;
}

FoldedWords joinedServants(const FoldedWords& words)
{
    FoldedWords joined;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool servant = words.raw[i] == kServant && i + 1 < words.size() && words.arabic[i + 1];
        joined.raw.add(words.raw[i], servant ? words.raw[i + 1] : QStringView());
        joined.arabic.append(words.arabic[i]);
        if (servant) ++i;
    }
    return joined;
}

QStringView servantWord()
{
    return kServant;
}

QStringView withoutArticle(QStringView key)
{
    return key.size() > kArticle.size() + 1 && key.startsWith(kArticle) ? key.mid(kArticle.size()) : key;
}

bool isArabicJoiner(QStringView key)
{
    return key == kServant || key == u"با" || key == u"بو";
}

bool isArabicParticle(QStringView key)
{
    return contains(kArabicParticles, key);
}

bool isLatinParticle(QStringView upper)
{
    return upper.size() <= 4 && contains(kLatinParticles, upper);
}

void addLatinKey(WordList& keys, QStringView upper, QStringView rest)
{
    const auto add = [&keys](char16_t letter) {
        const auto key = keys.open();
        if (key.isEmpty() || key.back() != QChar(letter)) keys.append(QChar(letter));
    };
    for (const QStringView part : {upper, rest}) {
        for (qsizetype i = 0; i < part.size(); ++i) {
            const char16_t c = part[i].unicode();
            const char16_t next = i + 1 < part.size() ? part[i + 1].unicode() : u'\0';
            if ((c == u'D' || c == u'T') && next == u'H') {
                add(u'Z'), ++i;
            } else if (c == u'K' && next == u'H') {
                add(u'H'), ++i;
            } else if (c == u'G' && next == u'H') {
                add(u'G'), ++i;
            } else if (c == u'E' && (next == u'I' || next == u'Y')) {
                add(u'A'), add(u'I'), ++i;
            } else if (c == u'E' || c == u'Y') {
                add(u'I');
            } else if (c == u'O') {
                add(u'U');
            } else if (c == u'Q') {
                add(u'K');
            } else {
                add(c);
            }
        }
    }
    keys.end();
}

QChar soundLetter(QChar c, QStringView sound)
{
    const auto u = c.unicode();
    const bool vowel = u == u'A' || u == u'E' || u == u'I' || u == u'O' || u == u'U';
    if ((vowel || u == u'W') && !sound.isEmpty()) return {};
    const QChar letter(static_cast<char16_t>((vowel ? u'A' : u) + kSoundOffset));
    return !sound.isEmpty() && sound.back() == letter ? QChar() : letter;
}

bool isSounded(QStringView latinKey)
{
    return std::all_of(latinKey.begin(), latinKey.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

bool addSound(WordList& keys, QStringView latinKey)
{
    if (latinKey.isEmpty() || !isSounded(latinKey)) return false;
    for (const QChar c : latinKey)
        if (const QChar letter = soundLetter(c, keys.open()); !letter.isNull()) keys.append(letter);
    keys.end();
    return true;
}

} // namespace sanad
