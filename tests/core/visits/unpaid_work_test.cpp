#include "core/catalogue/catalogue_repository.h"
#include "core/catalogue/own_catalogue.h"
#include "core/catalogue/pack_service.h"
#include "core/catalogue/sample_form.h"
#include "core/documents/document_service.h"
#include "core/ledger/ledger.h"
#include "core/transactions/transaction_service.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

void makeDearer(QJsonObject& service)
{
    service[u"fees"] = QJsonArray{QJsonObject{{u"valid_from"_s, u"2020-01-01"_s},
        {u"government"_s, QJsonObject{{u"per"_s, u"transaction"_s}, {u"baisa"_s, 50'000}}},
        {u"service"_s, QJsonObject{{u"baisa"_s, 5'000}}}}};
}

/// A renewal that was submitted and not paid: by the first catalogue 18 rials for the agency, 2 for the
/// centre.
Transaction owed(Desk& desk)
{
    return must(
        TransactionService(*desk.db).submit(desk.renewalDraft().id, TransactionState::Ready, desk.by));
}

Money payableBalance(Desk& desk, const QString& agency)
{
    return must(
        desk.db->read([&](Tx& tx) -> Result<Money> { return Ledger(tx).balance(payableTo(agency)); }));
}

/// The renewal is paid as it was agreed, and nothing of it is changed by that.
void checkPaidAsAgreed(Desk& desk, const Transaction& agreed)
{
    VisitService visits(*desk.db);
    const VisitTotals totals = must(visits.totals({agreed.id}, desk.by));
    CHECK(totals.total == agreed.fee.governmentFee + agreed.fee.serviceFee);
    CHECK(totals.items.front().governmentFee == agreed.fee.governmentFee);
    const Receipt receipt = must(visits.completeDrafts({agreed.id}, {}, desk.by));
    CHECK(receipt.governmentFees == agreed.fee.governmentFee);
    CHECK(receipt.serviceFees == agreed.fee.serviceFee);
    CHECK(receipt.lines.front().serviceNameEn == u"Renew vehicle registration"_s);
    CHECK(receipt.lines.front().agencyNameEn == u"Royal Oman Police"_s);
    const Transaction paid = must(TransactionService(*desk.db).get(agreed.id, desk.by));
    CHECK(paid.receipt == receipt.id);
    CHECK(paid.fee == agreed.fee);
    CHECK(paid.form == agreed.form);
    CHECK(paid.pack == agreed.pack);
}

} // namespace

TEST_CASE("Work of a service that was retired since is paid as it was agreed", "[visits]")
{
    Desk desk;
    const Transaction agreed = owed(desk);
    desk.retireRenewal();
    REQUIRE(refusal(TransactionService(*desk.db).open(agreed.serviceCode, desk.salim.id, {}, desk.by)).key ==
        u"transaction.no-service"_s);
    checkPaidAsAgreed(desk, agreed);
}

TEST_CASE("A fee that was changed since changes no debt", "[visits]")
{
    Desk desk;
    const Transaction agreed = owed(desk);
    REQUIRE(agreed.fee.governmentFee == Money::fromBaisa(18'000));
    desk.changeRenewal([](QJsonObject& service, QJsonObject&) {
        service[u"en"] = u"Another name"_s;
        makeDearer(service);
    });
    checkPaidAsAgreed(desk, agreed);
}

TEST_CASE("A fee of a pack that was rolled back since is owed as it was agreed", "[visits]")
{
    Desk desk;
    desk.changeRenewal([](QJsonObject& service, QJsonObject&) { makeDearer(service); });
    const Transaction agreed = owed(desk);
    REQUIRE(agreed.fee.governmentFee == Money::fromBaisa(50'000));
    must(PackService(*desk.db).rollback(u"om.demonstration"_s, desk.by));
    checkPaidAsAgreed(desk, agreed);
}

TEST_CASE("A form and a list of papers that were changed since ask nothing of a debt", "[visits]")
{
    Desk desk;
    const Transaction agreed = owed(desk);
    desk.changeRenewal([](QJsonObject& service, QJsonObject& schema) {
        QJsonObject fields = schema[u"properties"].toObject();
        QJsonObject policy = fields[u"insurance_policy_no"].toObject();
        policy[u"pattern"] = u"^NEW-"_s;
        fields[u"insurance_policy_no"] = policy;
        schema[u"properties"] = fields;
        QJsonArray papers = service[u"documents"].toArray();
        papers.append(QJsonObject{{u"code"_s, u"deed"_s}, {u"ar"_s, u"صك الملكية"_s},
            {u"en"_s, u"Title deed"_s}, {u"required"_s, true}});
        service[u"documents"] = papers;
    });
    const Draft draft = desk.renewalDraft();
    REQUIRE(refusal(VisitService(*desk.db).completeDrafts({draft.id}, {}, desk.by)).key == u"visit.form"_s);
    checkPaidAsAgreed(desk, agreed);
}

TEST_CASE("Papers of unpaid work are those of its own day, also when they are marked later", "[visits]")
{
    Desk desk;
    const Transaction agreed = owed(desk);
    tamper(*desk.db, u"UPDATE document_checklist SET states = 'fines0 seen,id_or_rc seen,ins seen'"_s);
    desk.retireRenewal();
    VisitService visits(*desk.db);
    CHECK(refusal(visits.completeDrafts({agreed.id}, {}, desk.by)).args ==
        QStringList{u"ROP-VEH-RENEW"_s, u"veh"_s});
    DocumentService documents(*desk.db);
    CHECK(must(documents.checklist(agreed.id, desk.by)).size() == 5);
    must(documents.mark(agreed.id, u"veh"_s, DocumentState::Seen, desk.by));
    checkPaidAsAgreed(desk, agreed);
}

TEST_CASE("Work of a service of the centre's own is paid after the service was withdrawn", "[visits]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    OwnCatalogue own(*desk.db);
    OwnService service;
    service.code = u"OWN-TYPING"_s;
    service.nameAr = u"طباعة خطاب"_s;
    service.nameEn = u"Letter typing"_s;
    service.validFrom = QDate(2026, 11, 22);
    must(own.saveService(
        service, {service.code, service.validFrom, Money::fromBaisa(700), std::nullopt}, desk.by));
    const Draft draft = must(transactions.open(service.code, desk.salim.id, {}, desk.by));
    const Transaction agreed = must(transactions.submit(draft.id, TransactionState::Ready, desk.by));
    must(own.withdrawService(service.code, desk.by));

    const Receipt receipt = must(VisitService(*desk.db).completeDrafts({agreed.id}, {}, desk.by));
    CHECK(receipt.total == Money::fromBaisa(700));
    CHECK(receipt.lines.front().serviceNameEn == u"Letter typing"_s);
    CHECK(must(transactions.get(agreed.id, desk.by)).state == TransactionState::HandedOver);
}

TEST_CASE("Nothing is owed for work whose fee nobody knows: it is not submitted", "[visits]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const auto service = must(desk.db->read([](Tx& tx) -> Result<ServiceItem> {
        return *CatalogueRepository(tx).service(u"ROP-NAME"_s, QDate(2026, 11, 22));
    }));
    Draft draft = must(transactions.open(service.code, desk.salim.id, {}, desk.by));
    const QJsonObject sample = sampleForm(service, 1, QDate(2026, 11, 22));
    for (auto it = sample.begin(); it != sample.end(); ++it)
        draft.form.insert(it.key(), it.value());
    must(transactions.save(draft, desk.by));
    CHECK(refusal(transactions.submit(draft.id, TransactionState::Ready, desk.by)).key ==
        u"visit.fee-needed"_s);
    CHECK(desk.number(u"SELECT count(*) FROM transaction_draft"_s) == 1);
}

TEST_CASE("What was submitted unpaid is paid later, once", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    TransactionService transactions(*desk.db);
    const Transaction waiting =
        must(transactions.submit(desk.renewalDraft().id, TransactionState::WaitingForCustomer, desk.by));
    CHECK(refusal(visits.completeDrafts({waiting.id}, {}, desk.by)).key == u"visit.not-payable"_s);
    must(transactions.move(waiting.id, TransactionState::Ready, {}, desk.by));
    CHECK(must(transactions.needingPerson(desk.by)) == 1);
    const Receipt receipt = must(visits.completeDrafts({waiting.id}, {}, desk.by));
    CHECK(receipt.total == Money::fromBaisa(20'000));
    const Transaction paid = must(transactions.get(waiting.id, desk.by));
    CHECK(paid.receipt == receipt.id);
    CHECK(paid.number == waiting.number);
    CHECK(refusal(visits.completeDrafts({waiting.id}, {}, desk.by)).key == u"visit.not-payable"_s);
}

TEST_CASE("What was agreed on when it was submitted is what is paid later", "[visits]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    Draft draft = desk.renewalDraft();
    draft.discount = Money::fromBaisa(500);
    draft.serviceFee = Money::fromBaisa(1'500);
    draft.priceReason = u"زبون دائم"_s;
    must(transactions.save(draft, desk.by));
    const Actor clerk = actorWith({Permission::EditTransactions, Permission::IssueReceipts});
    CHECK(refusal(transactions.submit(draft.id, TransactionState::Ready, clerk)).code == ErrorCode::Denied);
    const auto consent = approvalFor(*desk.db,
        {Permission::OverridePrice, u"transaction.opened"_s, draft.id.text() + u"=1500-500"_s}, clerk);
    const Transaction ready = must(transactions.submit(draft.id, TransactionState::Ready, clerk, consent));
    CHECK(ready.fee.discount == Money::fromBaisa(500));
    CHECK(ready.fee.serviceFee == Money::fromBaisa(1'500));
    // Whoever takes the money need not be allowed to change a price.
    const Receipt receipt = must(VisitService(*desk.db).completeDrafts({ready.id}, {}, clerk));
    CHECK(receipt.total == Money::fromBaisa(19'000));
    const Transaction paid = must(transactions.get(ready.id, desk.by));
    CHECK(paid.fee == ready.fee);
    CHECK(paid.fee.priceReason == draft.priceReason);
}

TEST_CASE(
    "What the agency has been paid is what the customer owes for it, whatever it costs today", "[visits]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    VisitService visits(*desk.db);
    const Transaction ready =
        must(transactions.submit(desk.renewalDraft().id, TransactionState::Ready, desk.by));
    // Agreed when the catalogue asked less.
    tamper(*desk.db, u"UPDATE service_transaction SET government_baisa = 17000"_s);
    must(transactions.recordReference(ready.id, u"7781234"_s, FeeState::Confirmed, desk.by));
    CHECK(must(visits.totals({ready.id}, desk.by)).total == Money::fromBaisa(19'000));
    const Receipt receipt = must(visits.completeDrafts({ready.id}, {}, desk.by));
    CHECK(receipt.governmentFees == Money::fromBaisa(17'000));
    const Transaction paid = must(transactions.get(ready.id, desk.by));
    CHECK(paid.state == TransactionState::Submitted);
    CHECK(paid.fee.governmentFee == Money::fromBaisa(17'000));
    CHECK(paid.receipt == receipt.id);
    CHECK(payableBalance(desk, u"ROP"_s).isZero());
    CHECK(refusal(visits.completeDrafts({ready.id}, {}, desk.by)).key == u"visit.not-payable"_s);
}

TEST_CASE(
    "The agency that work was opened for gets its fee, also when the service has gone to another", "[visits]")
{
    Desk desk;
    const Transaction ready =
        must(TransactionService(*desk.db).submit(desk.renewalDraft().id, TransactionState::Ready, desk.by));
    tamper(*desk.db, u"UPDATE service_transaction SET agency = 'MOC'"_s);
    const Receipt receipt = must(VisitService(*desk.db).completeDrafts({ready.id}, {}, desk.by));
    CHECK(receipt.lines.front().agencyCode == u"MOC"_s);
    CHECK(payableBalance(desk, u"MOC"_s) == -receipt.governmentFees);
}

TEST_CASE("A fee that the agency gave back is not asked of the customer", "[visits]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction ready =
        must(transactions.submit(desk.renewalDraft().id, TransactionState::Ready, desk.by));
    must(transactions.recordReference(ready.id, u"7781234"_s, FeeState::Confirmed, desk.by));
    const Actor clerk = actorWith({Permission::EditTransactions});
    CHECK(refusal(transactions.recordReference(ready.id, u"7781234"_s, FeeState::Refunded, clerk)).key ==
        u"gate.denied"_s);
    must(transactions.recordReference(ready.id, u"7781234"_s, FeeState::Refunded, desk.by));
    const Receipt receipt = must(VisitService(*desk.db).completeDrafts({ready.id}, {}, desk.by));
    CHECK(receipt.governmentFees.isZero());
    CHECK(receipt.total == Money::fromBaisa(2'000));
    CHECK(payableBalance(desk, u"ROP"_s).isZero());
}

TEST_CASE("What is with the agency unpaid waits for its payment, which its portal then takes the fee from",
    "[visits]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction ready =
        must(transactions.submit(desk.renewalDraft().id, TransactionState::Ready, desk.by));
    tamper(*desk.db, u"UPDATE service_transaction SET channel = 'rest'"_s);
    must(transactions.recordReference(ready.id, u"7781234"_s, FeeState::Unpaid, desk.by));
    tamper(*desk.db, u"UPDATE outbox SET state = 'delivered'"_s);
    const auto unpaid = [&] {
        return must(transactions.list({.needsPerson = true, .unpaid = true}, {}, 10, desk.by)).rows.size();
    };
    CHECK(unpaid() == 1);
    must(VisitService(*desk.db).completeDrafts({ready.id}, {}, desk.by));
    CHECK(unpaid() == 0);
    CHECK(must(transactions.needingPerson(desk.by)) == 0);
    CHECK(must(transactions.get(ready.id, desk.by)).state == TransactionState::Submitted);
    CHECK(desk.number(u"SELECT count(*) FROM outbox WHERE kind = 'transaction'"_s) == 1);
    CHECK(desk.number(u"SELECT count(*) FROM outbox WHERE kind = 'fee_payment'"_s) == 1);
}

TEST_CASE("Extras and late months that were chosen are charged when it is paid later", "[visits]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const auto service = must(desk.db->read([](Tx& tx) -> Result<ServiceItem> {
        return *CatalogueRepository(tx).service(u"ROP-ID-RENEW"_s, QDate(2026, 11, 22));
    }));
    Draft draft = must(transactions.open(service.code, desk.salim.id, {}, desk.by));
    const QJsonObject sample = sampleForm(service, 1, QDate(2026, 11, 22));
    for (auto it = sample.begin(); it != sample.end(); ++it)
        draft.form.insert(it.key(), it.value());
    for (const RequiredDocument& paper : service.documents)
        draft.documents.insert(paper.code, DocumentState::Seen);
    draft.monthsLate = 3;
    must(transactions.save(draft, desk.by));
    const Transaction ready = must(transactions.submit(draft.id, TransactionState::Ready, desk.by));
    CHECK(must(transactions.get(ready.id, desk.by)).fee == ready.fee);
    CHECK(ready.fee.monthsLate == 3);
    CHECK(ready.fee.governmentFee == Money::fromBaisa(25'000));
    const Receipt receipt = must(VisitService(*desk.db).completeDrafts({ready.id}, {}, desk.by));
    CHECK(receipt.governmentFees == ready.fee.governmentFee);
    CHECK(must(transactions.get(ready.id, desk.by)).fee == ready.fee);
}
