#include "core/people/people_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/text_gate.h"
#include "core/people/staff_secrets.h"
#include "core/people/vouched_people.h"
#include "core/settings/settings_repository.h"
#include "core/settings/settings_service.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostName = 120;

/// The draft with its names as they may be stored.
Result<StaffDraft> checkedDraft(StaffDraft draft)
{
    static const QRegularExpression user(uR"(^[a-z][a-z0-9._-]{1,31}\z)"_s);
    if (!user.match(draft.user).hasMatch()) return Error{ErrorCode::Invalid, u"people.user-name"_s, {}, {}};
    for (QString* name : {&draft.nameAr, &draft.nameEn}) {
        SANAD_TRY_VALUE(kept, cleanText(*name, TextRule{kMostName}));
        *name = kept;
    }
    if (draft.nameAr.isEmpty()) return Error{ErrorCode::Invalid, u"people.name-missing"_s, {}, {}};
    SANAD_TRY(checkNewPassword(draft.password));
    SANAD_TRY(checkNewPin(draft.pin, Approves::No));
    return draft;
}

/// The owner approves from the first day on.
Result<StaffDraft> checkedOwner(const StaffDraft& draft)
{
    SANAD_TRY_VALUE(owner, checkedDraft(draft));
    SANAD_TRY(checkNewPin(owner.pin, Approves::Yes));
    owner.role = Role::Owner;
    return owner;
}

void recordRole(
    PeopleChange& change, const Actor& by, const QString& act, Role role, QJsonObject payload = {})
{
    payload.insert(u"role"_s, roleKey(role));
    change.record(by, act, static_cast<std::int64_t>(role), payload);
}

/// `by` is nobody at set-up, when the owner chooses the PIN in person.
Result<StaffId> insertStaff(Tx& tx, const StaffDraft& draft, const Actor& by, PasswordCost cost)
{
    StaffRepository people(tx);
    if (people.byUser(draft.user))
        return Error{ErrorCode::Conflict, u"people.user-taken"_s, {draft.user}, {}};
    SANAD_TRY(checkNewPin(draft.pin, approvesAs(tx, draft.role)));
    const Staff staff{StaffId::create(), draft.user, draft.nameAr, draft.nameEn, draft.role, true};
    PeopleChange change(tx, PeopleRow::of(staff.id));
    people.insert(staff,
        {wrapKey(tx.vault().key(), draft.password, cost), sealedPin(tx.vault(), staff.id, draft.pin, cost),
            !by.staff().isNull()});
    change.record(by, u"staff.added"_s, staff.id.raw());
    return staff.id;
}

/// Errors: Conflict `people.last-owner` when no active owner but `staff` could sign in with a password.
Result<> notTheLastOwner(Tx& tx, const Staff& staff)
{
    if (staff.role != Role::Owner || !staff.active) return {};
    if (!StaffRepository(tx).anotherOwnerSignsIn(staff.id))
        return Error{ErrorCode::Conflict, u"people.last-owner"_s, {}, {}};
    return {};
}

} // namespace

namespace {

struct Place {
    Centre centre;
    std::vector<Counter> counters;
};

/// The centre and its counters as they may be stored; either may do with a name in one language.
Result<Place> checkedPlace(const FirstRun& request)
{
    Centre named = request.centre;
    if (named.nameAr.isEmpty()) named.nameAr = named.nameEn;
    if (named.nameEn.isEmpty()) named.nameEn = named.nameAr;
    SANAD_TRY_VALUE(centre, checkedCentre(named));
    if (request.centre.nameAr.isEmpty()) centre.nameAr.clear();
    if (request.centre.nameEn.isEmpty()) centre.nameEn.clear();
    std::vector<Counter> counters;
    for (Counter one : request.counters) {
        if (one.nameAr.isEmpty()) one.nameAr = one.nameEn;
        if (one.nameEn.isEmpty()) one.nameEn = one.nameAr;
        SANAD_TRY_VALUE(counter, checkedCounter(one));
        for (const Counter& other : counters)
            if (other.code == counter.code)
                return Error{ErrorCode::Conflict, u"settings.counter-exists"_s, {counter.code}, {}};
        counters.push_back(counter);
    }
    return Place{centre, counters};
}

} // namespace

Result<> PeopleService::check(const FirstRun& request)
{
    SANAD_TRY(checkedOwner(request.owner));
    SANAD_TRY(checkedPlace(request));
    return {};
}

Result<QString> PeopleService::setUp(const FirstRun& request)
{
    SANAD_TRY_VALUE(owner, checkedOwner(request.owner));
    SANAD_TRY_VALUE(place, checkedPlace(request));
    const auto notYet = [](Tx& tx) -> Result<> {
        if (SettingsRepository(tx).hasCentre())
            return Error{ErrorCode::Conflict, u"people.already-set-up"_s, {}, {}};
        return {};
    };
    const bool wasUnlocked = m_db.unlocked();
    SANAD_TRY(m_db.read(notYet));

    m_db.unlock(Vault::create());
    auto done = m_db.write([&](Tx& tx) -> Result<QString> {
        // Somebody else's set-up or restore may have come first.
        SANAD_TRY(notYet(tx));
        SettingsRepository settings(tx);
        settings.saveCentre(place.centre);
        for (const Counter& counter : place.counters)
            settings.addCounter(counter);
        settings.addSigningKey(SigningKey::create());
        StaffRepository people(tx);
        for (const Role role : allRoles()) {
            PeopleChange change(tx, PeopleRow::of(role));
            for (const Permission permission : firstPermissions(role))
                people.grant(role, permission);
            recordRole(change, Actor(), u"role.set-up"_s, role);
        }
        SANAD_TRY(insertStaff(tx, owner, Actor(), m_cost));
        const QString code = renewRecoveryCode(tx, tx.vault(), Actor(), m_cost);
        AuditTrail(tx).record(Actor(), u"centre.set-up"_s, kBranch);
        return code;
    });
    if (!done && !wasUnlocked) m_db.lock();
    return done;
}

Result<StaffId> PeopleService::add(const StaffDraft& draft, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    SANAD_TRY_VALUE(checked, checkedDraft(draft));
    return m_db.write([&](Tx& tx) -> Result<StaffId> {
        SANAD_TRY(mayManage(tx, checked.role, by));
        SANAD_TRY(mayGive(tx, checked.role, by));
        return insertStaff(tx, checked, by, m_cost);
    });
}

Result<> PeopleService::disable(StaffId staff, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    return m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY_VALUE(leaver, managed(tx, staff, by));
        SANAD_TRY(notTheLastOwner(tx, leaver));
        AuditTrail(tx).meet(by); // it may be their own last act
        PeopleChange change(tx, PeopleRow::of(staff));
        StaffRepository(tx).setActive(staff, false);
        change.record(by, u"staff.disabled"_s, staff.raw());
        return {};
    });
}

Result<> PeopleService::enable(StaffId staff, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    return m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY_VALUE(back, managed(tx, staff, by));
        SANAD_TRY(mayGive(tx, back.role, by));
        PeopleChange change(tx, PeopleRow::of(staff));
        StaffRepository(tx).setActive(staff, true);
        change.record(by, u"staff.enabled"_s, staff.raw());
        return {};
    });
}

Result<> PeopleService::setRole(StaffId staff, Role role, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    return m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY_VALUE(person, managed(tx, staff, by));
        SANAD_TRY(mayManage(tx, role, by));
        for (const Role each : {person.role, role})
            SANAD_TRY(mayGive(tx, each, by));
        if (role != Role::Owner) SANAD_TRY(notTheLastOwner(tx, person));
        AuditTrail(tx).meet(by); // it may be their own role
        PeopleChange change(tx, PeopleRow::of(staff));
        StaffRepository(tx).setRole(staff, role);
        change.record(by, u"staff.role-changed"_s, staff.raw(), {{u"role"_s, roleKey(role)}});
        return {};
    });
}

Result<> PeopleService::setPermission(Role role, Permission permission, bool held, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    if (!held && role == Role::Owner && permission == Permission::ManageStaff)
        return Error{ErrorCode::Conflict, u"people.owner-needs"_s, {permissionKey(permission)}, {}};
    return m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY(mayManage(tx, role, by));
        SANAD_TRY(mayOverrule(tx, PeopleRow::of(role), roleKey(role), by));
        const auto self = StaffRepository(tx).byId(by.staff());
        // What owners took from their own role they can give back.
        if (held && !(self && self->role == Role::Owner)) SANAD_TRY(by.may(permission));
        AuditTrail(tx).meet(by); // it may be their own role
        PeopleChange change(tx, PeopleRow::of(role));
        StaffRepository people(tx);
        if (held)
            people.grant(role, permission);
        else
            people.revoke(role, permission);
        recordRole(change, by, held ? u"role.granted"_s : u"role.revoked"_s, role,
            {{u"permission"_s, permissionKey(permission)}});
        return {};
    });
}

Result<std::vector<Staff>> PeopleService::list(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    return m_db.read([](Tx& tx) -> Result<std::vector<Staff>> { return StaffRepository(tx).all(); });
}

Result<std::map<Role, std::set<Permission>>> PeopleService::roles(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageStaff));
    return m_db.read([](Tx& tx) -> Result<std::map<Role, std::set<Permission>>> {
        std::map<Role, std::set<Permission>> roles;
        for (const Role role : allRoles())
            roles[role] = StaffRepository(tx).permissions(role);
        return roles;
    });
}

} // namespace sanad
