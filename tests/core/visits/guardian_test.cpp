#include "core/customers/customer_service.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const QStringList kWarned{u"visit.no-guardian"_s};

/// What the visit of the civil number was done without.
QStringList warningsOf(Desk& desk, const QString& civilNumber, const QDate& birthDate = {})
{
    Visit visit = must(parseVisit(renewalLine()));
    visit.customer.details.identifiers = {{u"civil_number"_s, civilNumber}};
    visit.customer.details.birthDate = birthDate;
    std::vector<Error> warnings{{ErrorCode::Invalid, u"left.over"_s, {}, {}}};
    must(VisitService(*desk.db).complete(visit, desk.by, {}, &warnings));
    QStringList keys;
    for (const Error& warning : warnings)
        if (warning.key != u"visit.similar-customer"_s) keys << warning.key;
    return keys;
}

} // namespace

TEST_CASE("A child's visit without a guardian's consent is done and warned of, until one stands", "[visits]")
{
    Desk desk;
    CustomerService customers(*desk.db);
    const QDate today = businessDayAt(desk.db->clock()(), 0);
    CHECK(warningsOf(desk, u"87654321"_s, today.addYears(-18)).isEmpty());
    CHECK(warningsOf(desk, u"87654322"_s, today.addYears(-18).addDays(1)) == kWarned);
    CHECK(warningsOf(desk, u"87654322"_s) == kWarned);

    const CustomerId child = must(customers.find(u"87654322"_s, 1, desk.by)).front().id;
    must(customers.recordConsent(child, u"1"_s, u"ar"_s, desk.by, desk.salim.id));
    CHECK(warningsOf(desk, u"87654322"_s).isEmpty());
    must(customers.withdrawConsent(child, desk.by));
    CHECK(warningsOf(desk, u"87654322"_s) == kWarned);
}

TEST_CASE("A consent that a child gave before its age was known is no guardian's", "[visits]")
{
    Desk desk;
    CHECK(warningsOf(desk, u"87654322"_s).isEmpty());
    CustomerService customers(*desk.db);
    const CustomerId child = must(customers.find(u"87654322"_s, 1, desk.by)).front().id;
    must(customers.recordConsent(child, u"1"_s, u"ar"_s, desk.by));
    CHECK(warningsOf(desk, u"87654322"_s, businessDayAt(desk.db->clock()(), 0).addYears(-9)) == kWarned);
}

TEST_CASE("What the guardian consented to for one of two records of a child holds for both", "[visits]")
{
    Desk desk;
    CustomerService customers(*desk.db);
    const QDate birth = businessDayAt(desk.db->clock()(), 0).addYears(-9);
    for (const QString& number : {u"87654322"_s, u"87654323"_s})
        CHECK(warningsOf(desk, number, birth) == kWarned);
    const CustomerId kept = must(customers.find(u"87654322"_s, 1, desk.by)).front().id;
    const CustomerId gone = must(customers.find(u"87654323"_s, 1, desk.by)).front().id;
    must(customers.recordConsent(gone, u"1"_s, u"ar"_s, desk.by, desk.salim.id));
    must(customers.merge(kept, gone, approvalFor(*desk.db, mergeAct(kept, gone), desk.by), desk.by));
    CHECK(warningsOf(desk, u"87654322"_s).isEmpty());
}
