#include "core/catalogue/fee_quote.h"
#include "tests/core/catalogue/support.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

QJsonObject form(const char* json)
{
    return QJsonDocument::fromJson(json).object();
}

struct Expected {
    const char* service;
    const char* form;
    std::int64_t government;
    std::int64_t later;
    std::int64_t service_;
};

} // namespace

TEST_CASE("Services are quoted as their fee tables say", "[catalogue]")
{
    // clang-format off
    const auto row = GENERATE(values<Expected>({
        // one amount
        {"ROP-COND-OM", "{}", 3000, 0, 2000},
        {"ROP-ID-RENEW", "{}", 10000, 0, 1000},
        {"OBP-CR-HOME", "{}", 3600, 0, 3000},
        {"MOL-JOBSEEKER", "{}", 0, 0, 1000},
        {"SJC-POA-INHERIT", "{}", 1000, 0, 3000},
        // options
        {"ROP-VEH-RENEW", R"({"engine_class":"LT1500"})", 18000, 0, 2000},
        {"ROP-VEH-RENEW", R"({"engine_class":"T5"})", 193000, 0, 2000},
        {"ROP-DL-RENEW-OM", R"({"licence_class":"BIKE10"})", 15000, 0, 1500},
        {"ROP-DL-RENEW-RES", R"({"licence_class":"TEMP"})", 10000, 0, 1500},
        {"ROP-RC-RENEW", R"({"years":"Y3"})", 15000, 0, 2000},
        {"ROP-VISA-TOURIST", R"({"duration":"Y1"})", 50000, 0, 3000},
        {"MOL-WPL-RENEW", R"({"fee_class":"C3_OM"})", 141000, 0, 5000},
        {"MOL-WP-DOMESTIC", R"({"fee_class":"EXEMPT"})", 0, 0, 5000},
        {"MOL-WP-FARM", R"({"fee_class":"F4"})", 241000, 0, 5000},
        {"MOL-WP-INVESTOR", R"({"duration":"Y2"})", 301000, 0, 10000},
        {"OBP-CR-RENEW", R"({"legal_form":"GP"})", 40000, 0, 5000},
        {"OCCI-JOIN", R"({"grade":"EXCELLENT"})", 585000, 0, 3000},
        // per unit
        {"MOL-WP-ISSUE", R"({"fee_class":"C2","workers_count":3})", 753000, 0, 5000},
        {"MOL-WP-TEMP", R"({"duration":"M9","workers_count":999})", 129870000, 0, 5000},
        {"SJC-POA", R"({"principals_count":4})", 20000, 0, 3000},
        // parts
        {"MUN-AD-PERMIT", "{}", 15000, 1000, 3000},
        {"MUN-BUILD-MAJOR", "{}", 30000, 70000, 15000},
        // percent
        {"MM-LEASE-RENEW", R"({"monthly_rent_baisa":250000,"months":12})", 90000, 0, 3000},
        {"MUN-LEASE-NEW", R"({"monthly_rent_baisa":33333,"months":1})", 1000, 0, 3000},
        {"MUN-LEASE-NEW", R"({"monthly_rent_baisa":16,"months":1})", 0, 0, 3000},
        {"MUN-LEASE-NEW", R"({"monthly_rent_baisa":17,"months":1})", 1, 0, 3000},
        {"HOU-SALE", R"({"sale_price_baisa":85000500})", 2550015, 0, 15000},
        // the centre's own, by the piece
        {"OWN-COPY", R"({"quantity":7})", 0, 0, 350},
        {"OWN-TRANSLATE", R"({"pages":100})", 0, 0, 300000},
        {"OWN-CV", "{}", 0, 0, 3000},
    }));
    // clang-format on
    INFO(row.service << ' ' << row.form);
    const auto quoted =
        must(quote(demonstrationService(QString::fromLatin1(row.service)), form(row.form), kDay));
    CHECK(quoted.governmentFee == Money::fromBaisa(row.government));
    CHECK(quoted.dueLater == Money::fromBaisa(row.later));
    CHECK(quoted.serviceFee == Money::fromBaisa(row.service_));
    CHECK_FALSE(quoted.needsClerkAmount);
    Money sum;
    for (const auto& part : quoted.parts)
        sum += part.amount;
    CHECK(sum == quoted.governmentFee);
}

TEST_CASE("A fee without a figure is the clerk's to enter, with the reason and the bounds", "[catalogue]")
{
    struct Unknown {
        const char* service;
        const char* form;
        const char* why;
        std::int64_t least, most;
    };
    const auto row = GENERATE(values<Unknown>({
        {"ROP-VEH-NEW", "{}", "fee.no-figure", 0, 0},
        {"OCCI-RENEW", R"({"years":2})", "fee.no-figure", 0, 0},
        {"FM-ATTEST", R"({"document_count":3})", "fee.no-figure", 0, 0},
        {"MOC-MORTGAGE", R"({"mortgage_baisa":9000000})", "fee.by-amount", 20000, 100000},
        {"OCCI-JOIN", R"({"grade":"G2"})", "fee.option-no-figure", 0, 0},
        {"MOL-WP-UPGRADE", R"({"current_class":"C1","new_class":"C2"})", "fee.difference", 0, 0},
        {"MOL-WP-UPGRADE", R"({"current_class":"C3","new_class":"C1"})", "fee.difference", 0, 0},
        {"ROP-TRF-FINES", R"({"fine_total_baisa":45000})", "fee.variable", 45000, 45000},
        {"UTIL-ELEC", R"({"amount_baisa":45000})", "fee.variable", 45000, 45000},
        {"PRIV-INSURE", R"({"premium_baisa":45000})", "fee.variable", 45000, 45000},
    }));
    INFO(row.service);
    const auto service = demonstrationService(QString::fromLatin1(row.service));
    const auto quoted = must(quote(service, form(row.form), kDay));
    CHECK(quoted.needsClerkAmount);
    CHECK(quoted.why == QString::fromLatin1(row.why));
    CHECK(quoted.minimum == Money::fromBaisa(row.least));
    CHECK(quoted.maximum == Money::fromBaisa(row.most));

    FeeChoices entered;
    entered.governmentFee = Money::fromBaisa(45'000);
    CHECK(refusal(quote(service, form(row.form), kDay, entered)).key == u"fee.reference-needed"_s);
    entered.portalReference = u"778123"_s;
    const auto known = must(quote(service, form(row.form), kDay, entered));
    CHECK(known.governmentFee == Money::fromBaisa(45'000));
    CHECK_FALSE(known.needsClerkAmount);
}

TEST_CASE("A clerk's figure outside the published range is refused", "[catalogue]")
{
    const auto service = demonstrationService(u"MOC-MORTGAGE"_s);
    FeeChoices entered;
    entered.portalReference = u"R-1"_s;
    const auto keyOf = [&](std::int64_t baisa) {
        entered.governmentFee = Money::fromBaisa(baisa);
        const auto quoted = quote(service, form(R"({"mortgage_baisa":1})"), kDay, entered);
        return quoted ? QString() : quoted.error().key;
    };
    CHECK(keyOf(19'999) == u"fee.below-least"_s);
    CHECK(keyOf(20'000).isEmpty());
    CHECK(keyOf(100'000).isEmpty());
    CHECK(keyOf(100'001) == u"fee.above-most"_s);
}

TEST_CASE("A bill of the agency's is the amount of the form, with the portal's reference", "[catalogue]")
{
    const auto fines = demonstrationService(u"ROP-TRF-FINES"_s);
    FeeChoices entered;
    entered.governmentFee = Money::fromBaisa(35'500);
    const auto fee = [&] { return quote(fines, form(R"({"fine_total_baisa":35500})"), kDay, entered); };
    CHECK(refusal(fee()).key == u"fee.reference-needed"_s);
    entered.portalReference = u"R-1"_s;
    CHECK(must(fee()).governmentFee == Money::fromBaisa(35'500));
    entered.governmentFee = Money::fromBaisa(35'499);
    CHECK(refusal(fee()).key == u"fee.below-least"_s);
    entered.governmentFee = Money::fromBaisa(35'501);
    CHECK(refusal(fee()).key == u"fee.above-most"_s);
}

TEST_CASE("A fee beyond what the contract can tell is refused", "[catalogue]")
{
    const auto lease = [](const char* months) {
        return quote(demonstrationService(u"MUN-LEASE-NEW"_s), form(months), kDay);
    };
    CHECK(must(lease(R"({"monthly_rent_baisa":999999999999,"months":33})")).governmentFee ==
        Money::fromBaisa(989'999'999'999));
    CHECK(
        refusal(lease(R"({"monthly_rent_baisa":999999999999,"months":34})")).key == u"money.out-of-range"_s);
}

TEST_CASE("A fee that the catalogue computes cannot be typed over", "[catalogue]")
{
    FeeChoices entered;
    entered.governmentFee = Money::fromBaisa(4'000);
    entered.portalReference = u"R-1"_s;
    const auto service = demonstrationService(u"ROP-COND-OM"_s);
    CHECK(refusal(quote(service, {}, kDay, entered)).key == u"fee.computed"_s);
    entered.governmentFee = Money::fromBaisa(3'000);
    CHECK(must(quote(service, {}, kDay, entered)).governmentFee == Money::fromBaisa(3'000));
}

TEST_CASE("Being late costs what the rule says", "[catalogue]")
{
    FeeChoices late;
    SECTION("by the month")
    {
        late.monthsLate = 3;
        CHECK(must(quote(demonstrationService(u"ROP-ID-RENEW"_s), {}, kDay, late)).governmentFee ==
            Money::fromBaisa(25'000));
    }
    SECTION("by the month up to the cap")
    {
        late.monthsLate = 80;
        const auto quoted =
            must(quote(demonstrationService(u"MOL-WPL-RENEW"_s), form(R"({"fee_class":"C1"})"), kDay, late));
        CHECK(quoted.governmentFee == Money::fromBaisa(301'000 + 500'000));
    }
    SECTION("a fine by the month needs the months")
    {
        late.late = true;
        CHECK(refusal(quote(demonstrationService(u"ROP-ID-RENEW"_s), {}, kDay, late)).key ==
            u"fee.months-needed"_s);
    }
    SECTION("what has no fine is not late")
    {
        late.monthsLate = 1;
        CHECK(refusal(quote(demonstrationService(u"ROP-COND-OM"_s), {}, kDay, late)).key ==
            u"fee.no-late-fine"_s);
    }
    SECTION("a monthly fine that is not published is the clerk's")
    {
        late.monthsLate = 1;
        const auto quoted = must(
            quote(demonstrationService(u"ROP-VEH-RENEW"_s), form(R"({"engine_class":"T5"})"), kDay, late));
        CHECK(quoted.needsClerkAmount);
        CHECK(quoted.why == u"fee.late-no-figure"_s);
        CHECK(quoted.minimum == Money::fromBaisa(193'000));
    }
    SECTION("a fine of a range is the clerk's, within the range and on top of the fee")
    {
        late.late = true;
        const auto quoted =
            must(quote(demonstrationService(u"OBP-CR-RENEW"_s), form(R"({"legal_form":"SPC"})"), kDay, late));
        CHECK(quoted.needsClerkAmount);
        CHECK(quoted.minimum == Money::fromBaisa(140'000));
        CHECK(quoted.maximum == Money::fromBaisa(1'040'000));
    }
    SECTION("a lease pays three times the rate from a month after its start, by itself")
    {
        const auto lease = demonstrationService(u"MM-LEASE-NEW"_s);
        const auto of = [&](const char* start) {
            auto answers = form(R"({"monthly_rent_baisa":100000,"months":10})");
            answers.insert(u"start_date"_s, QString::fromLatin1(start));
            return must(quote(lease, answers, kDay)).governmentFee;
        };
        CHECK(of("2026-10-22") == Money::fromBaisa(30'000));
        CHECK(of("2026-10-21") == Money::fromBaisa(90'000));
    }
}

TEST_CASE("Chosen extras are added, and an unpublished one makes the fee the clerk's", "[catalogue]")
{
    FeeChoices choices;
    choices.extras = {u"X1"_s};
    const auto known = must(quote(demonstrationService(u"ROP-VEH-TRANSFER"_s), {}, kDay, choices));
    CHECK(known.governmentFee == Money::fromBaisa(10'000));
    const auto unknown = must(quote(demonstrationService(u"ROP-DL-CONVERT"_s), {}, kDay, choices));
    CHECK(unknown.why == u"fee.extra-no-figure"_s);
    CHECK(unknown.minimum == Money::fromBaisa(20'000));
    choices.extras = {u"X1"_s, u"X1"_s};
    CHECK(refusal(quote(demonstrationService(u"ROP-VEH-TRANSFER"_s), {}, kDay, choices)).key ==
        u"fee.extra-twice"_s);
    choices.extras = {u"X9"_s};
    CHECK(refusal(quote(demonstrationService(u"ROP-VEH-TRANSFER"_s), {}, kDay, choices)).key ==
        u"fee.extra-unknown"_s);
    ServiceItem bare = demonstrationService(u"ROP-VEH-TRANSFER"_s);
    bare.fee.extras.clear();
    CHECK(refusal(quote(bare, {}, kDay, choices)).key == u"fee.no-extras"_s);
}

TEST_CASE("Later stages cost their own parts and no second service fee", "[catalogue]")
{
    const auto service = demonstrationService(u"MUN-BUILD-MAJOR"_s);
    FeeChoices choices;
    choices.stage = FeeStage::Approval;
    const auto approval = must(quote(service, {}, kDay, choices));
    CHECK(approval.governmentFee == Money::fromBaisa(70'000));
    CHECK(approval.serviceFee.isZero());
    choices.stage = FeeStage::Resubmission;
    CHECK(must(quote(service, {}, kDay, choices)).governmentFee == Money::fromBaisa(5'000));
}

TEST_CASE("A form that lacks or spoils a field of the fee is told which", "[catalogue]")
{
    const auto service = demonstrationService(u"MOL-WP-ISSUE"_s);
    const auto error = [&](const char* json) { return refusal(quote(service, form(json), kDay)); };
    CHECK(error(R"({"workers_count":1})").key == u"fee.field-missing"_s);
    CHECK(error(R"({"workers_count":1})").args == QStringList{u"fee_class"_s});
    CHECK(error(R"({"fee_class":"C9","workers_count":1})").key == u"fee.option-unknown"_s);
    CHECK(error(R"({"fee_class":"C1","workers_count":-1})").key == u"fee.field-unusable"_s);
    CHECK(error(R"({"fee_class":"C1","workers_count":1.5})").key == u"fee.field-unusable"_s);
    CHECK(error(R"({"fee_class":"C1","workers_count":"2"})").key == u"fee.field-unusable"_s);
    CHECK(error(R"({"fee_class":"C1","workers_count":9000000000000000})").key == u"money.out-of-range"_s);
}

TEST_CASE("A percentage keeps to its bounds", "[catalogue]")
{
    ServiceItem service;
    service.validFrom = kDay;
    service.fee.formula.kind = FeeFormula::Kind::Percent;
    service.fee.formula.factors = {u"price_baisa"_s};
    service.fee.formula.thousandths = 500;
    service.fee.formula.minimum = Money::fromBaisa(2'000);
    service.fee.formula.maximum = Money::fromBaisa(3'000);
    const auto of = [&](std::int64_t price) {
        return must(quote(service, {{u"price_baisa"_s, static_cast<qint64>(price)}}, kDay))
            .governmentFee.baisa();
    };
    CHECK(of(1'000) == 2'000);
    CHECK(of(500'000) == 2'500);
    CHECK(of(10'000'000) == 3'000);
    service.fee.lateFine.kind = LateFine::Kind::Percent;
    service.fee.lateFine.thousandths = 1'000;
    FeeChoices late;
    late.late = true;
    CHECK(must(quote(service, {{u"price_baisa"_s, 500'000}}, kDay, late)).governmentFee.baisa() ==
        2'500 + 5'000);
}

TEST_CASE(
    "Another service fee needs a second person and a reason, and never passes the ceiling", "[catalogue]")
{
    FeeQuote quoted;
    quoted.serviceFee = Money::fromBaisa(2'000);
    quoted.serviceFeeCeiling = Money::fromBaisa(3'000);
    const auto clerk = actorWith({Permission::EditTransactions});
    const Error missing{ErrorCode::Denied, u"approval.missing"_s, {}, {}};
    const PriceConsent consent = [] { return Result<>(); };
    const PriceConsent nobody = [&] { return Result<>(missing); };
    const auto baisa = [](std::int64_t amount) { return Money::fromBaisa(amount); };
    const auto charge = [&](std::int64_t amount, const QString& reason, const PriceConsent& given) {
        return chargeServiceFee(quoted, baisa(amount), reason, given, clerk);
    };
    CHECK(must(charge(2'000, {}, nobody)) == baisa(2'000));
    CHECK(refusal(charge(1'000, u"صديق"_s, nobody)) == missing);
    CHECK(refusal(charge(1'000, u" "_s, consent)).key == u"fee.reason-needed"_s);
    CHECK(must(charge(3'000, u"عمل إضافي"_s, consent)) == baisa(3'000));
    CHECK(refusal(charge(3'001, u"عمل إضافي"_s, consent)).key == u"fee.above-ceiling"_s);
    CHECK(refusal(charge(-1, u"x"_s, consent)).key == u"fee.negative"_s);
}
