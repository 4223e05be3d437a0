#include "core/transactions/transaction_service.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const QString kOverride = u"P\u202E-1"_s;

Visit renewal()
{
    return must(parseVisit(renewalLine()));
}

} // namespace

TEST_CASE("What shows as another text gets neither on a receipt nor to an agency", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    const auto keyOf = [&](auto&& change) {
        Visit visit = renewal();
        change(visit);
        return refusal(visits.complete(visit, desk.by)).key;
    };
    CHECK(keyOf([](Visit& v) { v.items.front().portalReference = kOverride; }) == u"text.bidi"_s);
    CHECK(keyOf([](Visit& v) { v.items.front().feeProof = u"7\u0007"_s; }) == u"text.control"_s);
    CHECK(keyOf([](Visit& v) { v.items.front().priceReason = kOverride; }) == u"text.bidi"_s);
    const auto paidBy = [](const QString& approval, const QString& reference) {
        return [=](Visit& v) {
            v.payments = {{Tender::Card, Money::fromBaisa(20'000), approval, reference}};
        };
    };
    CHECK(keyOf(paidBy(kOverride, {})) == u"text.bidi"_s);
    CHECK(keyOf(paidBy(u"123456"_s, u"a\uE000"_s)) == u"text.not-unicode"_s);
    CHECK(keyOf(paidBy(QString(41, u'1'), {})) == u"text.too-long"_s);
    Visit form = renewal();
    form.items.front().form.insert(u"insurance_policy_no"_s, kOverride);
    const Error error = refusal(visits.complete(form, desk.by));
    CHECK(error.key == u"visit.form"_s);
    CHECK(error.args.mid(1, 2) == QStringList{u"/insurance_policy_no"_s, u"text.bidi"_s});
    CHECK(desk.number(u"SELECT count(*) FROM receipt"_s) == 0);
}

TEST_CASE("A reference is the same in whichever digits it is typed", "[visits]")
{
    Desk desk;
    Visit visit = renewal();
    visit.items.front().portalReference = u" ٧٧٨١٢٣٤\u200F"_s;
    const Receipt receipt = must(VisitService(*desk.db).complete(visit, desk.by));
    CHECK(receipt.lines.front().portalReference == u"7781234"_s);
}
