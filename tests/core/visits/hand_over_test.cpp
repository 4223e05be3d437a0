#include "core/transactions/transaction_service.h"
#include "core/transactions/transaction_states.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

TEST_CASE("A result is handed over once it is paid for, and each move to there is recorded", "[visits]")
{
    using enum TransactionState;
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction t = must(transactions.submit(desk.renewalDraft().id, Ready, desk.by));
    for (const TransactionState to : {Submitted, InReview, Approved, Completed})
        must(transactions.move(t.id, to, {}, desk.by));
    CHECK(refusal(transactions.move(t.id, HandedOver, {}, desk.by)).key == u"transaction.unpaid"_s);
    CHECK(must(transactions.moves(t.id, desk.by)).size() == 5);

    must(VisitService(*desk.db).completeDrafts({t.id}, {}, desk.by));
    must(transactions.move(t.id, HandedOver, {}, desk.by));
    const auto moves = must(transactions.moves(t.id, desk.by));
    REQUIRE(moves.size() == 6);
    CHECK(moves.back().from == Completed);
    CHECK(moves.back().to == HandedOver);
}
