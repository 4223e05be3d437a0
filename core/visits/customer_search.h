#pragma once

#include "core/customers/customer_service.h"

namespace sanad {

/// As CustomerService::find(), and before all others the customer of a receipt, of a transaction, or of a
/// ticket of today, when `text` is the whole number of one.
Result<std::vector<CustomerMatch>> findCustomers(
    Database& db, const QString& text, int limit, const Actor& by);

} // namespace sanad
