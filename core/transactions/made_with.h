#pragma once

#include "core/catalogue/service_item.h"
#include "core/storage/database.h"
#include "core/transactions/transaction.h"

namespace sanad {

/// What a transaction was made with: the service by the content pack of its day, for the agency and on the
/// way that it was opened for. A later pack, a rollback or a withdrawal changes nothing of it.
struct MadeWith {
    ServiceItem service; ///< Only code, agency and way are sure when no pack tells of it any more.
    Agency agency;
};

/// A service of the centre's own has the texts that it has now.
MadeWith madeWith(Tx& tx, const Transaction& transaction);

} // namespace sanad
