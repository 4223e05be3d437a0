#include "core/sync/sync_repository.h"
#include "core/sync/sync_rows.h"
#include "core/verify/verify.h"
#include "tests/core/till_fixture/till.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// A centre with reports that a portal took, refused, and has not got yet.
struct Reporting : Till {
    QString taken = add(), refused = add(), waiting = add();

    Reporting()
    {
        act([&](Tx& tx) { SyncRepository(tx).deliver(row(tx, taken).id, u"F0000001"_s); });
        act([&](Tx& tx) {
            SyncRepository(tx).putAside(row(tx, refused).id, {{{}, u"fee-amount"_s, {}, {}}});
        });
    }

    QString add()
    {
        return must(db->write([](Tx& tx) {
            return Outbox(tx).add({u"fee_payment"_s, nextRawId(), {}, u"sanad_portal"_s, "{}"});
        }));
    }
    template <class Act> void act(Act what)
    {
        must(db->write([&](Tx& tx) -> Result<> {
            what(tx);
            return {};
        }));
    }
    static OutboxRow row(Tx& tx, const QString& uuid) { return *Outbox(tx).row(uuid); }
    QString named(const QString& uuid)
    {
        return must(
            db->read([&](Tx& tx) -> Result<QString> { return u"outbox "_s + row(tx, uuid).id.text(); }));
    }
    /// What verify says of what is not vouched for as it stands.
    QStringList faults()
    {
        QStringList list;
        for (const Breach& one : must(verifyCentre(*db)))
            if (one.invariant == u"chain" || one.invariant == u"one-piece") list << one.where;
        return list;
    }
};

} // namespace

TEST_CASE("A report that says taken or refused, and no portal said so, is named", "[verify][sync]")
{
    Reporting centre;
    REQUIRE(centre.faults() == QStringList());
    const auto [edit, of] = GENERATE(table<QString, int>({
        {u"state = 'delivered', reference = 'SP0001', payload = substr(payload, 1, 0), settled_at = "
         "'2026-11-20T10:00:00.000Z' WHERE state = 'waiting'"_s,
            2},
        {u"state = 'delivered', payload = substr(payload, 1, 0) WHERE state = 'aside'"_s, 1},
        {u"state = 'aside', answer = (SELECT answer FROM outbox WHERE state = 'aside') WHERE state = 'waiting'"_s,
            2},
        {u"state = 'waiting' WHERE state = 'aside'"_s, 1},
        {u"state = 'waiting' WHERE state = 'delivered'"_s, 0},
        {u"settled_at = '2026-11-20T10:00:00.000Z' WHERE state = 'delivered'"_s, 0},
        {u"held = 1 WHERE state = 'waiting'"_s, 2},
        {u"channel = 'nowhere' WHERE state = 'waiting'"_s, 2},
        {u"uuid = 'b0a7c1de-0000-4000-8000-000000000001' WHERE state = 'waiting'"_s, 2},
    }));
    CAPTURE(edit);
    const QString row = centre.named(QStringList{centre.taken, centre.refused, centre.waiting}[of]);
    tamper(*centre.db, u"UPDATE outbox SET "_s + edit);
    CHECK(centre.faults() == QStringList{row});
}

TEST_CASE("A report that was taken away or put in is named", "[verify][sync]")
{
    Reporting centre;
    for (const QString& uuid : {centre.waiting, centre.refused, centre.taken}) {
        const QString row = centre.named(uuid);
        tamper(*centre.db, u"DELETE FROM outbox WHERE uuid = '%1'"_s.arg(uuid));
        CHECK(centre.faults() == QStringList{row}); // of several that are gone, the first
    }
    Reporting another;
    tamper(*another.db,
        uR"(INSERT INTO outbox (id, branch_id, channel, kind, subject_id, uuid, payload, state, batch_limit, attempts, reference, created_at)
            SELECT 7, branch_id, channel, kind, subject_id, 'b0a7c1de-0000-4000-8000-000000000001', payload, state, batch_limit, attempts,
                reference, created_at FROM outbox WHERE state = 'delivered')"_s);
    CHECK(another.faults() == QStringList{u"outbox 7"_s});
}

TEST_CASE("Whatever becomes of a report by an act is vouched for", "[verify][sync]")
{
    Reporting centre;
    centre.act([&](Tx& tx) { must(Outbox(tx).mend(centre.refused, "{\"a\":2}")); });
    CHECK(centre.faults() == QStringList());
    centre.act([&](Tx& tx) {
        SyncRepository(tx).waitAgain(Reporting::row(tx, centre.refused).id, tx.now().addSecs(60), 1);
        must(Outbox(tx).withdraw(centre.waiting));
    });
    CHECK(centre.faults() == QStringList());
    const QString two[] = {centre.add(), centre.add()};
    for (const QString& uuid : two)
        centre.act([&](Tx& tx) {
            SyncRepository(tx).putAside(Reporting::row(tx, uuid).id, {{{}, u"x"_s, {}, {}}});
        });
    centre.act([&](Tx& tx) { CHECK(SyncRepository(tx).retryAside(u"sanad_portal"_s, {}) == 2); });
    CHECK(centre.faults() == QStringList());
}
