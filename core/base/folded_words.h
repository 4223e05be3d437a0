#pragma once

#include "core/base/word_list.h"

namespace sanad {

// The letters and words of names, before search_text.h makes keys of them.

/// The words of a text: Arabic ones as keys with their article, Latin ones in upper case.
struct FoldedWords {
    WordList raw;
    QVarLengthArray<bool, 48> arabic;

    qsizetype size() const { return raw.size(); }
    /// The next word is of the same script.
    bool hasNext(qsizetype i) const { return i + 1 < size() && arabic[i + 1] == arabic[i]; }
    /// AL, بن and their like, which are no names.
    bool isParticle(qsizetype i) const;
    /// It may become one, as it is typed.
    bool beginsParticle(qsizetype i) const;
};
FoldedWords foldedWords(QStringView text);

/// عبد apart from its word, which joinedServants() joins.
bool hasServantApart(const FoldedWords& words);
FoldedWords joinedServants(const FoldedWords& words);

QStringView servantWord();
QStringView withoutArticle(QStringView arabicKey);
/// Often written together with the word after it: عبد الله, با عمر, بو سعيدي.
bool isArabicJoiner(QStringView key);
bool isArabicParticle(QStringView key);
bool isLatinParticle(QStringView upper);

/// Adds the key of a word in upper case, written in two parts or one.
void addLatinKey(WordList& keys, QStringView upper, QStringView rest = {});
/// Adds the sound of a Latin key that lies elsewhere; false when it has none.
bool addSound(WordList& keys, QStringView latinKey);
/// The next letter of a sound, which so far is `sound`; null when `c` adds none.
QChar soundLetter(QChar c, QStringView sound);
/// Only letters A-Z have sounds.
bool isSounded(QStringView latinKey);

} // namespace sanad
