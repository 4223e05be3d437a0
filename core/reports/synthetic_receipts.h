#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

#include <functional>

namespace sanad {

/// How much history to make.
struct SyntheticHistory {
    int receipts = 0;
    int days = 1; ///< The receipts are spread over them; the last one is `lastDay`.
    QDate lastDay;
    QString counter = QStringLiteral("C1");
    quint32 seed = 1;
};

/// Makes years of receipts through the product's own acts, day by day: shift, receipts, count, sign-off, day
/// close; all but the last day are closed. The same seed makes the same amounts. One commit a day; the
/// database's clock is moved along and stays at the last day. For measuring, never for a centre's real data.
/// `progress` hears the number made so far.
Result<> makeSyntheticHistory(Database& db, const SyntheticHistory& history, const Actor& by,
    const std::function<void(int)>& progress = {});

} // namespace sanad
