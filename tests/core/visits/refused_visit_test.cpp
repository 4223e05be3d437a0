#include "core/cash/shift_service.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

Visit renewal()
{
    return must(parseVisit(renewalLine()));
}

/// Everything that a refused visit must leave as it was.
std::vector<std::int64_t> counts(Desk& desk)
{
    std::vector<std::int64_t> list;
    for (const char* sql : {"SELECT count(*) FROM receipt", "SELECT count(*) FROM service_transaction",
             "SELECT count(*) FROM outbox", "SELECT count(*) FROM customer",
             "SELECT count(*) FROM ledger_entry", "SELECT count(*) FROM audit_line",
             "SELECT count(*) FROM document_checklist", "SELECT count(*) FROM transaction_move",
             "SELECT coalesce(max(last), 0) FROM number_series"})
        list.push_back(desk.number(QString::fromLatin1(sql)));
    return list;
}

} // namespace

TEST_CASE("Numbers of two different people in one visit are refused", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    Visit other = renewal();
    other.customer.details.identifiers = {{u"passport_number"_s, u"AB123456"_s}};
    other.items.front().documents.reset();
    other.items.front().form.insert(u"civil_number"_s, u"87654321"_s);
    must(visits.complete(other, desk.by));
    Visit mixed = renewal();
    mixed.customer.details.identifiers.push_back({u"passport_number"_s, u"AB123456"_s});
    CHECK(refusal(visits.complete(mixed, desk.by)).key == u"customer.same-identifier"_s);
}

TEST_CASE("A number that is another person's is refused where a name is given", "[visits]")
{
    Desk desk;
    const auto before = counts(desk);
    Visit visit = renewal();
    visit.customer.details.nameAr = u"زيد بن علي العامري"_s;
    const Error error = refusal(VisitService(*desk.db).complete(visit, desk.by));
    CHECK(error.key == u"visit.other-name"_s);
    CHECK(error.args == QStringList{desk.salim.id.text()});
    CHECK(counts(desk) == before);
    // What is in another script can't be told apart, and completes the record.
    visit.customer.details.nameAr = u"Zaid Al Amri"_s;
    CHECK(must(VisitService(*desk.db).complete(visit, desk.by)).customer == desk.salim.id);
    visit.customer.details.nameAr = u"سالم الحارثي"_s;
    CHECK(must(VisitService(*desk.db).complete(visit, desk.by)).customer == desk.salim.id);
}

TEST_CASE("A refused visit changes nothing and burns no number", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    must(visits.complete(renewal(), desk.by));
    Visit visit = renewal();
    // Unknown so far: being refused must not create the customer either.
    visit.customer.details.identifiers = {{u"civil_number"_s, u"87654321"_s}};
    VisitItem& item = visit.items.front();
    QString key;
    ErrorCode code = ErrorCode::Invalid;

    SECTION("a service that is not offered")
    {
        item.service = u"NO-SUCH"_s;
        key = u"visit.no-service"_s;
        code = ErrorCode::NotFound;
    }
    SECTION("a counter that is not there")
    {
        visit.counter = u"C9"_s;
        key = u"visit.no-counter"_s;
        code = ErrorCode::NotFound;
    }
    SECTION("a ticket that is not there")
    {
        visit.ticket = u"A-009"_s;
        key = u"queue.no-ticket"_s;
        code = ErrorCode::NotFound;
    }
    SECTION("a wrong answer")
    {
        item.form.insert(u"engine_class"_s, u"BIG"_s);
        key = u"visit.form"_s;
    }
    SECTION("a missing answer")
    {
        item.form.remove(u"insurance_policy_no"_s);
        key = u"visit.form"_s;
    }
    SECTION("an unknown field of the form")
    {
        item.form.insert(u"colour"_s, u"red"_s);
        key = u"visit.form"_s;
    }
    SECTION("a required paper that was not brought")
    {
        item.documents->remove(u"ins"_s);
        key = u"visit.document-missing"_s;
    }
    SECTION("a paper that the service does not know")
    {
        item.documents->insert(u"deed"_s, DocumentState::Seen);
        key = u"visit.document-unknown"_s;
    }
    SECTION("too little money")
    {
        visit.payments.front().amount = Money::fromBaisa(19'999);
        key = u"visit.underpaid"_s;
    }
    SECTION("a card without approval code")
    {
        visit.payments.front().tender = Tender::Card;
        key = u"visit.approval-code"_s;
    }
    SECTION("more than the total by card")
    {
        visit.payments = {{Tender::Card, Money::fromBaisa(21'000), u"123456"_s, {}}};
        key = u"visit.overpaid"_s;
    }
    SECTION("a confirmed fee without a reference")
    {
        item.portalReference.clear();
        key = u"visit.reference-needed"_s;
    }
    SECTION("a reference longer than the portal takes")
    {
        item.portalReference = QString(41, u'7');
        key = u"visit.reference-length"_s;
    }
    SECTION("an amount where the catalogue has the figure")
    {
        item.governmentFee = Money::fromBaisa(17'000);
        key = u"fee.computed"_s;
    }
    SECTION("another price without a reason")
    {
        item.serviceFee = Money::fromBaisa(1'500);
        key = u"fee.reason-needed"_s;
    }
    SECTION("the second of two services")
    {
        visit.items.push_back(visit.items.front());
        visit.items.back().form.remove(u"plate_number"_s);
        key = u"visit.form"_s;
    }
    const auto before = counts(desk);
    const Error error = refusal(visits.complete(visit, desk.by));
    CHECK(error.key == key);
    CHECK(error.code == code);
    CHECK(counts(desk) == before);
    CHECK(must(visits.complete(renewal(), desk.by)).number == u"C1-000002"_s);
}

TEST_CASE("A form fault names the service, the answer and what is wrong with it", "[visits]")
{
    Desk desk;
    Visit visit = renewal();
    visit.items.front().form.insert(u"engine_class"_s, u"BIG"_s);
    const Error error = refusal(VisitService(*desk.db).complete(visit, desk.by));
    CHECK(error.args == QStringList{u"ROP-VEH-RENEW"_s, u"/engine_class"_s, u"form.choice"_s, u"1"_s});
}

TEST_CASE("Without an open shift nothing is sold by who may not open one", "[visits]")
{
    Desk desk;
    const Actor clerk = actorWith({Permission::IssueReceipts, Permission::EditTransactions}, u"C2"_s);
    Visit visit = renewal();
    visit.counter = u"C2"_s;
    CHECK(refusal(VisitService(*desk.db).complete(visit, clerk)).key == u"cash.no-shift"_s);
}

TEST_CASE("Nobody completes a visit without the permissions", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    CHECK(refusal(visits.complete(renewal(), Actor())).code == ErrorCode::Denied);
    CHECK(refusal(visits.complete(renewal(), actorWith({Permission::IssueReceipts}))).code ==
        ErrorCode::Denied);
    CHECK(refusal(visits.completeDrafts({}, {}, actorWith({Permission::EditTransactions}))).code ==
        ErrorCode::Denied);
}

TEST_CASE("A visit that names no counter is at the only one where its clerk has a shift", "[visits]")
{
    Desk desk;
    const auto& all = allPermissions();
    const Actor clerk(desk.by.staff(), desk.by.user(), QString(), {all.begin(), all.end()});
    VisitService visits(*desk.db);
    Visit visit = renewal();
    visit.counter.clear();
    CHECK(must(visits.complete(visit, clerk)).counter == u"C1"_s);

    must(ShiftService(*desk.db).open(u"C2"_s, Money(), desk.by));
    const auto before = counts(desk);
    VisitRefusal refused;
    const Error error = refusal(visits.complete(visit, clerk, {}, nullptr, &refused));
    CHECK(error.key == u"visit.counter-missing"_s);
    CHECK(error.args == QStringList{u"C1, C2"_s});
    CHECK(refused.pointer == u"/counter"_s);
    CHECK(counts(desk) == before);

    visit.counter = u"C2"_s;
    CHECK(must(visits.complete(visit, clerk)).counter == u"C2"_s);
}

TEST_CASE("A visit that names no counter is at the only one of the centre", "[visits]")
{
    Desk desk;
    const auto& all = allPermissions();
    const Actor other(StaffId::fromRaw(2), u"other"_s, QString(), {all.begin(), all.end()});
    Visit visit = renewal();
    visit.counter.clear();
    CHECK(refusal(VisitService(*desk.db).complete(visit, other)).key == u"visit.counter-missing"_s);
    tamper(*desk.db, u"UPDATE counter SET active = 0 WHERE code = 'C2'"_s);
    CHECK(must(VisitService(*desk.db).complete(visit, other)).counter == u"C1"_s);
}
