#include "app/bench/sqlite_probe.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>

namespace sanad::bench {

namespace {

std::atomic<std::int64_t> g_syncs{0};
std::atomic<sqlite3*> g_newest{nullptr};
sqlite3_vfs* g_system = nullptr;

/// The file methods of the system's VFS with xSync counted; one copy per original table.
const sqlite3_io_methods* counting(const sqlite3_io_methods* original)
{
    struct Copy {
        sqlite3_io_methods methods;
        const sqlite3_io_methods* original;
    };
    static std::mutex guard;
    static std::map<const sqlite3_io_methods*, Copy> copies;
    static std::map<const sqlite3_io_methods*, const sqlite3_io_methods*> originals;
    const std::lock_guard lock(guard);
    const auto known = copies.find(original);
    if (known != copies.end()) return &known->second.methods;
    auto& copy = copies[original];
    copy = {*original, original};
    originals[&copy.methods] = original;
    copy.methods.xSync = [](sqlite3_file* file, int flags) {
        ++g_syncs;
        return originals.at(file->pMethods)->xSync(file, flags);
    };
    return &copy.methods;
}

int openCounted(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    const int result = g_system->xOpen(g_system, name, file, flags, outFlags);
    if (result == SQLITE_OK && file->pMethods) file->pMethods = counting(file->pMethods);
    return result;
}

int rememberConnection(sqlite3* connection, char**, const sqlite3_api_routines*)
{
    g_newest = connection;
    return SQLITE_OK;
}

[[noreturn]] void fail(sqlite3* connection, const char* what)
{
    std::fprintf(stderr, "bench: %s: %s\n", what, sqlite3_errmsg(connection));
    std::exit(3);
}

RowImage::Value valueAt(sqlite3_stmt* statement, int column)
{
    RowImage::Value value{
        sqlite3_column_type(statement, column), sqlite3_column_int64(statement, column), {}};
    if (value.type == SQLITE_TEXT || value.type == SQLITE_BLOB)
        value.bytes = QByteArray(static_cast<const char*>(sqlite3_column_blob(statement, column)),
            sqlite3_column_bytes(statement, column));
    return value;
}

void bindValue(sqlite3_stmt* statement, int at, const RowImage::Value& value)
{
    const auto size = static_cast<int>(value.bytes.size());
    switch (value.type) {
    case SQLITE_INTEGER:
        sqlite3_bind_int64(statement, at, value.integer);
        break;
    case SQLITE_TEXT:
        sqlite3_bind_text(statement, at, value.bytes.constData(), size, SQLITE_STATIC);
        break;
    case SQLITE_BLOB:
        sqlite3_bind_blob(statement, at, value.bytes.constData(), size, SQLITE_STATIC);
        break;
    default:
        sqlite3_bind_null(statement, at);
    }
}

} // namespace

void SqliteProbe::install()
{
    static sqlite3_vfs counted;
    if (g_system) return;
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // as core/storage has it; after the next call it is too late
    g_system = sqlite3_vfs_find(nullptr);
    counted = *g_system;
    counted.zName = "counted";
    counted.pNext = nullptr;
    counted.xOpen = openCounted;
    sqlite3_vfs_register(&counted, 1);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(rememberConnection));
}

sqlite3* SqliteProbe::newestConnection()
{
    return g_newest;
}
std::int64_t SqliteProbe::syncs()
{
    return g_syncs;
}

std::int64_t SqliteProbe::statements(sqlite3* connection, const std::function<void()>& work)
{
    std::int64_t count = 0;
    const auto begun = [](unsigned, void* counter, void*, void* text) {
        // What a trigger does is told as a comment.
        const QByteArrayView sql(static_cast<const char*>(text));
        if (sql.startsWith("--")) return 0;
        ++*static_cast<std::int64_t*>(counter);
        if (qEnvironmentVariableIsSet("SANAD_BENCH_VERBOSE"))
            std::fprintf(stderr, "%s\n", sql.toByteArray().simplified().constData());
        return 0;
    };
    sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, begun, &count);
    work();
    sqlite3_trace_v2(connection, 0, nullptr, nullptr);
    return count;
}

RowRecorder::RowRecorder(sqlite3* connection)
    : m_connection(connection)
{
    sqlite3_update_hook(
        connection,
        [](void* self, int act, const char*, const char* table, sqlite3_int64 rowid) {
            static_cast<RowRecorder*>(self)->touched(act, table, rowid);
        },
        this);
}

RowRecorder::~RowRecorder()
{
    sqlite3_update_hook(m_connection, nullptr, nullptr);
}

void RowRecorder::touched(int act, const char* table, std::int64_t rowid)
{
    const auto known = std::find_if(m_touches.begin(), m_touches.end(),
        [&](const Touch& touch) { return touch.rowid == rowid && touch.table == table; });
    const auto kind = act == SQLITE_INSERT ? RowImage::Act::Insert
        : act == SQLITE_DELETE             ? RowImage::Act::Delete
                                           : RowImage::Act::Update;
    if (known == m_touches.end())
        m_touches.push_back({table, rowid, kind});
    else if (kind == RowImage::Act::Delete)
        known->act = kind;
}

std::vector<RowImage> RowRecorder::take()
{
    std::vector<RowImage> rows;
    for (const Touch& touch : m_touches) {
        RowImage row{touch.table, touch.rowid, touch.act, {}, {}};
        sqlite3_stmt* statement = nullptr;
        const QByteArray sql = "SELECT * FROM \"" + touch.table + "\" WHERE rowid = ?";
        if (sqlite3_prepare_v2(m_connection, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
            fail(m_connection, "read back");
        sqlite3_bind_int64(statement, 1, touch.rowid);
        if (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                row.columns.emplace_back(sqlite3_column_name(statement, i));
                row.values.push_back(valueAt(statement, i));
            }
            rows.push_back(std::move(row));
        } else if (touch.act == RowImage::Act::Delete) {
            rows.push_back(std::move(row));
        }
        sqlite3_finalize(statement);
    }
    m_touches.clear();
    return rows;
}

RowReplayer::RowReplayer(const QString& file)
{
    if (sqlite3_open(file.toUtf8().constData(), &m_connection) != SQLITE_OK) fail(m_connection, "open");
    for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
             "PRAGMA recursive_triggers=ON", "PRAGMA wal_autocheckpoint=4000", "PRAGMA cache_size=-16384",
             "PRAGMA temp_store=MEMORY", "PRAGMA secure_delete=ON", "PRAGMA trusted_schema=OFF",
             "PRAGMA cell_size_check=ON"})
        execute(pragma);
    sqlite3_prepare_v2(m_connection, "BEGIN IMMEDIATE", -1, &m_begin, nullptr);
    sqlite3_prepare_v2(m_connection, "COMMIT", -1, &m_end, nullptr);
}

RowReplayer::~RowReplayer()
{
    sqlite3_finalize(m_begin);
    sqlite3_finalize(m_end);
    for (auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_connection);
}

void RowReplayer::setSynchronous(bool on)
{
    execute(on ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
}

void RowReplayer::execute(const char* sql)
{
    if (sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(m_connection, sql);
}

sqlite3_stmt* RowReplayer::prepared(const QByteArray& key, const QByteArray& sql)
{
    auto& statement = m_statements[key];
    if (!statement &&
        sqlite3_prepare_v3(
            m_connection, sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        fail(m_connection, sql.constData());
    return statement;
}

sqlite3_stmt* RowReplayer::statement(const RowImage& row)
{
    const char kind = row.act == RowImage::Act::Insert ? 'i' : row.act == RowImage::Act::Update ? 'u' : 'd';
    QByteArray key = row.table + kind;
    if (row.act == RowImage::Act::Update)
        for (const auto& column : row.columns)
            key += ',' + column;
    const auto known = m_statements.find(key);
    if (known != m_statements.end()) return known->second;
    QByteArray sql;
    if (row.act == RowImage::Act::Delete) {
        sql = "DELETE FROM \"" + row.table + "\" WHERE rowid = ?";
    } else if (row.act == RowImage::Act::Insert) {
        sql = "INSERT INTO \"" + row.table + "\" VALUES (" +
            QByteArray("?,").repeated(qsizetype(row.values.size()));
        sql.chop(1);
        sql += ')';
    } else {
        sql = "UPDATE \"" + row.table + "\" SET ";
        for (const auto& column : row.columns)
            sql += '"' + column + "\" = ?,";
        sql.chop(1);
        sql += " WHERE ";
        for (const auto& column : row.keyColumns)
            sql += '"' + column + "\" = ? AND ";
        if (row.keyColumns.empty())
            sql += "rowid = ?";
        else
            sql.chop(5);
    }
    return prepared(key, sql);
}

const std::vector<QByteArray>& RowReplayer::keyOf(const QByteArray& table)
{
    const auto known = m_keys.find(table);
    if (known != m_keys.end()) return known->second;
    auto& key = m_keys[table];
    // A table whose key is the row id has no index for it.
    sqlite3_stmt* columns = nullptr;
    const QByteArray sql = "SELECT c.name FROM pragma_index_list('" + table +
        "') i, pragma_index_info(i.name) c WHERE i.origin = 'pk' ORDER BY c.seqno";
    if (sqlite3_prepare_v2(m_connection, sql.constData(), -1, &columns, nullptr) != SQLITE_OK)
        fail(m_connection, "key");
    while (sqlite3_step(columns) == SQLITE_ROW)
        key.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(columns, 0)));
    sqlite3_finalize(columns);
    return key;
}

void RowReplayer::read(const Read& read)
{
    sqlite3_stmt* query = prepared(read.table + '?' + read.column,
        "SELECT * FROM \"" + read.table + "\" WHERE \"" + read.column + "\" = ?");
    bindValue(query, 1, read.value);
    if (sqlite3_step(query) != SQLITE_ROW) fail(m_connection, read.table.constData());
    for (int i = 0; i < sqlite3_column_count(query); ++i)
        m_bytesRead += valueAt(query, i).bytes.size();
    sqlite3_reset(query);
}

std::vector<RowImage> RowReplayer::reduced(std::vector<RowImage> rows)
{
    for (RowImage& row : rows) {
        if (row.act != RowImage::Act::Update) continue;
        sqlite3_stmt* before = nullptr;
        const QByteArray sql = "SELECT * FROM \"" + row.table + "\" WHERE rowid = ?";
        sqlite3_prepare_v2(m_connection, sql.constData(), -1, &before, nullptr);
        sqlite3_bind_int64(before, 1, row.rowid);
        if (sqlite3_step(before) == SQLITE_ROW) {
            RowImage changed{row.table, row.rowid, row.act, {}, {}};
            for (std::size_t i = 0; i < row.values.size(); ++i) {
                if (valueAt(before, static_cast<int>(i)) == row.values[i]) continue;
                changed.columns.push_back(row.columns[i]);
                changed.values.push_back(row.values[i]);
            }
            changed.keyColumns = keyOf(row.table);
            for (const auto& column : changed.keyColumns) {
                const auto at = std::find(row.columns.begin(), row.columns.end(), column);
                changed.keyValues.push_back(row.values[static_cast<std::size_t>(at - row.columns.begin())]);
            }
            row = std::move(changed);
        }
        sqlite3_finalize(before);
    }
    std::erase_if(
        rows, [](const RowImage& row) { return row.act == RowImage::Act::Update && row.columns.empty(); });
    return rows;
}

void RowReplayer::commit(const std::vector<RowImage>& rows, const std::vector<Read>& reads)
{
    if (sqlite3_step(m_begin) != SQLITE_DONE) fail(m_connection, "begin");
    sqlite3_reset(m_begin);
    for (const Read& one : reads)
        read(one);
    for (const RowImage& row : rows) {
        sqlite3_stmt* write = statement(row);
        int at = 0;
        if (row.act != RowImage::Act::Delete)
            for (const auto& value : row.values)
                bindValue(write, ++at, value);
        for (const auto& value : row.keyValues)
            bindValue(write, ++at, value);
        if (row.act != RowImage::Act::Insert && row.keyValues.empty())
            sqlite3_bind_int64(write, ++at, row.rowid);
        if (sqlite3_step(write) != SQLITE_DONE) fail(m_connection, row.table.constData());
        sqlite3_reset(write);
    }
    if (sqlite3_step(m_end) != SQLITE_DONE) fail(m_connection, "commit");
    sqlite3_reset(m_end);
}

} // namespace sanad::bench
