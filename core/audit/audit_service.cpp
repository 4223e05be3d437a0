#include "core/audit/audit_service.h"

#include "core/audit/audit_repository.h"

namespace sanad {

Result<std::vector<AuditLine>> AuditService::list(
    const AuditFilter& filter, std::int64_t before, int limit, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewAudit));
    return m_db.read([&](Tx& tx) -> Result<std::vector<AuditLine>> {
        return AuditRepository(tx).list(filter, before, limit);
    });
}

} // namespace sanad
