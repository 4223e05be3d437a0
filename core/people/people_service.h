#pragma once

#include "core/base/actor.h"
#include "core/crypto/password.h"
#include "core/people/staff.h"
#include "core/settings/centre.h"
#include "core/storage/database.h"

#include <map>

namespace sanad {

/// What first-run set-up asks for.
struct FirstRun {
    Centre centre;
    std::vector<Counter> counters;
    StaffDraft owner;
};

/// What a person can do about people: who they are and what their roles may do. Their secrets are in
/// secrets_service.h. Whoever touches an owner, or makes one, must be an owner: Denied `people.owner-only`.
/// The cost of passwords is a parameter for tests alone.
class PeopleService {
public:
    explicit PeopleService(Database& database, PasswordCost cost = {})
        : m_db(database)
        , m_cost(cost)
    {
    }

    /// Makes the centre: data key, signing key, roles, counters, owner. Unlocks the database. Returns the
    /// recovery code, which is shown once and printed. Errors: Conflict `people.already-set-up`, those of
    /// add(), checkedCentre() and checkedCounter().
    Result<QString> setUp(const FirstRun& request);
    /// What setUp() would refuse of the request alone, before there is a database. Errors: those of setUp().
    static Result<> check(const FirstRun& request);

    /// The PIN counts as given: its holder changes it before they approve anything (changePin()).
    /// Errors: Invalid `people.user-name`, `people.name-missing`, `people.password-short`, `people.pin`,
    /// `people.pin-approver` (arg: least digits), those of cleanText(); Conflict `people.user-taken`; Denied
    /// `people.holds-more` (arg: a permission of the role that `by` lacks).
    Result<StaffId> add(const StaffDraft& draft, const Actor& by);
    /// Leavers stay on the list. Errors: NotFound `people.not-found`, Conflict `people.last-owner` when no
    /// other owner could sign in.
    Result<> disable(StaffId staff, const Actor& by);
    /// Errors besides: Denied `people.holds-more`.
    Result<> enable(StaffId staff, const Actor& by);
    /// What it adds counts from that person's next sign-in; who holds less is refused at once until then.
    /// `by` holds what the role of before and the new one hold. Errors: as disable() and enable().
    Result<> setRole(StaffId staff, Role role, const Actor& by);
    /// Nobody grants what they do not hold themselves. Errors: Conflict `people.owner-needs` when it would
    /// leave owners without staff management.
    Result<> setPermission(Role role, Permission permission, bool held, const Actor& by);
    Result<std::vector<Staff>> list(const Actor& by);
    Result<std::map<Role, std::set<Permission>>> roles(const Actor& by);

private:
    Database& m_db;
    PasswordCost m_cost;
};

} // namespace sanad
