#include "core/storage/database_impl.h"

using namespace Qt::StringLiterals;

namespace sanad {

Query::Query(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
    m_impl->statement->inUse = true;
    m_impl->statement->forgetBound();
}

Query::Query(Query&&) noexcept = default;

Query::~Query()
{
    if (!m_impl) return;
    m_impl->statement->prepared->finish();
    m_impl->statement->inUse = false;
}

namespace {

/// Names are written `:name` where they are bound, as in the statement.
std::string_view bare(std::string_view name)
{
    return name.starts_with(':') ? name.substr(1) : name;
}

template <class Value> void bindAll(Statement& statement, std::string_view name, const Value& value)
{
    for (const int position : statement.take(bare(name)).positions)
        statement.prepared->bind(position, value);
}

} // namespace

Query& Query::bind(std::string_view name, std::int64_t value)
{
    bindAll(*m_impl->statement, name, value);
    return *this;
}

Query& Query::bind(std::string_view name, const QString& value)
{
    bindAll(*m_impl->statement, name, value);
    return *this;
}

Query& Query::bind(std::string_view name, const QByteArray& value)
{
    bindAll(*m_impl->statement, name, value);
    return *this;
}

Query& Query::bindNull(std::string_view name)
{
    for (const int position : m_impl->statement->take(bare(name)).positions)
        m_impl->statement->prepared->bindNull(position);
    return *this;
}

Query& Query::run()
{
    for (const auto& name : m_impl->statement->names)
        if (!name.bound)
            throw DbError({ErrorCode::Internal, u"storage.failed"_s, {},
                u"unbound placeholder %1"_s.arg(QString::fromStdString(name.name))});
    m_impl->statement->prepared->run();
    return *this;
}

bool Query::next()
{
    return m_impl->statement->prepared->next();
}
std::int64_t Query::affected() const
{
    return m_impl->statement->prepared->affected();
}
bool Query::isNull(int column) const
{
    return m_impl->statement->prepared->isNull(column);
}
std::int64_t Query::int64(int column) const
{
    return m_impl->statement->prepared->int64(column);
}
QString Query::text(int column) const
{
    return m_impl->statement->prepared->text(column);
}
QByteArray Query::bytes(int column) const
{
    return m_impl->statement->prepared->bytes(column);
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
    const Database::Impl& db = *m_database.m_impl;
    if (!db.keyMark.isEmpty() && db.keyMark != db.vaultMark)
        throw DbError({ErrorCode::Denied, u"vault.key-changed"_s, {}, {}});
    return *db.vault;
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

void Tx::beforeCommit(std::function<void()> last)
{
    m_database.m_impl->beforeCommit.push_back(std::move(last));
}

void Tx::afterCommit(std::function<void()> after)
{
    m_database.m_impl->afterCommit.push_back(std::move(after));
}

Memory& Tx::memory()
{
    return m_database.m_impl->transactionMemory;
}

std::optional<std::int64_t> Tx::foreignChanges()
{
    if (onServer()) return std::nullopt;
    auto version = query("PRAGMA data_version");
    version.run().next();
    return version.int64(0);
}

Memory& Tx::connectionMemory()
{
    return m_database.m_impl->memory;
}

void Tx::touched(const QString& topic)
{
    if (!m_database.m_impl->topics.contains(topic)) m_database.m_impl->topics << topic;
}

} // namespace sanad
