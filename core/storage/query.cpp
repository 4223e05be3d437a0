#include "core/storage/database_impl.h"

#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

Query::Query(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
    m_impl->statement->inUse = true;
    for (auto& name : m_impl->statement->names)
        name.bound = false;
}

Query::Query(Query&&) noexcept = default;

Query::~Query()
{
    if (!m_impl) return;
    m_impl->statement->query.finish(); // lets go of the read snapshot
    m_impl->statement->inUse = false;
}

namespace {

void bindValue(Statement& statement, std::string_view name, const QVariant& value)
{
    const auto known = std::find_if(statement.names.begin(), statement.names.end(),
        [&](const Statement::Name& candidate) { return candidate.name == name; });
    if (known == statement.names.end())
        throw DbError({ErrorCode::Internal, u"storage.failed"_s, {},
            u"no placeholder %1"_s.arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())))});
    for (const int position : known->positions)
        statement.query.bindValue(position, value);
    known->bound = true;
}

/// Names are written `:name` where they are bound, as in the statement.
std::string_view bare(std::string_view name)
{
    return name.starts_with(':') ? name.substr(1) : name;
}

} // namespace

Query& Query::bind(std::string_view name, std::int64_t value)
{
    bindValue(*m_impl->statement, bare(name), QVariant(static_cast<qlonglong>(value)));
    return *this;
}

Query& Query::bind(std::string_view name, const QString& value)
{
    // A null QString is an empty text here; NULL has a call of its own.
    bindValue(*m_impl->statement, bare(name), value.isNull() ? QVariant(u""_s) : QVariant(value));
    return *this;
}

Query& Query::bind(std::string_view name, const QByteArray& value)
{
    bindValue(*m_impl->statement, bare(name), value.isNull() ? QVariant(QByteArray("")) : QVariant(value));
    return *this;
}

Query& Query::bindNull(std::string_view name)
{
    bindValue(*m_impl->statement, bare(name), QVariant());
    return *this;
}

Query& Query::run()
{
    Statement& statement = *m_impl->statement;
    for (const auto& name : statement.names)
        if (!name.bound)
            throw DbError({ErrorCode::Internal, u"storage.failed"_s, {},
                u"unbound placeholder %1"_s.arg(QString::fromStdString(name.name))});
    if (!statement.query.exec())
        throw DbError(engine::errorFrom(
            m_impl->database->kind, statement.query.lastError(), statement.query.lastQuery()));
    return *this;
}

bool Query::next()
{
    QSqlQuery& query = m_impl->statement->query;
    if (query.next()) return true;
    if (query.lastError().isValid())
        throw DbError(engine::errorFrom(m_impl->database->kind, query.lastError(), query.lastQuery()));
    return false;
}

std::int64_t Query::affected() const
{
    return m_impl->statement->query.numRowsAffected();
}
bool Query::isNull(int column) const
{
    return m_impl->statement->query.isNull(column);
}
std::int64_t Query::int64(int column) const
{
    return m_impl->statement->query.value(column).toLongLong();
}
QString Query::text(int column) const
{
    return m_impl->statement->query.value(column).toString();
}
QByteArray Query::bytes(int column) const
{
    return m_impl->statement->query.value(column).toByteArray();
}

Query Tx::query(const char* sql)
{
    return Query(std::make_unique<Query::Impl>(
        Query::Impl{m_database.m_impl.get(), &m_database.m_impl->statements->take(sql)}));
}

Query Tx::query(const QString& sql)
{
    return Query(std::make_unique<Query::Impl>(
        Query::Impl{m_database.m_impl.get(), &m_database.m_impl->statements->take(sql)}));
}

void Tx::execute(const QString& sql)
{
    QSqlQuery query(m_database.m_impl->connection);
    if (!query.exec(sql)) throw DbError(engine::errorFrom(m_database.m_impl->kind, query.lastError(), sql));
}

const Vault& Tx::vault() const
{
    if (!m_database.m_impl->vault) throw DbError({ErrorCode::Denied, u"vault.locked"_s, {}, {}});
    return *m_database.m_impl->vault;
}

bool Tx::onServer() const
{
    return m_database.onServer();
}
bool Tx::writable() const
{
    return m_database.m_impl->writing;
}
QDateTime Tx::now() const
{
    return m_database.m_impl->now;
}

void Tx::afterCommit(std::function<void()> after)
{
    m_database.m_impl->afterCommit.push_back(std::move(after));
}

void Tx::touched(const QString& topic)
{
    if (!m_database.m_impl->topics.contains(topic)) m_database.m_impl->topics << topic;
}

} // namespace sanad
