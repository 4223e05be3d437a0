#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"
#include "core/visits/visit.h"

namespace sanad {

/// Finds who came, or creates the record; what the record lacks and the visit knows is completed. Within the
/// visit's commit. Errors: NotFound `visit.no-customer`; Denied `gate.denied` when a record must be written;
/// those of createCustomer(). `similar` gets those who may be the same as one whose record was created.
Result<Customer> customerOfVisit(
    Tx& tx, const VisitCustomer& who, const Actor& by, std::vector<CustomerId>& similar);

} // namespace sanad
