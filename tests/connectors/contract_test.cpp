#include "core/sync/batch_writer.h"
#include "tests/connectors/programs/real_portal.h"
#include "tests/support/test_support.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

// What docs/connectors.md asks of every connector, asked of every connector that we have.

namespace {

struct Candidate {
    QString program;
    QJsonObject settings;
    QJsonObject request; ///< One that it can answer.
};

std::variant<QJsonObject, ExchangeFailure> ask(Connector& connector, const QJsonObject& request)
{
    return exchange<QJsonObject>([&](auto done) { connector.ask(request, std::move(done)); });
}

QString failureKey(const std::variant<QJsonObject, ExchangeFailure>& outcome)
{
    const auto* failure = std::get_if<ExchangeFailure>(&outcome);
    return failure ? failure->error.key : QString();
}

} // namespace

TEST_CASE("Every connector keeps the protocol", "[connectors]")
{
    RealPortal portal;
    const bool rest = GENERATE(true, false);
    const Candidate candidate = rest
        ? Candidate{builtProgram(u"sanad-connector-rest"_s), portal.settings(), {{u"do"_s, u"wallet"_s}}}
        : Candidate{builtProgram(u"sanad-connector-assisted"_s), {},
              {{u"do"_s, u"present"_s}, {u"channel"_s, u"rop_site"_s}, {u"agency"_s, u"ROP"_s}}};
    CAPTURE(candidate.program);
    const auto connector = connectorFor(candidate.program, candidate.settings);

    SECTION("says what it is")
    {
        const auto said = exchange<ConnectorManifest>([&](auto done) { connector->hello(std::move(done)); });
        REQUIRE(std::holds_alternative<ConnectorManifest>(said));
        CHECK(candidate.program.endsWith(u"sanad-connector-"_s + std::get<ConnectorManifest>(said).name));
        CHECK(std::get<ConnectorManifest>(said).protocol == 1);
    }
    SECTION("answers the same to the same request, as often as it is asked")
    {
        const auto first = ask(*connector, candidate.request), again = ask(*connector, candidate.request);
        REQUIRE(std::holds_alternative<QJsonObject>(first));
        CHECK(std::get<QJsonObject>(first) == std::get<QJsonObject>(again));
    }
    SECTION("refuses what it does not know, and goes on")
    {
        CHECK(failureKey(ask(*connector, {{u"do"_s, u"dance"_s}})) == u"sync.refused");
        CHECK(failureKey(ask(*connector, candidate.request)).isEmpty());
    }
    SECTION("answers many requests that are asked at once")
    {
        int answered = 0;
        QEventLoop loop;
        for (int i = 0; i < 20; ++i)
            connector->ask(candidate.request, [&](const auto& outcome) {
                CHECK(failureKey(outcome) == QString());
                if (++answered == 20) loop.quit();
            });
        loop.exec();
        CHECK(answered == 20);
    }
    SECTION("ends when the desk goes away")
    {
        QProcess program;
        program.start(candidate.program, QStringList());
        program.write("{\"id\":0,\"do\":\"hello\",\"protocol\":1,\"settings\":{}}\n");
        program.closeWriteChannel();
        CHECK(program.waitForFinished(5000));
        CHECK(program.exitStatus() == QProcess::NormalExit);
    }
    SECTION("refuses a protocol that it does not speak")
    {
        QProcess program;
        program.start(candidate.program, QStringList());
        program.write("{\"id\":0,\"do\":\"hello\",\"protocol\":99,\"settings\":{}}\n");
        program.closeWriteChannel();
        CHECK(program.waitForFinished(5000));
        CHECK(program.readAllStandardOutput().contains("\"refused\""));
    }
}

TEST_CASE(
    "A connector that hangs, floods, talks nonsense or dies half-way harms nothing else", "[connectors]")
{
    const auto [how, key] = GENERATE(table<QString, QString>({{u"hang"_s, u"sync.timed-out"_s},
        {u"flood"_s, u"sync.malformed-answer"_s}, {u"nonsense"_s, u"sync.malformed-answer"_s},
        {u"die"_s, u"sync.connector-died"_s}, {u"half"_s, u"sync.connector-died"_s}}));
    CAPTURE(how);
    const auto connector = connectorFor(builtProgram(u"bad_connector"_s), {{u"how"_s, how}},
        {.answer = std::chrono::milliseconds(700), .lineBytes = 100'000});
    CHECK(failureKey(ask(*connector, {{u"do"_s, u"x"_s}})) == key);
    // It is started anew for the next request, which fares the same and not worse.
    CHECK(failureKey(ask(*connector, {{u"do"_s, u"x"_s}})) == key);
}

TEST_CASE("A program that is not the one confirmed does not run", "[connectors]")
{
    const QString program = builtProgram(u"sanad-connector-assisted"_s);
    ProcessConnector changed({u"assisted"_s, u"assisted"_s, u"1"_s, program, QByteArray(32, 'x')}, "{}");
    CHECK(failureKey(ask(changed, {{u"do"_s, u"present"_s}})) == u"sync.connector-changed");
    ProcessConnector missing({u"gone"_s, u"rest"_s, u"1"_s, u"/nowhere/at/all"_s, QByteArray(32, 'x')}, "{}");
    CHECK(failureKey(ask(missing, {{u"do"_s, u"present"_s}})) == u"sync.connector-missing");
}

TEST_CASE(
    "An agency's site is shown in its own order, and what comes back is checked", "[connectors][assisted]")
{
    const auto connector = connectorFor(builtProgram(u"sanad-connector-assisted"_s), {});
    const auto field = [](const char16_t* key, const QJsonValue& value) {
        return QJsonObject{{u"key"_s, QString::fromUtf16(key)}, {u"label_ar"_s, u"عنوان"_s},
            {u"label_en"_s, u"Label"_s}, {u"value"_s, value}};
    };
    const auto shown = ask(*connector,
        {{u"do"_s, u"present"_s}, {u"channel"_s, u"rop_site"_s}, {u"agency"_s, u"ROP"_s},
            {u"fields"_s,
                QJsonArray{field(u"remarks", u"later"_s), field(u"plate_number", u"12345 أب"_s),
                    field(u"insurance_expiry", u"2027-03-01"_s), field(u"mobile", u"+96892345678"_s),
                    field(u"sale_price_baisa", 1250500), field(u"civil_number", u"12345678"_s),
                    field(u"vin", u""_s)}}});
    REQUIRE(std::holds_alternative<QJsonObject>(shown));
    const auto& sheet = std::get<QJsonObject>(shown);
    CHECK(sheet[u"site"_s] == u"https://www.rop.gov.om"_s);
    QStringList lines;
    for (const auto& row : sheet[u"fields"_s].toArray())
        lines << row[u"copy_key"_s].toString() + u' ' + row[u"key"_s].toString() + u' ' +
                row[u"value"_s].toString();
    CHECK(lines ==
        QStringList{u"1 civil_number 12345678"_s, u"2 mobile 92345678"_s, u"3 plate_number 12345 أب"_s,
            u"4 insurance_expiry 01/03/2027"_s, u"5 sale_price_baisa 1250.500"_s, u"6 remarks later"_s});

    const auto check = [&](const QString& reference, const QString& state, const QString& proof) {
        const auto answer = ask(*connector,
            {{u"do"_s, u"result"_s}, {u"channel"_s, u"rop_site"_s}, {u"reference"_s, reference},
                {u"fee_state"_s, state}, {u"fee_baisa"_s, 18000}, {u"proof"_s, proof}});
        REQUIRE(std::holds_alternative<QJsonObject>(answer));
        return std::get<QJsonObject>(answer);
    };
    CHECK(check(u" ٧٧٨ ١٢٣٤ "_s, u"confirmed"_s, u"R-1"_s)[u"reference"_s] == u"7781234"_s);
    CHECK(check(u"7781234"_s, u"confirmed"_s, {})[u"errors"_s][0][u"code"_s] == u"assisted.proof-missing"_s);
    CHECK(check({}, u"unpaid"_s, {})[u"errors"_s][0][u"code"_s] == u"assisted.reference-missing"_s);
    CHECK(check(u"!"_s, u"perhaps"_s, {})[u"errors"_s].toArray().size() == 2);
    CHECK(
        failureKey(ask(*connector, {{u"do"_s, u"present"_s}, {u"channel"_s, u"../x"_s}})) == u"sync.refused");
}
