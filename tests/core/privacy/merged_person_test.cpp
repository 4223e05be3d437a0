// What a person asked for is asked for on one record, and holds for all that stand for them.

#include "core/customers/customer_service.h"
#include "core/privacy/privacy_service.h"
#include "core/transactions/transaction_service.h"
#include "core/verify/verify.h"
#include "core/visits/visit_service.h"
#include "tests/core/desk_fixture/desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// The same line of a visit, for another civil number.
Visit visitOf(const QString& civilNumber)
{
    Visit visit = must(parseVisit(renewalLine()));
    visit.customer.details.identifiers = {{u"civil_number"_s, civilNumber}};
    return visit;
}

struct Merged : Desk {
    CustomerService customers{*db};
    PrivacyService privacy{*db};
    CustomerId other;

    Merged()
    {
        must(VisitService(*db).complete(visitOf(u"12345678"_s), by));
        must(VisitService(*db).complete(visitOf(u"87654321"_s), by));
        other = must(customers.find(u"87654321"_s, 1, by)).front().id;
    }
    MergeId merge(CustomerId kept, CustomerId gone)
    {
        return must(customers.merge(kept, gone, approvalFor(*db, mergeAct(kept, gone), by), by));
    }
    void part(MergeId id) { must(customers.undoMerge(id, approvalFor(*db, undoMergeAct(id), by), by)); }
    bool isRefused(const QString& civilNumber)
    {
        const auto done = VisitService(*db).complete(visitOf(civilNumber), by);
        if (!done) CHECK(done.error().key == u"customer.restricted"_s);
        return !done;
    }
    /// What waits to be sent about the record's own transactions, all or nothing of it held.
    bool isHeld(CustomerId id)
    {
        const QString rows =
            u"SELECT count(*) FROM outbox WHERE state = 'waiting' AND kind = 'transaction' AND "
            "subject_id IN (SELECT id FROM service_transaction WHERE applicant_id = %1)"_s.arg(id.text());
        const auto held = number(rows + u" AND held = 1"_s);
        CHECK((held == 0 || held == number(rows)));
        return held > 0;
    }
};

} // namespace

TEST_CASE(
    "A restriction on one of two records holds for both once they are merged, and each has its own back",
    "[privacy]")
{
    Merged desk;
    const bool restrictedGoes = GENERATE(true, false);
    const CustomerId restricted = desk.other, free = desk.salim.id;
    must(desk.privacy.restrictUse(restricted, desk.by));
    CHECK(desk.isHeld(restricted));
    CHECK_FALSE(desk.isHeld(free));
    CHECK(must(desk.customers.match(restricted, desk.by)).restricted);
    CHECK_FALSE(must(desk.customers.match(free, desk.by)).restricted);
    const CustomerId kept = restrictedGoes ? free : restricted;
    const MergeId merge = desk.merge(kept, restrictedGoes ? restricted : free);

    for (const CustomerId id : {restricted, free}) {
        CHECK(desk.isHeld(id));
        CHECK(must(desk.customers.get(id, desk.by)).restrictedAt.isValid());
        CHECK(must(desk.customers.match(id, desk.by)).restricted);
        CHECK(refusal(TransactionService(*desk.db).open(u"ROP-VEH-RENEW"_s, id, {}, desk.by)).key ==
            u"customer.restricted"_s);
    }
    CHECK(desk.isRefused(u"12345678"_s));
    CHECK(desk.isRefused(u"87654321"_s));
    const auto listed = must(desk.privacy.restricted(desk.by));
    REQUIRE(listed.size() == 1);
    CHECK(listed.front().customer.id == kept);
    CHECK(refusal(desk.privacy.restrictUse(kept, desk.by)).key == u"privacy.restricted-already"_s);

    SECTION("parted, the free record is free and the restricted one is not")
    {
        desk.part(merge);
        CHECK(desk.isHeld(restricted));
        CHECK_FALSE(desk.isHeld(free));
        CHECK_FALSE(desk.isRefused(u"12345678"_s));
        CHECK(desk.isRefused(u"87654321"_s));
    }
    SECTION("lifted, it is lifted for both, and stays so when they are parted")
    {
        must(desk.privacy.liftRestriction(free, desk.by));
        CHECK_FALSE(desk.isHeld(restricted));
        CHECK_FALSE(desk.isHeld(free));
        CHECK_FALSE(desk.isRefused(u"87654321"_s));
        desk.part(merge);
        CHECK_FALSE(desk.isRefused(u"12345678"_s));
        CHECK_FALSE(desk.isRefused(u"87654321"_s));
    }
    CHECK(must(verifyCentre(*desk.db)) == std::vector<Breach>{});
}

TEST_CASE("A restriction reaches through a chain of merges", "[privacy]")
{
    Merged desk;
    must(VisitService(*desk.db).complete(visitOf(u"87654322"_s), desk.by));
    const CustomerId third = must(desk.customers.find(u"87654322"_s, 1, desk.by)).front().id;
    must(desk.privacy.restrictUse(third, desk.by));
    desk.merge(desk.other, third);
    desk.merge(desk.salim.id, desk.other);
    CHECK(desk.isRefused(u"12345678"_s));
    CHECK(desk.isHeld(desk.salim.id));
}

TEST_CASE("A consent that was withdrawn on one record does not stand on the other once they are merged",
    "[privacy]")
{
    Merged desk;
    desk.db->setClock(steppingClock(QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC)));
    must(desk.customers.recordConsent(desk.salim.id, u"1"_s, u"ar"_s, desk.by));
    must(desk.customers.recordConsent(desk.other, u"1"_s, u"ar"_s, desk.by));
    must(desk.customers.withdrawConsent(desk.other, desk.by));
    const auto stands = [&](CustomerId id) {
        return !must(desk.customers.get(id, desk.by)).consent->withdrawnAt.isValid();
    };
    CHECK(stands(desk.salim.id));
    const MergeId merge = desk.merge(desk.salim.id, desk.other);
    CHECK_FALSE(stands(desk.salim.id));
    for (const Consent& one : must(desk.customers.consents(desk.salim.id, desk.by)))
        CHECK(one.withdrawnAt.isValid());
    SECTION("a consent given since then stands")
    {
        must(desk.customers.recordConsent(desk.salim.id, u"1"_s, u"ar"_s, desk.by));
        CHECK(stands(desk.salim.id));
    }
    SECTION("parted, each has what was said of it")
    {
        desk.part(merge);
        CHECK(stands(desk.salim.id));
        CHECK_FALSE(stands(desk.other));
    }
}

TEST_CASE("A child stays one when its record is merged into one without a birth date", "[privacy]")
{
    Merged desk;
    Customer child = must(desk.customers.get(desk.other, desk.by));
    child.birthDate = QDate(2018, 3, 1);
    must(desk.customers.update(child, desk.by, ConfirmDuplicates::Yes, ConfirmUnusual::Yes));
    desk.merge(desk.salim.id, desk.other);
    CHECK(must(desk.customers.lacksGuardian(desk.salim.id, desk.by)));
    CHECK(refusal(desk.customers.recordConsent(desk.salim.id, u"1"_s, u"ar"_s, desk.by)).key ==
        u"customer.guardian-needed"_s);
    CHECK(refusal(desk.customers.recordConsent(desk.salim.id, u"1"_s, u"ar"_s, desk.by, desk.other)).key ==
        u"customer.guardian-unfit"_s);
}
