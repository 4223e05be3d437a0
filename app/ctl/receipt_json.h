#pragma once

#include "core/receipts/receipt.h"

#include <QJsonObject>

namespace sanad::ctl {

/// A receipt as `--json` shows it; the customer's name stays out, the masked identifier stays in.
QJsonObject receiptJson(const Receipt& receipt);

} // namespace sanad::ctl
