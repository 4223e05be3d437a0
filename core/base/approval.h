#pragma once

#include "core/base/actor.h"

#include <QDateTime>
#include <QJsonObject>

namespace sanad {

/// The one act that a consent is for.
struct ApprovedAct {
    Permission permission = Permission::ApproveActs;
    QString act; ///< The word of its audit line: "customer.merged".
    QString subject; ///< Our own ids, numbers and amounts of what is done; no personal data.
};

/// A second person's consent to one act of another, given on the spot: four eyes for voids, refunds, price
/// overrides, merges, erasure and restore. Made by core/people alone (by tests through tests/support), after
/// it has checked the second person's PIN and kept the reason, sealed. An operation that needs one takes it,
/// uses it up with useApproval() of core/people, and puts auditPayload() into its own audit line.
class Approval {
public:
    /// How long a consent stands; after that it is asked for again.
    static constexpr int kValidSeconds = 120;

    /// Nobody consented: allows nothing.
    Approval() = default;
    /// `id` names the record of the consent (table approval), which holds the reason.
    Approval(ApprovalId id, const Actor& approver, ApprovedAct act, StaffId asker, QDateTime givenAt)
        : m_id(id)
        , m_approver(approver)
        , m_act(std::move(act))
        , m_asker(asker)
        , m_givenAt(std::move(givenAt))
    {
    }

    ApprovalId id() const { return m_id; }
    StaffId approver() const { return m_approver.staff(); }

    /// Whether it was given to `by` for just this, a moment ago; not whether it was used already. Errors:
    /// Denied `approval.missing` (arg: the permission), `approval.other-act`, `approval.same-person`,
    /// `approval.other-asker`, `approval.other-subject`, `approval.denied` (arg: the permission that the
    /// second person lacks), `approval.expired`.
    Result<> allows(const ApprovedAct& act, const Actor& by, const QDateTime& now) const;

    /// `approved_by` (staff id) and `approval` (id of its record), both as text.
    QJsonObject auditPayload() const;

private:
    ApprovalId m_id;
    Actor m_approver;
    ApprovedAct m_act;
    StaffId m_asker;
    QDateTime m_givenAt;
};

} // namespace sanad
