#pragma once

#include "core/base/word_list.h"

#include <QString>
#include <QStringList>

namespace sanad {

/// Folded keys of names, so that any common spelling finds any other. Rules: `identifiers.json`
/// normalisation, widened by what clerks type (single E/I and O/U, Y for I). Every fold keeps prefixes: the
/// key of a beginning of a word is a beginning of the word's key, but for the digraphs that typedWords()
/// answers.

/// Arabic key of one or more words: marks, tatweel and lone hamza gone, letter forms united, عبد joined to
/// the next word, بن بنت ولد and a leading ال dropped.
QString foldArabic(QStringView text);

/// Latin key of one or more words: upper case, KH=H, Q=K, OU=OO=U, EE=I, EI=AY=AI, DH=TH=Z, double letters
/// single, AL EL BIN BINT IBN dropped.
QString foldLatin(QStringView text);

/// The keys of the words of `text`, each by its script; digits as 0-9.
QStringList searchWords(QStringView text);

/// What an index of `text` has to hold, each once: the key of every word, its other written forms (with and
/// without the article, عبد apart and joined, final H), and its sound key.
QStringList indexWords(QStringView text);

/// The consonants of a Latin key, vowels and W left out after the first letter, written in a range of letters
/// of its own so that it never meets a key; Mohamed, Muhammad and Mohammed have one. Empty for Arabic and
/// digits.
QString soundKey(QStringView latinKey);

/// The same, not each once, without allocations.
WordList indexForms(QStringView text);
/// What neighbours in a name see of its words, عبد joined to the next one: indexForms() without sounds and
/// without what only has an article.
WordList nameForms(QStringView text);
/// A text as it is being typed: finished words, and the last one, still growing.
struct TypedWords {
    QStringList finished;
    QString last; ///< Empty when the text ends in a space.
    /// Further keys that the growing word may turn out to have: "K" may become KH, which is H.
    QStringList lastAlternatives;
    /// The last word is or may become بن, AL …, which are in no index.
    bool lastMayBeParticle = false;

    bool isEmpty() const { return finished.isEmpty() && last.isEmpty(); }
};
TypedWords typedWords(QStringView text);

} // namespace sanad
