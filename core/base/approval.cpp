#include "core/base/approval.h"

using namespace Qt::StringLiterals;

namespace sanad {

Result<> Approval::allows(const ApprovedAct& act, const Actor& by, const QDateTime& now) const
{
    const auto denied = [](const QString& key, const QStringList& args = {}) {
        return Error{ErrorCode::Denied, key, args, {}};
    };
    if (approver().isNull()) return denied(u"approval.missing"_s, {permissionKey(act.permission)});
    if (m_act.permission != act.permission || m_act.act != act.act) return denied(u"approval.other-act"_s);
    if (approver() == by.staff()) return denied(u"approval.same-person"_s);
    if (m_asker != by.staff()) return denied(u"approval.other-asker"_s);
    if (m_act.subject != act.subject) return denied(u"approval.other-subject"_s);
    for (const auto needed : {Permission::ApproveActs, act.permission})
        if (!m_approver.holds(needed)) return denied(u"approval.denied"_s, {permissionKey(needed)});
    if (const auto age = m_givenAt.secsTo(now); age < 0 || age > kValidSeconds)
        return denied(u"approval.expired"_s);
    return {};
}

QJsonObject Approval::auditPayload() const
{
    return {
        {u"approved_by"_s, QString::number(approver().raw())}, {u"approval"_s, QString::number(m_id.raw())}};
}

} // namespace sanad
