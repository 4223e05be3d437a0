#pragma once

#include "app/bench/bench.h"
#include "core/base/actor.h"
#include "core/storage/database.h"

namespace sanad::bench {

/// G6: every receipt of a file in the product's table, beside QSqlTableModel on the same file.
void benchList(Report& report, Database& db, const QString& file, const Actor& by);

} // namespace sanad::bench
