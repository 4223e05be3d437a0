#pragma once

#include "core/base/actor.h"
#include "core/receipts/receipt.h"
#include "core/storage/database.h"

#include <QDir>

namespace sanad {

/// Writes a receipt as A5 PDF, as picture of the 80 mm print and as the bytes for the printer. For the
/// database thread. Errors: those of reading; Unreachable `file.cannot-write`.
Result<> writeReceipt(Database& db, const Receipt& receipt, const QDir& folder);

/// Writes today's report as A4 PDF. Errors as above and those of dayReport().
Result<> writeDayReport(Database& db, const QDir& folder, const Actor& by);

} // namespace sanad
