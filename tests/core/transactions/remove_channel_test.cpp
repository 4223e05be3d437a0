#include "core/sync/sync_repository.h"
#include "core/transactions/remove_channel.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

struct Channels {
    Desk desk;

    Channels()
    {
        must(desk.db->write([](Tx& tx) -> Result<> {
            SyncRepository channels(tx);
            for (const QString& name :
                {u"sanad_portal"_s, u"sanad_protal"_s, u"partner_api"_s, u"assisted"_s})
                channels.saveChannel(name, u"rest"_s, "{}");
            return {};
        }));
    }

    QStringList names()
    {
        return must(desk.db->read([](Tx& tx) -> Result<QStringList> {
            QStringList names;
            for (const SyncChannel& each : SyncRepository(tx).channels())
                names << each.name;
            return names;
        }));
    }

    Result<> remove(const QString& name) { return removeChannel(*desk.db, name, desk.by); }
};

} // namespace

TEST_CASE("A mistyped channel is taken away, and the record says so", "[transactions][sync]")
{
    Channels set;
    must(set.remove(u"sanad_protal"_s));
    CHECK(set.names() == QStringList{u"assisted"_s, u"partner_api"_s, u"sanad_portal"_s});
    CHECK(set.desk.number(u"SELECT count(*) FROM audit_line WHERE act = 'sync.channel-removed'"_s) == 1);
    const Error again = refusal(set.remove(u"sanad_protal"_s));
    CHECK(again.key == u"sync.channel-unknown"_s);
    CHECK(again.args == QStringList{u"sanad_protal"_s, u"assisted, partner_api, sanad_portal"_s});
}

TEST_CASE("Where no channel is set up, that is said in place of a list of none", "[transactions][sync]")
{
    const Desk desk;
    const Error error = refusal(removeChannel(*desk.db, u"x"_s, desk.by));
    CHECK(error.key == u"sync.no-channel"_s);
    CHECK(error.args == QStringList{u"x"_s});
}

TEST_CASE(
    "A channel over which work of a service goes stays, and the services are named", "[transactions][sync]")
{
    Channels set;
    // What is done on an agency's own site is reported over the second and shown by the third.
    for (const QString& name : {u"partner_api"_s, u"sanad_portal"_s, u"assisted"_s}) {
        const Error error = refusal(set.remove(name));
        CHECK(error.key == u"sync.channel-routed"_s);
        CHECK(error.args.value(0) == name);
        CHECK(error.args.value(1).contains(u"ROP-VEH-RENEW"_s) == (name != u"partner_api"_s));
        CHECK_FALSE(error.args.value(1).isEmpty());
    }
    CHECK(set.names().size() == 4);
}

TEST_CASE("A channel with something outstanding stays: what waits, and what its portal has not decided",
    "[transactions][sync]")
{
    Channels set;
    const auto outstanding = [&] { return refusal(set.remove(u"sanad_protal"_s)); };
    must(VisitService(*set.desk.db).complete(must(parseVisit(renewalLine())), set.desk.by));
    tamper(*set.desk.db, u"UPDATE outbox SET channel = 'sanad_protal'"_s);
    CHECK(outstanding() ==
        Error{ErrorCode::Conflict, u"sync.channel-outstanding"_s, {u"sanad_protal"_s, u"1"_s}, {}});
    tamper(*set.desk.db, u"UPDATE outbox SET state = 'delivered'"_s);
    CHECK(outstanding().key == u"sync.channel-outstanding"_s);
    tamper(*set.desk.db, u"UPDATE service_transaction SET state = 'handed_over'"_s);
    must(set.remove(u"sanad_protal"_s));
    CHECK(set.names().size() == 3);
}
