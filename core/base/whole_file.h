#pragma once

#include <QSaveFile>

namespace sanad {

/// Puts what was written in its place, unless a part of it could not be: then the older file stays.
/// QSaveFile::commit() by itself takes no notice of what its own buffer could not write.
inline bool commitWhole(QSaveFile& file)
{
    return file.flush() && file.commit();
}

/// Whether the device took all of it: of what passes the end of its room it may take a part, and calls that
/// no error.
inline bool writeWhole(QIODevice& device, const QByteArray& bytes)
{
    return device.write(bytes) == bytes.size();
}

} // namespace sanad
