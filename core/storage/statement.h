#pragma once

#include "core/storage/engine.h"

#include <QSqlQuery>

#include <string>
#include <unordered_map>
#include <vector>

namespace sanad {

/// A prepared statement and where each of its names stands.
struct Statement {
    struct Name {
        std::string name; // without the colon
        std::vector<int> positions;
        bool bound = false;
    };
    QSqlQuery query;
    std::vector<Name> names;
    bool inUse = false;

    explicit Statement(const QSqlDatabase& connection)
        : query(connection)
    {
    }
};

/// `sql` with `?` for every `:name`, and the names in order; quotes, comments and `::` are left alone.
QString positionalSql(QStringView sql, std::vector<Statement::Name>& names);

/// The statements of one connection, prepared once each. A statement met again while it is in use (nested
/// reads) gets a twin, kept likewise.
class StatementCache {
public:
    StatementCache(const QSqlDatabase& connection, engine::Kind kind)
        : m_connection(connection)
        , m_kind(kind)
    {
    }
    /// Throws DbError when the text cannot be prepared.
    Statement& take(const char* literal);
    Statement& take(const QString& sql);
    std::int64_t prepared() const { return m_prepared; }
    engine::Kind kind() const { return m_kind; }

private:
    using Twins = std::vector<std::unique_ptr<Statement>>;
    Statement& takeFrom(Twins& twins, const QString& sql);

    QSqlDatabase m_connection;
    engine::Kind m_kind;
    std::unordered_map<const char*, Twins> m_byLiteral;
    std::unordered_map<QString, Twins> m_byText;
    std::int64_t m_prepared = 0;
};

} // namespace sanad
