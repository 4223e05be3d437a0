#pragma once

#include "core/base/approval.h"
#include "core/storage/database.h"

#include <optional>

namespace sanad {

struct ApprovalRecord {
    ApprovalId id;
    StaffId approver, asker;
    ApprovedAct act;
    QString reason;
    QDateTime at = {}; ///< Now, where it is invalid.
};

/// All SQL of the consents.
class ApprovalRepository {
public:
    explicit ApprovalRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// Returns the row's digest, for the audit line.
    QString insert(const ApprovalRecord& approval);
    /// Marks it as used; false when it was used before.
    bool use(ApprovalId id);
    std::optional<QString> reason(ApprovalId id) const;
    std::optional<ApprovalRecord> find(ApprovalId id) const;

private:
    Tx& m_tx;
};

} // namespace sanad
