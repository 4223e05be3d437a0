#pragma once

#include "core/catalogue/catalogue.h"

namespace sanad {

/// Codes of services that are offered on that day, for a sentence about `code`, which is none of them:
/// those of its agency, else those that a search for it finds, else how the codes of each agency begin.
QString codesLike(const Catalogue& catalogue, const QString& code, const QDate& on);

} // namespace sanad
