#include "tests/support/test_support.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A write on a server sees all that was committed before its turn, whatever the server's default is",
    "[storage]")
{
    const auto db = migratedDatabase();
    if (!db->onServer()) return; // SQLite's writers have no snapshot before their turn
    tamper(*db,
        u"ALTER DATABASE %1 SET default_transaction_isolation = 'repeatable read'"_s.arg(
            QUrl(db->location().server).path().mid(1)));
    const auto other = must(Database::open(db->location(), OpenMode::Write));
    const auto level = other->write([](Tx& tx) -> Result<QString> {
        auto query = tx.query("SELECT current_setting('transaction_isolation')");
        query.run().next();
        return query.text(0);
    });
    CHECK(must(level) == u"read committed");
}
