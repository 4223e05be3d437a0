#include "core/base/log.h"
#include "core/sync/answer_reader.h"
#include "core/sync/back_off.h"
#include "core/sync/sync_repository.h"
#include "tests/core/sync/scripted_connector.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;
using namespace std::chrono_literals;
using Fault = ScriptedPortal::Fault;

TEST_CASE("What is reported arrives, in order, with its reference, and its content leaves the desk", "[sync]")
{
    SyncBench bench;
    std::vector<QString> uuids;
    for (int i = 0; i < 600; ++i)
        uuids.push_back(bench.add());
    const SyncReport report = bench.run();
    CHECK(report.delivered == 600);
    CHECK(report.batches == 3);
    CHECK(bench.portal.sendOrder == uuids);
    CHECK(bench.portal.mostInFlight == 2);
    CHECK(bench.sink.items.size() == 600);
    CHECK(bench.row(uuids[5]).state == OutboxState::Delivered);
    CHECK(bench.row(uuids[5]).reference == u"REF-"_s + uuids[5].left(8));
    CHECK(bench.status().delivered == 600);
    CHECK(bench.status().waiting == 0);
    const auto left = must(bench.db->read([](Tx& tx) -> Result<std::int64_t> {
        auto query = tx.query("SELECT CAST(sum(length(payload)) AS BIGINT) FROM outbox");
        query.run().next();
        return query.int64(0);
    }));
    CHECK(left == 0);
}

TEST_CASE("What a run came to is in the log: batches by id, counts, and why a channel stopped", "[sync]")
{
    const QTemporaryDir folder;
    const auto eventsOf = [&](SyncBench& bench) {
        openLog(folder.path(), u"sanad-desk"_s);
        bench.run();
        closeLog();
        QFile file(logFiles(folder.path()).front());
        REQUIRE(file.open(QIODevice::ReadOnly));
        std::vector<QJsonObject> events;
        for (const QByteArray& line : file.readAll().split('\n'))
            if (!line.isEmpty()) events.push_back(QJsonDocument::fromJson(line).object());
        file.remove();
        return events;
    };
    SyncBench bench;
    CHECK(eventsOf(bench).empty());
    bench.add();
    const QString bad = bench.add();
    bench.portal.reject = {bad};
    auto events = eventsOf(bench);
    REQUIRE(events.size() == 2);
    CHECK(events[0][u"event"_s] == u"sync.batch-settled"_s);
    CHECK(events[0][u"batch"_s].toInteger() > 0);
    CHECK(events[0][u"delivered"_s] == 1);
    CHECK(events[0][u"aside"_s] == 1);
    CHECK(events[1][u"event"_s] == u"sync.over"_s);
    CHECK(events[1][u"batches"_s] == 1);

    bench.add();
    bench.portal.faults = {Fault::LoseRequest};
    events = eventsOf(bench);
    REQUIRE(events.size() == 2);
    CHECK(events[0][u"event"_s] == u"sync.stopped"_s);
    CHECK(events[0][u"key"_s].toString().startsWith(u"sync."_s));
    CHECK(events[1][u"unreached"_s] == 1);
}

TEST_CASE("A row rolled back with its act is never sent", "[sync]")
{
    SyncBench bench;
    const auto undone = bench.db->write([&](Tx& tx) -> Result<> {
        must(Outbox(tx).add({u"transaction"_s, 5, {}, u"portal"_s, "{}"}));
        return Error{ErrorCode::Invalid, u"money.format"_s, {}, {}};
    });
    CHECK_FALSE(undone);
    CHECK(bench.run().batches == 0);
}

TEST_CASE("A payload that could spoil its neighbours is refused", "[sync]")
{
    SyncBench bench;
    for (const QByteArray& payload :
        {QByteArray(), QByteArray("[]"), QByteArray("{"), '{' + QByteArray(70'000, ' ') + '}'}) {
        const auto added = bench.db->write([&](Tx& tx) {
            return Outbox(tx).add({u"transaction"_s, 1, {}, u"portal"_s, payload});
        });
        CHECK(refusal(added).key == u"sync.payload");
    }
}

TEST_CASE("However requests and answers are lost, each item is recorded once and settled once", "[sync]")
{
    SyncBench bench;
    std::vector<QString> uuids;
    for (int i = 0; i < 900; ++i)
        uuids.push_back(bench.add());
    bench.portal.faults = {Fault::LoseAnswer, Fault::None, Fault::LoseRequest, Fault::LoseAnswer,
        Fault::LoseAnswer, Fault::None, Fault::LoseRequest, Fault::LoseAnswer};
    for (int round = 0; round < 12; ++round) {
        bench.run();
        bench.restart();
        bench.pass(20min * round);
    }
    CHECK(bench.portal.recorded.size() == 900);
    CHECK(bench.portal.sendOrder.size() == 900);
    CHECK(bench.sink.items.size() == 900);
    CHECK(bench.status().waiting + bench.status().sending + bench.status().aside == 0);
    CHECK(bench.portal.keys.size() == 4); // repeated under their own keys, never under new ones
}

TEST_CASE("A desk that dies before it marks an answer asks again and settles once", "[sync]")
{
    SyncBench bench;
    const QString uuid = bench.add();
    bench.sink.fail = true; // the commit of the answer does not happen
    CHECK(bench.run().delivered == 0);
    CHECK(bench.row(uuid).state == OutboxState::Sending);
    CHECK(bench.portal.recorded.count(uuid) == 1);
    bench.restart();
    bench.sink.fail = false;
    CHECK(bench.run().delivered == 1);
    CHECK(bench.sink.items.size() == 1);
    CHECK(bench.portal.arrivals[uuid] == 2);
    CHECK(bench.portal.keys.size() == 1);
}

TEST_CASE("A rejected item goes aside with its reason and the ones behind go on", "[sync]")
{
    SyncBench bench;
    const QString before = bench.add(), bad = bench.add(), after = bench.add();
    bench.portal.reject = {bad};
    const SyncReport report = bench.run();
    CHECK(report.delivered == 2);
    CHECK(report.aside == 1);
    REQUIRE(bench.row(bad).faults.size() == 1);
    CHECK(bench.row(bad).faults[0].pointer == u"/form/years");
    CHECK(bench.status().aside == 1);

    SECTION("sent again as it was")
    {
        bench.portal.reject.clear();
        CHECK(must(bench.sync->retry({}, bad, anyone())) == 1);
        CHECK(bench.run().delivered == 1);
    }
    SECTION("mended")
    {
        bench.portal.reject.clear();
        must(bench.db->write([&](Tx& tx) { return Outbox(tx).mend(bad, "{\"a\":2}"); }));
        CHECK(bench.run().delivered == 1);
        CHECK(refusal(bench.db->write([&](Tx& tx) { return Outbox(tx).mend(bad, "{}"); })).key ==
            u"sync.not-aside");
    }
    CHECK(bench.portal.recorded.size() == 3);
}

TEST_CASE("One item for which a portal refuses whole batches is found and set aside alone", "[sync]")
{
    SyncBench bench;
    std::vector<QString> uuids;
    for (int i = 0; i < 300; ++i)
        uuids.push_back(bench.add());
    bench.portal.poison = uuids[123];
    bench.run();
    CHECK(bench.portal.recorded.size() == 299);
    CHECK(bench.row(uuids[123]).state == OutboxState::Aside);
    CHECK(bench.status().aside == 1);
    CHECK(bench.status().waiting == 0);
}

TEST_CASE("An item whose feature cannot take the answer goes aside alone", "[sync]")
{
    SyncBench bench;
    const QString before = bench.add(), odd = bench.add(), after = bench.add();
    bench.sink.refuses = odd;
    CHECK(bench.run().delivered == 2);
    CHECK(bench.row(odd).state == OutboxState::Aside);
    CHECK(bench.row(odd).faults[0].code == u"transaction.moved-on");
    bench.sink.refuses.clear();
    must(bench.sync->retry({}, odd, anyone()));
    CHECK(bench.run().delivered == 1);
    CHECK(bench.portal.recorded.size() == 3);
}

TEST_CASE("An item that is wanted later goes later, and nothing waits behind it", "[sync]")
{
    SyncBench bench;
    const QString later = bench.add(), other = bench.add();
    bench.portal.postpone = {later};
    CHECK(bench.run().postponed == 1);
    CHECK(bench.row(other).state == OutboxState::Delivered);
    CHECK(bench.row(later).state == OutboxState::Waiting);
    bench.pass(1h);
    CHECK(bench.run().delivered == 1);
}

TEST_CASE("What was put off while the clock stood ahead goes once it is right again", "[sync]")
{
    SyncBench bench;
    const QString later = bench.add();
    bench.pass(std::chrono::hours(24 * 1095));
    bench.portal.postpone = {later};
    CHECK(bench.run().postponed == 1);
    bench.portal.faults = {Fault::LoseRequest};
    bench.add();
    bench.run();
    bench.pass(-std::chrono::hours(24 * 1095));
    CHECK(bench.run().delivered == 2);
}

TEST_CASE("While a server is down there is one probe a pause, and the outage is evidence", "[sync]")
{
    SyncBench bench;
    for (int i = 0; i < 900; ++i)
        bench.add();
    bench.portal.faults = std::deque<Fault>(5, Fault::LoseRequest);
    bench.portal.retryAfter =
        600s; // a first pause of our own is drawn, and may be over in a few transactions
    CHECK(bench.run().unreached == QStringList{u"portal"_s});
    const int first = bench.portal.sends;
    CHECK(first <= 2);
    CHECK(bench.run().batches == 0); // the pause is not over
    CHECK(bench.portal.sends == first);
    CHECK(bench.status().downSince.isValid());
    CHECK(bench.status().nextAttempt.isValid());
    CHECK(bench.status().lastError == u"sync.unreachable");
    for (int round = 1; round < 5; ++round) {
        bench.pass(20min * round);
        bench.run();
    }
    CHECK(bench.portal.mostInFlight == 2);
    CHECK(bench.portal.recorded.size() == 900);
    CHECK_FALSE(bench.status().downSince.isValid());
    const auto outages = must(bench.sync->outages(u"portal"_s, anyone()));
    REQUIRE(outages.size() == 1);
    CHECK(outages[0].reason == u"sync.unreachable");
    CHECK(outages[0].ended > outages[0].began);
}

TEST_CASE("An outage cannot be edited away", "[sync]")
{
    SyncBench bench;
    bench.add();
    bench.portal.faults = {Fault::RefuseDesk};
    bench.run();
    CHECK(bench.status().lastError == u"sync.refused");
    CHECK_THROWS_AS(tamper(*bench.db, u"DELETE FROM sync_outage"_s), DbError);
    CHECK_THROWS_AS(tamper(*bench.db, u"UPDATE sync_outage SET at = ''"_s), DbError);
}

TEST_CASE("Retry ends a pause at once", "[sync]")
{
    SyncBench bench;
    bench.add();
    bench.portal.faults = {Fault::LoseRequest};
    bench.portal.retryAfter = 600s;
    bench.run();
    CHECK(bench.status().nextAttempt > QDateTime(QDate(2026, 11, 22), QTime(8, 9), Qt::UTC));
    must(bench.sync->retry(u"portal"_s, {}, anyone()));
    CHECK(bench.run().delivered == 1);
}

TEST_CASE("Updates are taken in page by page, each once, and notices too", "[sync]")
{
    SyncBench bench;
    const QString uuid = bench.add();
    bench.run();
    const auto at = QDateTime(QDate(2026, 11, 22), QTime(8, 30), Qt::UTC);
    bench.portal.updates = {{Update::Kind::Status, uuid, u"in_review"_s, u"R1"_s, {}, {}, at},
        {Update::Kind::Status, uuid, u"approved"_s, u"R1"_s, {}, {}, at},
        {Update::Kind::Fee, uuid, u"confirmed"_s, {}, {}, {}, at},
        {Update::Kind::Status, u"not ours"_s, u"approved"_s, {}, {}, {}, at},
        {Update::Kind::Notice, {}, {}, {}, u"تنبيه"_s, u"Notice"_s, at}};
    CHECK(bench.run().updates == 5);
    REQUIRE(bench.sink.updates.size() == 3);
    CHECK(bench.sink.updates[1].state == u"approved");
    CHECK(bench.sink.updates[2].aboutFee);
    CHECK(bench.sink.updates[0].subjectId == bench.row(uuid).subjectId);
    CHECK(bench.sink.notices.size() == 1);
    bench.restart();
    CHECK(bench.run().updates == 0);
}

TEST_CASE("A portal that always has one update more ends no run late and fills no trail", "[sync]")
{
    SyncBench bench;
    bench.portal.endless = true;
    const auto report = bench.run();
    CHECK(report.updates == 100);
    CHECK(bench.portal.polls == 100);
    CHECK(bench.sink.notices.size() == 20);
    CHECK(bench.run().updates == 100); // the next run goes on
}

TEST_CASE("A page of more updates than the contract has is not taken", "[sync]")
{
    const auto page = [](int count) {
        QJsonArray updates;
        for (int i = 0; i < count; ++i)
            updates.append(QJsonObject{{u"kind"_s, u"notice"_s}, {u"at"_s, u"2026-11-22T08:00:00Z"_s},
                {u"text_ar"_s, u"س"_s}, {u"text_en"_s, u"n"_s}});
        return readUpdates({{u"cursor"_s, u"1"_s}, {u"updates"_s, updates}, {u"more"_s, true}});
    };
    CHECK(must(page(500)).updates.size() == 500);
    CHECK_FALSE(page(501));
}

TEST_CASE("Items of a channel without a connector wait, visibly", "[sync]")
{
    SyncBench bench;
    must(bench.db->write([](Tx& tx) {
        return Outbox(tx).add({u"transaction"_s, 1, {}, u"elsewhere"_s, "{}"});
    }));
    CHECK(bench.run().unreached == QStringList{u"elsewhere"_s});
    const auto status = must(bench.sync->status(anyone()));
    REQUIRE(status.size() == 2);
    CHECK(status[1].name == u"elsewhere");
    CHECK(status[1].waiting == 1);
    CHECK(status[1].oldest.isValid());
}

TEST_CASE("Payloads and the channel's secret are unreadable in the file", "[sync]")
{
    SyncBench bench;
    bench.add("{\"civil_number\":\"12345678\"}");
    must(bench.db->read([](Tx& tx) -> Result<> {
        auto payload = tx.query("SELECT payload FROM outbox");
        payload.run().next();
        CHECK_FALSE(payload.bytes(0).contains("12345678"));
        auto settings = tx.query("SELECT settings FROM sync_channel");
        settings.run().next();
        CHECK_FALSE(settings.bytes(0).contains("s3cret"));
        return {};
    }));
}

TEST_CASE(
    "A file that the settings of a channel name is found from whichever folder the desk is started", "[sync]")
{
    SyncBench bench;
    const auto stored = [&] {
        return must(bench.db->read([](Tx& tx) -> Result<QJsonObject> {
            return QJsonDocument::fromJson(SyncRepository(tx).channel(u"portal"_s)->settings).object();
        }));
    };
    QTemporaryFile authority;
    REQUIRE(authority.open());
    const QString relative = QDir::current().relativeFilePath(authority.fileName());
    REQUIRE(QDir::isRelativePath(relative));
    const QJsonObject settings{{u"url"_s, u"run/here"_s}, {u"ca"_s, relative}, {u"client_key"_s, u"k-71"_s}};
    must(bench.sync->setChannel(
        u"portal"_s, u"scripted"_s, QJsonDocument(settings).toJson(QJsonDocument::Compact), anyone()));
    CHECK(stored()[u"ca"_s] == authority.fileName());
    CHECK(stored()[u"client_key"_s] == u"k-71"_s); // no file: the connector's own word
    CHECK(stored()[u"url"_s] == u"run/here"_s);
    CHECK_FALSE(stored().contains(u"client_certificate"_s));
}

TEST_CASE(
    "A connector or channel that was changed past every act is not started, and says so", "[sync][gate]")
{
    SyncBench bench;
    tamper(*bench.db, u"CREATE TABLE kept AS SELECT settings FROM sync_channel"_s);
    must(bench.sync->setChannel(u"portal"_s, u"scripted"_s, "{\"url\":\"https://new\"}", anyone()));
    bench.add();
    const auto [sql,
        key] = GENERATE(table<QString, QString>({{u"UPDATE sync_connector SET program = '/tmp/other'"_s,
                                                     u"sync.connector-differs"_s},
        {u"UPDATE sync_connector SET sha256 = (SELECT public_key FROM desk_key)"_s,
            u"sync.connector-differs"_s},
        {u"UPDATE sync_connector SET kind = 'assisted'"_s, u"sync.connector-differs"_s},
        {u"INSERT INTO sync_connector SELECT 7, 1, 'mine', kind, version, program, sha256, confirmed_by, "
         "confirmed_at FROM sync_connector"_s,
            QString()},
        {u"UPDATE sync_channel SET connector = 'mine'"_s, u"sync.channel-differs"_s},
        {u"UPDATE sync_channel SET settings = (SELECT settings FROM kept)"_s, u"sync.channel-differs"_s}}));
    CAPTURE(sql);
    tamper(*bench.db, sql);
    bench.restart();
    const SyncReport report = bench.run();
    if (key.isEmpty()) { // nothing uses it yet
        CHECK(report.delivered == 1);
        CHECK(refusal(bench.sync->setChannel(u"portal"_s, u"mine"_s, "{}", anyone())).key ==
            u"sync.connector-differs");
        return;
    }
    CHECK(report.unreached == QStringList{u"portal"_s});
    CHECK(bench.portal.sends == 0);
    CHECK(bench.status().lastError == key);
    CHECK(refusal(bench.sync->ask(u"portal"_s, {}, anyone(), [](const auto&) {})).key == key);

    // The acts that set it right.
    must(bench.db->write([&](Tx& tx) -> Result<> {
        SyncRepository(tx).saveConnector(
            {u"scripted"_s, u"rest"_s, u"1"_s, u"/nowhere"_s, QByteArrayLiteral("x")}, StaffId::fromRaw(1));
        return {};
    }));
    must(bench.sync->setChannel(u"portal"_s, u"scripted"_s, "{\"url\":\"https://new\"}", anyone()));
    CHECK(bench.run().delivered == 1);
}

TEST_CASE("Nobody sends or looks without the permission", "[sync][gate]")
{
    SyncBench bench;
    const Actor clerk = actorWith({Permission::IssueReceipts});
    CHECK(refusal(bench.sync->run(clerk)).key == u"gate.denied");
    CHECK(refusal(bench.sync->status(clerk)).key == u"gate.denied");
    CHECK(refusal(bench.sync->retry({}, {}, clerk)).key == u"gate.denied");
    CHECK(refusal(bench.sync->setChannel(u"x"_s, u"scripted"_s, "{}", clerk)).key == u"gate.denied");
    CHECK(refusal(bench.sync->run(Actor())).key == u"gate.not-signed-in");
}

TEST_CASE("Pauses double up to a quarter of an hour, spread, and never undercut the server", "[sync]")
{
    CHECK(pauseAfter(1, 0s, 1.0) == 2s);
    CHECK(pauseAfter(1, 0s, 0.0) == 1s);
    CHECK(pauseAfter(4, 0s, 1.0) == 16s);
    CHECK(pauseAfter(40, 0s, 1.0) == 15min);
    CHECK(pauseAfter(1, 90s, 0.5) == 90s);
    CHECK(pauseAfter(1, 999h, 0.5) == 1h);
}
