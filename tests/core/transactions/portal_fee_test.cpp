#include "core/ledger/ledger.h"
#include "core/sync/batch_writer.h"
#include "core/transactions/portal_answers.h"
#include "core/transactions/transaction_service.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// A transaction whose item the portal has accepted, so that its fee payment is in the outbox.
struct Accepted {
    Desk desk;
    PortalAnswers answers{desk.by};
    TransactionId id;
    QString item = newUuid();

    Accepted()
    {
        const Receipt receipt =
            must(VisitService(*desk.db).completeDrafts({desk.renewalDraft().id}, {}, desk.by));
        id = receipt.lines.front().transaction;
        tamper(*desk.db, u"UPDATE service_transaction SET channel = 'rest', attention = 0"_s);
        settle(u"transaction"_s, item, true, u"SP-1"_s);
    }

    void settle(const QString& kind, const QString& uuid, bool accepted, const QString& reference,
        std::vector<FieldFault> faults = {})
    {
        must(desk.db->write([&](Tx& tx) -> Result<> {
            answers.settled(
                tx, {kind, uuid, u"sanad_portal"_s, id.raw(), accepted, reference, std::move(faults)});
            return {};
        }));
    }

    /// As the sync marks a refused payment and tells it.
    void lowBalance()
    {
        tamper(*desk.db, u"UPDATE outbox SET state = 'aside' WHERE kind = 'fee_payment'"_s);
        settle(u"fee_payment"_s, payments().front().uuid, false, {},
            {{u"/amount_baisa"_s, u"insufficient-balance"_s, {}, {}}});
    }

    void tell(const QString& state, bool aboutFee = false, const QString& words = {})
    {
        must(desk.db->write([&](Tx& tx) -> Result<> {
            answers.updated(
                tx, {item, u"sanad_portal"_s, id.raw(), aboutFee, state, u"SP-1"_s, words, {}, tx.now()});
            return {};
        }));
    }

    Transaction now() { return must(TransactionService(*desk.db).get(id, desk.by)); }

    std::vector<OutboxRow> payments()
    {
        auto rows = must(desk.db->read(
            [&](Tx& tx) -> Result<std::vector<OutboxRow>> { return Outbox(tx).rowsOf(id.raw()); }));
        std::erase_if(rows, [](const OutboxRow& row) { return row.kind != u"fee_payment"; });
        return rows;
    }

    QString itemPaid()
    {
        const QByteArray body = must(desk.db->read([&](Tx& tx) -> Result<QByteArray> {
            auto query = tx.query("SELECT id, payload FROM outbox WHERE kind = 'fee_payment'");
            query.run().next();
            return tx.vault().open(u"outbox", u"payload", query.int64(0), query.bytes(1));
        }));
        return QJsonDocument::fromJson(body)[u"item"].toString();
    }

    bool onWorkList()
    {
        return must(TransactionService(*desk.db).workList({}, 10, desk.by)).rows.size() == 1;
    }

    std::int64_t lines(const QString& act)
    {
        return desk.number(u"SELECT count(*) FROM audit_line WHERE act = '%1'"_s.arg(act));
    }
};

} // namespace

TEST_CASE(
    "A corrected item takes over the fee payment that was not taken; the fee goes out once", "[transactions]")
{
    Accepted one;
    REQUIRE(one.payments().size() == 1);
    CHECK(one.itemPaid() == one.item);
    SECTION("refused for a low balance")
    {
        one.lowBalance();
    }
    SECTION("wanted later") { }
    const QString uuid = one.payments().front().uuid, corrected = newUuid();
    one.settle(u"transaction"_s, corrected, true, u"SP-2"_s);
    REQUIRE(one.payments().size() == 1);
    CHECK(one.payments().front().uuid == uuid);
    CHECK(one.payments().front().state == OutboxState::Waiting);
    CHECK(one.itemPaid() == corrected);
}

TEST_CASE("A fee payment that is on its way is not joined by another", "[transactions]")
{
    Accepted one;
    tamper(*one.desk.db, u"UPDATE outbox SET state = 'sending' WHERE kind = 'fee_payment'"_s);
    one.settle(u"transaction"_s, newUuid(), true, u"SP-2"_s);
    REQUIRE(one.payments().size() == 1);
    CHECK(one.itemPaid() == one.item);
    CHECK(one.lines(u"fee.payment-under-way"_s) == 1);
}

TEST_CASE("A payment that was under way for an earlier item is led to the one that took its place",
    "[transactions]")
{
    Accepted one;
    tamper(*one.desk.db, u"UPDATE outbox SET state = 'sending' WHERE kind = 'fee_payment'"_s);
    const QString corrected = must(one.desk.db->write([&](Tx& tx) {
        return Outbox(tx).add({u"transaction"_s, one.id.raw(), {}, u"sanad_portal"_s, "{}"});
    }));
    tamper(*one.desk.db, u"UPDATE outbox SET state = 'delivered' WHERE uuid = '%1'"_s.arg(corrected));
    one.settle(u"transaction"_s, corrected, true, u"SP-2"_s);
    REQUIRE(one.itemPaid() == one.item);

    one.lowBalance();
    CHECK(one.payments().front().state == OutboxState::Waiting);
    CHECK(one.itemPaid() == corrected);
    CHECK(one.now().state != TransactionState::FeeDue);
    CHECK(one.lines(u"fee.payment-led-on"_s) == 1);
    // Refused for the right item too: now a person must see to it.
    one.lowBalance();
    CHECK(one.payments().front().state == OutboxState::Aside);
    CHECK(one.now().state == TransactionState::FeeDue);
}

TEST_CASE("A fee that is paid by hand is not taken by the portal as well", "[transactions]")
{
    Accepted one;
    TransactionService transactions(*one.desk.db);
    const auto payByHand = [&] {
        return transactions.recordReference(one.id, u"SP-1"_s, FeeState::Confirmed, one.desk.by);
    };
    SECTION("while the request waits")
    {
        must(payByHand());
    }
    SECTION("after the portal refused it")
    {
        one.lowBalance();
        must(payByHand());
    }
    SECTION("not while the request is on its way")
    {
        tamper(*one.desk.db, u"UPDATE outbox SET state = 'sending' WHERE kind = 'fee_payment'"_s);
        CHECK(refusal(payByHand()).key == u"transaction.fee-under-way"_s);
        CHECK(one.now().feeState == FeeState::Unpaid);
        CHECK(one.payments().size() == 1);
        return;
    }
    CHECK(one.now().feeState == FeeState::Confirmed);
    CHECK(one.payments().empty());
    CHECK(one.lines(u"fee.payment-withdrawn"_s) == 1);
}

TEST_CASE("A fee that is paid after all lets the work go on from where it stood", "[transactions]")
{
    Accepted one;
    one.tell(u"in_review"_s);
    one.lowBalance();
    REQUIRE(one.now().state == TransactionState::FeeDue);
    REQUIRE_FALSE(one.now().reason.isEmpty());
    SECTION("taken by the portal when it was asked again")
    {
        one.settle(u"fee_payment"_s, one.payments().front().uuid, true, u"F0000001"_s);
        CHECK(one.now().feeState == FeeState::PaidUnconfirmed);
    }
    SECTION("told by the portal")
    {
        one.tell(u"confirmed"_s, true);
    }
    SECTION("paid by hand")
    {
        must(TransactionService(*one.desk.db)
                 .recordReference(one.id, u"SP-1"_s, FeeState::Confirmed, one.desk.by));
    }
    CHECK(one.now().state == TransactionState::InReview);
    CHECK(one.now().reason.isEmpty());
    CHECK_FALSE(one.onWorkList());
}

TEST_CASE("A fee that the agency has is not asked for again", "[transactions]")
{
    Accepted one;
    one.tell(u"confirmed"_s, true);
    CHECK(one.now().feeState == FeeState::Confirmed);
    CHECK(one.payments().empty());
}

TEST_CASE(
    "A fee that was taken twice is disputed and waits for a person; the books have it once", "[transactions]")
{
    Accepted one;
    one.settle(u"fee_payment"_s, one.payments().front().uuid, true, u"F0000001"_s);
    // Told again, and confirmed under the item's reference: still one payment.
    one.settle(u"fee_payment"_s, one.payments().front().uuid, true, u"F0000001"_s);
    one.tell(u"confirmed"_s, true);
    CHECK(one.now().feeState == FeeState::Confirmed);
    CHECK_FALSE(one.onWorkList());
    CHECK(one.lines(u"fee.reference-differs"_s) == 0);

    one.settle(u"fee_payment"_s, newUuid(), true, u"F0000002 Salim"_s);
    CHECK(one.now().feeState == FeeState::Disputed);
    // Audit lines stay for ever: what a portal writes is not among them.
    CHECK(one.desk.number(u"SELECT count(*) FROM audit_line WHERE payload LIKE '%F000%'"_s) == 0);
    CHECK(one.onWorkList());
    CHECK(one.lines(u"fee.paid-twice"_s) == 1);
    CHECK(must(one.desk.db->read([](Tx& tx) -> Result<Money> {
        return Ledger(tx).balance(payableTo(u"ROP"_s));
    })).isZero());
}

TEST_CASE(
    "An update that cannot be applied is recorded, with its words, and waits for a person", "[transactions]")
{
    Accepted one;
    CHECK_FALSE(one.onWorkList());
    SECTION("a state that nothing leads to")
    {
        one.tell(u"handed_over"_s, false, u"تعال غدا"_s);
        CHECK(one.now().reason == u"تعال غدا"_s);
    }
    SECTION("a state that nobody knows")
    {
        one.tell(u"no-such-state"_s);
    }
    SECTION("cancelled, though it is paid")
    {
        one.tell(u"cancelled"_s);
    }
    SECTION("a fee that cannot be given back")
    {
        one.tell(u"refunded"_s, true);
    }
    CHECK(one.now().state == TransactionState::Submitted);
    CHECK(one.now().feeState == FeeState::Unpaid);
    CHECK(one.onWorkList());
    CHECK(one.lines(u"transaction.update-unapplied"_s) == 1);
    one.tell(u"in_review"_s);
    CHECK(one.now().state == TransactionState::InReview);
    CHECK_FALSE(one.onWorkList());
}

TEST_CASE("A portal hands nothing over: that is done at the counter", "[transactions]")
{
    Accepted one;
    one.tell(u"completed"_s);
    REQUIRE(one.now().state == TransactionState::Completed);
    one.tell(u"handed_over"_s);
    CHECK(one.now().state == TransactionState::Completed);
    CHECK(one.lines(u"transaction.update-unapplied"_s) == 1);
}

TEST_CASE("Of whom was erased no portal's words are kept and no work goes on, but money is booked",
    "[transactions]")
{
    Accepted one;
    one.settle(u"fee_payment"_s, one.payments().front().uuid, true, u"F0000001"_s);
    one.tell(u"confirmed"_s, true);
    REQUIRE(one.now().feeState == FeeState::Confirmed);
    tamper(*one.desk.db, u"UPDATE service_transaction SET applicant_id = 77"_s); // nobody any more
    one.tell(u"in_review"_s, false, u"تعال غدا"_s);
    CHECK(one.now().state == TransactionState::Submitted);
    one.tell(u"refunded"_s, true, u"تعال غدا"_s);
    CHECK(one.now().feeState == FeeState::Refunded);
    CHECK(one.now().reason.isEmpty());
}

TEST_CASE("An update that says the same again is no trouble, and its words are kept", "[transactions]")
{
    Accepted one;
    one.tell(u"in_review"_s);
    one.tell(u"in_review"_s, false, u"قيد المراجعة"_s);
    one.tell(u"in_review"_s);
    CHECK(one.now().reason == u"قيد المراجعة"_s);
    CHECK_FALSE(one.onWorkList());
    CHECK(one.lines(u"transaction.update-unapplied"_s) == 0);
}
