#include "core/base/wiped_file.h"

#include <QByteArray>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace sanad {

namespace {

constexpr qint64 kPiece = 1024 * 1024;

void overwrite(QFile& file)
{
    const QByteArray zeros(kPiece, '\0');
    for (qint64 left = file.size(); left > 0; left -= kPiece)
        if (file.write(zeros.constData(), std::min(left, kPiece)) < 0) break;
    file.flush();
}

#ifdef Q_OS_UNIX
bool isOurs(const QFileInfo& folder)
{
    return folder.ownerId() == ::geteuid();
}
#else
bool isOurs(const QFileInfo&)
{
    return true;
}
#endif

} // namespace

#ifdef Q_OS_UNIX
namespace {

/// Without following a link, nor waiting for the other end of a pipe.
int openItself(const QString& path)
{
    return ::open(QFile::encodeName(path).constData(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
}

} // namespace
#endif

bool canWipe(const QString& path)
{
    const QFileInfo file(path);
    if (path.isEmpty() || (!file.exists() && !file.isSymLink())) return true;
    if (!QFileInfo(file.absolutePath()).isWritable()) return false;
    if (file.isSymLink() || !file.isFile()) return true;
#ifdef Q_OS_UNIX
    const int descriptor = openItself(path);
    if (descriptor >= 0) ::close(descriptor);
    return descriptor >= 0;
#else
    return QFile(path).open(QIODevice::ReadWrite);
#endif
}

void wipeFile(const QString& path)
{
    if (path.isEmpty()) return;
#ifdef Q_OS_UNIX
    const int descriptor = openItself(path);
    struct stat what { };
    if (descriptor >= 0 && ::fstat(descriptor, &what) == 0 && S_ISREG(what.st_mode) && what.st_nlink == 1) {
        QFile file;
        if (file.open(descriptor, QIODevice::ReadWrite | QIODevice::Unbuffered)) overwrite(file);
        ::fsync(descriptor);
    }
    if (descriptor >= 0) ::close(descriptor);
#else
    if (QFile file(path); !QFileInfo(path).isSymLink() && file.open(QIODevice::ReadWrite)) overwrite(file);
#endif
    QFile::remove(path);
}

void wipeFolder(const QString& folder, const QString& wiped)
{
    const QFileInfo itself(QDir::cleanPath(folder));
    if (itself.isSymLink() || !itself.isDir()) return;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (files.fileName().startsWith(wiped)) wipeFile(path);
    }
    QDir(folder).removeRecursively();
}

QStringList ownFolders(const QString& parent, const QString& beginning)
{
    QStringList own;
    constexpr auto kWhich = QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks;
    for (const QFileInfo& folder : QDir(parent).entryInfoList(kWhich))
        if (folder.fileName().startsWith(beginning) && isOurs(folder)) own << folder.absoluteFilePath();
    return own;
}

} // namespace sanad
