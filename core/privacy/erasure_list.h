#pragma once

#include "core/privacy/subject_repository.h"

namespace sanad {

/// The list of erasures beside the data, which a restore of an older copy must not take back: ids and times,
/// each line with a keyed hash so that nobody can have a person erased by writing a line. No personal data.

/// `erasures.list` in the folder of the data.
QString erasureListPath(const DataLocation& location);
/// What the database knows and what the file knew already. Errors: Unreachable `file.cannot-write`.
Result<> writeErasureList(Database& db);
/// Empty when there is no file. Lines of another key are left out. Errors: Unreachable `file.unreadable`,
/// Unusable `privacy.list`.
Result<std::vector<ErasureEntry>> readErasureList(const QString& path, const Vault& vault);

} // namespace sanad
