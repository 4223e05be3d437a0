#include "app/portal/sqlite.h"

#include <QFile>

#include <sqlite3.h>

namespace sanad::portal {

Statement::~Statement()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Statement& Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, index, value);
    return *this;
}

Statement& Statement::bind(int index, const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement, index, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind(int index, const QByteArray& value)
{
    sqlite3_bind_blob(
        m_statement, index, value.constData(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

bool Statement::step()
{
    const int outcome = sqlite3_step(m_statement);
    if (outcome == SQLITE_ROW) return true;
    if (outcome == SQLITE_DONE) return false;
    throw SqliteError(sqlite3_errmsg(sqlite3_db_handle(m_statement)));
}

void Statement::run()
{
    while (step()) { }
}

std::int64_t Statement::int64(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArray Statement::bytes(int column) const
{
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {data, sqlite3_column_bytes(m_statement, column)};
}

Sqlite::Sqlite(const QString& path)
{
    // It holds what desks sent; the files that SQLite puts beside it are as it is.
    if (QFile record(path); record.open(QIODevice::Append))
        record.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (sqlite3_open(path.toUtf8().constData(), &m_database) != SQLITE_OK) {
        const std::string why = sqlite3_errmsg(m_database);
        sqlite3_close(m_database);
        throw SqliteError(why);
    }
    sqlite3_busy_timeout(m_database, 5000);
    execute("PRAGMA journal_mode=WAL");
    execute("PRAGMA synchronous=FULL");
    execute("PRAGMA foreign_keys=ON");
}

Sqlite::~Sqlite()
{
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

void Sqlite::execute(const char* sql)
{
    if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw SqliteError(sqlite3_errmsg(m_database));
}

Statement Sqlite::prepare(const char* sql)
{
    sqlite3_stmt*& statement = m_statements[sql];
    if (!statement &&
        sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        throw SqliteError(sqlite3_errmsg(m_database));
    return Statement(statement);
}

std::int64_t Sqlite::changes() const
{
    return sqlite3_changes64(m_database);
}

SqliteTransaction::SqliteTransaction(Sqlite& database)
    : m_database(database)
{
    m_database.execute("BEGIN IMMEDIATE");
}

SqliteTransaction::~SqliteTransaction()
{
    if (!m_open) return;
    try {
        m_database.execute("ROLLBACK");
    } catch (const SqliteError&) {
        // The engine has rolled back by itself, e.g. on a full disk.
    }
}

void SqliteTransaction::commit()
{
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace sanad::portal
