#include "core/people/approvals.h"

#include "core/audit/audit_trail.h"
#include "core/base/text_gate.h"
#include "core/people/approval_repository.h"
#include "core/people/secret_check.h"
#include "core/people/staff_repository.h"
#include "core/people/staff_secrets.h"

#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// Consents that the running transaction has used up.
struct UsedHere {
    std::set<ApprovalId> approvals;
};

Error denied(const QString& key, const QStringList& args = {})
{
    return {ErrorCode::Denied, key, args, {}};
}

/// A consent lasts two minutes; who gave it may have been disabled since, lost a permission, or been given
/// another PIN.
Result<> stillStands(Tx& tx, const Approval& approval, const ApprovedAct& act)
{
    StaffRepository people(tx);
    const auto approver = people.byId(approval.approver());
    if (!approver || !approver->active) return denied(u"approval.left"_s);
    const auto held = people.permissions(approver->role);
    for (const auto needed : {Permission::ApproveActs, act.permission})
        if (!held.contains(needed)) return denied(u"approval.denied"_s, {permissionKey(needed)});
    if (pinIsGiven(tx, approval.approver())) return denied(u"approval.pin-given"_s);
    return {};
}

} // namespace

Result<Approval> Approvals::give(const QString& user, const QString& pin, const ApprovedAct& act,
    const QString& reason, const Actor& asker)
{
    if (asker.staff().isNull()) return denied(u"gate.not-signed-in"_s);
    if (reason.trimmed().isEmpty()) return Error{ErrorCode::Invalid, u"approval.reason"_s, {}, {}};
    SANAD_TRY_VALUE(why, cleanText(reason, {.maxLength = 500, .required = true}));
    if (user == asker.user()) return denied(u"approval.same-person"_s);
    // Whoever is named: a PIN from before the longer ones approves nothing, and this tells nothing of it.
    if (pin.size() < kApproverPin) return denied(u"approval.pin-short"_s, {QString::number(kApproverPin)});
    SecretCheck check(m_db, m_clock);
    SANAD_TRY_VALUE(known, check.pin(user, pin, u"approval"_s, asker));
    if (known.staff.id == asker.staff()) return denied(u"approval.same-person"_s);

    std::optional<Error> refused;
    auto given = m_db.write([&](Tx& tx) -> Result<Approval> {
        SANAD_TRY_VALUE(now, check.passed(tx, known.staff));
        const Actor approver(now.id, now.user, asker.counter(), StaffRepository(tx).permissions(now.role));
        const ApprovalRecord record{ApprovalId::create(), approver.staff(), asker.staff(), act, why};
        Approval approval(record.id, approver, act, asker.staff(), tx.now());
        // The PIN was right in either case, and the failures before it are forgotten.
        if (const auto allowed = approval.allows(act, asker, tx.now()); !allowed)
            refused = allowed.error();
        else if (pinIsGiven(tx, now.id))
            refused = denied(u"approval.pin-given"_s);
        if (refused) return Approval();
        const QString digest = ApprovalRepository(tx).insert(record);
        AuditTrail(tx).record(approver, u"approval.given"_s, record.id,
            {{u"act"_s, act.act}, {u"asked_by"_s, asker.staff().text()},
                {u"permission"_s, permissionKey(act.permission)},
                {u"rows"_s, QJsonObject{{u"approval"_s, digest}}}, {u"subject"_s, act.subject}});
        return approval;
    });
    if (refused) return *refused;
    return given;
}

Result<> useApproval(Tx& tx, const Approval& approval, const ApprovedAct& act, const Actor& by)
{
    SANAD_TRY(approval.allows(act, by, tx.now()));
    auto& used = tx.memory().of<UsedHere>().approvals;
    if (used.contains(approval.id())) return {};
    SANAD_TRY(stillStands(tx, approval, act));
    if (!ApprovalRepository(tx).use(approval.id())) return denied(u"approval.used"_s);
    used.insert(approval.id());
    return {};
}

void addApproval(Tx& tx, QJsonObject& payload, const Approval& approval)
{
    if (!tx.memory().of<UsedHere>().approvals.contains(approval.id())) return;
    const QJsonObject given = approval.auditPayload();
    for (auto each = given.begin(); each != given.end(); ++each)
        payload.insert(each.key(), each.value());
}

Result<std::vector<Approvals::Approver>> Approvals::approvers(Permission permission, const Actor& asker)
{
    if (asker.staff().isNull()) return denied(u"gate.not-signed-in"_s);
    return m_db.read([&](Tx& tx) -> Result<std::vector<Approver>> {
        StaffRepository people(tx);
        std::vector<Approver> list;
        for (const Staff& staff : people.all()) {
            if (!staff.active || staff.id == asker.staff()) continue;
            const auto held = people.permissions(staff.role);
            if (held.contains(permission) && held.contains(Permission::ApproveActs))
                list.push_back({staff.user, staff.nameAr, staff.nameEn});
        }
        return list;
    });
}

Result<QString> Approvals::reason(ApprovalId id, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewAudit));
    return m_db.read([&](Tx& tx) -> Result<QString> {
        const auto reason = ApprovalRepository(tx).reason(id);
        if (!reason) return Error{ErrorCode::NotFound, u"approval.not-found"_s, {}, {}};
        return *reason;
    });
}

} // namespace sanad
