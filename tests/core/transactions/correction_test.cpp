#include "core/sync/sync_repository.h"
#include "core/transactions/correction_service.h"
#include "core/transactions/made_with.h"
#include "core/transactions/portal_answers.h"
#include "core/transactions/transaction_service.h"
#include "core/verify/verify.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// A paid transaction on its way through a connector.
struct OnItsWay {
    Desk desk;
    TransactionId id;
    QString item;

    OnItsWay()
    {
        const Receipt receipt =
            must(VisitService(*desk.db).completeDrafts({desk.renewalDraft().id}, {}, desk.by));
        id = receipt.lines.front().transaction;
        tamper(*desk.db, u"UPDATE service_transaction SET channel = 'rest', attention = 0"_s);
        item = must(desk.db->write([&](Tx& tx) {
            return Outbox(tx).add({u"transaction"_s, id.raw(), {}, u"sanad_portal"_s, "{}"});
        }));
    }

    /// As the sync marks what a portal refused, and tells it.
    void refuse(const QString& pointer = u"/form/plate_number"_s)
    {
        const std::vector<FieldFault> faults{{pointer, u"form.pattern"_s, {}, {}}};
        must(desk.db->write([&](Tx& tx) -> Result<> {
            SyncRepository(tx).putAside(Outbox(tx).row(item)->id, faults);
            PortalAnswers(desk.by).settled(
                tx, {u"transaction"_s, item, u"sanad_portal"_s, id.raw(), false, {}, faults});
            return {};
        }));
    }

    Transaction now() { return must(TransactionService(*desk.db).get(id, desk.by)); }
    Result<Transaction> move(TransactionState to)
    {
        return TransactionService(*desk.db).move(id, to, {}, desk.by);
    }
    CorrectionService corrections() { return CorrectionService(*desk.db); }
    bool onWorkList() { return must(TransactionService(*desk.db).needingPerson(desk.by)) == 1; }
};

} // namespace

TEST_CASE("What a portal refused is opened with its reasons beside the fields", "[transactions]")
{
    OnItsWay one;
    CHECK(refusal(one.corrections().open(one.id, one.desk.by)).key == u"transaction.not-refused"_s);
    one.refuse();
    const Correction opened = must(one.corrections().open(one.id, one.desk.by));
    CHECK(opened.transaction.form == one.now().form);
    CHECK(opened.service.code == u"ROP-VEH-RENEW"_s);
    REQUIRE(opened.faults.size() == 1);
    CHECK(opened.faults.front().pointer == u"/plate_number"_s);
    CHECK(opened.faults.front().code == u"form.pattern"_s);
}

TEST_CASE("A reason that is about no field of the form is told of the form as a whole", "[transactions]")
{
    OnItsWay one;
    one.refuse(u"/government_fee_baisa"_s);
    CHECK(must(one.corrections().open(one.id, one.desk.by)).faults.front().pointer.isEmpty());
}

TEST_CASE("A corrected one takes the place of the refused one and is ready again", "[transactions]")
{
    OnItsWay one;
    one.refuse();
    QJsonObject form = one.now().form;
    form.insert(u"plate_number"_s, u"999 أب"_s);
    CHECK(must(one.corrections().check(one.id, form, one.desk.by)).faults.empty());
    const Transaction sent = must(one.corrections().send(one.id, form, one.desk.by));
    CHECK(sent.state == TransactionState::Ready);
    CHECK(one.now().form[u"plate_number"].toString() == u"999 أب"_s);
    CHECK(one.now().reason.isEmpty());
    CHECK_FALSE(one.onWorkList());
    CHECK(one.desk.number(u"SELECT count(*) FROM outbox"_s) == 1);
    CHECK(one.desk.number(u"SELECT count(*) FROM outbox WHERE state = 'waiting'"_s) == 1);
}

TEST_CASE("A form is corrected by the pack that it was made with, also when its service was retired since",
    "[transactions]")
{
    OnItsWay one;
    one.refuse();
    one.desk.retireRenewal();
    CHECK(
        must(one.corrections().open(one.id, one.desk.by)).service.nameEn == u"Renew vehicle registration"_s);
    QJsonObject form = one.now().form;
    form.insert(u"plate_number"_s, u"999 أب"_s);
    CHECK(must(one.corrections().send(one.id, form, one.desk.by)).state == TransactionState::Ready);
}

TEST_CASE(
    "What no pack tells of any more is told by its own code, not by the pack of today", "[transactions]")
{
    Desk desk;
    const Receipt receipt =
        must(VisitService(*desk.db).completeDrafts({desk.renewalDraft().id}, {}, desk.by));
    const TransactionId id = receipt.lines.front().transaction;
    const auto service = [&] {
        const Transaction made = must(TransactionService(*desk.db).get(id, desk.by));
        return must(desk.db->read([&](Tx& tx) -> Result<ServiceItem> { return madeWith(tx, made).service; }));
    };
    CHECK(service().nameEn == u"Renew vehicle registration"_s);
    tamper(*desk.db, u"UPDATE service_transaction SET pack_id = pack_id + 1000"_s);
    CHECK(service().code == u"ROP-VEH-RENEW"_s);
    CHECK(service().nameEn == u"ROP-VEH-RENEW"_s);
    CHECK(service().documents.empty());
}

TEST_CASE("A correction that would change the fee that was agreed is refused, and changes nothing",
    "[transactions]")
{
    OnItsWay one;
    one.refuse();
    const QJsonObject before = one.now().form;
    QJsonObject form = before;
    REQUIRE(form[u"engine_class"_s] == u"LT1500"_s);
    form[u"engine_class"_s] = u"LT3000"_s;
    const auto dearer = one.corrections().send(one.id, form, one.desk.by);
    CHECK(refusal(dearer).key == u"transaction.fee-changes");
    CHECK(one.now().form == before);
    CHECK(one.onWorkList());
}

TEST_CASE("A correction with a fault changes nothing", "[transactions]")
{
    OnItsWay one;
    one.refuse();
    QJsonObject form = one.now().form;
    form.remove(u"plate_number"_s);
    CHECK_FALSE(must(one.corrections().check(one.id, form, one.desk.by)).faults.empty());
    CHECK(refusal(one.corrections().send(one.id, form, one.desk.by)).key == u"transaction.form"_s);
    CHECK(one.now().state == TransactionState::ActionNeeded);
    CHECK(one.desk.number(u"SELECT count(*) FROM outbox WHERE state = 'aside'"_s) == 1);
    const Actor viewer = actorWith({Permission::ViewTransactions});
    CHECK(refusal(one.corrections().open(one.id, viewer)).code == ErrorCode::Denied);
    CHECK(refusal(one.corrections().check(one.id, form, viewer)).code == ErrorCode::Denied);
    CHECK(refusal(one.corrections().send(one.id, form, viewer)).code == ErrorCode::Denied);
}

TEST_CASE(
    "Nobody says ready or sent of what the portal refused: it is corrected, or decided", "[transactions]")
{
    OnItsWay one;
    one.refuse();
    CHECK(refusal(one.move(TransactionState::Ready)).key == u"transaction.correct-first"_s);
    CHECK(refusal(one.move(TransactionState::Submitted)).key == u"transaction.correct-first"_s);
    must(one.move(TransactionState::Rejected));
    CHECK(refusal(one.move(TransactionState::Ready)).key == u"transaction.correct-first"_s);
    must(one.corrections().send(one.id, one.now().form, one.desk.by));
}

TEST_CASE(
    "What the agency decides beside a refused report is taken, and stays on the work list", "[transactions]")
{
    OnItsWay one;
    one.refuse();
    must(one.move(TransactionState::Approved));
    CHECK(one.onWorkList());
    CHECK(must(verifyCentre(*one.desk.db)).empty());
}

TEST_CASE("One that the portal had taken is corrected before it is ready again", "[transactions]")
{
    OnItsWay one;
    tamper(*one.desk.db, u"UPDATE outbox SET state = 'delivered', payload = substr(payload, 1, 0)"_s);
    must(one.move(TransactionState::Submitted));
    must(one.move(TransactionState::ActionNeeded));
    CHECK(refusal(one.move(TransactionState::Ready)).key == u"transaction.correct-first"_s);
    must(one.corrections().send(one.id, one.now().form, one.desk.by));
    CHECK(one.desk.number(u"SELECT count(*) FROM outbox WHERE state = 'waiting'"_s) == 1);
}

TEST_CASE("Verify names a refused item whose transaction asks nobody", "[transactions]")
{
    OnItsWay one;
    one.refuse();
    CHECK(must(verifyCentre(*one.desk.db)).empty());
    QString how = u"attention = 0"_s;
    SECTION("it is on no work list") { }
    SECTION("it says that it is ready")
    {
        how = u"state = 'ready'"_s;
    }
    tamper(*one.desk.db, u"UPDATE service_transaction SET "_s + how);
    QStringList found;
    for (const Breach& breach : must(verifyCentre(*one.desk.db)))
        found << breach.invariant + u' ' + breach.where.section(u' ', 0, 0);
    CHECK(found.contains(u"nothing-stuck outbox"_s));
}
