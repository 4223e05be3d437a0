#pragma once

#include "core/base/id.h"
#include "core/base/search_text.h"
#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// The search index of names: FTS5 without contents on SQLite, a table of words on PostgreSQL. Holds the
/// words of a name in all their forms, every two of its words, and each word with the opening of another, so
/// that "Salim Hamad" and "Salim Ha" are short lists and not the meeting of two long ones.
/// Retrieval is bounded: the newest that match, never a sort of all that do.
class CustomerIndex {
public:
    explicit CustomerIndex(Tx& tx)
        : m_tx(tx)
    {
    }

    /// `text` as searchTokens() of search_terms.h makes it.
    void add(CustomerId id, const QString& text);
    /// `text` exactly as it was added.
    void remove(CustomerId id, const QString& text);

    /// Customers of whom `typed` may be the beginning: exact words first, then words that begin so, then such
    /// as sound alike; newest first in each.
    std::vector<CustomerId> find(const QString& typed, int limit);
    /// Customers who have every one of `words`, keys of searchWords().
    std::vector<CustomerId> withAllWords(const QStringList& words, int limit);

    /// While on, additions wait in memory for longer and are joined by optimise() alone (SQLite). Turn it off
    /// in the same transaction.
    void setBulk(bool on);
    /// Joins the parts that a bulk load left (SQLite).
    void optimise();

private:
    struct Pattern; ///< One word of each group, and one that begins with any of those.
    struct Hits; ///< What was found so far, each once, up to a limit.
    struct Ranked; ///< What a look at one list found, by how well it answers.
    void findTyped(TypedWords typed, Hits& hits);
    void findWord(const TypedWords& typed, Hits& hits);
    void findName(const TypedWords& typed, Hits& hits);
    void findBeginnings(Pattern growing, const TypedWords& typed, Ranked& ranked, Hits& hits);
    void collect(const Pattern& pattern, Hits& hits);
    void collectVerified(const Pattern& pattern, const TypedWords& typed, Hits& hits);
    /// Looks at what the pattern leads to one by one, up to a number; true when that was all.
    bool lookAt(const Pattern& pattern, const TypedWords& typed, Ranked& ranked);
    /// Ids, newest first, and for the shortened ones the tokens of each.
    Query match(const Pattern& pattern, bool shortened, int limit);
    Query matchOnServer(const Pattern& pattern, int limit);

    Tx& m_tx;
};

} // namespace sanad
