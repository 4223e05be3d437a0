#pragma once

#include "core/visits/visit.h"

namespace sanad {

/// The visit with every text that was typed for it through the gate (cleanText()), and the digits of
/// references as 0-9; the answers of forms pass at their check. Errors: `text.*`; Invalid
/// `visit.reference-length` (args: service, limit).
Result<Visit> gatedVisit(const Visit& visit);

} // namespace sanad
