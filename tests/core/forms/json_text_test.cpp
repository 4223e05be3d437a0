#include "core/forms/decimal.h"
#include "core/forms/json_text.h"
#include "tests/support/test_support.h"

#include <catch2/catch.hpp>

#include <QJsonArray>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;
using namespace sanad;
using test::must;
using test::refusal;

TEST_CASE("What strict JSON refuses has a stable error with its place", "[forms]")
{
    const struct {
        QByteArray text;
        const char* key;
        const char* place;
    } cases[] = {
        {"", "json.syntax", "1,1"},
        {"{", "json.syntax", nullptr},
        {"{} {}", "json.syntax", "1,4"},
        {"[1,]", "json.syntax", "1,4"},
        {"{\"a\":1,\n \"b\":tru}", "json.syntax", nullptr},
        {"// note\n1", "json.syntax", nullptr},
        {"NaN", "json.syntax", nullptr},
        {"01", "json.syntax", nullptr},
        {"'a'", "json.syntax", nullptr},
        {"\"a\tb\"", "json.syntax", nullptr},
        {R"({"a":1,"a":2})", "json.duplicate-key", "1,13"},
        {R"({"a":{"b":1,"\u0062":2}})", "json.duplicate-key", nullptr},
        {"\"\xff\"", "json.utf8", "1,2"},
        {"[\"\xd8\xb3\",\n \"\xed\xa0\x80\"]", "json.utf8", "2,3"},
        {"\"\xc0\xaf\"", "json.utf8", "1,2"},
        {R"("\ud800")", "json.surrogate", nullptr},
        {R"("\udc00")", "json.surrogate", nullptr},
        {R"("a\u0000b")", "json.nul", nullptr},
        {R"({"\u0000":1})", "json.nul", nullptr},
        {QByteArray("{}\0garbage", 10), "json.nul", "1,3"},
        {QByteArray("[1,\n2]\0", 8), "json.nul", "2,3"},
        {QByteArray("\0", 1), "json.nul", "1,1"},
        {"1e400", "json.number", nullptr},
        {"18446744073709551617", "json.number", nullptr},
        {"9223372036854775809", "json.number", nullptr},
        {"5555555555555e5", "json.number", nullptr},
        {"102222222220222224e0", "json.number", nullptr},
        {"0.10000000000000001", "json.number", nullptr},
        {"123456789012345678901234567890.5", "json.number", nullptr},
        {QByteArray(65, '[') + QByteArray(65, ']'), "json.too-deep", "1,65"},
        {QByteArray(4 * 1024 * 1024 + 1, ' '), "json.too-large", nullptr},
    };
    for (const auto& each : cases) {
        INFO(each.text.left(60).toStdString());
        const Error error = refusal(parseJson(each.text));
        CHECK(error.key == QString::fromLatin1(each.key));
        CHECK(error.code == ErrorCode::Unusable);
        if (each.place) CHECK(error.args.join(u',') == QString::fromLatin1(each.place));
    }
}

TEST_CASE("What strict JSON accepts is kept exactly", "[forms]")
{
    CHECK(must(parseJson("9223372036854775807")).toInteger() == std::numeric_limits<qint64>::max());
    CHECK(must(parseJson("-9223372036854775808")).toInteger() == std::numeric_limits<qint64>::min());
    CHECK(must(parseJson("9007199254740993")).toInteger() == 9007199254740993);
    CHECK(must(parseJson(" 0.1 ")).toDouble() == 0.1);
    CHECK(must(parseJson("1e300")).toDouble() == 1e300);
    CHECK(must(parseJson("1.0")).toInteger() == 1);
    CHECK(must(parseJson("-0")).toInteger(7) == 0);
    CHECK(must(parseJson(R"("\ud83d\ude00")")).toString() == u"😀"_s);
    CHECK(must(parseJson("\"سالم\"")).toString() == u"سالم"_s);
    CHECK(must(parseJson("null")).isNull());
    const QByteArray deepest = QByteArray(64, '[') + QByteArray(64, ']');
    CHECK(must(parseJson(deepest)).isArray());
    CHECK(must(parseJson(R"({"b":[true,{}],"a":null})")).toObject().keys() == QStringList{u"a"_s, u"b"_s});
}

TEST_CASE("Many members are read in time that grows with their number", "[forms]")
{
    QByteArray text = "{";
    for (int i = 100'000; i > 0; --i)
        text += "\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
    text.back() = '}';
    CHECK(must(parseJson(text)).toObject().value(u"k77"_s).toInteger() == 77);
}

TEST_CASE("Decimals are compared and divided without rounding", "[forms]")
{
    const auto decimal = [](const char* text) { return *Decimal::fromJsonText(text); };
    CHECK(decimal("1") == decimal("1.000"));
    CHECK(decimal("100") == decimal("1e2"));
    CHECK(decimal("-0") == decimal("0.0"));
    CHECK((decimal("0.1") < decimal("0.10000000000000001")));
    CHECK((decimal("-3") < decimal("-2.5")));
    CHECK((decimal("-3") < decimal("0")));
    CHECK((decimal("9007199254740993") > decimal("9007199254740992")));
    CHECK((decimal("1e300") > decimal("9223372036854775807")));

    const struct {
        const char* value;
        const char* step;
        bool fits;
    } cases[] = {{"0.0075", "0.0001", true}, {"0.00751", "0.0001", false}, {"0.3", "0.1", true},
        {"1.1", "0.1", true}, {"19.99", "0.01", true}, {"4.02", "0.02", true},
        {"9007199254740993", "2", false}, {"9223372036854775807", "7", true},
        {"9223372036854775807", "10", false}, {"1e300", "7", false}, {"1e300", "1e10", true},
        {"0", "0.7", true}, {"-4.5", "1.5", true}, {"1", "1e-300", true}, {"1e-300", "1", false},
        {"35", "1.5", false}, {"12345.678", "0.001", true}, {"12345.6789", "0.001", false}};
    for (const auto& each : cases) {
        INFO(each.value << " by " << each.step);
        CHECK(decimal(each.value).isMultipleOf(decimal(each.step)) == each.fits);
    }
    CHECK(decimal("0.5").text() == u"0.5"_s);
    CHECK(decimal("-1200").text() == u"-1200"_s);
    CHECK(Decimal::fromDouble(0.1).text() == u"0.1"_s);
}
