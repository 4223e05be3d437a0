#pragma once

#include "core/storage/engine.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sanad {

/// A prepared statement as its engine has it: values by position from 0, rows in turn. Throws DbError.
class EngineStatement {
public:
    EngineStatement() = default;
    EngineStatement(const EngineStatement&) = delete;
    EngineStatement& operator=(const EngineStatement&) = delete;
    virtual ~EngineStatement() = default;

    virtual void bind(int position, std::int64_t value) = 0;
    virtual void bind(int position, const QString& value) = 0;
    virtual void bind(int position, const QByteArray& value) = 0;
    virtual void bindNull(int position) = 0;

    /// Executes; what returns rows then stands before the first.
    virtual void run() = 0;
    virtual bool next() = 0;
    /// Lets go of the rows and of the read snapshot.
    virtual void finish() = 0;
    virtual std::int64_t affected() const = 0;

    virtual bool isNull(int column) const = 0;
    virtual std::int64_t int64(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;
};

/// SQLite: the C API on the driver's own handle. Binding through QSqlQuery makes a text of every position and
/// copies every row once more, which together cost a visit more than SQLite itself.
std::unique_ptr<EngineStatement> sqliteStatement(
    const QSqlDatabase& connection, const QString& positionalSql);
/// PostgreSQL: a forward-only QSqlQuery.
std::unique_ptr<EngineStatement> serverStatement(
    const QSqlDatabase& connection, const QString& positionalSql);

/// A prepared statement and where each of its names stands.
struct Statement {
    struct Name {
        std::string name; // without the colon
        std::vector<int> positions;
        bool bound = false;
    };
    std::unique_ptr<EngineStatement> prepared;
    std::vector<Name> names;
    std::size_t lastBound = 0; // names are mostly bound in the order in which they stand
    bool inUse = false;

    /// Throws DbError for a name that the statement does not have.
    const Name& take(std::string_view name);
    void forgetBound();
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
