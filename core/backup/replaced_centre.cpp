#include "core/backup/replaced_centre.h"

#include "core/audit/audit_trail.h"
#include "core/heads/head_repository.h"
#include "core/people/staff_repository.h"
#include "core/people/vouched_people.h"
#include "core/privacy/backup_places.h"

using namespace Qt::StringLiterals;

namespace sanad {

ReplacedCentre readReplaced(Database& replaced, const QString& centre)
{
    const auto read = replaced.read([&](Tx& tx) -> Result<ReplacedCentre> {
        ReplacedCentre found;
        if (centreIdOf(tx) != centre) return found;
        found.given = givenNumbers(tx);
        found.backupFolders = BackupPlaces(tx).remembered();
        for (const Staff& one : StaffRepository(tx).all())
            if (!one.active) found.disabled.insert(one.id);
        return found;
    });
    return read ? *read : ReplacedCentre();
}

QStringList disableAgain(Tx& tx, const std::set<StaffId>& disabled, const Actor& by)
{
    QStringList users;
    StaffRepository people(tx);
    for (const Staff& one : people.all()) {
        if (!one.active || !disabled.contains(one.id)) continue;
        if (one.role == Role::Owner && !people.anotherOwnerSignsIn(one.id)) continue;
        PeopleChange change(tx, PeopleRow::of(one.id));
        people.setActive(one.id, false);
        change.record(by, u"staff.disabled"_s, one.id.raw());
        users << one.user;
    }
    return users;
}

void bringApproval(Tx& tx, const GivenApproval& consent, const Actor& by)
{
    const ApprovalRecord& record = consent.record;
    if (record.id.isNull()) return;
    StaffRepository people(tx);
    if (!people.byId(record.approver)) {
        if (people.byUser(consent.approver.user)) return; // the name went to somebody else
        Staff approver = consent.approver;
        approver.active = false;
        PeopleChange change(tx, PeopleRow::of(approver.id));
        people.insert(approver, {QByteArray(""), {}, true});
        change.record(by, u"staff.added"_s, approver.id.raw());
    }
    const QString digest = ApprovalRepository(tx).insert(record);
    AuditTrail(tx).record(by, u"approval.brought"_s, record.id,
        {{u"act"_s, record.act.act}, {u"approved_by"_s, record.approver.text()},
            {u"asked_by"_s, record.asker.text()}, {u"rows"_s, QJsonObject{{u"approval"_s, digest}}},
            {u"subject"_s, record.act.subject}});
}

} // namespace sanad
