#include "core/forms/form_schema.h"
#include "core/forms/json_text.h"
#include "tests/support/test_support.h"

#include <catch2/catch.hpp>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

#include <thread>

using namespace Qt::StringLiterals;
using namespace sanad;
using test::must;
using test::refusal;

namespace {

QJsonValue json(const char* text)
{
    return must(parseJson(text));
}
FormSchema schemaOf(const char* text)
{
    return must(FormSchema::compile(json(text)));
}

QStringList told(const std::vector<FormFault>& faults)
{
    QStringList lines;
    for (const FormFault& fault : faults) {
        QString line = fault.pointer + u' ' + fault.key;
        if (!fault.args.isEmpty()) line += u' ' + fault.args.join(u',');
        lines += line;
    }
    lines.sort();
    return lines;
}

QStringList faults(const char* schema, const char* data)
{
    return told(schemaOf(schema).check(json(data)));
}

} // namespace

TEST_CASE("Every fault is told at its own pointer with its key and limit", "[forms]")
{
    const char* schema = R"({"type":"object","additionalProperties":false,"required":["name","years","cr"],
        "properties":{
          "name":{"type":"string","minLength":3,"maxLength":5,"pattern":"^[ء-ي ]+$"},
          "years":{"type":"integer","minimum":1,"maximum":10},
          "width":{"type":"number","exclusiveMinimum":0,"multipleOf":0.1},
          "acting":{"enum":["self","agent"]},
          "fixed":{"const":7},
          "rows":{"type":"array","minItems":1,"maxItems":2,"uniqueItems":true,
                  "items":{"type":"object","required":["a/b"],"properties":{"a/b":{"type":"string"}}}},
          "cr":{"type":"string"}}})";
    CHECK(faults(schema, R"({"name":"سالم","years":3,"cr":"1","width":0.3})") == QStringList());
    CHECK(faults(schema, R"({"name":"ab","years":11,"width":0.25,"acting":"me","fixed":8,"extra":1,"~x":2,
                             "rows":[{"a/b":1},{},{}]})") ==
        QStringList{u"/acting form.choice self, agent"_s, u"/cr form.required"_s,
            u"/extra form.unknown-field"_s, u"/fixed form.constant 7"_s, u"/name form.pattern"_s,
            u"/name form.too-short 3"_s, u"/rows form.duplicate-items 2,3"_s, u"/rows form.many-items 2"_s,
            u"/rows/0/a~1b form.type"_s, u"/rows/1/a~1b form.required"_s, u"/rows/2/a~1b form.required"_s,
            u"/width form.step 0.1"_s, u"/years form.too-large 10"_s, u"/~0x form.unknown-field"_s});
    CHECK(faults(schema, "[]") == QStringList{u" form.type"_s});
    CHECK(schemaOf(schema).check(json(R"({"rows":[{}],"name":"سالم","years":1,"cr":""})"))[0].field() ==
        u"rows"_s);
}

TEST_CASE("Combinations tell what does not fit, and never nothing", "[forms]")
{
    const char* either = R"({"oneOf":[{"required":["a"]},{"required":["b"]}]})";
    CHECK(faults(either, R"({"a":1})").isEmpty());
    CHECK(faults(either, R"({"a":1,"b":1})") == QStringList{u" form.several-fit"_s});
    CHECK(faults(either, "{}") ==
        QStringList{u" form.none-fits"_s, u"/a form.required"_s, u"/b form.required"_s});
    CHECK(faults(R"({"allOf":[{"required":["a"]},{"required":["b"]},{"required":["c"]}]})", R"({"b":1})") ==
        QStringList{u"/a form.required"_s, u"/c form.required"_s});
    CHECK(faults(R"({"items":[{"type":"string"},{"type":"integer"}],"additionalItems":false})",
              R"([1,2,3,4])") ==
        QStringList{u"/0 form.type"_s, u"/2 form.not-allowed"_s, u"/3 form.not-allowed"_s});
    CHECK(faults(R"({"items":[{"type":"string"},{}],"additionalItems":{"type":"null"}})", R"([1,2])") ==
        QStringList{u"/0 form.type"_s});
    CHECK(faults(R"({"not":{"required":["a"]}})", R"({"a":1})") == QStringList{u" form.excluded"_s});
    CHECK(faults(R"({"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}})",
              R"({"a":1})") == QStringList{u"/b form.required"_s});
    CHECK(faults(R"({"dependencies":{"a":["b"]}})", R"({"a":1})") == QStringList{u"/b form.required"_s});
    CHECK(faults(R"({"propertyNames":{"pattern":"^[ء-ي]+$"}})", R"({"اسم":1,"name":2})") ==
        QStringList{u"/name form.field-name"_s});
    CHECK(faults(R"({"patternProperties":{"^رقم":{"type":"integer"}},"additionalProperties":false})",
              R"({"رقم1":"x","آخر":1})") == QStringList{u"/آخر form.unknown-field"_s, u"/رقم1 form.type"_s});
    CHECK(faults(R"({"contains":{"const":1}})", "[2]") == QStringList{u" form.contains"_s});
    CHECK(faults("false", "1") == QStringList{u" form.not-allowed"_s});
    CHECK(faults(R"({"properties":{"a":false}})", R"({"a":1})") == QStringList{u"/a form.not-allowed"_s});
    CHECK(faults(R"({"minProperties":2})", R"({"a":1})") == QStringList{u" form.few-fields 2"_s});
}

TEST_CASE("What the library gets wrong by itself is right here", "[forms]")
{
    const struct {
        const char* schema;
        const char* data;
        bool valid;
    } cases[] = {
        // the name schema is filed under its owner's place, which a reference names
        {R"({"$ref":"#/definitions/a","definitions":{"a":{"type":"object","propertyNames":{"maxLength":1},
            "properties":{"x":{"$ref":"#/definitions/a"}}}}})",
            R"({"x":{"y":1}})", true},
        {R"({"$ref":"#/definitions/a","definitions":{"a":{"propertyNames":{"maxLength":1},
            "properties":{"x":{"$ref":"#/definitions/a"}}}}})",
            R"({"x":{"y":1}})", true},
        {R"({"$ref":"#/definitions/a","definitions":{"a":{"propertyNames":{"maxLength":1},
            "properties":{"x":{"$ref":"#/definitions/a"}}}}})",
            R"({"x":{"yy":1}})", false},
        // a property called like a path that is referred to
        {R"({"properties":{"a/b":{"type":"string"},"a":{"b":1},"c":{"$ref":"#/properties/a~1b"}}})",
            R"({"c":1})", false},
        {R"({"properties":{"id":{"type":"string"},"x":{"$ref":"#/properties/id"}},"id":"http://a.b/"})",
            R"({"x":1})", false},
        {R"({"multipleOf":2})", R"("3")", true},
        {R"({"multipleOf":2})", "3.5", false},
        {R"({"multipleOf":0.01})", "19.99", true},
        {R"({"maximum":9007199254740992})", "9007199254740993", false},
        {R"({"minimum":9007199254740993})", "9007199254740993", true},
        {R"({"exclusiveMinimum":9223372036854775806})", "9223372036854775807", true},
        {R"({"const":9007199254740993})", "9007199254740992", false},
        {R"({"const":{"a":[1.0]}})", R"({"a":[1]})", true},
        {R"({"const":null})", "\"\"", false},
        {R"({"const":""})", "null", false},
        {R"({"enum":[false]})", "0", false},
        {R"({"enum":[[]]})", "{}", false},
        {R"({"enum":[]})", "1", false},
        {R"({"uniqueItems":true})", "[1,1.0]", false},
        {R"({"uniqueItems":true})", "[1,true]", true},
        {R"({"uniqueItems":true})",
            R"(["a","b",["a","b"],["ab"],[["a"],"b"],"",[],[[]],{},[{}],null,"null",0,false])", true},
        {R"({"uniqueItems":true})", R"([{"a":[1,{"b":null}]},{"a":[1.0,{"b":null}]}])", false},
        {R"({"uniqueItems":true})", "[0,-0.0]", false},
        {R"({"uniqueItems":true})", R"([{"a":1,"b":2},{"b":2,"a":1}])", false},
        {R"({"type":"integer"})", "1.0", true},
        {R"({"type":"integer"})", "1e300", true},
        {R"({"type":"integer"})", "3000000000", true},
        {R"({"type":"integer"})", "0.5", false},
        {R"({"type":"string"})", "null", false},
        {R"({"type":"boolean"})", "\"true\"", false},
        {R"({"format":"date"})", "5", true},
        {R"({"format":"date"})", "\"no date\"", true},
        {R"({"$ref":"#/definitions/a%25b","definitions":{"a%b":{"type":"string"}}})", "1", false},
        {R"({"$ref":"#/definitions/%D8%A7","definitions":{"ا":{"type":"string"}}})", "1", false},
        {R"({"properties":{"a":{"$ref":"#/definitions/n","type":"string"}},"definitions":{"n":{"type":"number"}}})",
            R"({"a":1})", true},
        {R"({"$id":"http://centre.example/f","$ref":"http://centre.example/f#/definitions/a",
            "definitions":{"a":{"type":"string"}}})",
            "1", false},
        {R"({"type":"object","properties":{"next":{"$ref":"#"}},"additionalProperties":false})",
            R"({"next":{"next":{"nxt":1}}})", false},
        {R"({"items":[{"type":"integer"}],"additionalItems":false})", "[1,2]", false},
        {R"({"items":[{"type":"integer"}],"additionalItems":{"type":"string"}})", R"([1,"a"])", true},
        {R"({"items":false})", "[1]", false},
        {R"({"contains":true})", "[]", false},
        {R"({"then":false})", "1", true},
        {R"({"anyOf":[{"$ref":"#/definitions/a"},{"$ref":"#/definitions/b"}],
            "definitions":{"a":{"$ref":"#/definitions/b"},"b":{"type":"null"}}})",
            "null", true},
    };
    for (const auto& each : cases) {
        INFO(each.schema << "  " << each.data);
        CHECK(schemaOf(each.schema).check(json(each.data)).empty() == each.valid);
    }
}

TEST_CASE("A schema that cannot be answered rightly is refused with its place", "[forms]")
{
    const struct {
        const char* schema;
        const char* key;
        const char* args;
    } cases[] = {
        {"1", "schema.not-schema", "/"},
        {R"({"properties":{"a":1}})", "schema.not-schema", "/properties/a"},
        {R"({"$ref":"#/definitions/x"})", "schema.ref-missing", "/"},
        {R"({"properties":{"a":{"$ref":"#/definitions/x"}}})", "schema.ref-missing", "/properties/a"},
        {R"({"$ref":"other.json"})", "schema.ref-outside", "/"},
        {R"({"$ref":"http://example.com/s#"})", "schema.ref-outside", "/"},
        {R"({"allOf":[{"$ref":"#name"}]})", "schema.ref-outside", "/allOf/0"},
        {R"({"$ref":"#"})", "schema.endless", "/"},
        {R"({"allOf":[{"$ref":"#/definitions/a"}],"definitions":{"a":{"anyOf":[{"$ref":"#/definitions/b"}]},
            "b":{"not":{"$ref":"#/definitions/a"}}}})",
            "schema.endless", "/definitions/a"},
        {R"({"dependencies":{"a":{"$ref":"#"}}})", "schema.endless", "/"},
        {R"({"properties":{"a":{"$id":"x","$ref":"#"},"b":{"$id":"y"}}})", "schema.id-inside",
            "/properties/b"},
        {R"({"$schema":"http://json-schema.org/draft-04/schema#"})", "schema.draft", "/"},
        {R"({"$schema":"https://json-schema.org/draft/2020-12/schema"})", "schema.draft", "/"},
        {R"({"type":"text"})", "schema.keyword", "/,type"},
        {R"({"type":[]})", "schema.keyword", "/,type"},
        {R"({"minLength":-1})", "schema.keyword", "/,minLength"},
        {R"({"maxItems":"3"})", "schema.keyword", "/,maxItems"},
        {R"({"multipleOf":0})", "schema.keyword", "/,multipleOf"},
        {R"({"minimum":"1"})", "schema.keyword", "/,minimum"},
        {R"({"exclusiveMinimum":true})", "schema.keyword", "/,exclusiveMinimum"},
        {R"({"required":true})", "schema.keyword", "/,required"},
        {R"({"required":["a","a"]})", "schema.keyword", "/,required"},
        {R"({"allOf":[]})", "schema.keyword", "/,allOf"},
        {R"({"additionalProperties":"false"})", "schema.not-schema", "/additionalProperties"},
        {R"({"properties":[]})", "schema.keyword", "/,properties"},
        {R"({"enum":1})", "schema.keyword", "/,enum"},
        {R"({"pattern":"("})", "schema.pattern", "/pattern"},
        {R"({"patternProperties":{"\\p{L}":{}}})", "schema.pattern", "/patternProperties/\\p{L}"},
        {R"({"definitions":{"a":{"pattern":"["}}})", "schema.pattern", "/definitions/a/pattern"},
        {R"({"x-format":"unheard_of"})", "schema.format", "/x-format"},
    };
    for (const auto& each : cases) {
        INFO(each.schema);
        const Error error = refusal(FormSchema::compile(json(each.schema)));
        CHECK(error.key == QString::fromLatin1(each.key));
        CHECK(error.args.join(u',') == QString::fromLatin1(each.args));
        CHECK(error.code == ErrorCode::Unusable);
    }
}

TEST_CASE("Our own formats block where the rule is certain and warn elsewhere", "[forms]")
{
    const FormatCheck formats = [](const QString& format, const QString& text) {
        if (format != u"lamp"_s) return FormatVerdict::Unknown;
        return text == u"on"_s ? FormatVerdict::Good
            : text == u"dim"_s ? FormatVerdict::Doubtful
                               : FormatVerdict::Bad;
    };
    const auto schema = must(
        FormSchema::compile(json(R"({"properties":{"a":{"x-format":"lamp"}},"required":["a"]})"), formats));
    CHECK(schema.check(json(R"({"a":"on"})")).empty());
    CHECK(schema.check(json(R"({"a":5})")).empty());
    const auto doubtful = schema.check(json(R"({"a":"dim"})"));
    CHECK(told(doubtful) == QStringList{u"/a form.format-doubtful lamp"_s});
    CHECK(acceptable(doubtful));
    const auto bad = schema.check(json(R"({"a":"off"})"));
    CHECK(told(bad) == QStringList{u"/a form.format lamp"_s});
    CHECK_FALSE(acceptable(bad));

    const auto dates = schemaOf(R"({"x-format":"date_iso"})");
    CHECK(dates.check(json("\"2028-02-29\"")).empty());
    CHECK(told(dates.check(json("\"2027-02-29\""))) == QStringList{u" form.format date_iso"_s});
    CHECK(acceptable(schemaOf(R"({"x-format":"civil_number"})").check(json("\"12345678\""))));
}

TEST_CASE("A schema made to take for ever answers that it is too complex", "[forms]")
{
    const auto branching =
        schemaOf(R"({"allOf":[{"properties":{"x":{"$ref":"#"}}},{"properties":{"x":{"$ref":"#"}}}]})");
    QByteArray deep = "1";
    for (int i = 0; i < 60; ++i)
        deep = "{\"x\":" + deep + '}';
    CHECK(told(branching.check(json(deep))) == QStringList{u" form.too-complex"_s});

    // Within what compiles, but applied at every level of deep data.
    const auto wide = schemaOf(R"({"allOf":[{"allOf":[{"allOf":[{"allOf":[{"allOf":[{"allOf":[
        {"properties":{"x":{"$ref":"#"}}}]}]}]}]}]}]})");
    CHECK(told(wide.check(json(deep))) == QStringList{u" form.too-complex"_s});

    // Every level hands on what was found below, by each of its branches.
    const auto handed = schemaOf(R"({"anyOf":[{"required":["a"],"properties":{"x":{"$ref":"#"}}},
        {"required":["b"],"properties":{"x":{"$ref":"#"}}},{"required":["c"],"properties":{"x":{"$ref":"#"}}}]})");
    QElapsedTimer taken;
    taken.start();
    CHECK(told(handed.check(json(deep))) == QStringList{u" form.too-complex"_s});
    CHECK(taken.elapsed() < 20'000); // half a second where nothing watches every step
}

TEST_CASE("Tens of thousands of faults are all told, each once", "[forms]")
{
    constexpr int kFaults = 30'000;
    QJsonArray wrong;
    for (int i = 0; i < kFaults; ++i)
        wrong.append(i);
    CHECK(schemaOf(R"({"items":{"allOf":[{"type":"string"},{"type":"string"}]}})").check(wrong).size() ==
        kFaults);
}

TEST_CASE("Long lists are held to be without repetition in time that grows with their length", "[forms]")
{
    const auto schema = schemaOf(R"({"uniqueItems":true})");
    QJsonArray many;
    for (int i = 0; i < 50'000; ++i)
        many.append(QJsonObject{{u"n"_s, i}, {u"t"_s, QString::number(i)}});
    CHECK(told(schema.check(many)).isEmpty());
    many.append(json(R"({"t":"41","n":41.0})"));
    CHECK(told(schema.check(many)) == QStringList{u" form.duplicate-items 42,50001"_s});
}

TEST_CASE("A chain of references deeper than a stack bears is refused", "[forms]")
{
    const auto chain = [](int length) {
        QByteArray text = R"({"$ref":"#/definitions/d0","definitions":{)";
        for (int i = 0; i < length; ++i)
            text += "\"d" + QByteArray::number(i) + R"(":{"properties":{"x":{"$ref":"#/definitions/d)" +
                QByteArray::number(i + 1) + "\"}}},";
        return json((text + "\"d" + QByteArray::number(length) + "\":{\"type\":\"null\"}}}").constData());
    };
    CHECK(must(FormSchema::compile(chain(148))).check(json(R"({"x":{"x":1}})")).empty());
    CHECK(refusal(FormSchema::compile(chain(5000))).key == u"schema.too-deep"_s);
}

TEST_CASE("One schema answers several threads at once", "[forms]")
{
    const auto schema =
        schemaOf(R"({"patternProperties":{"^[ء-ي]+$":{"type":"integer"}},"additionalProperties":false})");
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            const QJsonObject good{{u"رقم"_s, 1}};
            const QJsonObject bad{{u"number"_s, 1}};
            for (int n = 0; n < 50; ++n)
                right += schema.check(good).empty() && !schema.check(bad).empty();
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(right == 200);
}

TEST_CASE("A first U+FEFF is a character of its text like any other", "[forms]")
{
    const struct {
        const char* schema;
        const char* data;
        QStringList told;
    } cases[] = {
        {R"({"const":"\ufeffa"})", R"("a")", {u" form.constant \ufeffa"_s}},
        {R"({"const":"\ufeffa"})", R"("\ufeffa")", {}},
        {R"({"enum":["\ufeff\ufeff"]})", R"("\ufeff")", {u" form.choice \ufeff\ufeff"_s}},
        {R"({"minLength":1})", R"("\ufeff")", {}},
        {R"({"maxLength":1})", R"("\ufeffa")", {u" form.too-long 1"_s}},
        {R"({"additionalProperties":false,"properties":{"a":{}}})", R"({"\ufeffa":1})",
            {u"/\ufeffa form.unknown-field"_s}},
        {R"({"required":["\ufeffa"]})", R"({"\ufeffa":1})", {}},
        {R"({"properties":{"\ufeffa":{"type":"string"}}})", R"({"\ufeffa":1})", {u"/\ufeffa form.type"_s}},
        {R"({"patternProperties":{"^a":{"type":"string"}}})", R"({"\ufeffa":1})", {}},
        {R"({"propertyNames":{"maxLength":1}})", R"({"\ufeff":1})", {}},
        {R"({"uniqueItems":true})", R"(["a","\ufeffa"])", {}},
        {"true", R"({"\ufeffa":1,"a":2})", {}},
    };
    for (const auto& one : cases) {
        INFO(one.schema << "\n" << one.data);
        CHECK(faults(one.schema, one.data) == one.told);
    }
    CHECK(faults(R"({"required":["\ufeffa"]})", R"({"a":1})").size() == 1);
    CHECK(json("\"\xEF\xBB\xBF\xEF\xBB\xBF-\"").toString() == QString(2, QChar(0xFEFF)) + u'-');
}
