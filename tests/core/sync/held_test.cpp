#include "core/sync/outbox.h"
#include "tests/core/sync/scripted_connector.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A held item is not sent while the ones around it go, and goes when it is let go", "[sync]")
{
    SyncBench bench;
    const QString before = bench.add();
    const QString held = must(bench.db->write([](Tx& tx) -> Result<QString> {
        return Outbox(tx).add({u"transaction"_s, nextRawId(), {}, u"portal"_s, "{\"a\":1}", true});
    }));
    const QString after = bench.add();
    CHECK(bench.run().delivered == 2);
    CHECK(bench.portal.recorded == std::set{before, after});
    CHECK(bench.row(held).state == OutboxState::Waiting);
    CHECK(bench.status().waiting == 1);

    tamper(*bench.db, u"UPDATE outbox SET held = 0"_s);
    CHECK(bench.run().delivered == 1);
    CHECK(bench.portal.recorded.contains(held));
}
