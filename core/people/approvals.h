#pragma once

#include "core/base/approval.h"
#include "core/people/monotonic_clock.h"
#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// Makes consents (four eyes): a second person gives the PIN on the spot, and the reason is kept, sealed.
class Approvals {
public:
    explicit Approvals(Database& database, MonotonicClock clock = systemMonotonicClock())
        : m_db(database)
        , m_clock(std::move(clock))
    {
    }

    /// Consent of `user` to this one act of `asker`.
    /// Errors: Denied `gate.not-signed-in`, `approval.same-person`, `approval.denied` (arg: the permission
    /// that the second person lacks), `approval.pin-short` (arg: least digits; no try was counted),
    /// `approval.pin-given` (somebody else set the PIN), `vault.locked`, and `sign-in.*` of a wrong or locked
    /// PIN; Invalid `approval.reason`, `text.*`.
    Result<Approval> give(const QString& user, const QString& pin, const ApprovedAct& act,
        const QString& reason, const Actor& asker);

    /// Who may consent to it: user and names. Whoever still has to change the PIN is among them, and is told
    /// so once it was typed: nobody misses a colleague on the list.
    struct Approver {
        QString user, nameAr, nameEn;
    };
    Result<std::vector<Approver>> approvers(Permission permission, const Actor& asker);

    /// The reason of a consent. Asks for Permission::ViewAudit. Errors: NotFound `approval.not-found`.
    Result<QString> reason(ApprovalId id, const Actor& by);

private:
    Database& m_db;
    MonotonicClock m_clock;
};

/// Uses a consent up, within the transaction of the act that it was given for; an act of several parts may
/// ask for each. Errors: those of Approval::allows(), also when the permission was taken away since; Denied
/// `approval.used`, `approval.left` (who gave it was disabled since), `approval.pin-given` (their PIN was set
/// by somebody else since).
Result<> useApproval(Tx& tx, const Approval& approval, const ApprovedAct& act, const Actor& by);

/// Puts the consent, if this transaction used it up, into the audit line of an act that only sometimes needs
/// it: one that was given for nothing has served no act.
void addApproval(Tx& tx, QJsonObject& payload, const Approval& approval);

} // namespace sanad
