#include "core/queue/queue_service.h"
#include "core/visits/customer_search.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

std::vector<CustomerId> found(Desk& desk, const QString& text)
{
    std::vector<CustomerId> ids;
    for (const auto& match : must(findCustomers(*desk.db, text, 20, desk.by)))
        ids.push_back(match.id);
    return ids;
}

} // namespace

TEST_CASE("A customer is found by receipt, transaction, ticket of today and plate", "[customers]")
{
    Desk desk;
    const Ticket ticket = must(QueueService(*desk.db).issue(u"A"_s, desk.by));
    must(QueueService(*desk.db).callNext(desk.by));
    Visit visit = must(parseVisit(renewalLine()));
    visit.ticketId = ticket.id;
    visit.ticket = ticket.number;
    const Receipt receipt = must(VisitService(*desk.db).complete(visit, desk.by));
    const std::vector salim{desk.salim.id};
    CHECK(found(desk, receipt.number) == salim);
    CHECK(found(desk, u" %1 "_s.arg(receipt.number.toLower())) == salim);
    CHECK(found(desk, u"T-000001"_s) == salim);
    CHECK(found(desk, ticket.number) == salim);
    CHECK(found(desk, renewalForm()[u"plate_number"_s].toString()) == salim);
    CHECK(found(desk, u"C1-999999"_s).empty());
    CHECK(found(desk, u"A-999"_s).empty());
    CHECK(refusal(findCustomers(*desk.db, receipt.number, 20, actorWith({}))).code == ErrorCode::Denied);
}

TEST_CASE("A plate stays known when its customer's record is saved again", "[customers]")
{
    Desk desk;
    must(VisitService(*desk.db).complete(must(parseVisit(renewalLine())), desk.by));
    Customer salim = must(CustomerService(*desk.db).get(desk.salim.id, desk.by));
    salim.email = u"salim@example.com"_s;
    must(CustomerService(*desk.db).update(salim, desk.by));
    CHECK(found(desk, renewalForm()[u"plate_number"_s].toString()) == std::vector{desk.salim.id});
}

TEST_CASE("A name that stands in one script is found by the other", "[customers]")
{
    Desk desk;
    CustomerService customers(*desk.db);
    Customer arabic;
    arabic.nameAr = u"مريم بنت سالم الحارثية"_s;
    arabic.identifiers = {{u"civil_number"_s, u"87654321"_s, u"OMN"_s, {}}};
    const CustomerId maryam = must(customers.create(arabic, desk.by)).id;
    Customer latin;
    latin.kind = CustomerKind::Visitor;
    latin.nameEn = u"Rajesh Kumar"_s;
    latin.identifiers = {{u"passport_number"_s, u"Z1234567"_s, u"IND"_s, {}}};
    const CustomerId rajesh = must(customers.create(latin, desk.by)).id;
    for (const QString& typed : {u"maryam alharthi"_s, u"Mariam Salim"_s, u"MARYAM"_s, u"mary"_s}) {
        CAPTURE(typed);
        CHECK(found(desk, typed) == std::vector{maryam});
    }
    CHECK(found(desk, u"راجيش"_s) == std::vector{rajesh});
    CHECK(found(desk, u"zzyzx"_s).empty());
}
