#pragma once

#include "core/audit/vouched_rows.h"

namespace sanad {

/// A breach with the list of whose data it was.
inline constexpr VouchedTable kBreachRows{
    .name = "privacy_breach",
    .columns = "id, branch_id, number, found_at, due_at, words, measures, reported_at, reference, told_at, "
               "closed_at, "
               "recorded_by",
    .types = "iiittbbttttt",
    .parts = {{{"privacy_breach_person", "breach_id", "customer_id, branch_id", "ii", "customer_id"}}},
};

} // namespace sanad
