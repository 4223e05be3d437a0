#include "core/visits/visit.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("The line of the design is read as it says", "[visits]")
{
    const Visit visit = must(parseVisit(renewalLine()));
    CHECK(visit.tag == u"v-17"_s);
    CHECK(visit.counter == u"C1"_s);
    CHECK(visit.customer.details.identifier(u"civil_number") == u"12345678"_s);
    REQUIRE(visit.items.size() == 1);
    const VisitItem& item = visit.items.front();
    CHECK(item.service == u"ROP-VEH-RENEW"_s);
    CHECK(item.form == renewalForm());
    CHECK(item.documents->keys() == QStringList{u"fines0"_s, u"ins"_s, u"veh"_s});
    CHECK(item.portalReference == u"7781234"_s);
    CHECK(item.feeState == FeeState::Confirmed);
    REQUIRE(visit.payments.size() == 1);
    CHECK(visit.payments.front().tender == Tender::Cash);
    CHECK(visit.payments.front().amount == Money::fromBaisa(20'000));
}

TEST_CASE("What is absent takes its default", "[visits]")
{
    const Visit visit =
        must(parseVisit(R"({"customer":{"cr_number":"1234567"},"items":[{"service":"OWN-COPY"}]})"));
    CHECK(visit.tag.isEmpty());
    CHECK(visit.counter.isEmpty());
    CHECK(visit.payments.empty());
    CHECK_FALSE(visit.items.front().documents);
    CHECK(visit.items.front().feeState == FeeState::Unpaid);
    CHECK(visit.items.front().form.isEmpty());
}

TEST_CASE("A visit that is not what it must be is refused with the place of the fault", "[visits]")
{
    const auto [line, key, place] = GENERATE(table<const char*, const char16_t*, const char16_t*>({
        {R"({"customer":{"civil_number":"1"},"items":[{"service":"X"}],"colour":1})", u"visit.unknown-field",
            u"/colour"},
        {R"({"customer":{"civil_number":"1","age":3},"items":[{"service":"X"}]})", u"visit.unknown-field",
            u"/customer/age"},
        {R"({"customer":{"civil_number":"1"},"items":[{"service":"X","a/b":3}]})", u"visit.unknown-field",
            u"/items/0/a~1b"},
        {R"({"items":[{"service":"X"}]})", u"visit.field-missing", u"/customer"},
        {R"({"customer":{"name_ar":"x"},"items":[{"service":"X"}]})", u"visit.field-missing",
            u"/customer/civil_number"},
        {R"({"customer":{"civil_number":"1"},"items":[{}]})", u"visit.field-missing", u"/items/0/service"},
        {R"({"customer":{"civil_number":"1"},"items":[{"service":"X"}],"payments":[{"tender":"cash"}]})",
            u"visit.field-missing", u"/payments/0/baisa"},
        {R"({"customer":{"civil_number":"1"},"items":[{"service":"X"}],"payments":[{"tender":"gold","baisa":1}]})",
            u"visit.choice", u"/payments/0/tender"},
        {R"({"customer":{"civil_number":"1"},"items":[{"service":"X"}],"payments":[{"baisa":1.5}]})",
            u"visit.field", u"/payments/0/baisa"},
        {R"({"customer":{"civil_number":"1"},"items":[{"service":"X"}],"payments":[]})", u"visit.field",
            u"/payments"},
        {R"({"customer":{"civil_number":"1"},"items":[{"service":"X"}],"payments":[{"baisa":-1}]})",
            u"visit.field", u"/payments/0/baisa"},
        {R"({"customer":{"civil_number":"1"},"items":[{"service":"X"}],"payments":[{"baisa":1000000000000}]})",
            u"visit.field", u"/payments/0/baisa"},
        {R"({"customer":{"civil_number":7},"items":[{"service":"X"}]})", u"visit.field",
            u"/customer/civil_number"},
        {R"({"customer":{"civil_number":"1","birth_date":"2020-02-30"},"items":[{"service":"X"}]})",
            u"visit.day", u"/customer/birth_date"},
        {R"({"customer":[],"items":[{"service":"X"}]})", u"visit.field", u"/customer"},
        {R"({"customer":{"civil_number":"1"},"items":{}})", u"visit.field", u"/items"},
        {R"({"customer":{"civil_number":"1"},"items":[{"service":"X","form":[]}]})", u"visit.field",
            u"/items/0/form"},
        {R"({"customer":{"civil_number":"1"},"items":[{"service":"X","fee_state":"maybe"}]})",
            u"visit.choice", u"/items/0/fee_state"},
        {R"([])", u"visit.field", u""},
    }));
    INFO(line);
    const Error error = refusal(parseVisit(line));
    CHECK(error.key == QString::fromUtf16(key));
    CHECK(error.code == ErrorCode::Invalid);
    CHECK(error.args.value(0) == QString::fromUtf16(place));
}

TEST_CASE("A line that is longer or deeper than a visit can be is refused unread", "[visits]")
{
    const auto withForm = [](const QByteArray& form) {
        return R"({"customer":{"civil_number":"1"},"items":[{"service":"X","form":)" + form + "}]}";
    };
    const auto nested = [](int depth) {
        QByteArray text = R"({"a":)" + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']') + '}';
        return text;
    };
    constexpr int kAround = 3; // the line, its items, one of them
    must(parseVisit(withForm(nested(32 - kAround))));
    CHECK(refusal(parseVisit(withForm(nested(33 - kAround)))).key == u"json.too-deep"_s);
    constexpr int kMost = 1024 * 1024;
    const auto filled = [&](qsizetype size) {
        const QByteArray rest = withForm(R"({"a":""})");
        return withForm(R"({"a":")" + QByteArray(size - rest.size(), 'x') + "\"}");
    };
    must(parseVisit(filled(kMost)));
    CHECK(refusal(parseVisit(filled(kMost + 1))).key == u"json.too-large"_s);
}

TEST_CASE("A visit without services is refused", "[visits]")
{
    CHECK(refusal(parseVisit(R"({"customer":{"civil_number":"1"},"items":[]})")).key == u"visit.no-items"_s);
    CHECK(refusal(parseVisit(R"({"customer":{"civil_number":"1"}})")).key == u"visit.no-items"_s);
}

TEST_CASE("What is no JSON is unusable, and a repeated field is no JSON of ours", "[visits]")
{
    CHECK(refusal(parseVisit("{")).code == ErrorCode::Unusable);
    CHECK(refusal(parseVisit("\xFF\xFE")).code == ErrorCode::Unusable);
    CHECK(refusal(parseVisit(R"({"tag":"a","tag":"b"})")).key == u"json.duplicate-key"_s);
}

TEST_CASE("The tag of a refused line comes back", "[visits]")
{
    QString tag;
    CHECK_FALSE(parseVisit(R"({"tag":"v-9","customer":{},"items":[]})", &tag));
    CHECK(tag == u"v-9"_s);
}

TEST_CASE("Direction overrides in a visit are refused", "[visits]")
{
    const Error error = refusal(parseVisit(QString(
        u"{\"customer\":{\"civil_number\":\"1\",\"name_ar\":\"\u202Eabc\"},\"items\":[{\"service\":\"X\"}]}"_s)
                                               .toUtf8()));
    CHECK(error.key == u"text.bidi"_s);
}
