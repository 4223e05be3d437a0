#include "core/storage/work_folder.h"

#include "core/base/wiped_file.h"
#include "core/storage/durable_files.h"
#include "core/storage/folder_lock.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kNames = u"backup-work-"_s;
const auto kLock = u"lock"_s;
constexpr int kLockingSeconds = 60; // far more than lies between making a folder and its lock

constexpr auto kEverything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

QString parentOf(const QString& dataFolder)
{
    return dataFolder.isEmpty() || !QDir(dataFolder).exists() ? QDir::tempPath() : dataFolder;
}

QString lockOf(const QString& folder)
{
    return QDir(folder).filePath(kLock);
}

/// Nothing lies in it yet, not even its lock.
bool isBeginning(const QString& folder)
{
    return QDir(folder).isEmpty(kEverything) &&
        QFileInfo(folder).lastModified().secsTo(QDateTime::currentDateTime()) < kLockingSeconds;
}

/// The copy goes while the lock is held, the lock last.
void discard(const QString& folder, QLockFile& held)
{
    for (const QFileInfo& each : QDir(folder).entryInfoList(kEverything))
        if (each.isDir() && !each.isSymLink())
            wipeFolder(each.filePath(), databaseFileName());
        else if (each.fileName() != kLock)
            wipeFile(each.filePath());
    held.unlock();
    QDir(folder).removeRecursively();
}

void discardAbandonedIn(const QString& parent)
{
    for (const QString& folder : ownFolders(parent, kNames)) {
        if (isBeginning(folder)) continue;
        QLockFile lock(lockOf(folder));
        if (takeLock(lock)) discard(folder, lock);
    }
}

} // namespace

WorkFolder::WorkFolder(const QString& dataFolder)
    : m_folder(QDir(parentOf(dataFolder)).filePath(kNames + u"XXXXXX"_s))
{
    if (m_folder.isValid()) {
        m_lock.emplace(lockOf(m_folder.path()));
        takeLock(*m_lock);
    }
    discardAbandonedCopies(dataFolder);
}

WorkFolder::~WorkFolder()
{
    if (m_lock) discard(m_folder.path(), *m_lock);
}

void discardAbandonedCopies(const QString& dataFolder)
{
    discardAbandonedIn(QDir::tempPath());
    if (parentOf(dataFolder) != QDir::tempPath()) discardAbandonedIn(dataFolder);
}

} // namespace sanad
