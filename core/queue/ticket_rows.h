#pragma once

#include "core/audit/vouched_rows.h"

namespace sanad {

inline constexpr VouchedTable kTicketRows{
    .name = "ticket",
    .columns = "id, branch_id, business_day, number, line, state, priority, counter, staff_id, issued_at, "
               "called_at, served_at, ended_at, calls",
    .types = "iiitttititttti",
};

} // namespace sanad
