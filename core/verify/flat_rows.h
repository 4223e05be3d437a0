#pragma once

#include "core/storage/database.h"

#include <functional>

namespace sanad {

/// Every row of `table`, if it is one of those that audit lines vouch for by a digest of all columns, with
/// that digest as lines carry it.
void eachFlatRow(
    Tx& tx, QStringView table, const std::function<void(const QString& id, const QString& digest)>& take);

} // namespace sanad
