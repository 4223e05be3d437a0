#include "core/storage/folder_lock.h"

#include <QThread>

namespace sanad {

namespace {

constexpr int kNamingTimeMs = 200; // between making a lock file and writing the holder's name into it

/// Removes a lock file that no living process holds: one that was left empty by a process killed before it
/// wrote its name there, or that was written under another name of this PC, or whose number another program
/// has now. The system's own lock on the file tells.
bool removeDeadLock(QLockFile& lock)
{
    if (qint64 pid = 0; !lock.getLockInfo(&pid, nullptr, nullptr)) QThread::msleep(kNamingTimeMs);
    return lock.removeStaleLockFile();
}

} // namespace

bool takeLock(QLockFile& lock)
{
    lock.setStaleLockTime(0); // only a dead holder makes it stale
    if (lock.tryLock(0)) return true;
    return lock.error() == QLockFile::LockFailedError && removeDeadLock(lock) && lock.tryLock(0);
}

} // namespace sanad
