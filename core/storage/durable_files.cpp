#include "core/storage/durable_files.h"

#include "core/storage/migrator.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/fs.h>
#include <sys/syscall.h>
#endif

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Runs `work(QSqlDatabase&)` on a connection of its own that changes nothing.
template <class Work>
auto besideTheWriter(const DataLocation& location, Work work) -> std::invoke_result_t<Work, QSqlDatabase&>
{
    const QString name = u"sanad-beside-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto result = [&]() -> std::invoke_result_t<Work, QSqlDatabase&> {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        if (auto opened = engine::openConnection(connection, location, OpenMode::ReadOnly, false); !opened)
            return opened.error();
        auto done = work(connection);
        connection.close();
        return done;
    }();
    QSqlDatabase::removeDatabase(name);
    return result;
}

#ifdef Q_OS_LINUX
bool exchange(const QString& one, const QString& other)
{
    return ::syscall(SYS_renameat2, AT_FDCWD, QFile::encodeName(one).constData(), AT_FDCWD,
               QFile::encodeName(other).constData(), RENAME_EXCHANGE) == 0;
}
#else
bool exchange(const QString&, const QString&)
{
    return false;
}
#endif

} // namespace

Result<> copySqlite(const DataLocation& from, const QString& toFile)
{
    // SQLite fills an empty file as it is: nobody else may ever read it.
    QFile file(toFile);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::Unreachable, u"storage.cannot-open"_s, {toFile}, file.errorString()};
    file.close();
    auto copied = besideTheWriter(from, [&](QSqlDatabase& connection) -> Result<> {
        QSqlQuery query(connection);
        const QString sql = u"VACUUM INTO '%1'"_s.arg(QString(toFile).replace(u'\'', u"''"_s));
        if (!query.exec(sql))
            return engine::errorFrom(engine::Kind::Sqlite, query.lastError(), u"VACUUM INTO"_s);
        return {};
    });
    return copied;
}

QStringList quickCheck(const DataLocation& location, int most)
{
    auto checked = besideTheWriter(location, [&](QSqlDatabase& connection) -> Result<QStringList> {
        QSqlQuery query(connection);
        const QString sql = u"PRAGMA quick_check(%1)"_s.arg(most);
        if (!query.exec(sql)) return engine::errorFrom(engine::Kind::Sqlite, query.lastError(), sql);
        QStringList faults;
        while (query.next())
            if (query.value(0).toString() != "ok"_L1) faults << query.value(0).toString();
        if (query.lastError().isValid())
            return engine::errorFrom(engine::Kind::Sqlite, query.lastError(), sql);
        return faults;
    });
    return checked ? *checked : QStringList{checked.error().key};
}

bool hasDatabaseFile(const QString& folder)
{
    return !folder.isEmpty() && QFileInfo::exists(engine::databaseFile({folder, {}}));
}

int newestSchema()
{
    return newestMigration();
}

QString databaseFileName()
{
    return QFileInfo(engine::databaseFile({u"."_s, {}})).fileName();
}

bool syncFile([[maybe_unused]] const QString& path)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
#else
    return true;
#endif
}

void syncFolder([[maybe_unused]] const QString& folder)
{
#ifdef Q_OS_UNIX
    (void)syncFile(folder);
#endif
}

Result<> replaceFolder(const QString& fresh, const QString& target, const QString& aside)
{
    const Error failed{ErrorCode::Unreachable, u"storage.cannot-open"_s, {target}, u"rename"_s};
    QDir folders;
    const QString parent = QFileInfo(QDir::cleanPath(target)).absolutePath();
    if (!QFileInfo::exists(target)) {
        if (!folders.rename(fresh, target)) return failed;
    } else if (!folders.rename(fresh, aside)) {
        return failed;
    } else if (!exchange(aside, target)) { // else what was in the target has its last name in the same step
        if (!folders.rename(aside, fresh) || !folders.rename(target, aside)) return failed;
        if (!folders.rename(fresh, target)) {
            folders.rename(aside, target);
            return failed;
        }
    }
    syncFolder(parent);
    return {};
}

} // namespace sanad
