#pragma once

#include "core/base/search_text.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

namespace sanad {

// What the index of names holds, and what is looked for in it.

/// The longest prefix that the index keeps a list of (`prefix` in 0007_customers.sql).
constexpr qsizetype kIndexedPrefix = 5;

/// All tokens of a customer of these names: indexWords(), for every two words of a name one token more, and
/// one for each word and the opening of another, its first letter and its first two. A name that stands in
/// one script only is held in the other too, one that is shortened (Mohd) written out too.
QString searchTokens(const QString& nameAr, const QString& nameEn);

/// Terms that hold of whoever has all of `words`, and of few others: pairs of one script, as few as hold
/// every word, else the word itself; one of each group.
std::vector<QStringList> termsOf(const QStringList& words);
/// Of each finished word of the growing one's script: that and what the growing one begins with. Nothing when
/// it may be a finished one over again, or when there is none of its script.
std::vector<QStringList> openingTerms(const TypedWords& typed);
/// Where there are openingTerms(): what holds of the finished words besides one of them, which says of a lone
/// word of the growing one's script that it is there.
std::vector<QStringList> termsBesideOpening(const TypedWords& typed);
/// Of such a lone word, which has an article or ending that pairs leave out. Empty of another.
QString loneTerm(const TypedWords& typed);
/// Should the growing word be whole as it stands: of whoever has it and the last finished word of its script.
QString wholeTerm(const TypedWords& typed);
/// How a growing word is looked for behind others: a Latin one by its sound.
QString beginningKey(const QString& word);
/// عبدال and Abdul begin too many names: who has such a one that goes on with this letter. Empty for another
/// word.
QString servantTerm(const QString& word);
/// Prefixes that the index has lists of, one of which whoever has a word that begins so is in; those of عبدال
/// and Abdul are what comes behind.
QStringList listedPrefixes(const QString& word);

/// Tells how well the tokens of a customer answer what was typed. What to look for is made once.
class Verifier {
public:
    explicit Verifier(const TypedWords& typed);
    /// `tokens` in UTF-8. 0 exactly, 1 by beginnings, 2 by sound or ending, nothing not at all.
    std::optional<int> rank(QByteArrayView tokens) const;

private:
    struct Finished {
        QByteArray exact;
        QByteArrayList alike;
    };

    int rankOfLast(QByteArrayView word) const;

    std::vector<Finished> m_finished;
    QByteArray m_last;
    QByteArrayList m_beginnings, m_soundBeginnings;
    bool m_mayBeParticle;
};

} // namespace sanad
