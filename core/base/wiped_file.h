#pragma once

#include <QString>
#include <QStringList>

namespace sanad {

/// Overwrites a file with zeros, waits until these are on disk, and removes it; one that is not there, and no
/// name, is no error. Only what is the file's alone is overwritten: a symbolic link goes by itself and leaves
/// what it leads to as it was, and of a file with several names only this name goes. On a disk that writes
/// elsewhere (flash, snapshots) the old bytes remain, which is why what identifies people is encrypted.
void wipeFile(const QString& path);

/// Whether the name could be taken away and the content overwritten now: not while the disk, the rights or
/// another program hold the file. True where there is nothing to wipe.
bool canWipe(const QString& path);

/// Removes a folder with all that lies in it, by wipeFile() the files whose names begin with `wiped` (all of
/// them when it is empty). A link in the place of the folder stays, with what it leads to.
void wipeFolder(const QString& folder, const QString& wiped = {});

/// The folders in `parent` whose names begin so and that this user of the computer made there; in a folder
/// that others may write to, theirs and every link are left out.
QStringList ownFolders(const QString& parent, const QString& beginning);

} // namespace sanad
