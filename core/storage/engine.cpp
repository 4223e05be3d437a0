#include "core/storage/engine.h"

#include "core/storage/append_only.h"
#include "core/storage/server_address.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlQuery>
#include <QUrl>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace sanad::engine {

namespace {

// SQLite primary result codes (the low byte of an extended one).
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kIoError = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCantOpen = 14;
constexpr int kConstraint = 19;
constexpr int kNotADatabase = 26;

/// One advisory lock per database makes a server's writers queue up just as SQLite's do.
constexpr auto kWriterLock = 5'401'968; // any constant of ours

Error sqliteError(const QSqlError& error, const QString& detail)
{
    const int code = error.nativeErrorCode().toInt() & 0xFF;
    switch (code) {
    case kBusy:
    case kLocked:
        return {ErrorCode::Unreachable, u"storage.busy"_s, {}, detail};
    case kReadOnly:
        return {ErrorCode::Unreachable, u"storage.read-only"_s, {}, detail};
    case kFull:
        return {ErrorCode::Unreachable, u"storage.disk-full"_s, {}, detail};
    case kIoError:
        return {ErrorCode::Unreachable, u"storage.write-failed"_s, {}, detail};
    case kCantOpen:
        return {ErrorCode::Unreachable, u"storage.cannot-open"_s, {}, detail};
    case kCorrupt:
    case kNotADatabase:
        return {ErrorCode::Unreachable, u"storage.damaged"_s, {}, detail};
    case kConstraint:
        if (detail.contains("append-only"_L1))
            return {ErrorCode::Internal, u"storage.append-only"_s, {}, detail};
        return {ErrorCode::Conflict, u"storage.constraint"_s, {}, detail};
    default:
        return {ErrorCode::Internal, u"storage.failed"_s, {}, detail};
    }
}

Error postgresError(const QSqlError& error, const QString& detail)
{
    const QString state = error.nativeErrorCode();
    if (state.startsWith("40"_L1)) return {ErrorCode::Unreachable, u"storage.busy"_s, {}, detail};
    // What has no state did not come from the server: the connection broke.
    if (state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P"_L1) ||
        error.type() == QSqlError::ConnectionError)
        return {ErrorCode::Unreachable, u"storage.server-gone"_s, {}, detail};
    if (state == "42501"_L1) return {ErrorCode::Unreachable, u"storage.server-rights"_s, {}, detail};
    if (state == "53100"_L1) return {ErrorCode::Unreachable, u"storage.disk-full"_s, {}, detail};
    if (detail.contains("append-only"_L1)) return {ErrorCode::Internal, u"storage.append-only"_s, {}, detail};
    if (state.startsWith("23"_L1)) return {ErrorCode::Conflict, u"storage.constraint"_s, {}, detail};
    return {ErrorCode::Internal, u"storage.failed"_s, {}, detail};
}

/// Why a server that answered lets nobody in. The library behind the driver hands on no code here, only what
/// the server wrote, in its own language; what is not known stays with the one that does not answer.
QString whyNotConnected(const QString& told)
{
    static const QRegularExpression noDatabase(u"database \".*\" does not exist"_s);
    static const QRegularExpression refused(
        u"authentication failed|no password supplied|no pg_hba\\.conf entry|pg_hba\\.conf rejects"
        "|role \".*\" (?:does not exist|is not permitted to log in)|permission denied for database"_s);
    static const QRegularExpression unproved(
        u"root certificate file|certificate verify failed|server certificate for|does not match host name"
        "|server does not support SSL"_s);
    if (refused.match(told).hasMatch()) return u"storage.server-refuses"_s;
    if (unproved.match(told).hasMatch()) return u"storage.server-certificate"_s;
    return noDatabase.match(told).hasMatch() ? u"storage.no-database"_s : u"storage.server-unreachable"_s;
}

struct Pragma {
    const char* name;
    const char* value;
    const char* readBack;
};

// performance.md, rule 3. secure_delete is on: erased personal data must not stay in free pages.
constexpr Pragma kPragmas[] = {
    {"journal_mode", "WAL", "wal"},
    {"synchronous", "FULL", "2"},
    {"foreign_keys", "ON", "1"},
    {"recursive_triggers", "ON", "1"},
    {"wal_autocheckpoint", "4000", "4000"},
    {"cache_size", "-16384", "-16384"},
    {"temp_store", "MEMORY", "2"},
    {"trusted_schema", "OFF", "0"},
    {"cell_size_check", "ON", "1"},
    {"secure_delete", "ON", "1"},
    {"mmap_size", "0", "0"},
};

constexpr qint64 kVacuumInMemory = 256LL * 1024 * 1024;

QStringList appendOnlyDdl(Kind kind, const QString& table)
{
    QStringList ddl;
    if (kind == Kind::Postgres)
        ddl << u"CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$"_s +
                appendOnlyRefusal() + u"$$"_s;
    for (const AppendOnlyTrigger& trigger : appendOnlyTriggers(table, kind == Kind::Postgres))
        ddl << trigger.sql;
    return ddl;
}

/// A folder that this program may only read, and where no log is: nothing changes the file.
bool isFrozen(const QString& folder)
{
    const QDir dir(folder);
    return !QFileInfo(folder).isWritable() && !QFileInfo::exists(dir.filePath(u"sanad.db-shm"_s)) &&
        QFileInfo(dir.filePath(u"sanad.db-wal"_s)).size() == 0;
}

/// SQLite's count of its memory, which nobody reads, costs a lock for every piece. It can be turned off only
/// before SQLite is first used.
void leaveMemoryUncounted()
{
    static const int told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)told;
}

} // namespace

QString databaseFile(const DataLocation& location)
{
    return QDir(location.folder).filePath(u"sanad.db"_s);
}

Result<> openConnection(QSqlDatabase& connection, const DataLocation& location, OpenMode mode, bool memory)
{
    if (location.isServer()) {
        SANAD_TRY_VALUE(address, ServerAddress::parse(location.server));
        connection.setHostName(address.host);
        connection.setPort(address.port);
        connection.setUserName(address.user);
        connection.setPassword(address.password);
        connection.setDatabaseName(address.database);
        connection.setConnectOptions(address.options.join(u';'));
        if (connection.open()) return {};
        const QString told = connection.lastError().text();
        return Error{ErrorCode::Unreachable, whyNotConnected(told), {address.host}, told};
    }
    leaveMemoryUncounted();
    if (memory) {
        connection.setDatabaseName(u":memory:"_s);
    } else {
        const QString file = databaseFile(location);
        if (mode != OpenMode::Create && !QFileInfo::exists(file))
            return Error{ErrorCode::Unreachable, u"storage.not-found"_s, {location.folder}, {}};
        connection.setDatabaseName(file);
    }
    if (mode == OpenMode::Create && !memory) {
        // SQLite gives its log and index the permissions of the file, so it is made with the right ones.
        QFile file(databaseFile(location));
        if (!file.exists() && file.open(QIODevice::WriteOnly))
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    if (mode == OpenMode::ReadOnly && isFrozen(location.folder)) {
        // Nobody can write there, and SQLite could not make the files that it shares with a writer.
        connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
        const QUrl url = QUrl::fromLocalFile(QFileInfo(databaseFile(location)).absoluteFilePath());
        connection.setDatabaseName(url.toString(QUrl::FullyEncoded) + u"?immutable=1"_s);
    } else {
        connection.setConnectOptions(mode == OpenMode::ReadOnly
                ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    }
    if (!connection.open())
        return Error{ErrorCode::Unreachable, u"storage.cannot-open"_s, {location.folder},
            connection.lastError().text()};
    return {};
}

Result<std::unique_ptr<QTemporaryDir>> readableCopy(const DataLocation& location)
{
    const QDir from(location.folder);
    const QString log = u"sanad.db-wal"_s;
    if (location.isServer() || QFileInfo(location.folder).isWritable() ||
        QFileInfo::exists(from.filePath(u"sanad.db-shm"_s)) || QFileInfo(from.filePath(log)).size() == 0)
        return std::unique_ptr<QTemporaryDir>();
    auto copy = std::make_unique<QTemporaryDir>();
    for (const QString& name : {u"sanad.db"_s, log})
        if (!QFile::copy(from.filePath(name), copy->filePath(name)) ||
            !QFile::setPermissions(copy->filePath(name), QFile::ReadOwner | QFile::WriteOwner))
            return Error{ErrorCode::Unreachable, u"storage.cannot-open"_s, {location.folder}, u"copy"_s};
    return copy;
}

Result<> configure(QSqlDatabase& connection, Kind kind, OpenMode mode, bool memory)
{
    QSqlQuery query(connection);
    if (kind == Kind::Postgres) {
        if (!query.exec(
                u"SET synchronous_commit = on; SET client_min_messages = warning; SET bytea_output = hex"_s))
            return errorFrom(kind, query.lastError(), u"SET"_s);
        return {};
    }
    for (const auto& [name, value, readBack] : kPragmas) {
        const auto pragma = QLatin1StringView(name);
        const bool journal = pragma == "journal_mode"_L1;
        if ((journal || pragma == "mmap_size"_L1) && memory) continue;
        if (journal && mode == OpenMode::ReadOnly) continue;
        // What a spoilt file says at the first touch is said as that, not as a wrong pragma.
        if (!query.exec(u"PRAGMA %1 = %2"_s.arg(pragma, QLatin1StringView(value))))
            return errorFrom(kind, query.lastError(), pragma);
        query.finish();
        if (!query.exec(u"PRAGMA "_s + pragma)) return errorFrom(kind, query.lastError(), pragma);
        const QString actual = query.next() ? query.value(0).toString() : QString();
        query.finish();
        if (actual != QLatin1StringView(readBack))
            return Error{ErrorCode::Internal, u"storage.pragma"_s, {pragma}, actual};
    }
    return {};
}

Result<> compact(QSqlDatabase& connection, Kind kind, qint64 bytes, const QStringList& tables)
{
    QSqlQuery query(connection);
    const auto run = [&](const QString& sql) -> Result<> {
        if (!query.exec(sql)) return errorFrom(kind, query.lastError(), sql);
        return {};
    };
    if (kind == Kind::Postgres) {
        if (tables.isEmpty()) return {};
        // The server would skip tables of another owner with a warning only.
        SANAD_TRY(run(u"SELECT 1 FROM pg_class WHERE relkind = 'r' AND relname IN ('%1') AND relnamespace = "
                      "CAST(current_schema() AS regnamespace) AND NOT pg_has_role(relowner, 'USAGE')"_s.arg(
                          tables.join(u"', '"_s))));
        if (query.next()) return Error{ErrorCode::Denied, u"storage.not-owner"_s, {}, {}};
        return run(u"VACUUM (FULL) "_s + tables.join(u", "_s));
    }
    // The copy that VACUUM makes holds live rows alone, so that of a large file may lie on disk for a moment.
    const bool large = bytes > kVacuumInMemory;
    if (large) SANAD_TRY(run(u"PRAGMA temp_store = FILE"_s));
    const auto vacuumed = run(u"VACUUM"_s);
    query.finish();
    if (large) SANAD_TRY(run(u"PRAGMA temp_store = MEMORY"_s));
    SANAD_TRY(vacuumed);
    SANAD_TRY(run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    const bool busy = query.next() && query.value(0).toInt() != 0;
    if (busy) return Error{ErrorCode::Conflict, u"storage.busy"_s, {}, {}};
    return {};
}

QString beginWrite(Kind kind)
{
    if (kind == Kind::Sqlite) return u"BEGIN IMMEDIATE"_s;
    return u"BEGIN ISOLATION LEVEL READ COMMITTED; "
           "SELECT txid_current(), CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) "
           "FROM pg_advisory_xact_lock(%1)"_s.arg(kWriterLock);
}

QString outcomeOf(std::int64_t transaction)
{
    return u"SELECT txid_status(%1)"_s.arg(transaction);
}

QString beginRead(Kind kind)
{
    return kind == Kind::Sqlite ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s;
}

Error errorFrom(Kind kind, const QSqlError& error, const QString& context)
{
    const QString detail = u"%1 %2 [%3]"_s.arg(error.nativeErrorCode(), error.text(), context.left(200));
    return kind == Kind::Sqlite ? sqliteError(error, detail) : postgresError(error, detail);
}

bool isTransient(const Error& error)
{
    return error.key == "storage.busy"_L1;
}

QStringList ddlFor(Kind kind, const QString& statement)
{
    static const QRegularExpression only(u"^-- only (sqlite|postgresql)\\b"_s);
    static const QRegularExpression appendOnly(u"^-- append-only ([a-z_]+)\\s*$"_s);
    static const QRegularExpression comment(u"^\\s*--.*$"_s, QRegularExpression::MultilineOption);

    const QString text = statement.trimmed();
    if (const auto match = only.match(text); match.hasMatch())
        if ((match.captured(1) == "sqlite"_L1) != (kind == Kind::Sqlite)) return {};
    if (const auto match = appendOnly.match(text); match.hasMatch())
        return appendOnlyDdl(kind, match.captured(1));

    QString sql = text;
    sql.remove(comment);
    sql = sql.trimmed();
    if (sql.endsWith(u';')) sql.chop(1);
    if (sql.isEmpty()) return {};
    sql.replace("ID_KEY"_L1, kind == Kind::Sqlite ? "INTEGER PRIMARY KEY"_L1 : "BIGINT PRIMARY KEY"_L1);
    return {sql};
}

} // namespace sanad::engine
