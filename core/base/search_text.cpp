#include "core/base/search_text.h"

#include "core/base/folded_words.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

enum class Sounds { With, Without };

void addKey(const FoldedWords& words, qsizetype i, WordList& keys)
{
    if (words.arabic[i])
        keys.add(withoutArticle(words.raw[i]));
    else
        addLatinKey(keys, words.raw[i]);
}

QString latinKey(QStringView upper)
{
    WordList key;
    addLatinKey(key, upper);
    return key.isEmpty() ? QString() : key[0].toString();
}

/// The ways a Latin word is written: with and without article and final H, apart and joined.
void addLatinForms(QStringView upper, WordList& forms, Sounds sounds)
{
    WordList own;
    const auto add = [&own](QStringView first, QStringView rest = {}) { addLatinKey(own, first, rest); };
    add(upper);
    if (upper.endsWith("AH"_L1) && upper.size() > 3)
        add(upper.chopped(1));
    else if (upper.endsWith(u'A') && upper.size() > 2)
        add(upper, u"H");
    if ((upper.startsWith("AL"_L1) || upper.startsWith("EL"_L1)) && upper.size() > 5) {
        add(upper.mid(2));
        add(upper.startsWith(u'A') ? u"EL" : u"AL", upper.mid(2));
    }
    if ((upper.startsWith("BA"_L1) || upper.startsWith("BU"_L1)) && upper.size() > 5) {
        add(upper.left(2));
        add(upper.mid(2));
    }
    if (upper.startsWith("ABD"_L1) && upper.size() > 6 && upper[4] == u'L') {
        add(u"ABDUL");
        add(upper.mid(5));
        add(u"ABDUL", upper.mid(5));
        forms.add(u"ABD");
    }
    for (qsizetype i = 0; i < own.size(); ++i) {
        forms.add(own[i]);
        if (sounds == Sounds::With) addSound(forms, own[i]);
    }
}

void addJoined(const FoldedWords& words, qsizetype i, WordList& forms, Sounds sounds)
{
    addLatinForms(words.raw[i].toString().append(words.raw[i + 1]), forms, sounds);
}

void addArabicForms(const FoldedWords& words, qsizetype i, WordList& forms, Sounds sounds)
{
    const auto raw = words.raw[i];
    const bool joins = words.hasNext(i) && isArabicJoiner(raw);
    if (joins) forms.add(raw, words.raw[i + 1]);
    if (isArabicParticle(raw)) return;
    const auto bare = withoutArticle(raw);
    if (sounds == Sounds::With || bare.size() == raw.size()) forms.add(raw);
    if (bare.size() != raw.size()) forms.add(bare);
    if (raw.startsWith(servantWord()) && raw.size() > 5) {
        forms.add(servantWord());
        forms.add(withoutArticle(raw.mid(servantWord().size())));
    }
    if ((bare.startsWith(u"با") || bare.startsWith(u"بو")) && bare.size() > 4) {
        forms.add(bare.left(2));
        forms.add(bare.mid(2));
    }
}

/// Every form that the index holds of word `i`.
void addForms(const FoldedWords& words, qsizetype i, WordList& forms, Sounds sounds)
{
    const auto raw = words.raw[i];
    if (words.arabic[i]) {
        addArabicForms(words, i, forms, sounds);
    } else if (isLatinParticle(raw)) {
        if (words.hasNext(i) && raw.size() == 2) addJoined(words, i, forms, sounds);
    } else {
        addLatinForms(raw, forms, sounds);
        if (!words.hasNext(i)) return;
        if (raw == "BA"_L1 || raw == "BU"_L1) addJoined(words, i, forms, sounds);
        if (raw.size() == 5 && raw.startsWith("ABD"_L1) && raw[4] == u'L')
            addLatinForms(u"ABDUL"_s.append(words.raw[i + 1]), forms, sounds);
    }
}

QString foldWords(QStringView text)
{
    return searchWords(text).join(u' ');
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
    WordList sound;
    return addSound(sound, latinKey) && !sound.isEmpty() ? sound[0].toString() : QString();
}

QStringList searchWords(QStringView text)
{
    const auto words = joinedServants(foldedWords(text));
    WordList keys;
    for (qsizetype i = 0; i < words.size(); ++i)
        if (!words.isParticle(i)) addKey(words, i, keys);
    QStringList list;
    for (qsizetype i = 0; i < keys.size(); ++i)
        list << keys[i].toString();
    return list;
}

WordList indexForms(QStringView text)
{
    const auto words = foldedWords(text);
    WordList forms;
    for (qsizetype i = 0; i < words.size(); ++i)
        addForms(words, i, forms, Sounds::With);
    return forms;
}

QStringList indexWords(QStringView text)
{
    const auto forms = indexForms(text);
    QStringList keys;
    for (qsizetype i = 0; i < forms.size(); ++i)
        keys << forms[i].toString();
    keys.removeDuplicates();
    return keys;
}

WordList nameForms(QStringView text)
{
    auto words = foldedWords(text);
    if (hasServantApart(words)) words = joinedServants(words);
    WordList forms;
    for (qsizetype i = 0; i < words.size(); ++i)
        addForms(words, i, forms, Sounds::Without);
    return forms;
}

TypedWords typedWords(QStringView text)
{
    TypedWords typed;
    auto words = joinedServants(foldedWords(text));
    if (words.size() == 0) return typed;
    const qsizetype last = words.size() - 1;
    const bool growing = text.back().isLetterOrNumber() || text.back().isMark();
    for (qsizetype i = 0; i < (growing ? last : words.size()); ++i) {
        if (words.isParticle(i)) continue;
        WordList key;
        addKey(words, i, key);
        if (!key.isEmpty()) typed.finished << key[0].toString();
    }
    if (!growing) return typed;
    const auto raw = words.raw[last];
    typed.lastMayBeParticle = words.beginsParticle(last);
    if (words.arabic[last]) {
        typed.last = withoutArticle(raw).toString();
        return typed;
    }
    typed.last = latinKey(raw);
    const QString stem = latinKey(raw.chopped(1));
    switch (raw.back().unicode()) {
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
    return typed;
}

} // namespace sanad
