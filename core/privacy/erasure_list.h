#pragma once

#include "core/privacy/subject_repository.h"

namespace sanad {

/// The list of erasures beside the data and beside backups, which a restore of an older copy must not take
/// back: ids and times, each line signed by its centre, so that nobody can have a person erased by writing a
/// line, and that several centres can share a folder. No personal data.

/// `erasures.list` in the folder of the data.
QString erasureListPath(const DataLocation& location);
/// Adds what the database knows, and what the list beside the data knows already, to the list in `folder`
/// (empty: beside the data); nothing that stands there is taken away, also of other centres. The file is
/// replaced whole or not at all, and by one program at a time. Errors: Unreachable `file.cannot-write`,
/// `file.unreadable`; Unusable `privacy.list`.
Result<> writeErasureList(Database& db, const QString& folder = {});
/// Lines that this centre signed; empty when there is no file. Errors: Unreachable `file.unreadable`,
/// Unusable `privacy.list`.
Result<std::vector<ErasureEntry>> readErasureList(Tx& tx, const QString& path);
/// The same of what stands in such a file, for a centre of these public keys.
Result<std::vector<ErasureEntry>> erasuresIn(QByteArrayView file, const std::vector<QByteArray>& keys);

} // namespace sanad
