#include "core/transactions/answer_gate.h"
#include "tests/support/test_support.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QJsonObject jsonOf(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

FormLayout layout()
{
    const auto schema =
        jsonOf(R"({"type":"object","properties":{"plate":{"type":"string","x-format":"plate_number"},
        "until":{"type":"string"},"policy":{"type":"string"},"story":{"type":"string"},
        "family":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}}}}}})");
    return must(
        FormLayout::parse(jsonOf(R"({"sections":[{"key":"all","label":{"ar":"كل","en":"All"},"fields":[
        {"name":"plate","label":{"ar":"لوحة","en":"Plate"},"widget":"identifier"},
        {"name":"until","label":{"ar":"إلى","en":"Until"},"widget":"date"},
        {"name":"policy","label":{"ar":"وثيقة","en":"Policy"},"widget":"text"},
        {"name":"story","label":{"ar":"قصة","en":"Story"},"widget":"multiline"},
        {"name":"family","label":{"ar":"أسرة","en":"Family"},"widget":"table",
         "columns":[{"name":"name","label":{"ar":"اسم","en":"Name"},"widget":"text"}]}]}]})"),
            schema));
}

struct Gated {
    QJsonObject answers;
    QStringList faults;
};

Gated gated(const QJsonObject& typed)
{
    std::vector<FormFault> faults;
    Gated result{gatedAnswers(layout(), typed, faults), {}};
    for (const FormFault& fault : faults)
        result.faults << fault.pointer + u' ' + fault.key;
    return result;
}

} // namespace

TEST_CASE("Control and bidi characters in an answer are faults at their place", "[transactions]")
{
    const auto result = gated({{u"policy"_s, u"P\u202E-1"_s}, {u"plate"_s, u"12\u0007"_s},
        {u"story"_s, u"a\uE000"_s},
        {u"family"_s, QJsonArray{QJsonObject{{u"name"_s, u"ok"_s}}, QJsonObject{{u"name"_s, u"x\u2066y"_s}}}},
        {u"unknown"_s, QJsonObject{{u"deep/er"_s, u"\u202A"_s}}}});
    CHECK(result.faults ==
        QStringList{u"/family/1/name text.bidi"_s, u"/plate text.control"_s, u"/policy text.bidi"_s,
            u"/story text.not-unicode"_s, u"/unknown/deep~1er text.bidi"_s});
}

TEST_CASE("An answer is stored composed, trimmed and without what cannot be seen", "[transactions]")
{
    const auto result =
        gated({{u"policy"_s, u"  e\u0301\u200B  1 \u200F"_s}, {u"story"_s, u"one \r\ntwo"_s}});
    CHECK(result.faults.isEmpty());
    CHECK(result.answers.value(u"policy"_s) == QJsonValue(u"\u00E9 1"_s));
    CHECK(result.answers.value(u"story"_s) == QJsonValue(u"one\ntwo"_s));
    CHECK(gated({{u"policy"_s, u"one\ntwo"_s}}).faults == QStringList{u"/policy text.control"_s});
}

TEST_CASE(
    "Identifiers and dates are stored with digits 0-9, other texts as they were typed", "[transactions]")
{
    const auto result = gated({{u"plate"_s, u"١٢٣٤٥ أب"_s}, {u"until"_s, u"٢٠٢٧-٠١-٠٢"_s},
        {u"policy"_s, u"وثيقة ٧"_s}, {u"story"_s, 5}});
    CHECK(result.answers ==
        QJsonObject{{u"plate"_s, u"12345 أب"_s}, {u"until"_s, u"2027-01-02"_s}, {u"policy"_s, u"وثيقة ٧"_s},
            {u"story"_s, 5}});
}
