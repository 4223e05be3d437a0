#include "core/people/people_check.h"

#include "core/people/staff_repository.h"
#include "core/people/vouched_people.h"
#include "core/settings/centre.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kDigests = R"(
    SELECT act, subject_id, payload, id, staff_id FROM audit_line
    WHERE branch_id = :branch
        AND (act LIKE 'staff.%' OR act LIKE 'role.%' OR act = 'recovery.renewed') ORDER BY id)";

/// A centre is set up once, by nobody; from then on somebody adds people.
constexpr auto kSetUpAgain = R"(
    SELECT id FROM audit_line
    WHERE branch_id = :branch AND staff_id IS NULL AND act IN ('centre.set-up', 'staff.added', 'role.set-up')
        AND id > (SELECT min(id) FROM audit_line WHERE act = 'centre.set-up') ORDER BY id LIMIT 20)";

constexpr auto kRoles = "SELECT role, permission FROM role_permission ORDER BY role, permission";

/// Roles that nobody could be given, and those that hold what is no permission: a digest would not tell two
/// names that are written as one.
QStringList unknownRoles(Tx& tx)
{
    QStringList unknown;
    auto query = tx.query(kRoles);
    query.run();
    while (query.next())
        if (!roleFromKey(query.text(0)) || !permissionFromKey(query.text(1)))
            unknown << u"role "_s + query.text(0);
    unknown.removeDuplicates();
    return unknown;
}

} // namespace

QStringList changedPeopleRows(Tx& tx)
{
    QHash<std::int64_t, QString> staff, roles;
    QString recovery;
    QStringList changed;
    {
        auto query = tx.query(kDigests);
        query.bind(":branch", kBranch).run();
        while (query.next()) {
            const QJsonObject payload = QJsonDocument::fromJson(query.text(2).toUtf8()).object();
            const QString digest = payload.value(u"digest"_s).toString();
            if (digest.isEmpty()) continue;
            const QString act = query.text(0);
            QString& last = act.startsWith("recovery."_L1) ? recovery
                : act.startsWith("staff."_L1)              ? staff[query.int64(1)]
                                                           : roles[query.int64(1)];
            const QJsonValue before = payload.value(u"before"_s);
            // Another may set right what was edited, or who has the recovery code; the line says so, and of
            // what.
            const bool another = query.int64(4) != query.int64(1) || act == "staff.recovered"_L1;
            const bool begins = last.isEmpty() &&
                ((act == "staff.added"_L1 && before.toString().isEmpty()) || act == "role.set-up"_L1 ||
                    act == "recovery.renewed"_L1);
            const bool overruled =
                another && !last.isEmpty() && payload.value(u"overruled"_s).toString() == last;
            const bool goesOn = before.isUndefined() || begins || overruled || before.toString() == last;
            if (!goesOn) changed << u"audit_line "_s + QString::number(query.int64(3));
            last = digest;
        }
    }
    {
        auto query = tx.query(kSetUpAgain);
        query.bind(":branch", kBranch).run();
        while (query.next())
            changed << u"audit_line "_s + QString::number(query.int64(0));
    }
    changed << unknownRoles(tx);
    StaffRepository people(tx);
    const auto compare = [&](const QString& name, const QByteArray& actual, const QString& audited) {
        if (QString::fromLatin1(actual.toHex()) != audited) changed << name;
    };
    for (const Staff& person : people.all())
        compare(u"staff "_s + person.id.text(), people.staffDigest(person.id), staff.take(person.id.raw()));
    for (const std::int64_t gone : staff.keys())
        changed << u"staff "_s + QString::number(gone);
    for (const Role role : allRoles()) {
        const auto audited = roles.find(static_cast<std::int64_t>(role));
        if (audited != roles.end())
            compare(u"role "_s + roleKey(role), people.permissionsDigest(role), *audited);
    }
    if (!recovery.isEmpty()) compare(u"recovery_key"_s, people.recoveryDigest(), recovery);
    return changed;
}

QStringList peopleChangedNow(Tx& tx)
{
    QStringList changed;
    for (const Staff& person : StaffRepository(tx).all())
        if (!PeopleRow::of(person.id).isVouched(tx)) changed << u"staff "_s + person.id.text();
    for (const Role role : allRoles())
        if (PeopleRow row = PeopleRow::of(role); !row.vouched(tx).isEmpty() && !row.isVouched(tx))
            changed << u"role "_s + roleKey(role);
    if (PeopleRow row = PeopleRow::recovery(); !row.vouched(tx).isEmpty() && !row.isVouched(tx))
        changed << u"recovery_key"_s;
    return changed;
}

} // namespace sanad
