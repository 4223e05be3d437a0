#pragma once

#include "core/base/id.h"
#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// The search index of names: FTS5 without contents on SQLite, a table of words on PostgreSQL. Holds the
/// words of indexWords(); finds by any word from its first letter. Retrieval is bounded: the newest that
/// match, never a sort of all that do.
class CustomerIndex {
public:
    explicit CustomerIndex(Tx& tx)
        : m_tx(tx)
    {
    }

    /// What is put in for a customer of these names.
    static QString textOf(const QString& nameAr, const QString& nameEn);

    void add(CustomerId id, const QString& text);
    /// `text` exactly as it was added.
    void remove(CustomerId id, const QString& text);

    /// Customers of whom `typed` may be the beginning: exact words first, then words that begin so, then such
    /// as sound alike; newest first in each.
    std::vector<CustomerId> find(const QString& typed, int limit);
    /// Customers who have every one of `words`.
    std::vector<CustomerId> withAllWords(const QStringList& words, int limit);

    /// Joins the parts that a bulk load left (SQLite).
    void optimise();

private:
    struct Pattern; ///< All of these words, and one that begins with any of those.
    void collect(const Pattern& pattern, int limit, std::vector<CustomerId>& found);
    void collectOnSqlite(const Pattern& pattern, int limit, std::vector<CustomerId>& found);
    void collectOnServer(const Pattern& pattern, int limit, std::vector<CustomerId>& found);

    Tx& m_tx;
};

} // namespace sanad
