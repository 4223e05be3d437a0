#include "core/storage/schema.h"
#include "core/verify/checks.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

void compare(const std::vector<SchemaPart>& made, const std::vector<SchemaPart>& present, Breaches& breaches)
{
    QHash<QString, SchemaPart> left; // by table and name: a server's triggers of two tables may share a name
    for (const SchemaPart& part : present)
        left.insert(part.table + u'.' + part.name, part);
    for (const SchemaPart& part : made)
        if (left.take(part.table + u'.' + part.name).sql != part.sql)
            breaches.add(
                u"no-edit"_s, part.table, {}, u"%1 %2 is missing or changed"_s.arg(part.type, part.name));
    for (const SchemaPart& part : std::as_const(left))
        breaches.add(
            u"no-edit"_s, part.table, {}, u"%1 %2 is none of the product's"_s.arg(part.type, part.name));
}

} // namespace

void checkTriggers(Tx& tx, Breaches& breaches)
{
    compare(migratedTriggers(tx.onServer()), presentTriggers(tx), breaches);
}

void checkSchema(Tx& tx, Breaches& breaches)
{
    if (tx.onServer()) return checkTriggers(tx, breaches);
    const auto made = migratedSchema();
    if (!made) throw DbError(made.error());
    compare(*made, presentSchema(tx), breaches);
}

} // namespace sanad
