#pragma once

#include "core/storage/database.h"

#include <QStringList>

namespace sanad {

/// Whom the index of names does not lead to by each of their words and its beginnings, or leads to by words
/// that are not theirs: `customer_search 123…`; without a number where the index itself can't be read. Walks
/// the whole index, as often as a search could: milliseconds for a thousand customers, on a connection that
/// may not write. Needs no sign-in.
QStringList changedIndexRows(Tx& tx);

} // namespace sanad
