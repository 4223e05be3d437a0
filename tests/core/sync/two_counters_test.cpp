#include "core/sync/sync_repository.h"
#include "tests/core/sync/scripted_connector.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// A second counter: on a server with a connection of its own.
struct TwoCounters : SyncBench {
    std::unique_ptr<Database> own;
    Database* second = db.get();
    std::unique_ptr<SyncService> other;

    TwoCounters()
    {
        if (db->onServer()) {
            own = must(Database::open(db->location(), OpenMode::Write));
            own->unlock(must(db->read([](Tx& tx) -> Result<Vault> { return tx.vault(); })));
            second = own.get();
        }
        other = std::make_unique<SyncService>(
            *second, sink, [this](const ConnectorEntry&, const QByteArray&) -> std::unique_ptr<Connector> {
                return std::make_unique<ScriptedConnector>(portal);
            });
    }
    /// Of the first counter, whose first page is on its way while the other one takes in all there is.
    SyncReport runSlowly()
    {
        portal.meanwhile = [this] {
            portal.meanwhile = {};
            must(other->run(anyone()));
            if (then) then();
        };
        return run();
    }
    QString cursor()
    {
        return must(
            db->read([](Tx& tx) -> Result<QString> { return SyncRepository(tx).channels().front().cursor; }));
    }
    std::int64_t lines(const QString& act)
    {
        return must(db->read([&](Tx& tx) -> Result<std::int64_t> {
            auto query = tx.query("SELECT count(*) FROM audit_line WHERE act = :act");
            query.bind(":act", act).run().next();
            return query.int64(0);
        }));
    }
    std::function<void()> then;
};

const auto kAt = QDateTime(QDate(2026, 11, 22), QTime(8, 30), Qt::UTC);

} // namespace

TEST_CASE("Counters that synchronise at the same time take each update and notice in once", "[sync]")
{
    TwoCounters centre;
    const QString uuid = centre.add();
    centre.run();
    const auto status = [&](const QString& state) {
        return Update{Update::Kind::Status, uuid, state, u"R1"_s, {}, {}, kAt};
    };
    centre.portal.updates = {status(u"action_needed"_s),
        {Update::Kind::Notice, {}, {}, {}, u"تنبيه"_s, u"Notice"_s, kAt}, status(u"in_review"_s)};
    centre.then = [&] { centre.portal.updates.push_back(status(u"approved"_s)); };

    CHECK(centre.runSlowly().updates == 1); // what came after the other counter was through
    REQUIRE(centre.sink.updates.size() == 3);
    CHECK(centre.sink.updates[0].state == u"action_needed");
    CHECK(centre.sink.updates[1].state == u"in_review");
    CHECK(centre.sink.updates[2].state == u"approved");
    CHECK(centre.sink.notices.size() == 1);
    CHECK(centre.cursor() == u"4");
    CHECK(centre.lines(u"sync.updates-applied"_s) == 3);
}

TEST_CASE("A run ends although another counter always moves the cursor first", "[sync]")
{
    TwoCounters centre;
    int moved = 0;
    centre.portal.meanwhile = [&] {
        must(centre.second->write([&](Tx& tx) -> Result<> {
            SyncRepository(tx).saveCursor(u"portal"_s, u"x"_s + QString::number(++moved));
            return {};
        }));
    };
    CHECK(centre.run().updates == 0);
    CHECK(centre.portal.polls <= 100);
    CHECK(centre.cursor() == u"x"_s + QString::number(moved));
}

TEST_CASE("A channel that is removed while a page of it is on its way takes nothing in", "[sync]")
{
    TwoCounters centre;
    centre.portal.updates = {{Update::Kind::Notice, {}, {}, {}, u"تنبيه"_s, u"Notice"_s, kAt}};
    centre.portal.meanwhile = [&] {
        must(centre.second->write([](Tx& tx) -> Result<> {
            SyncRepository repository(tx);
            repository.removeChannel(repository.channels().front().id);
            return {};
        }));
    };
    CHECK(centre.run().updates == 0);
    CHECK(centre.portal.polls == 1);
    CHECK(centre.sink.notices.empty());
}

TEST_CASE("Counters that hear of the same foreign head at the same time record it once", "[sync]")
{
    TwoCounters centre;
    centre.run();
    centre.portal.anchor = Anchor{1'000'000, QByteArray(32, 'x')};
    centre.runSlowly();
    CHECK(centre.lines(u"anchor.differs"_s) == 1);
}
