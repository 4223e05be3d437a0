#include "core/privacy/privacy_service.h"

#include "core/customers/customer_service.h"
#include "core/sync/outbox.h"
#include "core/transactions/transaction_service.h"
#include "core/verify/verify.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

Customer child(Desk& desk)
{
    Customer draft;
    draft.nameAr = u"أحمد بن سالم الحارثي"_s;
    draft.birthDate = QDate(2015, 3, 1);
    draft.identifiers = {{u"civil_number"_s, u"87654321"_s}};
    return must(CustomerService(*desk.db).create(draft, desk.by));
}

} // namespace

TEST_CASE("A request has forty-five days, and is overdue when they are over", "[privacy]")
{
    Desk desk;
    PrivacyService privacy(*desk.db);
    const auto taken = must(privacy.takeRequest(
        desk.salim.id, RequestKind::Access, u"يريد نسخة من بياناته"_s, QDate(2026, 11, 1), desk.by));
    CHECK(taken.number == 1);
    CHECK(taken.dueOn == QDate(2026, 12, 16));
    CHECK(taken.daysLeft(QDate(2026, 12, 10)) == 6);
    CHECK_FALSE(taken.isOverdue(QDate(2026, 12, 16)));
    CHECK(taken.isOverdue(QDate(2026, 12, 17)));

    const auto closed = must(privacy.closeRequest(1, RequestState::Done, u"سُلّمت النسخة"_s, desk.by));
    CHECK(closed.closedBy == desk.by.user());
    CHECK_FALSE(closed.isOverdue(QDate(2027, 1, 1)));
    CHECK(refusal(privacy.closeRequest(1, RequestState::Refused, {}, desk.by)).key ==
        u"privacy.request-closed"_s);
    CHECK(refusal(privacy.closeRequest(2, RequestState::Done, {}, desk.by)).key == u"privacy.no-request"_s);
    CHECK(refusal(privacy.takeRequest(desk.salim.id, RequestKind::Access, {}, QDate(2026, 12, 1), desk.by))
              .key == u"privacy.day"_s);
    CHECK(must(privacy.requests(true, desk.by)).empty());
    CHECK(must(privacy.requests(false, desk.by)).size() == 1);
    CHECK(must(verifyCentre(*desk.db)).empty());
}

TEST_CASE(
    "A request or a breach is neither of a time to come nor of long before the centre began", "[privacy]")
{
    Desk desk;
    PrivacyService privacy(*desk.db);
    const auto received = [&](const QDate& day) {
        return refusal(privacy.takeRequest(desk.salim.id, RequestKind::Access, {}, day, desk.by)).key;
    };
    const auto found = [&](const QDate& day) {
        return refusal(
            privacy.recordBreach(QDateTime(day, QTime(6, 0), Qt::UTC), u"ضاع حاسوب"_s, {}, desk.by))
            .key;
    };
    CHECK(received(QDate(2026, 11, 23)) == u"privacy.day");
    CHECK(received(QDate(1900, 1, 1)) == u"privacy.too-early");
    CHECK(received(QDate(2025, 11, 21)) == u"privacy.too-early");
    must(privacy.takeRequest(desk.salim.id, RequestKind::Access, {}, QDate(2025, 11, 22), desk.by));
    CHECK(found(QDate(2026, 11, 23)) == u"privacy.time");
    CHECK(found(QDate(1900, 1, 1)) == u"privacy.too-early");
}

TEST_CASE(
    "A deadline that was taken while the clock stood ahead is counted from a day that has been, once the "
    "clock is right again",
    "[privacy]")
{
    Desk desk;
    PrivacyService privacy(*desk.db);
    const QDateTime right(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    desk.db->setClock(steppingClock(right.addDays(60)));
    must(privacy.takeRequest(desk.salim.id, RequestKind::Access, {}, {}, desk.by));
    must(privacy.takeRequest(desk.salim.id, RequestKind::Erasure, {}, QDate(2026, 11, 1), desk.by));
    must(privacy.recordBreach({}, u"ضاع حاسوب محمول"_s, {desk.salim.id}, desk.by));
    CHECK(must(privacy.requests(true, desk.by)).back().dueOn == QDate(2027, 1, 21).addDays(45));

    desk.db->setClock(steppingClock(right));
    const auto requests = must(privacy.requests(true, desk.by));
    REQUIRE(requests.size() == 2);
    CHECK(requests[0].receivedOn == QDate(2026, 11, 1)); // as it was typed
    CHECK(requests[1].receivedOn == QDate(2026, 11, 22));
    CHECK(requests[1].dueOn == QDate(2027, 1, 6));
    const auto breach = must(privacy.breaches(true, desk.by)).front();
    CHECK(breach.foundAt <= right);
    CHECK(breach.foundAt > right.addSecs(-2 * 3600));
    CHECK(breach.dueAt == breach.foundAt.addDays(3));
    CHECK(must(verifyCentre(*desk.db)).empty());

    // Once and for all, whatever the clock says later.
    desk.db->setClock(steppingClock(right.addDays(61)));
    CHECK(must(privacy.requests(true, desk.by)).back().dueOn == QDate(2027, 1, 6));
    CHECK(desk.number(u"SELECT count(*) FROM audit_line WHERE act LIKE '%.counted-anew'"_s) == 2);
}

TEST_CASE("A clock that stands behind takes no deadline back", "[privacy]")
{
    Desk desk;
    PrivacyService privacy(*desk.db);
    const QDateTime began(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    desk.db->setClock(steppingClock(began.addDays(20)));
    must(VisitService(*desk.db).complete(must(parseVisit(renewalLine())), desk.by));
    must(privacy.takeRequest(desk.salim.id, RequestKind::Access, {}, {}, desk.by));
    for (const int days : {-1000, 5}) { // before everything, and before the receipt alone
        desk.db->setClock(steppingClock(began.addDays(days)));
        CHECK(must(privacy.requests(true, desk.by)).front().dueOn == began.date().addDays(20 + 45));
    }
}

TEST_CASE("A changed row of the registers is found", "[privacy]")
{
    Desk desk;
    PrivacyService privacy(*desk.db);
    must(privacy.takeRequest(desk.salim.id, RequestKind::Erasure, {}, {}, desk.by));
    must(privacy.recordBreach({}, u"ضاع حاسوب محمول"_s, {desk.salim.id}, desk.by));
    REQUIRE(must(verifyCentre(*desk.db)).empty());
    tamper(*desk.db, u"UPDATE privacy_request SET due_on = 20300101"_s);
    tamper(*desk.db, u"DELETE FROM privacy_breach_person"_s);
    tamper(*desk.db, u"DELETE FROM privacy_breach"_s);
    CHECK(must(verifyCentre(*desk.db)).size() == 2);
}

TEST_CASE("A breach runs seventy-two hours from when it was found, and closes only when it was reported",
    "[privacy]")
{
    Desk desk;
    PrivacyService privacy(*desk.db);
    const QDateTime found(QDate(2026, 11, 21), QTime(6, 0), Qt::UTC);
    const auto breach =
        must(privacy.recordBreach(found, u"أُرسلت قائمة إلى عنوان خاطئ"_s, {desk.salim.id}, desk.by));
    CHECK(breach.dueAt == found.addDays(3));
    CHECK(breach.hoursLeft(found.addDays(2)) == 24);
    CHECK(breach.hoursLeft(found.addDays(3).addSecs(1)) == -1);
    CHECK(breach.isOverdue(found.addDays(4)));
    CHECK(breach.people == std::vector{desk.salim.id});
    CHECK(refusal(privacy.closeBreach(1, desk.by)).key == u"privacy.breach-unreported"_s);
    must(privacy.addMeasures(1, u"سُحبت الرسالة"_s, desk.by));
    must(privacy.addPeople(1, {child(desk).id, desk.salim.id}, desk.by));
    const auto reported = must(privacy.reportBreach(1, u"MTCIT-77"_s, desk.by));
    CHECK_FALSE(reported.isOverdue(found.addDays(4)));
    CHECK(reported.people.size() == 2);
    CHECK(must(privacy.peopleTold(1, desk.by)).toldAt.isValid());
    CHECK(must(privacy.closeBreach(1, desk.by)).closedAt.isValid());
    CHECK(refusal(privacy.addMeasures(1, u"x"_s, desk.by)).key == u"privacy.breach-closed"_s);
    CHECK(
        refusal(privacy.recordBreach(QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC), u"x"_s, {}, desk.by))
            .key == u"privacy.time"_s);
    CHECK(must(verifyCentre(*desk.db)).empty());
}

TEST_CASE("Nothing new is done or sent with a restricted record until the restriction is lifted", "[privacy]")
{
    Desk desk;
    PrivacyService privacy(*desk.db);
    must(VisitService(*desk.db).complete(must(parseVisit(renewalLine())), desk.by));
    const auto held = [&] { return desk.number(u"SELECT count(*) FROM outbox WHERE held = 1"_s); };
    REQUIRE(desk.number(u"SELECT count(*) FROM outbox WHERE state = 'waiting'"_s) > 0);
    CHECK(held() == 0);

    must(privacy.restrictUse(desk.salim.id, desk.by));
    CHECK(held() > 0);
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
    CHECK(refusal(privacy.restrictUse(desk.salim.id, desk.by)).key == u"privacy.restricted-already"_s);
    CHECK(must(privacy.restricted(desk.by)).size() == 1);
    CHECK(must(CustomerService(*desk.db).get(desk.salim.id, desk.by)).restrictedAt.isValid());
    CHECK(refusal(VisitService(*desk.db).complete(must(parseVisit(renewalLine())), desk.by)).key ==
        u"customer.restricted"_s);
    CHECK(refusal(TransactionService(*desk.db).open(u"ROP-VEH-RENEW"_s, desk.salim.id, {}, desk.by)).key ==
        u"customer.restricted"_s);

    must(privacy.liftRestriction(desk.salim.id, desk.by));
    CHECK(held() == 0);
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
    must(VisitService(*desk.db).complete(must(parseVisit(renewalLine())), desk.by));
    CHECK(refusal(privacy.liftRestriction(desk.salim.id, desk.by)).key == u"privacy.not-restricted"_s);
}

TEST_CASE("What stands in a batch without an answer is told when a record is restricted", "[privacy]")
{
    Desk desk;
    PrivacyService privacy(*desk.db);
    must(VisitService(*desk.db).complete(must(parseVisit(renewalLine())), desk.by));
    const auto sending = desk.number(u"SELECT count(*) FROM outbox"_s);
    tamper(*desk.db, u"UPDATE outbox SET state = 'sending'"_s);

    CHECK(must(privacy.restrictUse(desk.salim.id, desk.by)) == sending);
    CHECK(must(privacy.restricted(desk.by)).front().beingSent == sending);
    tamper(*desk.db, u"UPDATE outbox SET state = 'waiting'"_s);
    CHECK(must(privacy.restricted(desk.by)).front().beingSent == 0);
    CHECK(desk.number(u"SELECT count(*) FROM outbox WHERE held = 0"_s) == 0);
}

TEST_CASE(
    "The payment of a fee is held like the transaction, whoever of its people is restricted", "[privacy]")
{
    Desk desk;
    PrivacyService privacy(*desk.db);
    must(VisitService(*desk.db).complete(must(parseVisit(renewalLine())), desk.by));
    Customer other;
    other.nameAr = u"ناصر بن علي الكندي"_s;
    other.identifiers = {{u"civil_number"_s, u"77665544"_s}};
    const CustomerId second = must(CustomerService(*desk.db).create(other, desk.by)).id;
    tamper(*desk.db, u"UPDATE outbox SET kind = 'fee_payment'"_s);
    const auto held = [&] { return desk.number(u"SELECT count(*) FROM outbox WHERE held = 1"_s) > 0; };

    const bool pays = GENERATE(true, false);
    tamper(*desk.db,
        (pays ? u"UPDATE service_transaction SET payer_id = %1"_s
              : u"INSERT INTO transaction_beneficiary SELECT id, 0, branch_id, %1 FROM service_transaction"_s)
            .arg(second.raw()));
    must(privacy.restrictUse(second, desk.by));
    CHECK(held());
    must(privacy.restrictUse(desk.salim.id, desk.by));
    must(privacy.liftRestriction(second, desk.by));
    CHECK(held()); // the applicant still is
    must(privacy.liftRestriction(desk.salim.id, desk.by));
    CHECK_FALSE(held());
}

TEST_CASE("A child's guardian consents, and a consent can be withdrawn", "[privacy]")
{
    Desk desk;
    CustomerService customers(*desk.db);
    const Customer son = child(desk);
    CHECK(refusal(customers.recordConsent(son.id, u"1"_s, u"ar"_s, desk.by)).key ==
        u"customer.guardian-needed"_s);
    CHECK(refusal(customers.recordConsent(son.id, u"1"_s, u"ar"_s, desk.by, son.id)).key ==
        u"customer.guardian-unfit"_s);
    PrivacyService privacy(*desk.db);
    must(privacy.restrictUse(desk.salim.id, desk.by));
    CHECK(refusal(customers.recordConsent(son.id, u"1"_s, u"ar"_s, desk.by, desk.salim.id)).key ==
        u"customer.restricted"_s);
    must(privacy.liftRestriction(desk.salim.id, desk.by));
    must(customers.recordConsent(son.id, u"1"_s, u"ar"_s, desk.by, desk.salim.id));
    const auto given = must(customers.consents(son.id, desk.by));
    REQUIRE(given.size() == 1);
    CHECK(given.front().guardian == desk.salim.id);
    CHECK(given.front().textVersion == u"1"_s);
    CHECK(given.front().clerk == desk.by.user());
    CHECK(refusal(customers.recordConsent(desk.salim.id, u"1"_s, u"ar"_s, desk.by, son.id)).key ==
        u"customer.guardian-unfit"_s);

    must(customers.withdrawConsent(son.id, desk.by));
    CHECK(must(customers.consents(son.id, desk.by)).front().withdrawnAt.isValid());
    CHECK(refusal(customers.withdrawConsent(son.id, desk.by)).key == u"customer.no-consent"_s);
}

TEST_CASE("Only who manages privacy sees the registers", "[privacy]")
{
    Desk desk;
    PrivacyService privacy(*desk.db);
    const Actor clerk = actorWith({Permission::EditCustomers, Permission::ViewCustomers});
    CHECK(refusal(privacy.requests(true, clerk)).key == u"gate.denied"_s);
    CHECK(refusal(privacy.breaches(true, clerk)).key == u"gate.denied"_s);
    CHECK(refusal(privacy.restrictUse(desk.salim.id, clerk)).key == u"gate.denied"_s);
    CHECK(refusal(privacy.addMeasures(1, u"x"_s, clerk)).key == u"gate.denied"_s);
    CHECK(refusal(privacy.setRetention({{}, 6}, clerk)).key == u"gate.denied"_s);
}
