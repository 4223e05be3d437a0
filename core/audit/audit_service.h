#pragma once

#include "core/audit/audit_line.h"
#include "core/base/actor.h"
#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// Looking into the record of who did what.
class AuditService {
public:
    explicit AuditService(Database& db)
        : m_db(db)
    {
    }

    /// A page of lines, newest first, before line `before` (0: from the newest). Errors: Denied
    /// `gate.denied`.
    Result<std::vector<AuditLine>> list(
        const AuditFilter& filter, std::int64_t before, int limit, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
