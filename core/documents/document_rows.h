#pragma once

#include "core/audit/vouched_rows.h"

namespace sanad {

/// The random name of the encrypted file salts the digest: a date of expiry could be guessed back from it.
inline constexpr VouchedTable kDocumentRows{
    .name = "document_file",
    .columns = "id, branch_id, transaction_id, code, media_type, bytes, name, expiry, keep_until, added_at, "
               "staff_id",
    .types = "iiittitiiti",
};

} // namespace sanad
