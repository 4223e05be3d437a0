#pragma once

#include "core/base/error.h"
#include "core/customers/customer.h"

namespace sanad {

/// Which member of `details` an error of cleanedCustomer() or createCustomer() is about, by its name in a
/// line of `serve` and in a file of an import: `name_ar`, `civil_number`. Empty where it is about none, or
/// about one of several.
QString refusedMember(const Customer& details, const Error& error);

} // namespace sanad
