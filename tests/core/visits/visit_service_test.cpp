#include "core/cash/working_day.h"
#include "core/customers/customer_service.h"
#include "core/ledger/ledger.h"
#include "core/queue/queue_service.h"
#include "core/reports/day_report.h"
#include "core/transactions/transaction_service.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

constexpr auto kTransactions = "SELECT count(*) FROM service_transaction";
constexpr auto kOutbox = "SELECT count(*) FROM outbox";
constexpr auto kCustomers = "SELECT count(*) FROM customer";

Visit renewal()
{
    return must(parseVisit(renewalLine()));
}

Money balance(Desk& desk, const AccountRef& account)
{
    return must(desk.db->read([&](Tx& tx) -> Result<Money> { return Ledger(tx).balance(account); }));
}

} // namespace

TEST_CASE(
    "One visit leaves customer, transaction, papers, receipt, books and outbox in one commit", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    const auto commits = desk.db->counters().commits;
    const Receipt receipt = must(visits.complete(renewal(), desk.by));
    CHECK(desk.db->counters().commits == commits + 1);

    CHECK(receipt.number == u"C1-000001"_s);
    CHECK(receipt.customer == desk.salim.id);
    CHECK(receipt.total == Money::fromBaisa(20'000));
    CHECK(receipt.governmentFees == Money::fromBaisa(18'000));
    CHECK(receipt.serviceFees == Money::fromBaisa(2'000));
    CHECK(receipt.vat == Money::fromBaisa(95));
    REQUIRE(receipt.lines.size() == 1);
    CHECK(receipt.lines.front().portalReference == u"7781234"_s);
    CHECK(receipt.lines.front().agencyCode == u"ROP"_s);

    const Transaction t = must(TransactionService(*desk.db).get(receipt.lines.front().transaction, desk.by));
    CHECK(t.number == u"T-000001"_s);
    CHECK(t.receipt == receipt.id);
    CHECK(t.applicant == desk.salim.id);
    CHECK(t.state == TransactionState::Submitted);
    CHECK(t.feeState == FeeState::Confirmed);
    CHECK(t.promisedAt == t.openedAt.addSecs(15 * 60));
    CHECK(desk.number(u"SELECT count(*) FROM document_checklist"_s) == 1);
    CHECK(desk.number(QString::fromLatin1(kOutbox)) == 1);
    CHECK(balance(desk, payableTo(u"ROP"_s)).isZero());
    CHECK(balance(desk, walletAt(u"ROP"_s)) == Money::fromBaisa(-18'000));
}

TEST_CASE("Fields that the customer's record answers are filled in, and defaults too", "[visits]")
{
    Desk desk;
    const Receipt receipt = must(VisitService(*desk.db).complete(renewal(), desk.by));
    const Transaction t = must(TransactionService(*desk.db).get(receipt.lines.front().transaction, desk.by));
    CHECK(t.form[u"civil_number"].toString() == u"12345678"_s);
    CHECK(t.form[u"full_name_ar"].toString() == u"سالم بن حمد الحارثي"_s);
    CHECK(t.form[u"mobile"].toString() == u"+96892345678"_s);
    CHECK(t.form[u"years"].toString() == u"1"_s);
}

TEST_CASE("Somebody unknown is created with the visit, and found by the next one", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    Visit visit = renewal();
    visit.customer.details.identifiers = {{u"civil_number"_s, u"87654321"_s}};
    const Receipt first = must(visits.complete(visit, desk.by));
    CHECK(first.customer != desk.salim.id);
    CHECK(desk.number(QString::fromLatin1(kCustomers)) == 2);
    CHECK(must(visits.complete(visit, desk.by)).customer == first.customer);
    CHECK(desk.number(QString::fromLatin1(kCustomers)) == 2);
    CHECK(must(CustomerService(*desk.db).get(first.customer, desk.by)).kind == CustomerKind::Citizen);
}

TEST_CASE("What the record lacks is completed from the visit, what it has stays", "[visits]")
{
    Desk desk;
    Visit visit = renewal();
    visit.customer.details.nameEn = u"Salim Al Harthi"_s;
    visit.customer.details.phone = u"+96899999999"_s;
    must(VisitService(*desk.db).complete(visit, desk.by));
    const Customer salim = must(CustomerService(*desk.db).get(desk.salim.id, desk.by));
    CHECK(salim.nameEn == u"Salim Al Harthi"_s);
    CHECK(salim.phone == u"+96892345678"_s);
}

TEST_CASE("Without payments the exact amount is taken in cash; more cash gives change", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    Visit visit = renewal();
    visit.payments.clear();
    const Receipt exact = must(visits.complete(visit, desk.by));
    REQUIRE(exact.payments.size() == 1);
    CHECK(exact.payments.front().tender == Tender::Cash);
    CHECK(exact.change().isZero());

    visit.payments = {{Tender::Card, Money::fromBaisa(15'000), u"123456"_s, {}},
        {Tender::Cash, Money::fromBaisa(10'000), {}, {}}};
    const Receipt split = must(visits.complete(visit, desk.by));
    CHECK(split.payments.size() == 2);
    CHECK(split.change() == Money::fromBaisa(5'000));
    CHECK(balance(desk, {Account::CardClearing, {}}) == Money::fromBaisa(15'000));
}

TEST_CASE("Two services of one visit make one receipt of two lines and two transactions", "[visits]")
{
    Desk desk;
    Visit visit = renewal();
    visit.items.push_back(visit.items.front());
    visit.items.back().portalReference = u"7781235"_s;
    visit.payments.clear();
    const Receipt receipt = must(VisitService(*desk.db).complete(visit, desk.by));
    CHECK(receipt.lines.size() == 2);
    CHECK(receipt.total == Money::fromBaisa(40'000));
    CHECK(desk.number(QString::fromLatin1(kTransactions)) == 2);
}

TEST_CASE("A price below the displayed one needs a second person's approval as well as a reason", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    Visit visit = renewal();
    visit.payments.clear();
    visit.items.front().discount = Money::fromBaisa(500);
    visit.items.front().priceReason = u"عميل دائم"_s;
    CHECK(refusal(visits.complete(visit, desk.by)) ==
        Error{ErrorCode::Denied, u"approval.missing"_s, {u"price.override"_s}, {}});
    const Actor clerk = actorWith({Permission::IssueReceipts, Permission::EditTransactions});
    const auto consent =
        approvalFor(*desk.db, {Permission::OverridePrice, u"visit.completed"_s, priceSubject(visit)}, clerk);
    Visit cheaper = visit;
    cheaper.items.front().discount = Money::fromBaisa(900);
    CHECK(refusal(visits.complete(cheaper, clerk, consent)).key == u"approval.other-subject"_s);
    const Receipt receipt = must(visits.complete(visit, clerk, consent));
    CHECK(refusal(visits.complete(visit, clerk, consent)).key == u"approval.used"_s);
    CHECK(
        desk.number(
            u"SELECT count(*) FROM audit_line WHERE act = 'visit.completed' AND payload LIKE '%approved_by%'"_s) ==
        1);
    CHECK(receipt.total == Money::fromBaisa(19'500));
    CHECK(receipt.discounts == Money::fromBaisa(500));
}

TEST_CASE("A price that somebody set by hand stands in the day's exceptions, beside those with a discount",
    "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    must(visits.complete(renewal(), desk.by)); // at its displayed price
    const auto paidAt = [&](const QString& reference, auto change) {
        Visit visit = renewal();
        visit.items.front().portalReference = reference;
        visit.items.front().priceReason = u"عميل دائم"_s;
        visit.payments.clear();
        change(visit.items.front());
        must(visits.complete(visit, desk.by,
            approvalFor(
                *desk.db, {Permission::OverridePrice, u"visit.completed"_s, priceSubject(visit)}, desk.by)));
    };
    paidAt(u"7781235"_s, [](VisitItem& item) { item.serviceFee = Money::fromBaisa(1'000); });
    paidAt(u"7781236"_s, [](VisitItem& item) { item.discount = Money::fromBaisa(500); });
    const QDate day = must(desk.db->read([](Tx& tx) -> Result<QDate> { return workingDay(tx); }));
    const DayReport::Exceptions odd = must(dayReport(*desk.db, day, desk.by)).exceptions;
    CHECK(odd.pricesSetByHand == 1);
    CHECK(odd.discountedLines == 1);
}

TEST_CASE("A consent to a price that is the displayed one after all is neither used nor named", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    const Visit visit = renewal();
    const Actor clerk = actorWith({Permission::IssueReceipts, Permission::EditTransactions});
    must(visits.complete(visit, clerk,
        approvalFor(
            *desk.db, {Permission::OverridePrice, u"visit.completed"_s, priceSubject(visit)}, clerk)));
    CHECK(desk.number(u"SELECT count(*) FROM audit_line WHERE payload LIKE '%approved_by%'"_s) == 0);
    CHECK(desk.number(u"SELECT count(*) FROM approval_use"_s) == 0);
}

TEST_CASE("Papers left unnamed are taken as seen, as is the card that the customer was found by", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    Visit visit = renewal();
    visit.items.front().documents.reset();
    must(visits.complete(visit, desk.by));
    CHECK(
        desk.number(
            u"SELECT count(*) FROM document_checklist WHERE states = 'fines0 seen,id_or_rc seen,ins seen,veh seen'"_s) ==
        1);
}

TEST_CASE("A visit ends its ticket, and a second one on it goes through", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    QueueService queue(*desk.db);
    const Ticket ticket = must(queue.issue(u"A"_s, desk.by));
    must(queue.callNext(desk.by));
    must(queue.arrived(ticket.id, desk.by));
    Visit visit = renewal();
    visit.ticket = ticket.number;
    CHECK(must(visits.complete(visit, desk.by)).ticket == u"A-001"_s);
    CHECK(must(queue.find(ticket.number, desk.by)).state == TicketState::Done);
    CHECK(must(visits.complete(visit, desk.by)).ticket == u"A-001"_s);
}

TEST_CASE("A service of the centre itself is done and handed over when it is paid", "[visits]")
{
    Desk desk;
    const Receipt receipt = must(VisitService(*desk.db).complete(
        must(parseVisit(
            R"({"counter":"C1","customer":{"civil_number":"12345678"},"items":[{"service":"OWN-COPY",
            "form":{"quantity":3,"colour":"bw"}}]})")),
        desk.by));
    TransactionService transactions(*desk.db);
    const TransactionId id = receipt.lines.front().transaction;
    CHECK(must(transactions.get(id, desk.by)).state == TransactionState::HandedOver);
    CHECK(must(transactions.moves(id, desk.by)).size() == 3);
    CHECK(receipt.governmentFees.isZero());
    CHECK(desk.number(QString::fromLatin1(kOutbox)) == 0);
}

TEST_CASE("Nothing is prepared anew from the second visit on", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    must(visits.complete(renewal(), desk.by));
    must(visits.complete(renewal(), desk.by));
    const auto prepared = desk.db->counters().prepared;
    must(visits.complete(renewal(), desk.by));
    CHECK(desk.db->counters().prepared == prepared);
}

TEST_CASE("What a line adds to a known customer is looked at as that of a new one", "[visits]")
{
    Desk desk;
    const auto completed = [&](const QString& email) {
        QJsonObject line = QJsonDocument::fromJson(renewalLine()).object();
        QJsonObject customer = line[u"customer"_s].toObject();
        customer.insert(u"email"_s, email);
        line.insert(u"customer"_s, customer);
        return VisitService(*desk.db).complete(
            must(parseVisit(QJsonDocument(line).toJson(QJsonDocument::Compact))), desk.by);
    };
    CHECK(refusal(completed(u"nope"_s)).key == u"customer.unusual"_s);
    CHECK(desk.number(u"SELECT count(*) FROM receipt"_s) == 0);
    must(completed(u"salim@example.om"_s));
}

TEST_CASE("Fees change at midnight at the centre, while its business day goes on", "[visits]")
{
    Desk desk;
    desk.changeRenewal([](QJsonObject& service, QJsonObject&) {
        QJsonArray fees = service[u"fees"].toArray();
        QJsonObject dearer = fees.last().toObject();
        dearer[u"valid_from"] = u"2026-11-23"_s;
        QJsonObject own = dearer[u"service"].toObject();
        own[u"baisa"] = 2500;
        dearer[u"service"] = own;
        fees.append(dearer);
        service[u"fees"] = fees;
    });
    const Draft draft = desk.renewalDraft();
    const auto feeAt = [&](const QTime& utc) {
        desk.db->setClock(steppingClock(QDateTime(QDate(2026, 11, 22), utc, Qt::UTC)));
        return must(VisitService(*desk.db).totals({draft.id}, desk.by)).items.front().serviceFee;
    };
    CHECK(feeAt(QTime(19, 59)) == Money::fromBaisa(2'000));
    CHECK(feeAt(QTime(20, 1)) == Money::fromBaisa(2'500));

    Visit visit = must(parseVisit(renewalLine()));
    visit.payments.front().amount = Money::fromBaisa(20'500);
    must(VisitService(*desk.db).complete(visit, desk.by));
    CHECK(desk.number(u"SELECT business_day FROM service_transaction"_s) == 20261122);
    CHECK(desk.number(u"SELECT sum(service_baisa) FROM receipt_line"_s) == 2'500);
}

TEST_CASE("An answer that looks wrong but may be right is taken and warned of at its place", "[visits]")
{
    Desk desk;
    Visit visit = renewal();
    std::vector<Error> warnings;
    must(VisitService(*desk.db).complete(visit, desk.by, {}, &warnings));
    CHECK(warnings.empty());
    visit.items.front().form[u"plate_number"] = u"hello world"_s;
    must(VisitService(*desk.db).complete(visit, desk.by, {}, &warnings));
    REQUIRE(warnings.size() == 1);
    CHECK(warnings.front().key == u"visit.doubtful"_s);
    CHECK(warnings.front().args == QStringList{u"/items/0/form/plate_number"_s});
}

TEST_CASE("A new customer who may be one that is known is made and warned of", "[visits]")
{
    Desk desk;
    QJsonObject line = QJsonDocument::fromJson(renewalLine()).object();
    line[u"customer"] = QJsonObject{{u"civil_number"_s, u"87654321"_s},
        {u"name_ar"_s, u"سالم بن حمد الحارثي"_s}, {u"phone"_s, u"+96892345678"_s}};
    const Visit visit = must(parseVisit(QJsonDocument(line).toJson()));
    std::vector<Error> warnings;
    must(VisitService(*desk.db).complete(visit, desk.by, {}, &warnings));
    REQUIRE(warnings.size() == 1);
    CHECK(warnings.front().key == u"visit.similar-customer"_s);
    CHECK(warnings.front().args == QStringList{desk.salim.id.text()});
    must(VisitService(*desk.db).complete(visit, desk.by, {}, &warnings));
    CHECK(warnings.empty());
}
