#pragma once

#include <QSaveFile>

namespace sanad {

/// Puts what was written in its place, unless a part of it could not be: then the older file stays.
/// QSaveFile::commit() by itself takes no notice of what its own buffer could not write.
inline bool commitWhole(QSaveFile& file)
{
    return file.flush() && file.commit();
}

} // namespace sanad
