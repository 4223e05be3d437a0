#include "core/people/vouched_people.h"

#include "core/audit/audit_trail.h"
#include "core/people/staff_repository.h"
#include "core/settings/settings_repository.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// By the index audit_people, whose condition it repeats; the newest line counts, whatever else points where.
constexpr auto kLastLine = R"(
    SELECT payload FROM audit_line
    WHERE branch_id = :branch AND subject_id = :id
        AND (act LIKE 'staff.%' OR act LIKE 'role.%' OR act LIKE 'recovery.%')
        AND act LIKE :acts AND payload LIKE '%"digest"%'
    ORDER BY id DESC LIMIT 1)";

QString digestIn(const QString& payload)
{
    return QJsonDocument::fromJson(payload.toUtf8()).object().value(u"digest"_s).toString();
}

Error differs(const QString& name)
{
    return {ErrorCode::Denied, u"people.row-differs"_s, {name}, {}};
}

} // namespace

QString PeopleRow::digest(Tx& tx) const
{
    const StaffRepository people(tx);
    const QLatin1StringView kind(m_kind);
    const QByteArray digest = kind == "staff"_L1 ? people.staffDigest(StaffId::fromRaw(m_id))
        : kind == "role"_L1                      ? people.permissionsDigest(static_cast<Role>(m_id))
                                                 : people.recoveryDigest();
    return QString::fromLatin1(digest.toHex());
}

QString PeopleRow::vouched(Tx& tx) const
{
    auto query = tx.query(kLastLine);
    query.bind(":branch", kBranch).bind(":acts", QLatin1StringView(m_kind) + u".%"_s).bind(":id", m_id).run();
    return query.next() ? digestIn(query.text(0)) : QString();
}

void PeopleChange::record(const Actor& by, const QString& act, std::int64_t subjectId, QJsonObject payload)
{
    const QString vouched = m_row.vouched(m_tx);
    if (!vouched.isEmpty() && vouched != m_before) payload.insert(u"overruled"_s, vouched);
    payload.insert(u"before"_s, m_before);
    payload.insert(u"digest"_s, m_row.digest(m_tx));
    AuditTrail trail(m_tx);
    QJsonObject rows = payload.value(u"rows"_s).toObject();
    const std::int64_t number = trail.peopleChanges() + 1;
    SettingsRepository(m_tx).put(kPeopleChangesKey, QString::number(number), rows);
    payload.insert(u"change"_s, qint64{number});
    payload.insert(u"rows"_s, rows);
    trail.record(by, act, subjectId, payload);
}

Result<> refuseDifferent(Tx& tx, const Staff& staff)
{
    if (PeopleRow::of(staff.id).isVouched(tx) && PeopleRow::of(staff.role).isVouched(tx)) return {};
    return differs(staff.user);
}

Result<> mayOverrule(Tx& tx, PeopleRow row, const QString& name, const Actor& by)
{
    const auto self = StaffRepository(tx).byId(by.staff());
    if (self) SANAD_TRY(refuseDifferent(tx, *self));
    if (row.isVouched(tx) || (self && self->role == Role::Owner)) return {};
    return differs(name);
}

} // namespace sanad
