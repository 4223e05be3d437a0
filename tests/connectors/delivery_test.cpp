#include "core/settings/settings_repository.h"
#include "core/sync/batch_writer.h"
#include "core/sync/sync_repository.h"
#include "core/sync/sync_service.h"
#include "tests/connectors/programs/real_portal.h"
#include "tests/support/test_support.h"

#include <QDir>
#include <QJsonDocument>
#include <QThread>

#include <set>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

struct QuietSink : SyncSink {
    int items = 0, updates = 0;
    void settled(Tx&, const SettledItem&) override { ++items; }
    void updated(Tx&, const ItemUpdate&) override { ++updates; }
    void noticed(Tx&, const PortalNotice&) override { }
};

/// Adds the rest connector and the channel, confirmed as an owner does it.
void setUp(SyncService& sync, const RealPortal& portal)
{
    const auto entry = must(sync.confirmConnector(builtProgram(u"sanad-connector-rest"_s), anyone()));
    CHECK(entry.name == u"rest");
    must(sync.setChannel(u"sanad_portal"_s, u"rest"_s, QJsonDocument(portal.settings()).toJson(), anyone()));
}

std::vector<QString> fill(Database& db, int count)
{
    std::vector<QString> uuids;
    must(db.write([&](Tx& tx) -> Result<> {
        for (int i = 0; i < count; ++i)
            uuids.push_back(must(
                Outbox(tx).add({u"transaction"_s, i + 1, {}, u"sanad_portal"_s, vehicleRenewal(i + 1)})));
        return {};
    }));
    return uuids;
}

/// Every uuid once, and nothing else.
void checkOnce(const RealPortal& portal, const std::vector<QString>& uuids)
{
    std::multiset<QString> recorded;
    for (const auto& item : portal.dump())
        recorded.insert(item[u"uuid"_s].toString());
    CHECK(recorded == std::multiset<QString>(uuids.begin(), uuids.end()));
}

} // namespace

TEST_CASE(
    "Whatever the line and the portal do, a thousand items arrive once each over HTTPS", "[connectors][once]")
{
    RealPortal portal({u"--decide-after"_s, u"1"_s});
    const auto db = migratedDatabase();
    db->setClock(systemClock());
    QuietSink sink;
    SyncService sync(*db, sink);
    must(db->write([](Tx& tx) -> Result<> {
        SettingsRepository(tx).addSigningKey(SigningKey::create());
        return {};
    }));
    setUp(sync, portal);
    const auto uuids = fill(*db, 1000);
    const auto again = [&] {
        must(sync.retry({}, {}, anyone()));
        return must(sync.run(anyone()));
    };
    portal.admin(u"faults"_s, {{u"drop_ack"_s, 2}, {u"retry_items"_s, 3}});
    again();
    portal.admin(u"faults"_s, {{u"malformed"_s, 1}});
    again();
    portal.admin(u"faults"_s, {{u"unavailable"_s, 1}, {u"retry_after"_s, 30}});
    again();
    portal.crash();
    CHECK(again().unreached == QStringList{u"sanad_portal"_s});
    portal.start();
    again();
    // The items that the portal wanted later have their own pause.
    db->setClock([] { return QDateTime::currentDateTimeUtc().addSecs(600); });
    again();
    checkOnce(portal, uuids);
    const auto status = must(sync.status(anyone())).front();
    CHECK(status.delivered == 1000);
    CHECK(status.waiting + status.sending + status.aside == 0);
    CHECK(sink.items >= 1000);
    CHECK(must(sync.outages(u"sanad_portal"_s, anyone())).size() == 1);
    for (int i = 0; i < 50 && sink.updates < 1000; ++i) {
        QThread::msleep(100);
        again();
    }
    CHECK(sink.updates == 1000);
}

TEST_CASE("Behind a wrong address every item stays queued, and none is put aside", "[connectors][once]")
{
    RealPortal portal;
    const auto db = migratedDatabase();
    db->setClock(systemClock());
    QuietSink sink;
    SyncService sync(*db, sink);
    must(db->write([](Tx& tx) -> Result<> {
        SettingsRepository(tx).addSigningKey(SigningKey::create());
        return {};
    }));
    setUp(sync, portal);
    const auto uuids = fill(*db, 20);
    // Nothing is there at all; and, below, a token is had but the batch is answered by another endpoint.
    for (const QString& path : {u"/wrong"_s, u"/v1/token?"_s}) {
        CAPTURE(path);
        auto settings = portal.settings();
        settings[u"url"_s] = settings[u"url"_s].toString() + path;
        must(sync.setChannel(u"sanad_portal"_s, u"rest"_s, QJsonDocument(settings).toJson(), anyone()));
        CHECK(must(sync.run(anyone())).unreached == QStringList{u"sanad_portal"_s});
        const auto status = must(sync.status(anyone())).front();
        CHECK(status.waiting + status.sending == 20);
        CHECK(status.aside == 0);
        CHECK(status.lastError == u"sync.unreachable");
        CHECK(sink.items == 0);
    }
    must(sync.setChannel(u"sanad_portal"_s, u"rest"_s, QJsonDocument(portal.settings()).toJson(), anyone()));
    must(sync.run(anyone()));
    checkOnce(portal, uuids);
    CHECK(must(sync.status(anyone())).front().delivered == 20);
}

TEST_CASE("A desk killed at any step of sending loses nothing and records nothing twice",
    "[connectors][once][kill]")
{
    RealPortal portal;
    const QTemporaryDir folder;
    const Vault vault = Vault::create();
    std::vector<QString> uuids;
    {
        auto db = must(Database::open(DataLocation::parse(folder.filePath(u"data"_s)), OpenMode::Create));
        db->unlock(vault);
        QuietSink sink;
        SyncService sync(*db, sink);
        must(db->write([](Tx& tx) -> Result<> {
            SettingsRepository(tx).addSigningKey(SigningKey::create());
            return {};
        }));
        setUp(sync, portal);
        uuids = fill(*db, 700);
    }
    const auto runner = [&](int dieAt, int killAfterMs) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(builtProgram(u"sync_runner"_s),
            {folder.filePath(u"data"_s), QString::fromLatin1(vault.key().toHex()), QString::number(dieAt)});
        if (killAfterMs > 0 && !process.waitForFinished(killAfterMs)) process.kill();
        if (process.state() != QProcess::NotRunning) REQUIRE(process.waitForFinished(60'000));
        return process.exitStatus();
    };
    CHECK(runner(1, 0) == QProcess::CrashExit); // in the commit of the first answer
    CHECK(runner(300, 0) == QProcess::CrashExit); // in that of the second
    for (const int milliseconds : {20, 40, 60, 80, 120, 160, 220})
        runner(0, milliseconds); // wherever it is then
    CHECK(runner(0, 0) == QProcess::NormalExit);
    checkOnce(portal, uuids);

    auto db = must(Database::open(DataLocation::parse(folder.filePath(u"data"_s)), OpenMode::Write));
    db->unlock(vault);
    QuietSink sink;
    const auto status = must(SyncService(*db, sink).status(anyone())).front();
    CHECK(status.delivered == 700);
    CHECK(status.waiting + status.sending + status.aside == 0);
}

TEST_CASE("A copy from before the portal was last told is noticed as soon as it meets the portal",
    "[connectors][anchor]")
{
    RealPortal portal;
    const QTemporaryDir folder;
    const Vault vault = Vault::create();
    const QString now = folder.filePath(u"data"_s), before = folder.filePath(u"copy"_s);
    const auto open = [&](const QString& data, OpenMode mode) {
        auto db = must(Database::open(DataLocation::parse(data), mode));
        db->unlock(vault);
        return db;
    };
    {
        const auto db = open(now, OpenMode::Create);
        QuietSink sink;
        SyncService sync(*db, sink);
        must(db->write([](Tx& tx) -> Result<> {
            SettingsRepository(tx).addSigningKey(SigningKey::create());
            return {};
        }));
        setUp(sync, portal);
    }
    REQUIRE(QDir().mkpath(before));
    REQUIRE(QFile::copy(now + u"/sanad.db"_s, before + u"/sanad.db"_s));
    const auto anchored = [&](const QString& data, int items) {
        const auto db = open(data, OpenMode::Write);
        QuietSink sink;
        SyncService sync(*db, sink);
        fill(*db, items);
        must(sync.run(anyone()));
        must(sync.run(anyone()));
        return must(sync.status(anyone())).front();
    };
    // The second batch is written after the first one was settled, which is an act of its own.
    anchored(now, 1);
    const auto here = anchored(now, 1);
    CHECK(here.anchorNumber > 0);
    CHECK(here.anchorHolds);
    CHECK_FALSE(anchored(before, 0).anchorHolds);
}
