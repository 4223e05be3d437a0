#include "core/customers/customer_service.h"
#include "core/ledger/ledger.h"
#include "core/transactions/move_transaction.h"
#include "core/transactions/transaction_list_repository.h"
#include "core/transactions/transaction_repository.h"
#include "core/transactions/transaction_service.h"
#include "core/transactions/transaction_states.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

Transaction ready(Desk& desk)
{
    return must(
        TransactionService(*desk.db).submit(desk.renewalDraft().id, TransactionState::Ready, desk.by));
}

} // namespace

TEST_CASE("A draft begins with what the customer's record answers", "[transactions]")
{
    Desk desk;
    const Draft draft =
        must(TransactionService(*desk.db).open(u"ROP-VEH-RENEW"_s, desk.salim.id, {}, desk.by));
    CHECK(draft.form[u"civil_number"].toString() == u"12345678"_s);
    CHECK(draft.form[u"mobile"].toString() == u"+96892345678"_s);
    CHECK(draft.form[u"years"].toString() == u"1"_s);
    CHECK_FALSE(draft.form.contains(u"plate_number"));
    CHECK(refusal(TransactionService(*desk.db).open(u"NO-SUCH"_s, {}, {}, desk.by)).key ==
        u"transaction.no-service"_s);
}

TEST_CASE("A draft comes back as it was saved, wrong answers and caret included", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    Draft draft = desk.renewalDraft();
    draft.form.insert(u"plate_number"_s, 12);
    draft.payer = desk.salim.id;
    draft.beneficiaries = {desk.salim.id};
    draft.governmentFee = Money::fromBaisa(1);
    draft.extras = {u"inspection"_s};
    draft.monthsLate = 3;
    draft.portalReference = u"77"_s;
    draft.feeState = FeeState::PaidUnconfirmed;
    draft.step = u"form"_s;
    draft.field = u"/plate_number"_s;
    draft.caret = 4;
    const Draft saved = must(transactions.save(draft, desk.by));
    CHECK(must(transactions.draft(draft.id, desk.by)) == saved);
    CHECK(must(transactions.leftOpen(desk.by)) == std::vector{saved});
}

TEST_CASE("Work that somebody else took up is not written over", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    Draft stale = desk.renewalDraft();
    const Actor other = Actor(StaffId::fromRaw(77), u"other"_s, u"C2"_s, {Permission::EditTransactions});
    const Draft taken = must(transactions.resume(stale.id, other));
    stale.caret = 9;
    CHECK(refusal(transactions.save(stale, desk.by)).key == u"transaction.draft-elsewhere"_s);
    CHECK(must(transactions.draft(stale.id, other)) == taken);
}

TEST_CASE("What was typed into a draft is not readable in the file", "[transactions]")
{
    Desk desk;
    desk.renewalDraft();
    const QByteArray content = must(desk.db->read([](Tx& tx) -> Result<QByteArray> {
        auto query = tx.query("SELECT content FROM transaction_draft");
        query.run().next();
        return query.bytes(0);
    }));
    CHECK_FALSE(content.contains("12345678"));
    CHECK_FALSE(content.contains("insurance"));
}

TEST_CASE("Held work waits for anybody, and whoever takes it up has it", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Draft draft = desk.renewalDraft();
    must(transactions.hold(draft.id, desk.by));
    CHECK(must(transactions.leftOpen(desk.by)).empty());
    CHECK(must(transactions.held(desk.by)).size() == 1);
    const Actor other = actorWith({Permission::EditTransactions}, u"C2"_s);
    const Draft taken = must(transactions.resume(draft.id, other));
    CHECK(taken.counter == u"C2"_s);
    CHECK(taken.form == draft.form);
    CHECK(must(transactions.leftOpen(other)).size() == 1);
    must(transactions.discard(draft.id, other));
    CHECK(refusal(transactions.draft(draft.id, other)).key == u"transaction.no-draft"_s);
}

TEST_CASE("A draft that is still wrong is not submitted, and stays", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    Draft draft = desk.renewalDraft();
    draft.form.remove(u"plate_number"_s);
    must(transactions.save(draft, desk.by));
    CHECK(must(transactions.check(draft, desk.by)).faults.size() == 1);
    const Error error = refusal(transactions.submit(draft.id, TransactionState::Ready, desk.by));
    CHECK(error.key == u"transaction.form"_s);
    CHECK(error.args == QStringList{u"1"_s, u"/plate_number"_s});
    CHECK(must(transactions.draft(draft.id, desk.by)).form == draft.form);
    CHECK(desk.number(u"SELECT count(*) FROM service_transaction"_s) == 0);
}

TEST_CASE("A submitted draft becomes a numbered transaction with the fees agreed", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction t = ready(desk);
    CHECK(t.number == u"T-000001"_s);
    CHECK(t.fee.governmentFee == Money::fromBaisa(18'000));
    CHECK(t.fee.serviceFee == Money::fromBaisa(2'000));
    CHECK(t.agency == u"ROP"_s);
    CHECK(t.channel == u"assisted"_s);
    CHECK(must(transactions.get(t.id, desk.by)) == t);
    CHECK(must(transactions.find(t.number, desk.by)) == t);
    CHECK(must(transactions.find(t.number.toLower(), desk.by)) == t);
    CHECK(refusal(transactions.find(u"T-000009"_s, desk.by)).key == u"transaction.not-found"_s);
    CHECK(refusal(transactions.draft(t.id, desk.by)).key == u"transaction.no-draft"_s);
}

TEST_CASE("Every move is recorded with who and when, and no record is ever changed", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction t = ready(desk);
    using enum TransactionState;
    for (const TransactionState to : {Submitted, InReview, Approved, Completed})
        must(transactions.move(t.id, to, {}, desk.by));
    const auto moves = must(transactions.moves(t.id, desk.by));
    REQUIRE(moves.size() == 5);
    CHECK_FALSE(moves.front().from);
    std::optional<TransactionState> from;
    QDateTime before;
    for (const TransactionMove& move : moves) {
        CHECK(move.from == from);
        CHECK(move.user == u"owner"_s);
        if (before.isValid()) CHECK(before < move.at);
        from = move.to;
        before = move.at;
    }
    CHECK_THROWS_AS(tamper(*desk.db, u"UPDATE transaction_move SET to_state = 'ready'"_s), DbError);
    CHECK_THROWS_AS(tamper(*desk.db, u"DELETE FROM transaction_move"_s), DbError);
}

TEST_CASE("A result that is not paid for is not handed over", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction t = ready(desk);
    using enum TransactionState;
    for (const TransactionState to : {Submitted, InReview, Approved, Completed})
        must(transactions.move(t.id, to, {}, desk.by));
    CHECK(refusal(transactions.move(t.id, HandedOver, {}, desk.by)).key == u"transaction.unpaid"_s);
    CHECK(must(transactions.get(t.id, desk.by)).state == Completed);
    CHECK(isPayable(must(transactions.get(t.id, desk.by))));
}

TEST_CASE("Only the moves of the table are possible", "[transactions]")
{
    using enum TransactionState;
    for (int from = 0; from <= static_cast<int>(Cancelled); ++from)
        for (int to = 0; to <= static_cast<int>(Cancelled); ++to) {
            const auto one = static_cast<TransactionState>(from);
            const auto other = static_cast<TransactionState>(to);
            const auto allowed = movesFrom(one);
            CHECK((stateRule(one, other) != nullptr) ==
                (std::find(allowed.begin(), allowed.end(), other) != allowed.end()));
        }
    CHECK(movesFrom(HandedOver).empty());
    CHECK(movesFrom(Cancelled).empty());
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction t = ready(desk);
    CHECK(refusal(transactions.move(t.id, Approved, {}, desk.by)).key == u"transaction.no-such-move"_s);
    CHECK(must(transactions.moves(t.id, desk.by)).size() == 1);
}

TEST_CASE("A move that the machine does not know is never written, whoever writes it", "[transactions]")
{
    Desk desk;
    const Transaction t = ready(desk);
    const auto written = desk.db->write([&](Tx& tx) -> Result<> {
        Transaction changed = t;
        changed.state = TransactionState::HandedOver;
        TransactionRepository(tx).update(changed, t.state, desk.by);
        return {};
    });
    CHECK(refusal(written).code == ErrorCode::Internal);
    CHECK(refusal(written).key == u"transaction.no-such-move"_s);
    TransactionService transactions(*desk.db);
    CHECK(must(transactions.get(t.id, desk.by)).state == TransactionState::Ready);
    CHECK(must(transactions.moves(t.id, desk.by)).size() == 1);
}

TEST_CASE("A move that somebody else was faster with is not made", "[transactions]")
{
    Desk desk;
    const Transaction seen = ready(desk);
    must(TransactionService(*desk.db).move(seen.id, TransactionState::Cancelled, {}, desk.by));
    const auto late = desk.db->write([&](Tx& tx) -> Result<Transaction> {
        return moveTransaction(tx, seen, TransactionState::Submitted, desk.by);
    });
    CHECK(refusal(late).key == u"transaction.moved-on"_s);
    CHECK(must(TransactionService(*desk.db).get(seen.id, desk.by)).state == TransactionState::Cancelled);
}

TEST_CASE("A paid transaction is not cancelled before its refund", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Receipt receipt =
        must(VisitService(*desk.db).completeDrafts({desk.renewalDraft().id}, {}, desk.by));
    const TransactionId id = receipt.lines.front().transaction;
    CHECK(refusal(transactions.move(id, TransactionState::Cancelled, {}, desk.by)).key ==
        u"transaction.paid"_s);
    CHECK(must(transactions.get(id, desk.by)).state == TransactionState::Ready);
}

TEST_CASE("The reference brought from an agency's site submits it and settles the fee", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction t = ready(desk);
    CHECK(refusal(transactions.recordReference(t.id, u"  "_s, FeeState::Unpaid, desk.by)).key ==
        u"transaction.reference"_s);
    const Transaction known =
        must(transactions.recordReference(t.id, u"7781234"_s, FeeState::Confirmed, desk.by));
    CHECK(known.state == TransactionState::Submitted);
    CHECK(known.feeState == FeeState::Confirmed);
    CHECK(desk.number(u"SELECT count(*) FROM outbox"_s) == 1);
    const Money wallet =
        must(desk.db->read([](Tx& tx) -> Result<Money> { return Ledger(tx).balance(walletAt(u"ROP"_s)); }));
    CHECK(wallet == Money::fromBaisa(-18'000));
    CHECK(refusal(transactions.recordReference(t.id, u"7781234"_s, FeeState::Unpaid, desk.by)).key ==
        u"transaction.fee-state"_s);
}

TEST_CASE("A reference that comes after the work moved on is reported, once", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction t = ready(desk);
    must(transactions.move(t.id, TransactionState::Submitted, {}, desk.by));
    CHECK(desk.number(u"SELECT count(*) FROM outbox"_s) == 0);
    must(transactions.recordReference(t.id, u"7781234"_s, FeeState::Unpaid, desk.by));
    must(transactions.recordReference(t.id, u"7781235"_s, FeeState::Unpaid, desk.by));
    CHECK(desk.number(u"SELECT count(*) FROM outbox"_s) == 1);
}

TEST_CASE("The work list shows what presses most first, page by page, and nothing that needs nobody",
    "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    using enum TransactionState;
    const Transaction waiting =
        must(transactions.submit(desk.renewalDraft().id, WaitingForCustomer, desk.by));
    const Transaction open = ready(desk);
    const Transaction refused = ready(desk);
    const Transaction unpaid = ready(desk);
    const Transaction gone = ready(desk);
    must(transactions.move(refused.id, Submitted, {}, desk.by));
    must(transactions.move(refused.id, ActionNeeded, u"الصورة غير واضحة"_s, desk.by));
    must(transactions.move(unpaid.id, Submitted, {}, desk.by)); // with the agency, and still to be paid
    must(transactions.move(gone.id, Cancelled, {}, desk.by));

    std::vector<TransactionId> seen;
    ListAnchor after;
    for (int pages = 0; pages < 10; ++pages) {
        const TransactionPage page = must(transactions.workList(after, 1, desk.by));
        for (const Transaction& t : page.rows)
            seen.push_back(t.id);
        if (!page.next) break;
        after = *page.next;
    }
    CHECK(seen == std::vector{refused.id, open.id, unpaid.id, waiting.id});
    CHECK(must(transactions.needingPerson(desk.by)) == 4);
    CHECK(must(transactions.get(refused.id, desk.by)).reason == u"الصورة غير واضحة"_s);
}

TEST_CASE("The list of a customer has the work of every record that was merged into it", "[transactions]")
{
    Desk desk;
    CustomerService customers(*desk.db);
    TransactionService transactions(*desk.db);
    Customer twice;
    twice.nameAr = u"سالم الحارثي"_s;
    twice.phone = u"+96892345679"_s;
    twice.identifiers = {{u"civil_number"_s, u"12345679"_s}};
    twice = must(customers.create(twice, desk.by, ConfirmDuplicates::Yes));
    const Transaction one = ready(desk);
    const Customer salim = desk.salim;
    desk.salim = twice;
    const Transaction two = ready(desk);
    must(customers.merge(
        salim.id, twice.id, approvalFor(*desk.db, mergeAct(salim.id, twice.id), desk.by), desk.by));
    const auto page = must(transactions.list({.customer = salim.id}, {}, 10, desk.by));
    REQUIRE(page.rows.size() == 2);
    CHECK(page.rows.front().id == two.id);
    CHECK(page.rows.back().id == one.id);
}

TEST_CASE("Lists are newest first and keep to their filter", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction one = ready(desk);
    const Transaction two = ready(desk);
    must(transactions.recordReference(two.id, u"7781234"_s, FeeState::Unpaid, desk.by));
    const auto ids = [&](const TransactionFilter& filter) {
        std::vector<TransactionId> list;
        for (const Transaction& t : must(transactions.list(filter, {}, 10, desk.by)).rows)
            list.push_back(t.id);
        return list;
    };
    using Ids = std::vector<TransactionId>;
    CHECK(ids({}) == Ids{two.id, one.id});
    CHECK(ids({.states = {TransactionState::Ready}}) == Ids{one.id});
    CHECK(ids({.states = {TransactionState::Submitted, TransactionState::Ready}}) == Ids{two.id, one.id});
    CHECK(ids({.serviceCode = u"OWN-COPY"_s}).empty());
    CHECK(ids({.customer = desk.salim.id}) == Ids{two.id, one.id});
    CHECK(ids({.text = u"T-000001"_s}) == Ids{one.id});
    CHECK(ids({.text = u"7781234"_s}) == Ids{two.id});
    CHECK(ids({.to = QDate(2026, 11, 21)}).empty());
    for (const TransactionFilter& filter : {TransactionFilter(), TransactionFilter{.states = openStates()},
             TransactionFilter{.states = {TransactionState::Ready}}, TransactionFilter{.text = u"T-000001"_s},
             TransactionFilter{.text = u"7781234"_s}, TransactionFilter{.serviceCode = u"OWN-COPY"_s},
             TransactionFilter{.serviceCode = one.serviceCode}, TransactionFilter{.to = QDate(2026, 11, 21)},
             TransactionFilter{.needsPerson = true}}) {
        auto list = transactionList(filter);
        const auto rows = must(desk.db->read([&](Tx& tx) -> Result<std::vector<Transaction>> {
            SANAD_TRY(list.countOn(tx, desk.by));
            return list.rows(tx, 0, 10, desk.by);
        }));
        CHECK(list.complete());
        CHECK(rows == must(transactions.list(filter, {}, 10, desk.by)).rows);
    }
    const TransactionPage page = must(transactions.list({}, {}, 1, desk.by));
    REQUIRE(page.next);
    CHECK(must(transactions.list({}, *page.next, 1, desk.by)).rows.front().id == one.id);
}

TEST_CASE("Long lists of transactions go by their indexes, without sorting", "[transactions]")
{
    Desk desk;
    if (desk.db->onServer()) return; // its planner goes by how much there is
    const auto explained = [&](const QString& statement) {
        return must(desk.db->read([&](Tx& tx) -> Result<QString> {
            QStringList steps;
            auto query = tx.query(QString(u"EXPLAIN QUERY PLAN "_s + statement));
            for (const char* name :
                {":branch", ":below", ":most", ":stretch", ":rows", ":id", ":low", ":high"})
                if (statement.contains(QLatin1StringView(name))) query.bind(name, 1);
            query.run();
            while (query.next())
                steps << query.text(3);
            return steps.join(u"; "_s);
        }));
    };
    const auto check = [&](const TransactionFilter& filter, const QString& index, bool byKey) {
        for (const QString& statement : transactionList(filter).statements()) {
            const QString plan = explained(statement);
            const bool key = statement.contains(u"id = :id"_s) || (byKey && statement.contains(u":low"_s));
            INFO(statement.toStdString() << "\n" << plan.toStdString());
            CHECK(plan.contains(key ? u"PRIMARY KEY"_s : index));
            // Anchors may be sorted: they are few, and the ids of one day.
            if (!statement.contains(u"row_number"_s)) CHECK_FALSE(plan.contains(u"TEMP B-TREE"_s));
        }
    };
    check({}, u"USING COVERING INDEX service_transaction_day"_s, true);
    check({.states = openStates()}, u"service_transaction_open"_s, false);
    check({.needsPerson = true}, u"service_transaction_attention"_s, false);
}

TEST_CASE("Nobody sees or moves a transaction without the permission", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction t = ready(desk);
    const Actor viewer = actorWith({Permission::ViewTransactions});
    CHECK(transactions.get(t.id, viewer));
    CHECK(
        refusal(transactions.move(t.id, TransactionState::Cancelled, {}, viewer)).code == ErrorCode::Denied);
    CHECK(refusal(transactions.get(t.id, Actor())).code == ErrorCode::Denied);
    CHECK(refusal(transactions.list({}, {}, 10, Actor())).code == ErrorCode::Denied);
    CHECK(refusal(transactions.open(u"OWN-COPY"_s, {}, {}, viewer)).code == ErrorCode::Denied);
}

TEST_CASE("A reference and the result that came with it are taken together or not at all", "[transactions]")
{
    Desk desk;
    TransactionService transactions(*desk.db);
    const Transaction t = ready(desk);
    const auto result =
        transactions.recordResult(t.id, {u"7781234"_s, {}, TransactionState::HandedOver, {}}, desk.by);
    CHECK(refusal(result).key == u"transaction.no-such-move"_s);
    CHECK(must(transactions.get(t.id, desk.by)) == t);

    const Transaction done = must(transactions.recordResult(
        t.id, {u"7781234"_s, FeeState::Confirmed, TransactionState::Approved, {}}, desk.by));
    CHECK(done.portalReference == u"7781234"_s);
    CHECK(done.feeState == FeeState::Confirmed);
    CHECK(done.state == TransactionState::Approved);
    const Actor viewer = actorWith({Permission::ViewTransactions});
    CHECK(refusal(transactions.recordResult(t.id, {}, viewer)).code == ErrorCode::Denied);
}
