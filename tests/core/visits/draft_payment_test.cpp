#include "core/transactions/transaction_service.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A clerk's draft is paid like any visit and is gone with the commit", "[visits]")
{
    Desk desk;
    VisitService visits(*desk.db);
    const Draft draft = desk.renewalDraft();
    const VisitTotals totals = must(visits.totals({draft.id}, desk.by));
    CHECK(totals.total == Money::fromBaisa(20'000));
    REQUIRE(totals.items.size() == 1);
    CHECK(totals.items.front().governmentFee == Money::fromBaisa(18'000));

    const Receipt receipt = must(visits.completeDrafts({draft.id}, {}, desk.by));
    CHECK(receipt.lines.front().transaction == draft.id);
    CHECK(must(TransactionService(*desk.db).get(draft.id, desk.by)).state == TransactionState::Ready);
    CHECK(desk.number(u"SELECT count(*) FROM transaction_draft"_s) == 0);
    CHECK(refusal(visits.completeDrafts({draft.id}, {}, desk.by)).key == u"visit.not-payable"_s);
}

TEST_CASE("The agency's own receipt is what its payment is known by, where it gave one", "[visits]")
{
    Desk desk;
    Draft draft = desk.renewalDraft();
    draft.portalReference = u"7781234"_s;
    draft.feeState = FeeState::Confirmed;
    draft.feeProof = u"R-19"_s;
    CHECK(must(TransactionService(*desk.db).save(draft, desk.by)).feeProof == u"R-19"_s);
    must(VisitService(*desk.db).completeDrafts({draft.id}, {}, desk.by));
    CHECK(desk.number(u"SELECT count(*) FROM agency_movement WHERE kind = 'paid' AND reference = 'R-19'"_s) ==
        1);
    const Transaction paid = must(TransactionService(*desk.db).get(draft.id, desk.by));
    CHECK(paid.portalReference == u"7781234"_s);
    CHECK(paid.feeState == FeeState::Confirmed);
}

TEST_CASE("A draft with a paper missing is not paid, and stays", "[visits]")
{
    Desk desk;
    Draft draft = desk.renewalDraft();
    draft.documents.insert(u"id_or_rc"_s, DocumentState::Missing);
    must(TransactionService(*desk.db).save(draft, desk.by));
    const Error error = refusal(VisitService(*desk.db).completeDrafts({draft.id}, {}, desk.by));
    CHECK(error.key == u"visit.document-missing"_s);
    CHECK(error.args == QStringList{u"ROP-VEH-RENEW"_s, u"id_or_rc"_s});
    CHECK(desk.number(u"SELECT count(*) FROM transaction_draft"_s) == 1);
}
