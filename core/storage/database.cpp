#include "core/base/id_clock.h"
#include "core/base/wiped_file.h"
#include "core/storage/data_key.h"
#include "core/storage/database_impl.h"
#include "core/storage/durable_files.h"
#include "core/storage/folder_lock.h"
#include "core/storage/migrator.h"
#include "core/storage/output_path.h"
#include "core/storage/stored_ids.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>
#include <QUrl>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostAttempts = 5;
constexpr int kServerPort = 5432;
constexpr int kMostAskingMs = 15'000; // how long a server that went away during COMMIT is waited for
constexpr int kAskAgainMs = 200;
const auto kKeyMark = u"SELECT encode(mark, 'hex') FROM data_key"_s;

QString freshConnectionName()
{
    return u"sanad-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// A folder that is made anew is its owner's alone: names of customers can be read in it (adr/0002).
bool makePrivateFolder(const QString& folder)
{
    if (QDir(folder).exists()) return true;
    return QDir().mkpath(folder) &&
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// The lock of the one process that writes a data folder. The system frees it when the process dies.
Result<std::unique_ptr<QLockFile>> lockFolder(const QString& folder)
{
    auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(u"sanad.lock"_s));
    if (takeLock(*lock)) return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return Error{ErrorCode::Unreachable, u"storage.cannot-open"_s, {folder}, u"lock file"_s};
    qint64 pid = 0;
    QString host, program;
    lock->getLockInfo(&pid, &host, &program);
    return Error{ErrorCode::Unreachable, u"storage.in-use"_s,
        {program.isEmpty() ? u"?"_s : program, QString::number(pid)}, {}};
}

qint64 databaseFileBytes(const DataLocation& location)
{
    return location.isServer() ? 0 : QFileInfo(engine::databaseFile(location)).size();
}

/// One for each database: what belongs to one centre is not to lie with another's, or where somebody happens
/// to stand.
QString folderOfServer(const QString& address)
{
    const QUrl url(address);
    const QString database = u"%1:%2%3"_s.arg(url.host()).arg(url.port(kServerPort)).arg(url.path());
    const QByteArray hash = QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256);
    const QString home = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return QDir(home).filePath(u"sanad-desk/servers/"_s + QString::fromLatin1(hash.toHex().left(16)));
}

} // namespace

DataLocation DataLocation::parse(const QString& text, const QString& filesFolder)
{
    if (text.startsWith("postgresql://"_L1) || text.startsWith("postgres://"_L1))
        return {filesFolder.isEmpty() ? folderOfServer(text) : filesFolder, text};
    return {QDir::cleanPath(text), {}};
}

Database::Impl::~Impl()
{
    statements.reset();
    beginWrite.reset();
    beginRead.reset();
    commit.reset();
    rollback.reset();
    if (connection.isValid()) {
        connection.close();
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(connectionName);
    }
    if (cleanUp) cleanUp();
}

void Database::Impl::ready()
{
    statements = std::make_unique<StatementCache>(connection, kind);
    const auto prepared = [&](const QString& sql) {
        auto query = std::make_unique<QSqlQuery>(connection);
        if (kind == engine::Kind::Sqlite) query->prepare(sql);
        return query;
    };
    beginWrite = prepared(engine::beginWrite(kind));
    beginRead = prepared(engine::beginRead(kind));
    commit = prepared(u"COMMIT"_s);
    rollback = prepared(u"ROLLBACK"_s);
}

bool Database::Impl::reconnect()
{
    statements.reset();
    connection.close();
    if (!engine::openConnection(connection, location, mode, false)) return false;
    if (!engine::configure(connection, kind, mode, false)) return false;
    ready();
    return true;
}

void Database::Impl::execute(QSqlQuery& prepared, const QString& text)
{
    const bool done = kind == engine::Kind::Sqlite ? prepared.exec() : prepared.exec(text);
    if (!done) throw DbError(engine::errorFrom(kind, prepared.lastError(), text));
    prepared.finish();
}

void Database::Impl::beginOn(bool write)
{
    QSqlQuery& begin = write ? *beginWrite : *beginRead;
    const QString text = write ? engine::beginWrite(kind) : engine::beginRead(kind);
    if (kind == engine::Kind::Sqlite) return execute(begin, text); // one process has the folder, and its key
    // Several statements in one. The mark comes last: it is read behind the lock.
    const auto failed = [&] { return DbError(engine::errorFrom(kind, begin.lastError(), text)); };
    if (!begin.exec(text + u"; "_s + kKeyMark) || !begin.nextResult()) throw failed();
    if (write) {
        if (!begin.next()) throw failed();
        serverTransaction = begin.value(0).toLongLong();
        setIdClock(begin.value(1).toLongLong());
        if (!begin.nextResult()) throw failed();
    }
    keyMark = begin.next() ? QByteArray::fromHex(begin.value(0).toByteArray()) : QByteArray();
    begin.finish();
}

Database::Impl::Outcome Database::Impl::askOutcome()
{
    for (QDeadlineTimer patience(kMostAskingMs); !patience.hasExpired(); QThread::msleep(kAskAgainMs)) {
        if (!reconnect()) continue;
        QSqlQuery query(connection);
        if (!query.exec(engine::outcomeOf(serverTransaction)) || !query.next()) continue;
        const QString outcome = query.value(0).toString();
        if (outcome == "committed"_L1) return Outcome::Committed;
        if (outcome == "aborted"_L1) return Outcome::RolledBack;
        if (outcome.isEmpty()) break; // too long ago to be known
    }
    return Outcome::Unknown;
}

void Database::Impl::endTransaction()
{
    running = false;
    writing = false;
    topics.clear();
    beforeCommit.clear();
    afterCommit.clear();
    transactionMemory.forget();
}

Database::Database(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const DataLocation& location, OpenMode mode)
{
    auto impl = std::make_unique<Impl>();
    impl->location = location;
    impl->mode = mode;
    impl->kind = location.isServer() ? engine::Kind::Postgres : engine::Kind::Sqlite;
    keepOutputsOutOf(location.folder);
    const bool makesFolder = mode == OpenMode::Create || (location.isServer() && mode == OpenMode::Write);
    if (makesFolder && !location.folder.isEmpty() && !makePrivateFolder(location.folder))
        return Error{ErrorCode::Unreachable, u"storage.cannot-open"_s, {location.folder}, {}};
    if (!location.isServer() && !QDir(location.folder).exists())
        return Error{ErrorCode::Unreachable, u"storage.not-found"_s, {location.folder}, {}};
    if (!location.isServer() && mode != OpenMode::ReadOnly) {
        SANAD_TRY_VALUE(lock, lockFolder(location.folder));
        impl->lock = std::move(lock);
    }
    // Never filled in silently: whoever has an empty file has lost a centre.
    if (mode == OpenMode::Write && !location.isServer() &&
        QFileInfo::exists(engine::databaseFile(location)) && databaseFileBytes(location) == 0)
        return Error{ErrorCode::Unreachable, u"storage.no-centre"_s, {}, {}};
    impl->connectionName = freshConnectionName();
    impl->connection =
        QSqlDatabase::addDatabase(location.isServer() ? u"QPSQL"_s : u"QSQLITE"_s, impl->connectionName);
    DataLocation opened = location;
    if (mode == OpenMode::ReadOnly) {
        SANAD_TRY_VALUE(copy, engine::readableCopy(location));
        if (copy) opened.folder = copy->path();
        impl->copy = std::move(copy);
    }
    SANAD_TRY(engine::openConnection(impl->connection, opened, mode, false));
    SANAD_TRY(engine::configure(impl->connection, impl->kind, mode, false));
    if (mode == OpenMode::ReadOnly) {
        SANAD_TRY(checkVersion(impl->connection, impl->kind));
    } else {
        SANAD_TRY(migrate(impl->connection, impl->kind, location.folder, impl->clock));
    }
    impl->ready();
    if (mode != OpenMode::ReadOnly) SANAD_TRY(goOnFromStoredIds(impl->connection, impl->kind));
    return std::unique_ptr<Database>(new Database(std::move(impl)));
}

const DataLocation& Database::location() const
{
    return m_impl->location;
}
bool Database::onServer() const
{
    return m_impl->kind == engine::Kind::Postgres;
}
QString Database::filesFolder() const
{
    return QDir(m_impl->location.folder).filePath(u"files"_s);
}

void Database::setClock(Clock clock)
{
    m_impl->clock = std::move(clock);
}
const Clock& Database::clock() const
{
    return m_impl->clock;
}

void Database::unlock(Vault vault)
{
    m_impl->vaultMark = dataKeyMark(vault);
    m_impl->vault = std::move(vault);
}
void Database::lock()
{
    m_impl->vault.reset();
}
bool Database::unlocked() const
{
    return m_impl->vault.has_value();
}

void Database::onChanged(std::function<void(const QStringList&)> listener)
{
    m_impl->changed = std::move(listener);
}

Database::Counters Database::counters() const
{
    return {m_impl->statements->prepared(), m_impl->commits};
}

void Database::checkpoint()
{
    if (onServer() || m_impl->running) return;
    QSqlQuery query(m_impl->connection);
    query.exec(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

Result<> Database::compact(const QStringList& tables)
{
    Q_ASSERT(!m_impl->running);
    SANAD_TRY(engine::compact(m_impl->connection, m_impl->kind, databaseFileBytes(m_impl->location), tables));
    if (m_impl->location.folder.isEmpty() || m_impl->kind == engine::Kind::Postgres) return {};
    // A copy from before an upgrade holds what was just forgotten.
    const QDir folder(m_impl->location.folder);
    for (const QString& copy : folder.entryList({u"sanad-before-*.db"_s}, QDir::Files))
        wipeFile(folder.filePath(copy));
    return {};
}

void Database::begin(bool write)
{
    if (m_impl->running)
        throw DbError({ErrorCode::Internal, u"storage.failed"_s, {}, u"nested transaction"_s});
    if (write && m_impl->mode == OpenMode::ReadOnly)
        throw DbError({ErrorCode::Unreachable, u"storage.read-only"_s, {}, {}});
    try {
        m_impl->beginOn(write);
    } catch (const DbError&) {
        // A server that was restarted meanwhile: nothing has been said to it yet, so a new connection will
        // do. The driver names no code for a connection that it has given up.
        if (!onServer() || !m_impl->reconnect()) throw;
        m_impl->beginOn(write);
    }
    m_impl->running = true;
    m_impl->writing = write;
    m_impl->now = m_impl->clock().toUTC();
}

void Database::commit(bool write)
{
    for (const auto& last : std::exchange(m_impl->beforeCommit, {}))
        last();
    try {
        m_impl->execute(*m_impl->commit, u"COMMIT"_s);
    } catch (const DbError& failure) {
        // A server that went away between COMMIT and its answer may have done it: it is asked, never assumed.
        if (!write || !onServer() || failure.error().key != "storage.server-gone"_L1) throw;
        const auto outcome = m_impl->askOutcome();
        if (outcome == Impl::Outcome::RolledBack) throw;
        if (outcome == Impl::Outcome::Unknown)
            throw DbError({ErrorCode::Unreachable, u"storage.unknown-outcome"_s, {}, failure.error().detail});
    }
    if (write) ++m_impl->commits;
    const auto topics = std::move(m_impl->topics);
    const auto after = std::move(m_impl->afterCommit);
    m_impl->endTransaction();
    for (const auto& act : after)
        act();
    if (write && !topics.isEmpty() && m_impl->changed) m_impl->changed(topics);
}

void Database::rollback() noexcept
{
    if (!m_impl->running) return;
    try {
        m_impl->execute(*m_impl->rollback, u"ROLLBACK"_s);
    } catch (const DbError&) {
        // SQLite has already rolled back after a full disk or a failed write; a server that is gone has too.
    }
    m_impl->endTransaction();
}

bool Database::mayRetry(const Error& error, int attempt) const
{
    return onServer() && engine::isTransient(error) && attempt + 1 < kMostAttempts;
}

} // namespace sanad
