#include "core/crypto/signing.h"
#include "core/sync/batch_writer.h"
#include "tests/connectors/programs/real_portal.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const SigningKey& deskKey()
{
    static const SigningKey key = SigningKey::create();
    return key;
}

Batch batchOf(const std::vector<QString>& uuids, const SigningKey& key = deskKey())
{
    BatchWriter writer;
    int number = 0;
    for (const QString& uuid : uuids)
        REQUIRE(writer.add(uuid, u"transaction"_s, vehicleRenewal(++number)));
    return writer.freeze(key);
}

std::variant<Acknowledgement, ExchangeFailure> deliver(Connector& connector, const Batch& batch)
{
    return exchange<Acknowledgement>([&](auto done) { connector.send(batch, std::move(done)); });
}

Acknowledgement delivered(Connector& connector, const Batch& batch)
{
    auto outcome = deliver(connector, batch);
    if (const auto* failure = std::get_if<ExchangeFailure>(&outcome)) {
        INFO(Catch::StringMaker<Error>::convert(failure->error));
        REQUIRE(std::holds_alternative<Acknowledgement>(outcome));
    }
    return std::get<Acknowledgement>(outcome);
}

ExchangeFailure failureOf(Connector& connector, const Batch& batch)
{
    auto outcome = deliver(connector, batch);
    REQUIRE(std::holds_alternative<ExchangeFailure>(outcome));
    return std::get<ExchangeFailure>(outcome);
}

} // namespace

TEST_CASE("A batch that is sent again gets the same references, and nothing is recorded twice",
    "[connectors][rest]")
{
    RealPortal portal;
    const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), portal.settings());
    const std::vector<QString> uuids{newUuid(), newUuid(), newUuid()};
    const Batch batch = batchOf(uuids);
    const auto first = delivered(*connector, batch), again = delivered(*connector, batch);
    REQUIRE(first.results.size() == 3);
    CHECK(first.key == batch.key);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(first.results[i].uuid == uuids[i]);
        CHECK(first.results[i].kind == ItemResult::Kind::Accepted);
        CHECK(first.results[i].reference == again.results[i].reference);
    }
    const auto other = delivered(*connector, batchOf({uuids[2], uuids[0]}));
    for (const auto& result : other.results)
        CHECK(result.kind == ItemResult::Kind::Rejected); // other content, same uuid
    CHECK(portal.dump().size() == 3);
    portal.stop();
}

TEST_CASE("An acknowledgement that is lost on the way is fetched by sending again", "[connectors][rest]")
{
    RealPortal portal;
    const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), portal.settings());
    portal.admin(u"faults"_s, {{u"drop_ack"_s, 1}});
    const Batch batch = batchOf({newUuid()});
    CHECK(failureOf(*connector, batch).error.key == u"sync.unreachable");
    CHECK(portal.dump().size() == 1);
    CHECK(delivered(*connector, batch).results[0].kind == ItemResult::Kind::Accepted);
    CHECK(portal.dump().size() == 1);
}

TEST_CASE("What a portal says about waiting and about nonsense is understood", "[connectors][rest]")
{
    RealPortal portal;
    const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), portal.settings());
    portal.admin(u"faults"_s, {{u"unavailable"_s, 1}, {u"retry_after"_s, 17}});
    const Batch batch = batchOf({newUuid()});
    const auto busy = failureOf(*connector, batch);
    CHECK(busy.error.key == u"sync.busy");
    CHECK(busy.retryAfter == std::chrono::seconds(17));
    CHECK(portal.dump().empty());
    portal.admin(u"faults"_s, {{u"malformed"_s, 1}});
    CHECK(failureOf(*connector, batch).error.key == u"sync.malformed-answer");
    CHECK(delivered(*connector, batch).results[0].kind == ItemResult::Kind::Accepted);
}

TEST_CASE("An expired token is renewed without anybody noticing", "[connectors][rest]")
{
    RealPortal portal;
    const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), portal.settings());
    delivered(*connector, batchOf({newUuid()}));
    portal.admin(u"forget-tokens"_s, {});
    delivered(*connector, batchOf({newUuid()}));
    portal.crash();
    portal.start();
    delivered(*connector, batchOf({newUuid()}));
    CHECK(portal.dump().size() == 3);
}

TEST_CASE("A desk that is not the one the portal knows is told to get a person", "[connectors][rest]")
{
    RealPortal portal;
    SECTION("wrong secret")
    {
        auto settings = portal.settings();
        settings[u"client_secret"_s] = u"guess"_s;
        const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), settings);
        CHECK(failureOf(*connector, batchOf({newUuid()})).error.key == u"sync.refused");
    }
    SECTION("another authority")
    {
        const RealPortal other;
        auto settings = portal.settings();
        settings[u"ca"_s] = other.file(u"ca.pem"_s);
        const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), settings);
        CHECK(failureOf(*connector, batchOf({newUuid()})).error.key == u"sync.refused");
    }
    SECTION("another key pinned")
    {
        auto settings = portal.settings();
        settings[u"pin"_s] = u"sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="_s;
        const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), settings);
        CHECK(failureOf(*connector, batchOf({newUuid()})).error.key == u"sync.refused");
    }
    SECTION("another signing key than at first")
    {
        const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), portal.settings());
        delivered(*connector, batchOf({newUuid()}));
        CHECK(failureOf(*connector, batchOf({newUuid()}, SigningKey::create())).error.key == u"sync.refused");
    }
    SECTION("a spoilt signature or content")
    {
        const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), portal.settings());
        Batch batch = batchOf({newUuid()});
        batch.signature[3] = static_cast<char>(batch.signature[3] ^ 1);
        CHECK(failureOf(*connector, batch).error.key == u"sync.refused");
        Batch changed = batchOf({newUuid()});
        changed.body = batchOf({newUuid()}).body;
        CHECK(failureOf(*connector, changed).error.key == u"sync.batch-refused");
        CHECK(portal.dump().size() == 0);
    }
}

TEST_CASE("With mutual TLS only a desk with the portal's certificate gets in", "[connectors][rest]")
{
    RealPortal portal({u"--mutual-tls"_s});
    auto settings = portal.settings();
    {
        const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), settings);
        failureOf(*connector, batchOf({newUuid()}));
    }
    settings[u"client_certificate"_s] = portal.file(u"client.pem"_s);
    settings[u"client_key"_s] = portal.file(u"client.key"_s);
    const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), settings);
    delivered(*connector, batchOf({newUuid()}));
}

TEST_CASE("A bad form is rejected field by field, by the schema that the desk has", "[connectors][rest]")
{
    RealPortal portal;
    const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), portal.settings());
    BatchWriter writer;
    QByteArray bad = vehicleRenewal(1);
    bad.replace("\"years\":\"1\"", "\"years\":\"x\"");
    REQUIRE(writer.add(newUuid(), u"transaction"_s, vehicleRenewal(2)));
    REQUIRE(writer.add(newUuid(), u"transaction"_s, bad));
    QByteArray unknown = vehicleRenewal(3);
    unknown.replace("ROP-VEH-RENEW", "NO-SUCH-ONE");
    REQUIRE(writer.add(newUuid(), u"transaction"_s, unknown));
    const auto acknowledgement = delivered(*connector, writer.freeze(deskKey()));
    CHECK(acknowledgement.results[0].kind == ItemResult::Kind::Accepted);
    REQUIRE(acknowledgement.results[1].kind == ItemResult::Kind::Rejected);
    CHECK(acknowledgement.results[1].faults[0].pointer == u"/form/years");
    REQUIRE(acknowledgement.results[2].kind == ItemResult::Kind::Rejected);
    CHECK(acknowledgement.results[2].faults[0].code == u"service-unknown");
    CHECK(portal.dump().size() == 1);
}

TEST_CASE("Decisions and fees come back as updates, and the wallet pays once", "[connectors][rest]")
{
    RealPortal portal({u"--wallet"_s, u"20000"_s});
    const auto connector = connectorFor(builtProgram(u"sanad-connector-rest"_s), portal.settings());
    const QString item = newUuid(), payment = newUuid();
    delivered(*connector, batchOf({item}));
    const auto ask = [&](const QJsonObject& request) {
        return exchange<QJsonObject>([&](auto done) { connector->ask(request, std::move(done)); });
    };
    const QJsonObject pay{
        {u"do"_s, u"pay"_s}, {u"item"_s, item}, {u"payment"_s, payment}, {u"amount_baisa"_s, 18000}};
    for (int time = 0; time < 2; ++time) {
        const auto paid = ask(pay);
        REQUIRE(std::holds_alternative<QJsonObject>(paid));
        CHECK(std::get<QJsonObject>(paid)[u"state"_s] == u"paid_unconfirmed"_s);
    }
    CHECK(std::get<QJsonObject>(ask({{u"do"_s, u"wallet"_s}}))[u"balance_baisa"_s] == 2000);
    const QJsonObject twice{
        {u"do"_s, u"pay"_s}, {u"item"_s, item}, {u"payment"_s, newUuid()}, {u"amount_baisa"_s, 18000}};
    CHECK(std::holds_alternative<ExchangeFailure>(ask(twice)));

    portal.admin(u"decide"_s, {{u"uuid"_s, item}, {u"state"_s, u"approved"_s}});
    portal.admin(u"fee"_s, {{u"uuid"_s, item}, {u"state"_s, u"confirmed"_s}});
    portal.admin(u"notice"_s, {{u"client"_s, u"desk"_s}, {u"text_ar"_s, u"تنبيه"_s}});
    const auto polled = exchange<Updates>([&](auto done) { connector->poll({}, std::move(done)); });
    REQUIRE(std::holds_alternative<Updates>(polled));
    const Updates& updates = std::get<Updates>(polled);
    REQUIRE(updates.updates.size() == 3);
    CHECK(updates.updates[0].state == u"approved");
    CHECK(updates.updates[1].kind == Update::Kind::Fee);
    CHECK(updates.updates[2].textAr == u"تنبيه");
    const auto later =
        exchange<Updates>([&](auto done) { connector->poll(updates.cursor, std::move(done)); });
    CHECK(std::get<Updates>(later).updates.empty());
}

TEST_CASE("A slow portal runs into the desk's own limit, and the batch survives", "[connectors][rest]")
{
    RealPortal portal;
    const auto program = builtProgram(u"sanad-connector-rest"_s);
    const auto connector =
        connectorFor(program, portal.settings(), {.answer = std::chrono::milliseconds(1500)});
    portal.admin(u"faults"_s, {{u"slow_ms"_s, 2500}});
    const Batch batch = batchOf({newUuid()});
    CHECK(failureOf(*connector, batch).error.key == u"sync.timed-out");
    portal.admin(u"faults"_s, {{u"slow_ms"_s, 0}});
    const auto acknowledgement = delivered(*connector, batch);
    CHECK(acknowledgement.results[0].kind == ItemResult::Kind::Accepted);
    CHECK(portal.dump().size() == 1);
}
