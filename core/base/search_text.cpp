#include "core/base/search_text.h"

#include "core/base/digits.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr QStringView kArticle = u"ال";
const QString kServant = u"عبد"_s;
constexpr char16_t kSoundOffset = 0x0100; // A-Z land on U+0141-U+015A, which no key contains

bool isArabic(QChar c)
{
    return c.script() == QChar::Script_Arabic;
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

/// True when the letter has its compatibility decomposition already, so that most text is not normalised.
bool isPlain(QChar c)
{
    const auto u = c.unicode();
    return u < 0x00A0 || (u >= 0x0621 && u <= 0x064A && (u < 0x0622 || u > 0x0626 || u == 0x0624));
}

/// The text without marks, tatweel and apostrophes, letters of ligatures apart, words split by one space.
QString plainWords(QStringView text)
{
    QString decomposed = asciiDigits(text);
    if (!std::all_of(decomposed.cbegin(), decomposed.cend(), isPlain))
        decomposed = decomposed.normalized(QString::NormalizationForm_KD);
    QString plain;
    plain.reserve(decomposed.size());
    for (const QChar c : std::as_const(decomposed)) {
        if (c.isMark() || c == QChar(0x0640) || isApostrophe(c) || c.category() == QChar::Other_Format)
            continue;
        if (c.isLetterOrNumber() || c.isSurrogate())
            plain += c;
        else if (!plain.isEmpty() && plain.back() != u' ')
            plain += u' ';
    }
    return plain;
}

QChar arabicLetter(QChar c)
{
    switch (c.unicode()) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
        return QChar(0x0627);
    case 0x0624:
        return QChar(0x0648);
    case 0x0626:
    case 0x0649:
    case 0x06CC:
    case 0x06D2:
        return QChar(0x064A);
    case 0x0629:
    case 0x06C1:
    case 0x06BE:
    case 0x06D5:
        return QChar(0x0647);
    case 0x06A9:
        return QChar(0x0643);
    default:
        return c;
    }
}

QString arabicKey(QStringView word)
{
    QString key;
    key.reserve(word.size());
    for (const QChar c : word)
        if (c != QChar(0x0621)) key += arabicLetter(c);
    return key;
}

/// Often written together with the word after it: عبد الله, با عمر, بو سعيدي.
bool isArabicJoiner(QStringView key)
{
    return key == kServant || key == u"با" || key == u"بو";
}
constexpr std::array<QStringView, 3> kArabicParticles{u"بن", u"بنت", u"ولد"};
constexpr std::array<QStringView, 5> kLatinParticles{u"AL", u"EL", u"BIN", u"BINT", u"IBN"};

template <std::size_t Size> bool contains(const std::array<QStringView, Size>& words, QStringView word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t Size> bool anyBegins(const std::array<QStringView, Size>& words, QStringView beginning)
{
    return std::any_of(
        words.begin(), words.end(), [&](QStringView word) { return word.startsWith(beginning); });
}

QStringView withoutArticle(QStringView key)
{
    return key.size() > kArticle.size() + 1 && key.startsWith(kArticle) ? key.mid(kArticle.size()) : key;
}

QString latinKey(QStringView upper)
{
    QString key;
    key.reserve(upper.size());
    const auto add = [&key](QStringView letters) {
        for (const QChar c : letters)
            if (key.isEmpty() || key.back() != c) key += c;
    };
    for (qsizetype i = 0; i < upper.size(); ++i) {
        const char16_t c = upper[i].unicode();
        const char16_t next = i + 1 < upper.size() ? upper[i + 1].unicode() : u'\0';
        if ((c == u'D' || c == u'T') && next == u'H')
            add(u"Z"), ++i;
        else if (c == u'K' && next == u'H')
            add(u"H"), ++i;
        else if (c == u'G' && next == u'H')
            add(u"G"), ++i;
        else if (c == u'E' && (next == u'I' || next == u'Y'))
            add(u"AI"), ++i;
        else if (c == u'E' || c == u'Y')
            add(u"I");
        else if (c == u'O')
            add(u"U");
        else if (c == u'Q')
            add(u"K");
        else
            add(upper.mid(i, 1));
    }
    return key;
}

struct Word {
    QString raw; ///< Arabic key with its article, or Latin upper case.
    bool arabic = false;
};

std::vector<Word> splitWords(QStringView text)
{
    std::vector<Word> words;
    const QString plain = plainWords(text);
    for (const auto& part : plain.split(u' ', Qt::SkipEmptyParts)) {
        const bool arabic = std::any_of(part.cbegin(), part.cend(), isArabic);
        words.push_back({arabic ? arabicKey(part) : part.toUpper(), arabic});
        if (words.back().raw.isEmpty()) words.pop_back();
    }
    return words;
}

/// عبد الله as عبدالله: the servant word swallows the one after it.
void joinServants(std::vector<Word>& words)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i].raw != kServant || !words[i + 1].arabic) continue;
        words[i].raw += words[i + 1].raw;
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

bool isParticle(const Word& word)
{
    return word.arabic ? word.raw == kArticle || contains(kArabicParticles, word.raw)
                       : contains(kLatinParticles, word.raw);
}

bool beginsParticle(const Word& word)
{
    return word.arabic ? anyBegins(kArabicParticles, word.raw) || kArticle.startsWith(word.raw)
                       : anyBegins(kLatinParticles, word.raw);
}

QString keyOf(const Word& word)
{
    return word.arabic ? withoutArticle(word.raw).toString() : latinKey(word.raw);
}

QString foldWords(QStringView text)
{
    return searchWords(text).join(u' ');
}

void addLatinForms(const QString& upper, QStringList& keys)
{
    const auto add = [&keys](const QString& form) {
        const QString key = latinKey(form);
        keys << key;
        if (const QString sound = soundKey(key); !sound.isEmpty()) keys << sound;
    };
    add(upper);
    if (upper.endsWith("AH"_L1) && upper.size() > 3)
        add(upper.chopped(1));
    else if (upper.endsWith(u'A') && upper.size() > 2)
        add(upper + u'H');
    if ((upper.startsWith("AL"_L1) || upper.startsWith("EL"_L1)) && upper.size() > 5) {
        add(upper.mid(2));
        add((upper.startsWith(u'A') ? u"EL"_s : u"AL"_s) + upper.mid(2));
    }
    if ((upper.startsWith("BA"_L1) || upper.startsWith("BU"_L1)) && upper.size() > 5) {
        add(upper.left(2));
        add(upper.mid(2));
    }
    if (upper.startsWith("ABD"_L1) && upper.size() > 6 && upper[4] == u'L') {
        keys << u"ABD"_s;
        add(u"ABDUL"_s);
        add(upper.mid(5));
        add(u"ABDUL"_s + upper.mid(5));
    }
}

/// Every form that the index holds of `words[i]`.
void addForms(const std::vector<Word>& words, std::size_t i, QStringList& keys)
{
    const auto& word = words[i];
    const bool hasNext = i + 1 < words.size() && words[i + 1].arabic == word.arabic;
    if (word.arabic) {
        if (hasNext && isArabicJoiner(word.raw)) keys << word.raw + words[i + 1].raw;
        if (contains(kArabicParticles, word.raw)) return;
        keys << word.raw << withoutArticle(word.raw).toString();
        if (word.raw.startsWith(kServant) && word.raw.size() > 5) {
            const auto rest = QStringView(word.raw).mid(kServant.size());
            keys << kServant << withoutArticle(rest).toString();
        }
        const auto bare = withoutArticle(word.raw);
        if ((bare.startsWith(u"با") || bare.startsWith(u"بو")) && bare.size() > 4)
            keys << bare.left(2).toString() << bare.mid(2).toString();
    } else if (contains(kLatinParticles, word.raw)) {
        if (hasNext && word.raw.size() == 2) addLatinForms(word.raw + words[i + 1].raw, keys);
    } else {
        addLatinForms(word.raw, keys);
        if (hasNext && (word.raw == "BA"_L1 || word.raw == "BU"_L1))
            addLatinForms(word.raw + words[i + 1].raw, keys);
        if (hasNext && word.raw.size() == 5 && word.raw.startsWith("ABD"_L1) && word.raw[4] == u'L')
            addLatinForms(u"ABDUL"_s + words[i + 1].raw, keys);
    }
}

} // namespace

QString foldArabic(QStringView text)
{
    return foldWords(text);
}
QString foldLatin(QStringView text)
{
    return foldWords(text);
}

QString soundKey(QStringView latinKey)
{
    QString sound;
    for (const QChar c : latinKey) {
        const auto u = c.unicode();
        if (u < u'A' || u > u'Z') return {};
        const bool vowel = u == u'A' || u == u'E' || u == u'I' || u == u'O' || u == u'U';
        if (vowel && !sound.isEmpty()) continue;
        if (u == u'W' && !sound.isEmpty()) continue;
        const QChar letter(static_cast<char16_t>((vowel ? u'A' : u) + kSoundOffset));
        if (sound.isEmpty() || sound.back() != letter) sound += letter;
    }
    return sound;
}

QStringList searchWords(QStringView text)
{
    auto words = splitWords(text);
    joinServants(words);
    QStringList keys;
    for (const auto& word : words)
        if (!isParticle(word)) keys << keyOf(word);
    return keys;
}

QStringList indexWords(QStringView text)
{
    const auto words = splitWords(text);
    QStringList keys;
    for (std::size_t i = 0; i < words.size(); ++i)
        addForms(words, i, keys);
    keys.removeDuplicates();
    return keys;
}

std::vector<NameWord> nameWords(QStringView text)
{
    auto words = splitWords(text);
    joinServants(words);
    std::vector<NameWord> list;
    QStringList forms;
    for (std::size_t i = 0; i < words.size(); ++i) {
        addForms(words, i, forms);
        if (isParticle(words[i])) continue; // written together with the next word it is a form of that
        NameWord word{keyOf(words[i]), {}};
        for (const auto& form : std::as_const(forms))
            if (!words[i].arabic || withoutArticle(form).size() == form.size()) word.forms << form;
        word.forms.removeDuplicates();
        list.push_back(std::move(word));
        forms.clear();
    }
    return list;
}

QChar firstLetter(QStringView key)
{
    const QString sound = soundKey(key);
    return sound.isEmpty() ? key.front() : sound.front();
}

TypedWords typedWords(QStringView text)
{
    TypedWords typed;
    auto words = splitWords(text);
    if (words.empty()) return typed;
    const bool growing = text.back().isLetterOrNumber() || text.back().isMark();
    joinServants(words);
    if (growing) {
        const Word last = words.back();
        words.pop_back();
        typed.last = last.arabic ? last.raw : latinKey(last.raw);
        typed.lastMayBeParticle = beginsParticle(last);
        if (last.arabic) {
            if (const auto bare = withoutArticle(last.raw); bare.size() != last.raw.size())
                typed.last = bare.toString();
        } else {
            const QString stem = latinKey(QStringView(last.raw).chopped(1));
            switch (last.raw.back().unicode()) {
            case u'K':
                typed.lastAlternatives << stem + u'H';
                break;
            case u'D':
            case u'T':
                typed.lastAlternatives << stem + u'Z';
                break;
            case u'E':
                typed.lastAlternatives << stem + u'A';
                break;
            default:
                break;
            }
        }
    }
    for (const auto& word : words)
        if (!isParticle(word)) typed.finished << keyOf(word);
    return typed;
}

} // namespace sanad
