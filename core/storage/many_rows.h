#pragma once

#include "core/storage/database.h"

#include <functional>
#include <string>

namespace sanad {

/// The values of one row among several of one statement.
class RowBinds {
public:
    /// `suffix` stands behind each of this row's names.
    RowBinds(Query& query, std::string suffix)
        : m_query(query)
        , m_suffix(std::move(suffix))
    {
    }
    template <class Value> RowBinds& bind(std::string_view name, const Value& value)
    {
        if (m_suffix.empty())
            m_query.bind(name, value);
        else
            m_query.bind(std::string(name) + m_suffix, value);
        return *this;
    }

private:
    Query& m_query;
    std::string m_suffix;
};

/// Runs `sql`, which inserts one row with all its names within `VALUES (…)`, for `count` rows. `bind` gives
/// the values of the row of that number. A server takes four, two or one with each statement: it is asked
/// seldom, and few texts are prepared. SQLite takes one by one, which costs it less. With ON CONFLICT no two
/// rows may have one key. Throws DbError.
void writeRows(Tx& tx, const char* sql, std::size_t count,
    const std::function<void(RowBinds& row, std::size_t index)>& bind);

} // namespace sanad
