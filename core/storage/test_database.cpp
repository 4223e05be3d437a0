#include "core/storage/database_impl.h"
#include "core/storage/migrator.h"

#include <QTemporaryDir>
#include <QUrl>
#include <QUuid>

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

} // namespace

std::unique_ptr<Database> Database::forTests()
{
    const QString server = qEnvironmentVariable("SANAD_TEST_PG");
    auto folder = std::make_shared<QTemporaryDir>();
    auto impl = std::make_unique<Impl>();
    impl->location = {folder->path(), {}};
    if (server.isEmpty()) {
        impl->cleanUp = [folder] {};
    } else {
        const QString name = u"sanad_c_"_s + QUuid::createUuid().toString(QUuid::Id128).left(16);
        onServerDo(server, {u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(name, migratedTemplate(server))});
        impl->kind = engine::Kind::Postgres;
        impl->location.server = databaseNamed(server, name);
        impl->cleanUp = [folder, server, name] { onServerDo(server, {u"DROP DATABASE "_s + name}); };
    }
    impl->connectionName = u"sanad-test-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    impl->connection =
        QSqlDatabase::addDatabase(server.isEmpty() ? u"QSQLITE"_s : u"QPSQL"_s, impl->connectionName);
    must(engine::openConnection(impl->connection, impl->location, OpenMode::Create, server.isEmpty()));
    must(engine::configure(impl->connection, impl->kind, OpenMode::Create, server.isEmpty()));
    must(migrate(impl->connection, impl->kind, {}, impl->clock));
    impl->ready();
    return std::unique_ptr<Database>(new Database(std::move(impl)));
}

} // namespace sanad
