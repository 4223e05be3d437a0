// Linked by the tests that use it alone: it needs the slices of people.

#include "core/people/people_service.h"
#include "core/people/secrets_service.h"
#include "core/people/staff_repository.h"
#include "core/people/vouched_people.h"
#include "tests/support/cheap_secrets.h"
#include "tests/support/test_support.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad::test {

namespace {

Actor everything(StaffId id, const QString& user)
{
    const auto& all = allPermissions();
    return Actor(id, user, {}, {all.begin(), all.end()});
}

/// Roles as set-up leaves them, in a database that nobody has set up.
void giveRole(Database& database, Role role, const std::set<Permission>& held)
{
    must(database.write([&](Tx& tx) -> Result<> {
        PeopleChange change(tx, PeopleRow::of(role));
        for (const Permission permission : held)
            StaffRepository(tx).grant(role, permission);
        change.record(anyone(), u"role.set-up"_s, static_cast<std::int64_t>(role));
        return {};
    }));
}

/// Adds somebody who may approve `permission`: an owner where there are owners, a manager elsewhere.
StaffId addSecond(Database& database, Permission permission, const std::vector<Staff>& staff)
{
    const auto owner =
        std::find_if(staff.begin(), staff.end(), [](const Staff& each) { return each.role == Role::Owner; });
    const bool owned = owner != staff.end();
    if (!owned) giveRole(database, Role::Manager, {Permission::ApproveActs, permission});
    StaffDraft draft;
    draft.user = u"second"_s;
    draft.nameAr = draft.nameEn = u"Second"_s;
    draft.role = owned ? Role::Owner : Role::Manager;
    draft.password = u"second-person"_s;
    draft.pin = u"135790"_s;
    const auto id = must(
        PeopleService(database, kCheap).add(draft, owned ? everything(owner->id, owner->user) : anyone()));
    must(SecretsService(database, kCheap).changePin(draft.pin, u"246801"_s, Actor(id, draft.user, {}, {})));
    return id;
}

} // namespace

Approval approvalFor(Database& database, const ApprovedAct& act, const Actor& asker)
{
    std::optional<StaffId> approver;
    const auto staff = must(database.read([&](Tx& tx) -> Result<std::vector<Staff>> {
        StaffRepository people(tx);
        auto all = people.all();
        for (const Staff& each : all) {
            const auto held = people.permissions(each.role);
            if (each.active && each.id != asker.staff() && held.contains(Permission::ApproveActs) &&
                held.contains(act.permission) && !people.secrets(each.id).pinGiven)
                approver = each.id;
        }
        return all;
    }));
    if (!approver) approver = addSecond(database, act.permission, staff);
    return {ApprovalId::create(), everything(*approver, u"second"_s), act, asker.staff(), database.clock()()};
}

} // namespace sanad::test
