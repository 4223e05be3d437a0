#include "core/storage/migrator.h"

#include "core/base/wiped_file.h"
#include "core/storage/durable_files.h"
#include "core/storage/schema.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

struct Migration {
    int version = 0;
    QString name;
    QStringList statements;
};

std::vector<Migration> embeddedMigrations()
{
    std::vector<Migration> list;
    const QDir folder(u":/migrations"_s);
    for (const QString& name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        Migration migration{name.left(4).toInt(), name.chopped(4), {}};
        QString statement;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.trimmed() == "-- next"_L1) {
                migration.statements << statement;
                statement.clear();
            } else {
                statement += line + u'\n';
            }
        }
        migration.statements << statement;
        list.push_back(std::move(migration));
    }
    return list;
}

Result<int> currentVersion(QSqlDatabase& connection, engine::Kind kind)
{
    QSqlQuery query(connection);
    const QString known = kind == engine::Kind::Sqlite
        ? u"SELECT 1 FROM sqlite_master WHERE name = 'schema_version'"_s
        : u"SELECT 1 FROM pg_class WHERE relname = 'schema_version' AND relnamespace = CAST(current_schema() AS regnamespace)"_s;
    if (!query.exec(known)) return engine::errorFrom(kind, query.lastError(), known);
    if (!query.next()) return 0;
    query.finish();
    if (!query.exec(u"SELECT max(version) FROM schema_version"_s))
        return engine::errorFrom(kind, query.lastError(), u"schema_version"_s);
    return query.next() ? query.value(0).toInt() : 0;
}

Result<> runAll(
    QSqlQuery& query, engine::Kind kind, const std::vector<Migration>& list, int from, const Clock& clock)
{
    for (const Migration& migration : list) {
        if (migration.version <= from) continue;
        QStringList statements;
        for (const QString& statement : migration.statements)
            statements += engine::ddlFor(kind, statement);
        statements << u"INSERT INTO schema_version (version, name, applied_at) VALUES (%1, '%2', '%3')"_s.arg(
            QString::number(migration.version), migration.name, storedTime(clock()));
        for (const QString& sql : statements)
            if (!query.exec(sql))
                return engine::errorFrom(kind, query.lastError(), migration.name + u": "_s + sql);
    }
    return {};
}

/// The data as it was, whole under its name or not there at all; copies of earlier upgrades go.
Result<> copyFirst(QSqlQuery& query, const QString& folder)
{
    const QDir dir(folder);
    const QString name = u"sanad-before-%1.db"_s.arg(newestMigration(), 4, 10, QChar(u'0'));
    const QString whole = dir.filePath(name), part = whole + u".part"_s;
    QFile::remove(part);
    const QString sql = u"VACUUM INTO '%1'"_s.arg(QString(part).replace(u'\'', u"''"_s));
    if (!query.exec(sql)) return engine::errorFrom(engine::Kind::Sqlite, query.lastError(), u"VACUUM INTO"_s);
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    for (const QString& earlier : dir.entryList({u"sanad-before-*.db"_s}, QDir::Files))
        wipeFile(dir.filePath(earlier));
    if (!syncFile(part) || !QFile::rename(part, whole))
        return Error{ErrorCode::Unreachable, u"storage.write-failed"_s, {}, u"copy before the upgrade"_s};
    syncFolder(folder);
    return {};
}

} // namespace

int newestMigration()
{
    static const int newest = [] {
        const auto list = embeddedMigrations();
        return list.empty() ? 0 : list.back().version;
    }();
    return newest;
}

std::map<int, QString> migrationNames()
{
    std::map<int, QString> names;
    for (const Migration& migration : embeddedMigrations())
        names.emplace(migration.version, migration.name);
    return names;
}

QStringList migrationStatements(engine::Kind kind)
{
    QStringList all;
    for (const Migration& migration : embeddedMigrations())
        for (const QString& statement : migration.statements)
            all += engine::ddlFor(kind, statement);
    return all;
}

Result<> checkVersion(QSqlDatabase& connection, engine::Kind kind)
{
    SANAD_TRY_VALUE(version, currentVersion(connection, kind));
    if (version > newestMigration())
        return Error{ErrorCode::Conflict, u"storage.newer"_s, {}, QString::number(version)};
    if (version == 0) return Error{ErrorCode::Unreachable, u"storage.no-centre"_s, {}, {}};
    if (version < newestMigration())
        return Error{ErrorCode::Conflict, u"storage.older"_s, {}, QString::number(version)};
    return {};
}

Result<> migrate(QSqlDatabase& connection, engine::Kind kind, const QString& copyFolder, const Clock& clock)
{
    SANAD_TRY_VALUE(version, currentVersion(connection, kind));
    if (version > newestMigration())
        return Error{ErrorCode::Conflict, u"storage.newer"_s, {}, QString::number(version)};
    if (version == newestMigration()) return {};

    QSqlQuery query(connection);
    if (version > 0 && kind == engine::Kind::Sqlite && !copyFolder.isEmpty())
        SANAD_TRY(copyFirst(query, copyFolder));
    if (!query.exec(engine::beginWrite(kind))) return engine::errorFrom(kind, query.lastError(), u"BEGIN"_s);
    query.finish();
    auto done = [&]() -> Result<> {
        // A second counter may have been first.
        SANAD_TRY_VALUE(now, currentVersion(connection, kind));
        return runAll(query, kind, embeddedMigrations(), now, clock);
    }();
    query.finish();
    if (done && query.exec(u"COMMIT"_s)) return {};
    const auto error = done ? engine::errorFrom(kind, query.lastError(), u"COMMIT"_s) : done.error();
    query.exec(u"ROLLBACK"_s);
    return error;
}

} // namespace sanad
