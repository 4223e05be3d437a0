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

} // namespace

QString ApprovalRepository::insert(const ApprovalRecord& approval)
{
    const QByteArray sealed =
        m_tx.vault().seal(u"approval", u"sealed_reason", approval.id.raw(), approval.reason);
    m_tx.query(kInsert)
        .bind(":id", approval.id)
        .bind(":branch", kBranch)
        .bind(":at", m_tx.now())
        .bind(":approver", approval.approver)
        .bind(":asker", approval.asker)
        .bind(":permission", permissionKey(approval.permission))
        .bind(":act", approval.act)
        .bind(":subject", approval.subject)
        .bind(":reason", sealed)
        .run();
    return RowDigest()
        .add(approval.id.raw())
        .add(kBranch)
        .add(storedTime(m_tx.now()))
        .add(approval.approver.raw())
        .add(approval.asker.raw())
        .add(permissionKey(approval.permission))
        .add(approval.act)
        .add(approval.subject)
        .add(sealed)
        .hex();
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

} // namespace sanad
