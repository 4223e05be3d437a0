#include "core/people/staff.h"
#include "tests/core/matrix/operations.h"
#include "tests/support/test_support.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

bool mayDo(const Operation& operation, const std::set<Permission>& held)
{
    const auto holds = [&](Permission permission) { return held.contains(permission); };
    const auto& [name, all, any, attempt] = operation;
    return std::all_of(all.begin(), all.end(), holds) &&
        (any.empty() || std::any_of(any.begin(), any.end(), holds));
}

/// A permission that the operation needs and that is not held.
bool lacks(const Operation& operation, const std::set<Permission>& held, const QString& key)
{
    const auto permission = permissionFromKey(key);
    if (!permission || held.contains(*permission)) return false;
    const auto in = [&](const std::vector<Permission>& list) {
        return std::find(list.begin(), list.end(), *permission) != list.end();
    };
    return in(operation.all) || in(operation.any);
}

void tryAll(const QString& who, const Actor& by, const std::set<Permission>& held)
{
    const auto db = migratedDatabase();
    for (const Operation& operation : operations()) {
        INFO(who.toStdString() << " tries " << operation.name);
        const auto error = operation.attempt(*db, by);
        const QString key = error ? error->key : QString();
        INFO("answer " << (error ? Catch::StringMaker<Error>::convert(*error) : "done"));
        if (by.staff().isNull())
            CHECK(key == u"gate.not-signed-in"_s);
        else if (mayDo(operation, held))
            CHECK_FALSE(key.startsWith("gate."_L1));
        else
            CHECK((key == u"gate.denied"_s && lacks(operation, held, error->args.value(0))));
    }
}

} // namespace

TEST_CASE("Every operation is open to exactly the roles that hold its permission", "[matrix]")
{
    for (const Role role : allRoles()) {
        const auto held = firstPermissions(role);
        tryAll(roleKey(role), Actor(StaffId::fromRaw(7), u"somebody"_s, u"C1"_s, held), held);
    }
}

TEST_CASE("Nobody does anything without signing in", "[matrix]")
{
    tryAll(u"nobody"_s, Actor(), {});
}

TEST_CASE("One permission opens what needs it and nothing else", "[matrix]")
{
    for (const Permission permission : allPermissions())
        tryAll(permissionKey(permission), Actor(StaffId::fromRaw(7), u"somebody"_s, u"C1"_s, {permission}),
            {permission});
}
