#include "core/sync/sync_check.h"

#include "core/audit/audit_trail.h"
#include "core/sync/batch.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

struct Rule {
    const char* sql; ///< Ids of the rows that break it.
    QLatin1StringView invariant, what;
};

const Rule kRules[] = {
    {R"(SELECT o.id FROM outbox o WHERE o.state <> 'delivered' AND o.state = 'sending'
            AND NOT EXISTS (SELECT 1 FROM sync_batch b WHERE b.id = o.batch_id AND b.state = 'open')
        ORDER BY o.id LIMIT 20)",
        "once"_L1, "is being sent in a batch that is closed or gone"_L1},
    {"SELECT id FROM outbox WHERE state <> 'delivered' AND state <> 'sending' AND length(payload) = 0 ORDER "
     "BY id LIMIT 20",
        "nothing-stuck"_L1, "waits without content"_L1},
    {"SELECT id FROM outbox WHERE state <> 'delivered' AND state = 'aside' AND answer IS NULL ORDER BY id "
     "LIMIT 20",
        "nothing-stuck"_L1, "stands aside without a reason"_L1},
    {"SELECT id FROM outbox WHERE state = 'delivered' AND length(payload) > 0 ORDER BY id LIMIT 20",
        "private"_L1, "is delivered and still has its content"_L1},
};

} // namespace

std::vector<SyncBreach> brokenSyncRows(Tx& tx)
{
    std::vector<SyncBreach> breaches;
    for (const Rule& rule : kRules) {
        auto query = tx.query(rule.sql);
        query.run();
        while (query.next())
            breaches.push_back({rule.invariant, u"outbox"_s, query.int64(0), rule.what});
    }
    struct Row {
        std::int64_t channel;
        Anchor anchor;
    };
    std::vector<Row> anchors;
    {
        auto query = tx.query("SELECT id, number, hash FROM sync_anchor ORDER BY id");
        query.run();
        while (query.next())
            anchors.push_back({query.int64(0), {query.int64(1), query.bytes(2)}});
    }
    const AuditTrail chain(tx);
    for (const auto& [channel, anchor] : anchors)
        if (chain.hashOf(anchor.number) != anchor.hash)
            breaches.push_back({u"chain"_s, u"sync_anchor"_s, channel,
                u"the portal holds line %1 of the chain, which is not here: an older copy, or a cut chain"_s
                    .arg(anchor.number)});
    return breaches;
}

} // namespace sanad
