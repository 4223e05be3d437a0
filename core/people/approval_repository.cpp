#include "core/people/approval_repository.h"

#include "core/audit/row_digest.h"
#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kInsert = R"(
    INSERT INTO approval (id, branch_id, at, approver_id, asked_by, permission, act, subject, sealed_reason)
    VALUES (:id, :branch, :at, :approver, :asker, :permission, :act, :subject, :reason))";
constexpr auto kReason = "SELECT sealed_reason FROM approval WHERE id = :id";
constexpr auto kFind =
    "SELECT at, approver_id, asked_by, permission, act, subject FROM approval WHERE id = :id";
constexpr auto kUsed = "SELECT 1 FROM approval_use WHERE id = :id";
// Says who came first, should two get here at once.
constexpr auto kUse =
    "INSERT INTO approval_use (id, branch_id) VALUES (:id, :branch) ON CONFLICT (id) DO NOTHING RETURNING id";

} // namespace

QString ApprovalRepository::insert(const ApprovalRecord& approval)
{
    const QByteArray sealed =
        m_tx.vault().seal(u"approval", u"sealed_reason", approval.id.raw(), approval.reason);
    const QDateTime at = approval.at.isValid() ? approval.at : m_tx.now();
    m_tx.query(kInsert)
        .bind(":id", approval.id)
        .bind(":branch", kBranch)
        .bind(":at", at)
        .bind(":approver", approval.approver)
        .bind(":asker", approval.asker)
        .bind(":permission", permissionKey(approval.act.permission))
        .bind(":act", approval.act.act)
        .bind(":subject", approval.act.subject)
        .bind(":reason", sealed)
        .run();
    return RowDigest()
        .add(approval.id.raw())
        .add(kBranch)
        .add(storedTime(at))
        .add(approval.approver.raw())
        .add(approval.asker.raw())
        .add(permissionKey(approval.act.permission))
        .add(approval.act.act)
        .add(approval.act.subject)
        .add(sealed)
        .hex();
}

bool ApprovalRepository::use(ApprovalId id)
{
    if (m_tx.query(kUsed).bind(":id", id).run().next()) return false;
    return m_tx.query(kUse).bind(":id", id).bind(":branch", kBranch).run().next();
}

std::optional<QString> ApprovalRepository::reason(ApprovalId id) const
{
    auto query = m_tx.query(kReason);
    query.bind(":id", id).run();
    if (!query.next()) return std::nullopt;
    const auto opened = m_tx.vault().open(u"approval", u"sealed_reason", id.raw(), query.bytes(0));
    if (!opened) throw DbError(opened.error());
    return QString::fromUtf8(*opened);
}

std::optional<ApprovalRecord> ApprovalRepository::find(ApprovalId id) const
{
    const auto why = reason(id);
    auto query = m_tx.query(kFind);
    query.bind(":id", id).run();
    if (!why || !query.next()) return std::nullopt;
    const auto permission = permissionFromKey(query.text(3)).value_or(Permission::ApproveActs);
    return ApprovalRecord{id, query.id<StaffId>(1), query.id<StaffId>(2),
        {permission, query.text(4), query.text(5)}, *why, query.time(0)};
}

} // namespace sanad
