#pragma once

#include "core/storage/database.h"

namespace sanad {

/// Tells data keys apart and tells nothing of them.
QByteArray dataKeyMark(const Vault& vault);

/// From this commit on `vault` seals the values. A program that works on the same server with another key is
/// refused at Tx::vault(): Denied `vault.key-changed`. The files of a folder are one process's, which knows.
void setDataKey(Tx& tx, const Vault& vault);

/// Whether `vault` is that key, as far as that is known.
bool isDataKey(Tx& tx, const Vault& vault);

} // namespace sanad
