#include "core/sync/sync_check.h"
#include "tests/core/sync/scripted_connector.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

std::vector<SyncBreach> breachesOf(SyncBench& bench)
{
    return must(
        bench.db->read([](Tx& tx) -> Result<std::vector<SyncBreach>> { return brokenOutboxRows(tx); }));
}

} // namespace

TEST_CASE("What was spoilt in the outbox is found and named", "[sync][verify]")
{
    SyncBench bench;
    bench.add();
    const QString bad = bench.add();
    bench.portal.reject = {bad};
    bench.run();
    bench.portal.faults = {ScriptedPortal::Fault::LoseRequest};
    bench.add();
    bench.run();
    REQUIRE(bench.status().sending == 1);
    CHECK(breachesOf(bench).empty());

    const auto [sql, invariant] =
        GENERATE(table<QString, QString>({{u"UPDATE sync_batch SET state = 'dissolved'"_s, u"once"_s},
            {u"UPDATE outbox SET batch_id = 7"_s, u"once"_s},
            {u"UPDATE outbox SET state = 'waiting' WHERE state = 'delivered'"_s, u"nothing-stuck"_s},
            {u"UPDATE outbox SET answer = NULL WHERE state = 'aside'"_s, u"nothing-stuck"_s},
            {u"UPDATE outbox SET state = 'delivered' WHERE state = 'sending'"_s, u"private"_s}}));
    CAPTURE(sql);
    tamper(*bench.db, sql);
    const auto breaches = breachesOf(bench);
    REQUIRE(breaches.size() == 1);
    CHECK(breaches[0].invariant == invariant);
}
