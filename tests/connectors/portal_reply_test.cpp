#include "app/connectors/rest/portal_reply.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::connectors;

TEST_CASE(
    "An access token is one that may stand in a header, and lasts as it says less a margin", "[connectors]")
{
    const auto token = accessTokenFrom(R"({"access_token":"abc.D-_~+/=","expires_in":3600})");
    REQUIRE(token);
    CHECK(token->text == "abc.D-_~+/=");
    CHECK(token->lasts == std::chrono::seconds(3570));
    for (const QByteArray& lasts :
        {QByteArray("0"), QByteArray("-2147483648"), QByteArray("1e300"), QByteArray("\"9\"")})
        CHECK(accessTokenFrom("{\"access_token\":\"a\",\"expires_in\":" + lasts + '}')->lasts.count() == 0);
    for (const QByteArray& text : {QByteArray(), QByteArray("a\\r\\nHost: other"), QByteArray("a b"),
             QByteArray("\\u0000"), QByteArray("\xC3\xA9"), QByteArray(9'000, 'a')})
        CHECK_FALSE(accessTokenFrom("{\"access_token\":\"" + text + "\",\"expires_in\":60}"));
    CHECK_FALSE(accessTokenFrom(R"({"access_token":7})"));
    CHECK_FALSE(accessTokenFrom("<html>"));
}

TEST_CASE("What a portal says of a problem is its type in plain letters, or nothing", "[connectors]")
{
    HttpAnswer answer;
    answer.status = 409;
    answer.contentType = "application/problem+json";
    answer.body = R"({"type":"urn:sanad:problem:key-reused","title":"of a person"})";
    CHECK(failureFrom(answer, u"send"_s).kind == u"batch_refused");
    CHECK(failureFrom(answer, u"send"_s).detail == u"urn:sanad:problem:key-reused");
    answer.status = 403;
    answer.body = "{\"type\":\"urn:sanad:\\u202Eproblem\"}";
    CHECK(failureFrom(answer, u"send"_s).detail.isEmpty());
    answer.body = "{\"type\":\"" + QByteArray(500, 'u') + "\"}";
    CHECK(failureFrom(answer, u"send"_s).detail.size() == 80);
}

TEST_CASE("A portal that refuses a payment is no portal out of reach", "[connectors]")
{
    HttpAnswer answer;
    answer.contentType = "application/problem+json";
    for (const auto& [status, type] : {std::pair{402, "insufficient-balance"}, {409, "fee-settled"},
             {409, "key-reused"}, {422, "fee-amount"}}) {
        answer.status = status;
        answer.body = QByteArray("{\"type\":\"urn:sanad:problem:") + type + "\"}";
        CHECK(failureFrom(answer, u"pay"_s).kind == u"refused");
    }
}

TEST_CASE("Only one whole object is handed on as an answer, in one line", "[connectors]")
{
    CHECK(isObject(" {\n\"a\":1}\r\n"));
    CHECK(answerLine(7, "{\n\"a\":1}\r\n") == "{\"id\":7,\"ok\":{ \"a\":1}  }\n");
    for (const QByteArray& body : {QByteArray(), QByteArray("[]"), QByteArray("{},\"id\":8"),
             QByteArray("{}}"), QByteArray("\xEF\xBB\xBF{}"), QByteArray("{\"a\":"),
             QByteArray("{\"a\":") + QByteArray(5'000, '[')})
        CHECK_FALSE(isObject(body));
}
