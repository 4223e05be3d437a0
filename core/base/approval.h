#pragma once

#include "core/base/actor.h"

#include <QDateTime>
#include <QJsonObject>

namespace sanad {

/// A second person's consent to one act of another, given on the spot: four eyes for voids, refunds, price
/// overrides, merges, erasure and restore. Made by core/people alone (by tests through tests/support), after
/// it has checked the second person's PIN and kept the reason, sealed; an operation that needs one takes it
/// and asks allows() first, then puts auditPayload() into its own audit line.
class Approval {
public:
    /// How long a consent stands; after that it is asked for again.
    static constexpr int kValidSeconds = 120;

    /// Nobody consented: allows nothing.
    Approval() = default;
    /// `id` names the record of the consent (table approval), which holds the reason.
    Approval(ApprovalId id, const Actor& approver, Permission permission, QDateTime givenAt)
        : m_id(id)
        , m_approver(approver)
        , m_permission(permission)
        , m_givenAt(std::move(givenAt))
    {
    }

    StaffId approver() const { return m_approver.staff(); }

    /// Errors: Denied `approval.missing` (arg: the permission), `approval.same-person`, `approval.other-act`
    /// (given for something else), `approval.denied` (arg: the permission that the second person lacks),
    /// `approval.expired`.
    Result<> allows(Permission permission, const Actor& by, const QDateTime& now) const;

    /// `approved_by` (staff id) and `approval` (id of its record), both as text.
    QJsonObject auditPayload() const;

private:
    ApprovalId m_id;
    Actor m_approver;
    Permission m_permission = Permission::ApproveActs;
    QDateTime m_givenAt;
};

} // namespace sanad
