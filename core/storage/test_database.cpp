#include "core/storage/database_impl.h"
#include "core/storage/migrator.h"

#include <QSqlDriver>
#include <QTemporaryDir>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <sqlite3.h>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

template <class T> T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error((result.error().key + u": "_s + result.error().detail).toStdString());
    return std::move(*result);
}

void onServerDo(const QString& server, const QStringList& statements)
{
    const QString name = u"sanad-admin-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QPSQL"_s, name);
        must(engine::openConnection(connection, {{}, server}, OpenMode::Write, false));
        QSqlQuery query(connection);
        for (const QString& sql : statements)
            if (!query.exec(sql)) throw std::runtime_error(query.lastError().text().toStdString());
    }
    QSqlDatabase::removeDatabase(name);
}

QString databaseNamed(const QString& server, const QString& name)
{
    QUrl url(server);
    url.setPath(u'/' + name);
    return url.toString();
}

/// One migrated database a process, which the others are copied from.
QString migratedTemplate(const QString& server)
{
    static const QString name = [&] {
        const QString fresh = u"sanad_t_"_s + QUuid::createUuid().toString(QUuid::Id128).left(16);
        onServerDo(server, {u"CREATE DATABASE "_s + fresh});
        must(Database::open({{}, databaseNamed(server, fresh)}, OpenMode::Create));
        return fresh;
    }();
    return name;
}

sqlite3* handleOf(const QSqlDatabase& connection)
{
    return *static_cast<sqlite3* const*>(connection.driver()->handle().constData());
}

QByteArray bytesOf(const QSqlDatabase& sqlite)
{
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
        sqlite3_serialize(handleOf(sqlite), "main", &size, 0), &sqlite3_free);
    if (!bytes) throw std::bad_alloc();
    return QByteArray(reinterpret_cast<const char*>(bytes.get()), size);
}

void fill(const QSqlDatabase& sqlite, const QByteArray& bytes)
{
    const auto size = static_cast<sqlite3_uint64>(bytes.size());
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(size));
    if (!copy) throw std::bad_alloc();
    std::copy(bytes.begin(), bytes.end(), copy);
    const int done = sqlite3_deserialize(handleOf(sqlite), "main", copy, bytes.size(), bytes.size(),
        SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (done != SQLITE_OK) throw std::runtime_error(sqlite3_errstr(done));
}

} // namespace

std::unique_ptr<Database> Database::forTests()
{
    return forTests(Beginning{});
}

Database::Beginning Database::beginningOf(std::unique_ptr<Database> made)
{
    Impl& impl = *made->m_impl;
    Beginning beginning{{}, {}, impl.vault};
    if (impl.kind == engine::Kind::Sqlite) {
        beginning.sqlite = bytesOf(impl.connection);
    } else {
        beginning.onServer = QUrl(impl.location.server).path().mid(1);
        impl.cleanUp = {}; // it stays, with nobody connected to it
    }
    return beginning;
}

std::unique_ptr<Database> Database::forTests(const Beginning& beginning)
{
    const QString server = qEnvironmentVariable("SANAD_TEST_PG");
    auto folder = std::make_shared<QTemporaryDir>();
    auto impl = std::make_unique<Impl>();
    impl->location = {folder->path(), {}};
    impl->vault = beginning.vault;
    if (server.isEmpty()) {
        impl->cleanUp = [folder] {};
    } else {
        const QString name = u"sanad_c_"_s + QUuid::createUuid().toString(QUuid::Id128).left(16);
        const QString from = beginning.onServer.isEmpty() ? migratedTemplate(server) : beginning.onServer;
        onServerDo(server, {u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(name, from)});
        impl->kind = engine::Kind::Postgres;
        impl->location.server = databaseNamed(server, name);
        impl->cleanUp = [folder, server, name] { onServerDo(server, {u"DROP DATABASE "_s + name}); };
    }
    impl->connectionName = u"sanad-test-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    impl->connection =
        QSqlDatabase::addDatabase(server.isEmpty() ? u"QSQLITE"_s : u"QPSQL"_s, impl->connectionName);
    must(engine::openConnection(impl->connection, impl->location, OpenMode::Create, server.isEmpty()));
    if (!beginning.sqlite.isEmpty()) fill(impl->connection, beginning.sqlite);
    must(engine::configure(impl->connection, impl->kind, OpenMode::Create, server.isEmpty()));
    must(migrate(impl->connection, impl->kind, {}, impl->clock));
    impl->ready();
    return std::unique_ptr<Database>(new Database(std::move(impl)));
}

} // namespace sanad
