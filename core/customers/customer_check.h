#pragma once

#include "core/base/result.h"
#include "core/customers/customer.h"

namespace sanad {

/// How far a person stands behind numbers that look unusual.
enum class ConfirmUnusual {
    No,
    LengthOnly, ///< Nobody looked: only an unusual length passes (imports).
    Yes,
};

/// The draft as it may be saved: texts through the gate, numbers in their stored form, what is left out
/// filled where it is certain. Errors: Invalid `customer.no-name`, `customer.name-digits`,
/// `customer.name-script` (an Arabic letter in the Latin name), `customer.birth-date`, `customer.sex`,
/// `customer.language`, `customer.kind-of-number` (arg), `text.*`; the identifiers' own of a refused form,
/// with the kind as arg; `customer.unusual` (arg: the kind) until confirmed.
Result<Customer> cleanedCustomer(
    Customer draft, const QDate& today, ConfirmUnusual confirm = ConfirmUnusual::No);

/// True when two names may be one person's: two words in common, or all words of the shorter one.
bool areSimilarNames(const Customer& one, const Customer& other);
/// True when both have a name in one script, whichever field it stands in, and no such pair is similar: names
/// that can't be compared are not told apart.
bool areDifferentNames(const Customer& one, const Customer& other);

} // namespace sanad
