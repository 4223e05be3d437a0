#include "core/ledger/ledger.h"
#include "core/transactions/correction_service.h"
#include "core/transactions/portal_answers.h"
#include "core/transactions/transaction_repository.h"
#include "core/transactions/transaction_service.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// A paid transaction that goes through a connector, and its outbox row.
struct Sent {
    Desk desk;
    PortalAnswers answers{desk.by};
    Transaction transaction;
    OutboxRow row;

    Sent()
    {
        Draft draft = desk.renewalDraft();
        const Receipt receipt = must(VisitService(*desk.db).completeDrafts({draft.id}, {}, desk.by));
        // The renewal is done on the agency's site; here it goes as if its channel had a connector.
        tamper(*desk.db, u"UPDATE service_transaction SET channel = 'rest', attention = 0"_s);
        transaction = must(TransactionService(*desk.db).get(receipt.lines.front().transaction, desk.by));
        row.uuid = must(desk.db->write([&](Tx& tx) {
            return Outbox(tx).add({u"transaction"_s, transaction.id.raw(), {}, u"sanad_portal"_s, "{}"});
        }));
    }

    void settle(const QString& kind, const QString& uuid, bool accepted, const QString& reference,
        std::vector<FieldFault> faults = {})
    {
        must(desk.db->write([&](Tx& tx) -> Result<> {
            answers.settled(tx,
                {kind, uuid, u"sanad_portal"_s, transaction.id.raw(), accepted, reference,
                    std::move(faults)});
            return {};
        }));
    }

    void tell(
        const QString& state, bool aboutFee = false, const QString& reference = {}, const QString& words = {})
    {
        must(desk.db->write([&](Tx& tx) -> Result<> {
            answers.updated(tx,
                {row.uuid, u"sanad_portal"_s, transaction.id.raw(), aboutFee, state, reference, words, {},
                    tx.now()});
            return {};
        }));
    }

    /// The papers that the newest item names.
    QJsonArray papersSent()
    {
        const QByteArray body = must(desk.db->read([&](Tx& tx) -> Result<QByteArray> {
            auto query = tx.query("SELECT id, payload FROM outbox ORDER BY id DESC");
            query.run().next();
            return tx.vault().open(u"outbox", u"payload", query.int64(0), query.bytes(1));
        }));
        return QJsonDocument::fromJson(body)[u"documents"].toArray();
    }

    Transaction now() { return must(TransactionService(*desk.db).get(transaction.id, desk.by)); }

    std::vector<OutboxRow> feePayments()
    {
        std::vector<OutboxRow> list;
        const auto rows = must(desk.db->read([&](Tx& tx) -> Result<std::vector<OutboxRow>> {
            return Outbox(tx).rowsOf(transaction.id.raw());
        }));
        for (const OutboxRow& each : rows)
            if (each.kind == u"fee_payment"_s) list.push_back(each);
        return list;
    }

    Money payable()
    {
        return must(
            desk.db->read([](Tx& tx) -> Result<Money> { return Ledger(tx).balance(payableTo(u"ROP"_s)); }));
    }
};

} // namespace

TEST_CASE("An accepted item is submitted under the portal's reference, and its fee payment follows",
    "[transactions]")
{
    Sent sent;
    CHECK(sent.now().state == TransactionState::Ready);
    sent.settle(u"transaction"_s, sent.row.uuid, true, u"SP-1"_s);
    CHECK(sent.now().state == TransactionState::Submitted);
    CHECK(sent.now().portalReference == u"SP-1"_s);
    REQUIRE(sent.feePayments().size() == 1);
    CHECK(sent.now().feeState == FeeState::Unpaid);
    CHECK(sent.payable() == Money::fromBaisa(-18'000));

    sent.settle(u"fee_payment"_s, sent.feePayments().front().uuid, true, u"PAY-1"_s);
    CHECK(sent.now().feeState == FeeState::PaidUnconfirmed);
    CHECK(sent.payable().isZero());
    sent.tell(u"confirmed"_s, true, u"CONF-1"_s);
    CHECK(sent.now().feeState == FeeState::Confirmed);
    CHECK(sent.payable().isZero());
}

TEST_CASE("A refused item needs action for the portal's reason; the receipt stays", "[transactions]")
{
    Sent sent;
    sent.settle(u"transaction"_s, sent.row.uuid, false, {},
        {{u"/form/plate_number"_s, u"form.pattern"_s, u"رقم المركبة غير مسجل"_s, {}}});
    CHECK(sent.now().state == TransactionState::ActionNeeded);
    CHECK(sent.now().reason == u"رقم المركبة غير مسجل"_s);
    CHECK(sent.now().receipt == sent.transaction.receipt);
    CHECK(sent.feePayments().empty());
    CHECK(must(TransactionService(*sent.desk.db).workList({}, 10, sent.desk.by)).rows.size() == 1);
}

TEST_CASE("A corrected item takes the place of the refused one in the outbox", "[transactions]")
{
    Sent sent;
    // As the sync marks what a portal refused.
    tamper(*sent.desk.db, u"UPDATE outbox SET state = 'aside'"_s);
    sent.settle(
        u"transaction"_s, sent.row.uuid, false, {}, {{u"/form/plate_number"_s, u"form.pattern"_s, {}, {}}});
    QJsonObject form = sent.transaction.form;
    form.insert(u"plate_number"_s, u"999 أب"_s);
    must(CorrectionService(*sent.desk.db).send(sent.transaction.id, form, sent.desk.by));
    CHECK(sent.now().state == TransactionState::Ready);
    CHECK(sent.desk.number(u"SELECT count(*) FROM outbox"_s) == 1);
    CHECK(sent.desk.number(u"SELECT count(*) FROM outbox WHERE state = 'waiting'"_s) == 1);
}

TEST_CASE("What is corrected and sent again still names its papers", "[transactions]")
{
    Sent sent;
    // Mended in place after a refusal; as a new item after it was taken.
    SECTION("refused")
    {
        tamper(*sent.desk.db, u"UPDATE outbox SET state = 'aside'"_s);
        sent.settle(u"transaction"_s, sent.row.uuid, false, {},
            {{u"/form/plate_number"_s, u"form.pattern"_s, {}, {}}});
    }
    SECTION("taken")
    {
        tamper(*sent.desk.db, u"UPDATE outbox SET state = 'delivered'"_s);
        tamper(*sent.desk.db, u"UPDATE service_transaction SET state = 'action_needed'"_s);
    }
    CHECK(sent.papersSent().isEmpty());
    must(CorrectionService(*sent.desk.db).send(sent.transaction.id, sent.transaction.form, sent.desk.by));
    CHECK(sent.papersSent().size() == 4);
}

TEST_CASE("What is submitted by the reference brought later names its papers", "[transactions]")
{
    Sent sent;
    tamper(*sent.desk.db, u"UPDATE service_transaction SET channel = 'assisted'"_s);
    must(TransactionService(*sent.desk.db)
             .recordReference(sent.transaction.id, u"7781234"_s, FeeState::Unpaid, sent.desk.by));
    CHECK(sent.desk.number(u"SELECT count(*) FROM outbox"_s) == 2);
    CHECK(sent.papersSent().size() == 4);
}

TEST_CASE("Later decisions move the transaction along; what no longer applies is left out", "[transactions]")
{
    Sent sent;
    sent.settle(u"transaction"_s, sent.row.uuid, true, u"SP-1"_s);
    sent.tell(u"in_review"_s);
    sent.tell(u"action_needed"_s, false, {}, u"أرسل صورة أوضح"_s);
    CHECK(sent.now().state == TransactionState::ActionNeeded);
    CHECK(sent.now().reason == u"أرسل صورة أوضح"_s);
    sent.tell(u"approved"_s);
    sent.tell(u"completed"_s);
    CHECK(sent.now().state == TransactionState::Completed);
    sent.tell(u"in_review"_s);
    sent.tell(u"no-such-state"_s);
    sent.tell(u"no-such-fee-state"_s, true);
    CHECK(sent.now().state == TransactionState::Completed);
    CHECK(must(TransactionService(*sent.desk.db).moves(sent.transaction.id, sent.desk.by)).size() == 6);
}

TEST_CASE("A fee that the portal could not take is due, with its reason", "[transactions]")
{
    Sent sent;
    sent.settle(u"transaction"_s, sent.row.uuid, true, u"SP-1"_s);
    sent.settle(u"fee_payment"_s, sent.feePayments().front().uuid, false, {},
        {{u"/amount_baisa"_s, u"insufficient-balance"_s, u"رصيد المحفظة لا يكفي"_s, {}}});
    CHECK(sent.now().state == TransactionState::FeeDue);
    CHECK(sent.now().reason == u"رصيد المحفظة لا يكفي"_s);
    CHECK(sent.now().feeState == FeeState::Unpaid);
}

TEST_CASE("An agency's own reference is not replaced by the number of a report about it", "[transactions]")
{
    Desk desk;
    const Receipt receipt = must(VisitService(*desk.db).complete(must(parseVisit(renewalLine())), desk.by));
    const TransactionId id = receipt.lines.front().transaction;
    PortalAnswers answers(desk.by);
    must(desk.db->write([&](Tx& tx) -> Result<> {
        answers.settled(tx, {u"transaction"_s, u"x"_s, u"sanad_portal"_s, id.raw(), true, u"SP-9"_s, {}});
        return {};
    }));
    const Transaction t = must(TransactionService(*desk.db).get(id, desk.by));
    CHECK(t.portalReference == u"7781234"_s);
    CHECK(t.feeState == FeeState::Confirmed);
}

TEST_CASE("An answer about something that is no longer here does no harm", "[transactions]")
{
    Desk desk;
    PortalAnswers answers(desk.by);
    CHECK(desk.db->write([&](Tx& tx) -> Result<> {
        answers.settled(tx, {u"transaction"_s, u"x"_s, u"sanad_portal"_s, 12345, true, u"SP-9"_s, {}});
        answers.updated(tx, {u"x"_s, u"sanad_portal"_s, 12345, false, u"approved"_s, {}, {}, {}, tx.now()});
        return {};
    }));
}
