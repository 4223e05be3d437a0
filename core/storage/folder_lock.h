#pragma once

#include <QLockFile>

namespace sanad {

/// Takes the lock file if no living process holds it, however old it is and whatever name its holder had. The
/// system frees it when the process dies. When it is refused, QLockFile::error() tells why.
bool takeLock(QLockFile& lock);

} // namespace sanad
