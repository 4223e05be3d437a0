#pragma once

#include "core/receipts/receipt.h"
#include "ui/printing/sheet.h"

#include <QDateTime>

namespace sanad {

/// The recovery code as it is locked away: in both languages, with the day, and what it is good for.
Sheet recoveryCodeSheet(const QString& code, const CentrePrint& centre, const QDateTime& printedAt);

} // namespace sanad
