#include "core/storage/statement.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

class ServerStatement final : public EngineStatement {
public:
    ServerStatement(const QSqlDatabase& connection, const QString& sql)
        : m_query(connection)
    {
        m_query.setForwardOnly(true);
        if (!m_query.prepare(sql)) fail();
    }

    void bind(int position, std::int64_t value) override
    {
        m_query.bindValue(position, QVariant(static_cast<qlonglong>(value)));
    }
    void bind(int position, const QString& value) override
    {
        // A null QString is an empty text here; NULL has a call of its own.
        m_query.bindValue(position, value.isNull() ? QVariant(u""_s) : QVariant(value));
    }
    void bind(int position, const QByteArray& value) override
    {
        m_query.bindValue(position, value.isNull() ? QVariant(QByteArray("")) : QVariant(value));
    }
    void bindNull(int position) override { m_query.bindValue(position, QVariant()); }

    void run() override
    {
        if (!m_query.exec()) fail();
    }
    bool next() override
    {
        if (m_query.next()) return true;
        if (m_query.lastError().isValid()) fail();
        return false;
    }
    void finish() override { m_query.finish(); }
    std::int64_t affected() const override { return m_query.numRowsAffected(); }

    bool isNull(int column) const override { return m_query.isNull(column); }
    std::int64_t int64(int column) const override { return m_query.value(column).toLongLong(); }
    QString text(int column) const override { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const override { return m_query.value(column).toByteArray(); }

private:
    [[noreturn]] void fail() const
    {
        throw DbError(engine::errorFrom(engine::Kind::Postgres, m_query.lastError(), m_query.lastQuery()));
    }

    QSqlQuery m_query;
};

} // namespace

std::unique_ptr<EngineStatement> serverStatement(const QSqlDatabase& connection, const QString& positionalSql)
{
    return std::make_unique<ServerStatement>(connection, positionalSql);
}

} // namespace sanad
