#pragma once

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

namespace sanad::bench {

/// Sees what SQLite does in this process below the driver: the newest connection, how often files are synced,
/// which rows a commit wrote. install() once, before the first database is opened.
class SqliteProbe {
public:
    static void install();
    /// The connection that was opened last.
    static sqlite3* newestConnection();
    static std::int64_t syncs();
    /// How many statements `work` runs on `connection`; those inside triggers are not counted.
    static std::int64_t statements(sqlite3* connection, const std::function<void()>& work);
};

/// One row that a commit left behind.
struct RowImage {
    QByteArray table;
    std::int64_t rowid = 0;
    enum class Act { Insert, Update, Delete } act = Act::Insert;
    std::vector<QByteArray> columns; ///< Names.
    struct Value {
        int type = SQLITE_NULL;
        std::int64_t integer = 0;
        QByteArray bytes; ///< Of text and blobs.

        bool operator==(const Value&) const = default;
    };
    std::vector<Value> values;
    /// Of an update: what a program finds the row by. Empty where that is the row id.
    std::vector<QByteArray> keyColumns = {};
    std::vector<Value> keyValues = {};
};

/// Records which rows change on `connection` until take() reads them back.
class RowRecorder {
public:
    explicit RowRecorder(sqlite3* connection);
    ~RowRecorder();
    /// The rows written since the last take(), each once, as they stand now, in the order of their first
    /// write.
    std::vector<RowImage> take();

private:
    struct Touch {
        QByteArray table;
        std::int64_t rowid = 0;
        RowImage::Act act = RowImage::Act::Insert;
    };
    void touched(int act, const char* table, std::int64_t rowid);

    sqlite3* m_connection;
    std::vector<Touch> m_touches;
};

/// Writes recorded rows to a copy of the database with prepared statements of the C API: the floor.
class RowReplayer {
public:
    explicit RowReplayer(const QString& file);
    ~RowReplayer();
    void setSynchronous(bool on);
    /// `rows` with only the columns of updated rows that differ from what the copy holds: an update of a
    /// column that stays as it is would rewrite its indexes for nothing. Not part of what is measured.
    std::vector<RowImage> reduced(std::vector<RowImage> rows);
    /// What of the commit can only be written once something else was read: the rows with a given value.
    struct Read {
        QByteArray table, column;
        RowImage::Value value;
    };
    /// One durable commit of these rows, after these reads.
    void commit(const std::vector<RowImage>& rows, const std::vector<Read>& reads);

private:
    void execute(const char* sql);
    sqlite3_stmt* prepared(const QByteArray& key, const QByteArray& sql);
    sqlite3_stmt* statement(const RowImage& row);
    void read(const Read& read);
    const std::vector<QByteArray>& keyOf(const QByteArray& table);

    sqlite3* m_connection = nullptr;
    sqlite3_stmt* m_begin = nullptr;
    sqlite3_stmt* m_end = nullptr;
    std::map<QByteArray, sqlite3_stmt*> m_statements;
    std::map<QByteArray, std::vector<QByteArray>> m_keys;
    qint64 m_bytesRead = 0;
};

} // namespace sanad::bench
