#pragma once

#include "core/audit/vouched_rows.h"

namespace sanad {

/// A record with its numbers, consents and who may sign for it. The words of the search index are made from
/// the names and are not vouched for.
inline constexpr VouchedTable kCustomerRows{
    .name = "customer",
    .columns = "id, branch_id, kind, name_ar, name_en, sex, nationality, wilayat, language, person_sealed, "
               "created_at, updated_at, merged_into, restricted_at",
    .types = "iitttttttbttit",
    .parts = {{
        {"customer_number", "customer_id",
            "id, branch_id, kind, country, holder, exact_index, tail_index, expiry", "iittibbt", "id",
            "kind <> 'plate_number'"},
        {"customer_consent", "customer_id",
            "id, branch_id, text_version, language, given_at, clerk, guardian_id, withdrawn_at, withdrawn_by",
            "iittttitt", "id"},
        {"customer_authorised", "company_id", "person_id, branch_id, role, valid_until", "iitt", "person_id"},
    }},
};

/// Plates are learnt from transactions, long after the record was written.
inline constexpr VouchedTable kPlateRows{
    .name = "customer_number",
    .columns = "id, branch_id, customer_id, kind, country, holder, exact_index, tail_index, expiry",
    .types = "iiittibbt",
    .where = "kind = 'plate_number'",
};

inline constexpr VouchedTable kMergeRows{
    .name = "customer_merge",
    .columns = "id, branch_id, kept_id, gone_id, merged_at, clerk, undone_at, undone_by",
    .types = "iiiitttt",
};

} // namespace sanad
