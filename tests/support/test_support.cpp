#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;

namespace sanad::test {

Clock steppingClock(const QDateTime& start, int step)
{
    return [now = std::make_shared<QDateTime>(start.toUTC()), step] {
        const QDateTime seen = *now;
        *now = now->addMSecs(step);
        return seen;
    };
}

std::unique_ptr<Database> migratedDatabase()
{
    auto database = Database::forTests();
    database->setClock(steppingClock(QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC)));
    database->unlock(Vault::create());
    return database;
}

Actor actorWith(std::set<Permission> permissions, const QString& counter)
{
    return Actor(StaffId::fromRaw(7), u"clerk"_s, counter, std::move(permissions));
}

Actor anyone()
{
    const auto& all = allPermissions();
    return Actor(StaffId::fromRaw(1), u"owner"_s, u"C1"_s, {all.begin(), all.end()});
}

void tamper(Database& database, const QString& sql)
{
    const auto done = database.write([&](Tx& tx) -> Result<> {
        tx.execute(sql);
        return {};
    });
    if (!done) throw DbError(done.error());
}

} // namespace sanad::test
