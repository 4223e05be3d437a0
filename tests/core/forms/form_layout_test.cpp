#include "core/forms/form_layout.h"
#include "core/forms/json_text.h"
#include "tests/support/test_support.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace sanad;
using test::must;
using test::refusal;

namespace {

QJsonValue json(const QByteArray& text)
{
    return must(parseJson(text));
}

constexpr auto kSchema = R"({"type":"object","required":["civil_number"],"properties":{
    "civil_number":{"type":"string","x-format":"civil_number"},
    "name":{"type":"string","maxLength":40},
    "acting_as":{"enum":["self","agent"]},
    "years":{"type":"integer"},"fee":{"type":"integer"},"total":{"type":"integer"},
    "rows":{"type":"array","items":{"type":"object","required":["n"],"properties":{"n":{"type":"string"}}}}}})";

QByteArray field(const QByteArray& name, const QByteArray& widget, const QByteArray& more = {})
{
    return R"({"name":")" + name + R"(","widget":")" + widget + R"(","label":{"ar":"ع","en":"L"})" + more +
        '}';
}

QByteArray layout(const QByteArray& changed = {}, const QByteArray& by = {})
{
    QByteArray text = R"({"sections":[{"key":"who","label":{"ar":"من"},"fields":[)" +
        field("civil_number", "identifier", R"(,"prefill":"customer.civil_number")") + ',' +
        field("name", "text_ar", R"(,"visible_when":{"ge":[{"field":"years"},5]})") + ',' +
        field("acting_as", "enum",
            R"(,"default":"self","options":[{"value":"self","label":{"ar":"أصالة"}},{"value":"agent","label":{"ar":"وكالة"}}])") +
        R"(]},{"key":"what","label":{"ar":"ماذا"},"fields":[)" +
        field("years", "integer", R"(,"default":1)") + ',' +
        field("total", "money_baisa", R"(,"calculated":{"add":[{"field":"fee"},500]})") + ',' +
        field("fee", "money_baisa", R"(,"calculated":{"mul":[{"field":"years"},20000]})") +
        R"(]},{"key":"rows","label":{"ar":"صفوف"},"visible_when":{"eq":[{"field":"acting_as"},"agent"]},"fields":[)" +
        field("rows", "table", R"(,"columns":[)" + field("n", "text") + ']') + "]}]}";
    if (!changed.isEmpty()) text.replace(changed, by);
    return text;
}

} // namespace

TEST_CASE("A layout is read with what the schema adds to it", "[forms]")
{
    const auto read = must(FormLayout::parse(json(layout()), json(kSchema)));
    REQUIRE(read.sections().size() == 3);
    const FormField* civil = read.field(u"civil_number"_s);
    REQUIRE(civil);
    CHECK(civil->required);
    CHECK(civil->format == u"civil_number"_s);
    CHECK(civil->prefill == u"customer.civil_number"_s);
    CHECK(read.field(u"name"_s)->maximumLength == 40);
    CHECK(read.field(u"rows"_s)->columns.at(0).required);
    CHECK(read.field(u"acting_as"_s)->options.size() == 2);
    CHECK(read.sections()[0].label.in(false) == u"من"_s);
}

TEST_CASE("Answers are completed: prefilled, defaulted, computed, and hidden ones go", "[forms]")
{
    const auto read = must(FormLayout::parse(json(layout()), json(kSchema)));
    FormSources sources;
    sources.put("customer.civil_number"_L1, u"12345678"_s);

    CHECK(read.completed({}, sources) ==
        json(R"({"civil_number":"12345678","acting_as":"self","years":1,"fee":20000,"total":20500})")
            .toObject());
    const auto typed = json(R"({"civil_number":"7654321","years":6,"name":"سالم","fee":1,"acting_as":"agent",
        "rows":[{"n":"1"}],"extra":true})");
    CHECK(read.completed(typed.toObject(), sources) ==
        json(R"({"civil_number":"7654321","years":6,"name":"سالم","fee":120000,"total":120500,
            "acting_as":"agent","rows":[{"n":"1"}],"extra":true})")
            .toObject());
    const auto hidden = read.completed(json(R"({"years":2,"name":"سالم","rows":[]})").toObject());
    CHECK_FALSE(hidden.contains(u"name"_s));
    CHECK_FALSE(hidden.contains(u"rows"_s));
    CHECK_FALSE(read.isVisible(u"rows"_s, hidden));
    CHECK_FALSE(read.completed(json(R"({"years":9223372036854775807})").toObject()).contains(u"fee"_s));
}

TEST_CASE("A layout that does not fit its schema is refused", "[forms]")
{
    const struct {
        QByteArray changed;
        QByteArray by;
        const char* key;
    } cases[] = {
        {"\"key\":\"who\"", "\"kay\":\"who\"", "layout.unknown-member"},
        {"\"key\":\"who\",", "", "layout.missing"},
        {R"("label":{"ar":"من"})", R"("label":{"en":"Who"})", "layout.missing"},
        {"\"identifier\"", "\"slider\"", "layout.member"},
        {"\"name\":\"name\"", "\"name\":\"nam\"", "layout.not-in-schema"},
        {"\"name\":\"n\"", "\"name\":\"m\"", "layout.not-in-schema"},
        {"," + field("years", "integer", R"(,"default":1)"), "", nullptr},
        {field("years", "integer", R"(,"default":1)") + ',', "", "layout.unknown-field"},
        {"\"name\":\"name\"", "\"name\":\"civil_number\"", "layout.twice"},
        {R"(,{"value":"agent","label":{"ar":"وكالة"}})", "", "layout.options"},
        {"customer.civil_number", "customer.salary", "layout.prefill"},
        {R"({"ge":[{"field":"years"},5]})", R"({"ge":[{"field":"years"}]})", "layout.expression"},
        {R"({"ge":[{"field":"years"},5]})", R"({"exec":["ls"]})", "layout.expression"},
        {R"({"ge":[{"field":"years"},5]})", R"("years > 5")", nullptr},
        {R"({"field":"years"},5)", R"({"field":"yaers"},5)", "layout.unknown-field"},
        {R"({"mul":[{"field":"years"},20000]})", R"({"mul":[{"field":"total"},2]})", "layout.loop"},
    };
    for (const auto& each : cases) {
        INFO(each.changed.toStdString() << " -> " << each.by.toStdString());
        const auto read = FormLayout::parse(json(layout(each.changed, each.by)), json(kSchema));
        CHECK(read.has_value() == (each.key == nullptr));
        if (!read && each.key) CHECK(read.error().key == QString::fromLatin1(each.key));
    }
    const auto less = json(QByteArray(kSchema).replace("\"years\"", "\"more\":{},\"years\""));
    CHECK(refusal(FormLayout::parse(json(layout()), less)).key == u"layout.not-laid-out"_s);
}

TEST_CASE("Expressions answer from a closed set of operators", "[forms]")
{
    const QJsonObject answers{{u"n"_s, 6}, {u"text"_s, u"ب"_s}, {u"day"_s, u"2026-11-21"_s},
        {u"empty"_s, u""_s}, {u"yes"_s, true}, {u"half"_s, 0.5}};
    const struct {
        const char* expression;
        const char* value;
    } cases[] = {
        {"5", "5"},
        {R"({"field":"n"})", "6"},
        {R"({"field":"empty"})", "null"},
        {R"({"field":"none"})", "null"},
        {R"({"eq":[{"field":"n"},6.0]})", "true"},
        {R"({"ne":[{"field":"text"},"ب"]})", "false"},
        {R"({"lt":[{"field":"day"},"2026-12-01"]})", "true"},
        {R"({"lt":[{"field":"n"},"7"]})", "null"},
        {R"({"gt":[{"field":"half"},0]})", "true"},
        {R"({"in":[{"field":"text"},"ا","ب"]})", "true"},
        {R"({"and":[{"field":"yes"},{"gt":[{"field":"n"},7]}]})", "false"},
        {R"({"or":[{"field":"yes"},{"field":"none"}]})", "true"},
        {R"({"not":{"field":"none"}})", "true"},
        {R"({"given":{"field":"empty"}})", "false"},
        {R"({"given":{"field":"yes"}})", "true"},
        {R"({"sub":[{"field":"n"},10]})", "-4"},
        {R"({"mul":[{"field":"n"},{"add":[1,2]}]})", "18"},
        {R"({"add":[{"field":"text"},1]})", "null"},
        {R"({"add":[{"field":"half"},1]})", "null"},
        {R"({"add":[9223372036854775807,1]})", "null"},
        {R"({"mul":[4611686018427387904,2]})", "null"},
        {R"({"sub":[-9223372036854775807,2]})", "null"},
    };
    for (const auto& each : cases) {
        INFO(each.expression);
        CHECK(must(Expression::parse(json(each.expression))).value(answers) == json(each.value));
    }
    QByteArray deep = "1";
    for (int i = 0; i < 20; ++i)
        deep = "{\"not\":" + deep + '}';
    CHECK(refusal(Expression::parse(json(deep))).key == u"layout.expression"_s);
}
