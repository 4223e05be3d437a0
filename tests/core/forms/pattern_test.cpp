#include "core/forms/ecma_pattern.h"
#include "core/forms/form_schema.h"
#include "core/forms/json_text.h"
#include "tests/support/test_support.h"

#include <catch2/catch.hpp>

#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace sanad;

TEST_CASE("Patterns mean what ECMA 262 says, in Arabic as in Latin", "[forms]")
{
    const struct {
        QString pattern;
        QString text;
        bool matches;
    } cases[] = {
        {u"^[ء-ي ]+$"_s, u"سالم بن حمد"_s, true}, {u"^[ء-ي ]+$"_s, u"سالم Hamad"_s, false},
        {u"^[ء-ي ]+$"_s, u"سَالِم"_s, false}, // tashkeel is outside the range
        {u"^[ء-يً-ٰ ]+$"_s, u"سَالِم"_s, true}, {u"^[ء-ي ]{3,5}$"_s, u"سالم"_s, true},
        {u"^[ء-ي ]{3,5}$"_s, u"سا"_s, false}, {u"^.{4}$"_s, u"سالم"_s, true}, {u"^.{1}$"_s, u"😀"_s, true},
        {u"^[^ء-ي]+$"_s, u"abc 123"_s, true}, {u"^[٠-٩]+$"_s, u"١٢٣"_s, true},
        {u"^\\d+$"_s, u"١٢٣"_s, false}, // \d is 0-9
        {u"^\\w+$"_s, u"سالم"_s, false}, // \w is ASCII
        {u"^\\u0633"_s, u"سالم"_s, true}, {u"^\\uD83D\\uDE00$"_s, u"😀"_s, true},
        {u"عقد|وكالة"_s, u"صورة وكالة"_s, true}, {u"^(?:شارع|سكة) [0-9]+$"_s, u"سكة 12"_s, true},
        {u"^[0-9]{1,5} [أ-ي]{1,3}$"_s, u"12345 أب"_s, true}, {u"^abc$"_s, u"abc\n"_s, false},
        {u"^a.b$"_s, u"a\rb"_s, false}, {u"^a.b$"_s, u"a\u2028b"_s, false}, {u"^\\s$"_s, u"\u00a0"_s, true},
        {u"^\\S$"_s, u"\u00a0"_s, false}, {u"^[\\s\\S]$"_s, u"\n"_s, true},
        {u"^[^\\s]$"_s, u"\ufeff"_s, false}, {u"^[^]$"_s, u"\n"_s, true}, {u"[]"_s, u"a"_s, false},
        {u"^[a-]$"_s, u"-"_s, true}, {u"^\\cA$"_s, u"\u0001"_s, true}, {u"^[\\b]$"_s, u"\b"_s, true},
        {u"^a\\/b$"_s, u"a/b"_s, true}, {u"^#x y$"_s, u"#x y"_s, true},
        {u"^(?=.*[0-9])(?!.*x)[a-z0-9]+$"_s, u"ab1"_s, true}, {u"(?<=ab)c"_s, u"abc"_s, true},
        {u""_s, u"anything"_s, true}, {u"\\bابن\\b"_s, u"ابن"_s, false}, // a boundary is one of ASCII words
    };
    for (const auto& each : cases) {
        INFO(each.pattern.toStdString() << " on " << each.text.toStdString());
        const auto expression = ecmaPattern(each.pattern);
        REQUIRE(expression);
        CHECK(matchPattern(*expression, each.text) == (each.matches ? PatternMatch::Yes : PatternMatch::No));
    }
}

TEST_CASE("A pattern that PCRE2 would read otherwise is refused", "[forms]")
{
    for (const QString& pattern : {u"("_s, u")"_s, u"["_s, u"a{"_s, u"a}"_s, u"]"_s, u"*a"_s, u"a**"_s,
             u"a*+"_s, u"a{2}{3}"_s, u"^*"_s, u"(a)\\1"_s, u"(?<n>a)\\k<n>"_s, u"(?i)a"_s, u"(?>a)"_s,
             u"\\p{L}"_s, u"\\Z"_s, u"\\A"_s, u"\\a"_s, u"\\Qa\\E"_s, u"\\h"_s, u"(*ACCEPT)a"_s, u"[b-a]"_s,
             u"[a-\\d]"_s, u"\\x{41}"_s, u"\\u12"_s, u"\\uD800"_s, u"[[:alpha:]]"_s, u"[\\w-.]"_s, u"a\\"_s,
             u"(?<=a+)b"_s, u"a{3,2}"_s, u"(?=a)*"_s, u"\\01"_s})
        CHECK_FALSE(ecmaPattern(pattern).has_value());
}

TEST_CASE("A pattern on long text neither overflows nor hangs", "[forms]")
{
    const QString longName = u"سالم "_s.repeated(200'000);
    const auto names = ecmaPattern(u"^(?:[ء-ي]+ ?)+$"_s);
    REQUIRE(names);
    CHECK(matchPattern(*names, longName) == PatternMatch::Yes);

    const auto cruel = ecmaPattern(u"^(a+)+$"_s);
    REQUIRE(cruel);
    CHECK(matchPattern(*cruel, u"a"_s.repeated(60) + u'b') == PatternMatch::GaveUp);
}

TEST_CASE("A pattern that gives up on a short answer is named by its place in the schema", "[forms]")
{
    const auto faultsOf = [](const char* schemaText, const QJsonValue& data) {
        return test::must(FormSchema::compile(test::must(parseJson(schemaText)))).check(data);
    };
    const QString cruel = u"a"_s.repeated(60) + u'b';
    CHECK(faultsOf(R"({"properties":{"x/y":{"pattern":"^(a+)+$"}}})", QJsonObject{{u"x/y"_s, cruel}}) ==
        std::vector<FormFault>{
            {u"/x~1y"_s, u"form.pattern-costly"_s, {u"/properties/x~1y/pattern"_s}, false}});
    CHECK(faultsOf(R"({"patternProperties":{"^(a+)+$":{}}})", QJsonObject{{cruel, 1}}) ==
        std::vector<FormFault>{
            {QString(), u"form.pattern-costly"_s, {u"/patternProperties/^(a+)+$"_s}, false}});
}

TEST_CASE("Lengths count characters in every script", "[forms]")
{
    const auto schema =
        test::must(FormSchema::compile(test::must(parseJson(R"({"minLength":2,"maxLength":4})"))));
    const struct {
        QString text;
        bool fits;
    } cases[] = {{u"س"_s, false}, {u"سا"_s, true}, {u"سالم"_s, true}, {u"سالمة"_s, false}, {u"😀"_s, false},
        {u"😀😀"_s, true}, {u"😀😀😀😀"_s, true}, {u"😀😀😀😀😀"_s, false}, {u"سِ"_s, true}, {u"é́"_s, true},
        {u""_s, false}};
    for (const auto& each : cases) {
        INFO(each.text.toStdString());
        CHECK(schema.check(QJsonValue(each.text)).empty() == each.fits);
    }
}
