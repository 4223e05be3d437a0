#include "core/people/people_check.h"

#include "core/people/staff_repository.h"
#include "core/settings/centre.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kDigests = R"(
    SELECT act, subject_id, payload FROM audit_line
    WHERE branch_id = :branch
        AND (act LIKE 'staff.%' OR act LIKE 'role.%' OR act = 'recovery.renewed') ORDER BY id)";

} // namespace

QStringList changedPeopleRows(Tx& tx)
{
    QHash<std::int64_t, QString> staff, roles;
    QString recovery;
    {
        auto query = tx.query(kDigests);
        query.bind(":branch", kBranch).run();
        while (query.next()) {
            const QString digest =
                QJsonDocument::fromJson(query.text(2).toUtf8()).object().value(u"digest"_s).toString();
            if (digest.isEmpty()) continue;
            if (query.text(0).startsWith("recovery."_L1))
                recovery = digest;
            else
                (query.text(0).startsWith("staff."_L1) ? staff : roles).insert(query.int64(1), digest);
        }
    }
    QStringList changed;
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

} // namespace sanad
