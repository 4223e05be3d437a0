#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <stdexcept>

struct sqlite3;
struct sqlite3_stmt;

namespace sanad::portal {

class SqliteError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A prepared statement that is reset when it goes out of scope. Parameters and columns count from 1 and 0,
/// as in SQLite.
class Statement {
public:
    explicit Statement(sqlite3_stmt* statement)
        : m_statement(statement)
    {
    }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, const QString& value);
    Statement& bind(int index, const QByteArray& value);
    /// True while there is a row. Throws SqliteError.
    bool step();
    void run();

    std::int64_t int64(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;

private:
    sqlite3_stmt* m_statement;
};

/// One connection to the portal's own file, with its statements prepared once. Not thread-safe.
class Sqlite {
public:
    /// Opens or creates; WAL, synchronous=FULL. Throws SqliteError.
    explicit Sqlite(const QString& path);
    Sqlite(const Sqlite&) = delete;
    Sqlite& operator=(const Sqlite&) = delete;
    ~Sqlite();

    void execute(const char* sql);
    /// `sql` must be a literal: its address is the key of the cache.
    Statement prepare(const char* sql);
    std::int64_t changes() const;

private:
    sqlite3* m_database = nullptr;
    std::map<const char*, sqlite3_stmt*> m_statements;
};

/// BEGIN IMMEDIATE now, ROLLBACK at the end of the scope unless commit() was reached.
class SqliteTransaction {
public:
    explicit SqliteTransaction(Sqlite& database);
    SqliteTransaction(const SqliteTransaction&) = delete;
    SqliteTransaction& operator=(const SqliteTransaction&) = delete;
    ~SqliteTransaction();
    void commit();

private:
    Sqlite& m_database;
    bool m_open = true;
};

} // namespace sanad::portal
