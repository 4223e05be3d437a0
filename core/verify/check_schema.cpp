#include "core/storage/schema.h"
#include "core/verify/checks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

void compare(const std::vector<SchemaPart>& made, const std::vector<SchemaPart>& present, Breaches& breaches)
{
    std::vector<SchemaPart> left = present;
    const auto isSame = [](const SchemaPart& one, const SchemaPart& other) {
        return one.type == other.type && one.name == other.name && one.table == other.table;
    };
    for (const SchemaPart& part : made) {
        const auto found = std::ranges::find_if(
            left, [&](const SchemaPart& each) { return isSame(each, part) && each.sql == part.sql; });
        if (found != left.end()) {
            left.erase(found);
            continue;
        }
        std::erase_if(left, [&](const SchemaPart& each) { return isSame(each, part); });
        breaches.add(
            u"no-edit"_s, part.table, {}, u"%1 %2 is missing or changed"_s.arg(part.type, part.name));
    }
    for (const SchemaPart& part : left)
        breaches.add(
            u"no-edit"_s, part.table, {}, u"%1 %2 is none of the product's"_s.arg(part.type, part.name));
}

/// What else a server can be told that makes the guards void.
void checkSwitches(Tx& tx, Breaches& breaches)
{
    compare({}, presentDetours(tx), breaches);
    const GuardSwitches switches = presentSwitches(tx);
    for (const QString& table : switches.rowSecurity)
        breaches.add(u"no-edit"_s, table, {}, u"row security is switched on"_s);
    for (const QString& table : switches.unwatchedKeys)
        breaches.add(u"no-edit"_s, table, {}, u"a foreign key of it is not watched"_s);
    if (switches.triggersRest)
        breaches.add(u"no-edit"_s, u"session_replication_role"_s, {}, u"triggers are told to rest"_s);
}

/// Each migration stands there once, and no other.
void checkVersions(Tx& tx, Breaches& breaches)
{
    auto missing = migrationNames();
    const auto fault = [&](int version, const QString& what) {
        breaches.add(u"no-edit"_s, u"schema_version"_s, QString::number(version), what);
    };
    auto query = tx.query("SELECT version, name, applied_at FROM schema_version ORDER BY version");
    query.run();
    while (query.next()) {
        const auto known = missing.extract(query.int32(0));
        if (known.empty())
            fault(query.int32(0), u"is no migration of this program's"_s);
        else if (known.mapped() != query.text(1) || storedTime(query.time(2)) != query.text(2))
            fault(query.int32(0), u"was changed"_s);
    }
    for (const auto& [version, name] : missing)
        fault(version, u"is gone"_s);
}

} // namespace

void checkTriggers(Tx& tx, Breaches& breaches)
{
    compare(migratedTriggers(tx.onServer()), presentTriggers(tx), breaches);
}

void checkSchema(Tx& tx, Breaches& breaches)
{
    checkVersions(tx, breaches);
    if (tx.onServer()) {
        checkTriggers(tx, breaches);
        return checkSwitches(tx, breaches);
    }
    const auto made = migratedSchema();
    if (!made) throw DbError(made.error());
    compare(*made, presentSchema(tx), breaches);
}

} // namespace sanad
