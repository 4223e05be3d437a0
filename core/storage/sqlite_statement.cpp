#include "core/storage/statement.h"

#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

sqlite3* handleOf(const QSqlDatabase& connection)
{
    const QVariant handle = connection.driver()->handle();
    Q_ASSERT(qstrcmp(handle.typeName(), "sqlite3*") == 0);
    return *static_cast<sqlite3* const*>(handle.constData());
}

/// Longer texts are turned many letters at a time, which pays for the memory that this takes.
constexpr std::size_t kShortText = 48;

/// Writes `text` to `out` as UTF-8, a short one in the memory that `out` has already.
void encode(const QString& text, std::string& out)
{
    const char16_t* const units = reinterpret_cast<const char16_t*>(text.utf16());
    const auto size = static_cast<std::size_t>(text.size());
    const bool plain =
        size <= kShortText && std::all_of(units, units + size, [](char16_t unit) { return unit < 0x80; });
    if (plain) {
        out.resize(size);
        std::transform(
            units, units + size, out.begin(), [](char16_t unit) { return static_cast<char>(unit); });
    } else {
        const QByteArray utf8 = text.toUtf8();
        out.assign(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    }
}

class SqliteStatement final : public EngineStatement {
public:
    SqliteStatement(const QSqlDatabase& connection, const QString& sql)
        : m_connection(handleOf(connection))
    {
        const QByteArray text = sql.toUtf8();
        if (sqlite3_prepare_v3(m_connection, text.constData(), static_cast<int>(text.size()),
                SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK)
            fail(text);
        const auto positions = static_cast<std::size_t>(sqlite3_bind_parameter_count(m_statement));
        m_texts.resize(positions);
        m_blobs.resize(positions);
    }
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }

    // What is bound stays here until it is bound anew, so SQLite need not copy it.
    void bind(int position, std::int64_t value) override
    {
        ready();
        expect(sqlite3_bind_int64(m_statement, position + 1, value));
    }
    void bind(int position, const QString& value) override
    {
        std::string& text = m_texts[static_cast<std::size_t>(position)];
        ready();
        encode(value, text);
        expect(sqlite3_bind_text(
            m_statement, position + 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
    }
    void bind(int position, const QByteArray& value) override
    {
        QByteArray& blob = m_blobs[static_cast<std::size_t>(position)];
        ready();
        blob = value;
        // constData() is never null, so an empty value is an empty blob and not NULL.
        expect(sqlite3_bind_blob(
            m_statement, position + 1, blob.constData(), static_cast<int>(blob.size()), SQLITE_STATIC));
    }
    void bindNull(int position) override
    {
        ready();
        expect(sqlite3_bind_null(m_statement, position + 1));
    }

    void run() override
    {
        ready();
        m_standsBeforeRow = step();
        m_done = !m_standsBeforeRow;
    }
    bool next() override
    {
        if (m_done) return false; // a further step would run it anew
        if (!m_standsBeforeRow && !step()) m_done = true;
        m_standsBeforeRow = false;
        return !m_done;
    }
    void finish() override
    {
        sqlite3_reset(m_statement);
        m_stepped = false;
        m_standsBeforeRow = false;
        m_done = true;
    }
    std::int64_t affected() const override { return sqlite3_changes(m_connection); }

    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    std::int64_t int64(int column) const override { return sqlite3_column_int64(m_statement, column); }
    QString text(int column) const override
    {
        const auto* text = sqlite3_column_text(m_statement, column);
        if (!text) return {};
        return QString::fromUtf8(
            reinterpret_cast<const char*>(text), sqlite3_column_bytes(m_statement, column));
    }
    QByteArray bytes(int column) const override
    {
        const void* bytes = sqlite3_column_blob(m_statement, column);
        return QByteArray(static_cast<const char*>(bytes), sqlite3_column_bytes(m_statement, column));
    }

private:
    /// A statement that was stepped takes no values until it is reset.
    void ready()
    {
        if (m_stepped) finish();
    }
    bool step()
    {
        m_stepped = true;
        const int result = sqlite3_step(m_statement);
        if (result == SQLITE_ROW) return true;
        if (result == SQLITE_DONE) return false;
        fail(sqlite3_sql(m_statement));
    }
    void expect(int result) const
    {
        if (result != SQLITE_OK) fail(sqlite3_sql(m_statement));
    }
    [[noreturn]] void fail(const QByteArray& sql) const
    {
        const QSqlError error({}, QString::fromUtf8(sqlite3_errmsg(m_connection)), QSqlError::StatementError,
            QString::number(sqlite3_extended_errcode(m_connection)));
        throw DbError(engine::errorFrom(engine::Kind::Sqlite, error, QString::fromUtf8(sql)));
    }

    sqlite3* m_connection;
    sqlite3_stmt* m_statement = nullptr;
    std::vector<std::string> m_texts;
    std::vector<QByteArray> m_blobs;
    bool m_stepped = false;
    bool m_standsBeforeRow = false;
    bool m_done = true;
};

} // namespace

std::unique_ptr<EngineStatement> sqliteStatement(const QSqlDatabase& connection, const QString& positionalSql)
{
    return std::make_unique<SqliteStatement>(connection, positionalSql);
}

} // namespace sanad
