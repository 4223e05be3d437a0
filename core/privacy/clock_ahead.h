#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

namespace sanad {

/// The earliest day on which something of the registers can have come in: a year before the centre's records
/// begin, for what waited on paper.
QDate earliestEntry(Tx& tx);

/// An open request of a day to come, and a breach found at a time to come and not reported, were written
/// while the clock stood ahead. Each is counted anew from the last act before it whose time has been, so that
/// it is answered no later than the law says. Nothing is done while the clock cannot be right beside the
/// receipts.
Result<> countAnew(Database& db, const Actor& by);

} // namespace sanad
