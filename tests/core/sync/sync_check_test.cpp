#include "core/audit/audit_trail.h"
#include "core/sync/sync_check.h"
#include "tests/core/sync/scripted_connector.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

std::vector<SyncBreach> breachesOf(SyncBench& bench)
{
    return must(bench.db->read([](Tx& tx) -> Result<std::vector<SyncBreach>> { return brokenSyncRows(tx); }));
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

TEST_CASE("A portal that holds a head which this desk lacks tells of an older copy or a cut chain",
    "[sync][verify]")
{
    SyncBench bench;
    bench.add();
    bench.run();
    const auto head =
        must(bench.db->read([](Tx& tx) -> Result<AuditTrail::Head> { return AuditTrail(tx).head(); }));
    bench.portal.anchor = Anchor{head.number, head.hash};
    bench.run();
    CHECK(bench.status().anchorNumber == head.number);
    CHECK(bench.status().anchorHolds);
    CHECK(breachesOf(bench).empty());

    const auto told = [&] {
        return must(bench.db->read([](Tx& tx) -> Result<std::int64_t> {
            auto lines = tx.query("SELECT count(*) FROM audit_line WHERE act = 'anchor.differs'");
            lines.run();
            lines.next();
            return lines.int64(0);
        }));
    };
    bench.portal.anchor = Anchor{head.number + 50, QByteArray(32, 'x')};
    bench.run();
    CHECK_FALSE(bench.status().anchorHolds);
    CHECK(told() == 1);
    bench.restart();
    bench.run();
    CHECK(told() == 1); // once, not at every poll
    const auto breaches = breachesOf(bench);
    REQUIRE(breaches.size() == 1);
    CHECK(breaches[0].invariant == u"chain");
    CHECK(breaches[0].table == u"sync_anchor");
}
