#include "core/audit/audit_trail.h"
#include "core/people/approvals.h"
#include "core/people/secret_check.h"
#include "core/people/secrets_service.h"
#include "tests/core/people/people_desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const ApprovedAct kMerge{Permission::MergeCustomers, u"customer.merged"_s, u"17+18"_s};

struct Asked : PeopleDesk {
    Actor asker = must(withPin(u"salim"_s, u"4321"_s));

    Result<Approval> ask(const QString& user, const QString& pin, const QString& reason = u"خطأ في الاسم"_s,
        Permission permission = Permission::MergeCustomers)
    {
        return Approvals(*db, clock).give(user, pin, {permission, kMerge.act, kMerge.subject}, reason, asker);
    }
};

} // namespace

TEST_CASE("A second person approves on the spot with the PIN, and the reason is kept, sealed", "[people]")
{
    Asked desk;
    const auto approval = must(desk.ask(u"manager"_s, u"567890"_s));
    CHECK(approval.approver() == desk.manager);
    const auto now = desk.db->clock()();
    CHECK(approval.allows(kMerge, desk.asker, now));
    CHECK_FALSE(approval.allows({Permission::VoidReceipts, kMerge.act, kMerge.subject}, desk.asker, now));

    const auto id = ApprovalId::fromRaw(desk.count(u"SELECT id FROM approval"_s));
    CHECK(must(Approvals(*desk.db, desk.clock).reason(id, desk.owner)) == u"خطأ في الاسم"_s);
    CHECK(refusal(Approvals(*desk.db, desk.clock).reason(id, desk.asker)).key == u"gate.denied"_s);
    const auto stored = must(desk.db->read([](Tx& tx) -> Result<QByteArray> {
        auto query = tx.query("SELECT sealed_reason FROM approval");
        query.run();
        query.next();
        return query.bytes(0);
    }));
    CHECK_FALSE(stored.contains("خطأ"));
    CHECK(desk.count(
              u"SELECT count(*) FROM audit_line WHERE act = 'approval.given' AND actor = 'manager'"_s) == 1);
}

TEST_CASE("A consent that may not be given is refused and leaves no record", "[people]")
{
    Asked desk;
    CHECK(refusal(desk.ask(u"salim"_s, u"4321"_s)).key == u"approval.same-person"_s);
    CHECK(refusal(desk.ask(u"manager"_s, u"567890"_s, u"  "_s)).key == u"approval.reason"_s);
    CHECK(refusal(desk.ask(u"manager"_s, u"567890"_s, u"x"_s, Permission::ManageBackups)) ==
        Error{ErrorCode::Denied, u"approval.denied"_s, {u"backup.manage"_s}, {}});
    CHECK(refusal(desk.ask(u"manager"_s, u"000000"_s)).key == u"sign-in.wrong"_s);
    CHECK(refusal(desk.ask(u"manager"_s, u"567890"_s)).key == u"sign-in.wait"_s);
    CHECK(refusal(Approvals(*desk.db, desk.clock).give(u"manager"_s, u"567890"_s, kMerge, u"x"_s, {})).key ==
        u"gate.not-signed-in"_s);
    desk.now += 1000;
    desk.asker = desk.owner;
    must(SecretsService(*desk.db, kCheap, desk.clock).reset(desk.clerk, {}, u"432143"_s, desk.owner));
    CHECK(refusal(desk.ask(u"salim"_s, u"432143"_s)).key == u"approval.denied"_s);
    CHECK(desk.count(u"SELECT count(*) FROM approval"_s) == 0);
}

TEST_CASE("An approver who was disabled meanwhile, or lost the permission, is refused", "[people]")
{
    Asked desk;
    const auto use = [&](const Approval& approval) {
        return desk.db->write([&](Tx& tx) { return useApproval(tx, approval, kMerge, desk.asker); });
    };
    const auto approval = must(desk.ask(u"manager"_s, u"567890"_s));
    must(desk.people().setPermission(Role::Manager, Permission::MergeCustomers, false, desk.owner));
    CHECK(
        refusal(use(approval)) == Error{ErrorCode::Denied, u"approval.denied"_s, {u"customer.merge"_s}, {}});
    must(desk.people().setPermission(Role::Manager, Permission::MergeCustomers, true, desk.owner));
    must(desk.people().disable(desk.manager, desk.owner));
    CHECK(refusal(use(approval)).key == u"approval.left"_s);
    CHECK(desk.count(u"SELECT count(*) FROM approval_use"_s) == 0);
    must(desk.people().enable(desk.manager, desk.owner));
    must(use(approval));

    // Disabled while the PIN was looked at.
    SecretCheck check(*desk.db, desk.clock);
    const auto known = must(check.pin(u"manager"_s, u"567890"_s, u"approval"_s));
    must(desk.people().disable(desk.manager, desk.owner));
    CHECK(refusal(desk.db->write([&](Tx& tx) { return check.passed(tx, known.staff); })).key ==
        u"sign-in.disabled"_s);
}

TEST_CASE("The consent of somebody who is not of the staff is refused", "[people]")
{
    Asked desk;
    const auto& all = allPermissions();
    const Actor nobody(StaffId::create(), u"manager"_s, {}, {all.begin(), all.end()});
    const Approval approval(ApprovalId::create(), nobody, kMerge, desk.asker.staff(), desk.db->clock()());
    CHECK(refusal(desk.db->write([&](Tx& tx) {
        return useApproval(tx, approval, kMerge, desk.asker);
    })).key == u"approval.left"_s);
    CHECK(desk.count(u"SELECT count(*) FROM approval_use"_s) == 0);
}

TEST_CASE("A record of consent can be neither changed nor removed", "[people]")
{
    Asked desk;
    must(desk.ask(u"manager"_s, u"567890"_s));
    CHECK_THROWS_AS(tamper(*desk.db, u"UPDATE approval SET asked_by = 1"_s), DbError);
    CHECK_THROWS_AS(tamper(*desk.db, u"DELETE FROM approval"_s), DbError);
}

TEST_CASE("Those who may consent to an act are the active others who hold it", "[people]")
{
    Asked desk;
    const auto users = [&](Permission permission) {
        QStringList list;
        for (const auto& each : must(Approvals(*desk.db).approvers(permission, desk.asker)))
            list << each.user;
        return list;
    };
    CHECK(users(Permission::MergeCustomers) == QStringList{u"owner"_s, u"manager"_s});
    CHECK(users(Permission::ManageBackups) == QStringList{u"owner"_s});
    must(desk.people().disable(desk.manager, desk.owner));
    CHECK(users(Permission::MergeCustomers) == QStringList{u"owner"_s});
}

TEST_CASE("A consent serves the one act it was given for, once, and only whom it was given to", "[people]")
{
    Asked desk;
    const auto approval = must(desk.ask(u"manager"_s, u"567890"_s));
    const auto use = [&](const ApprovedAct& act, const Actor& by, const Result<>& rest = {}) {
        return desk.db->write([&](Tx& tx) -> Result<> {
            SANAD_TRY(useApproval(tx, approval, act, by));
            SANAD_TRY(useApproval(tx, approval, act, by)); // the same act, in two parts
            AuditTrail(tx).record(by, act.act, 17, approval.auditPayload());
            return rest;
        });
    };
    CHECK(refusal(use({kMerge.permission, kMerge.act, u"17+19"_s}, desk.asker)).key ==
        u"approval.other-subject"_s);
    CHECK(refusal(use(kMerge, desk.owner)).key == u"approval.other-asker"_s);
    // An act that did not come about leaves the consent as it was.
    const Error failed{ErrorCode::Conflict, u"customer.merged"_s, {}, {}};
    CHECK(refusal(use(kMerge, desk.asker, failed)) == failed);
    must(use(kMerge, desk.asker));
    CHECK(refusal(use(kMerge, desk.asker)).key == u"approval.used"_s);
    CHECK_THROWS_AS(tamper(*desk.db, u"DELETE FROM approval_use"_s), DbError);

    const auto late = must(desk.ask(u"manager"_s, u"567890"_s));
    desk.db->setClock(steppingClock(desk.db->clock()().addSecs(Approval::kValidSeconds + 2)));
    CHECK(refusal(desk.db->write([&](Tx& tx) { return useApproval(tx, late, kMerge, desk.asker); })).key ==
        u"approval.expired"_s);
}

TEST_CASE(
    "A PIN from before somebody approved signs in, and approves only once it is long enough", "[people]")
{
    Asked desk;
    must(
        desk.people().add({u"amal"_s, u"أمل"_s, {}, Role::Clerk, u"amal-password"_s, u"8642"_s}, desk.owner));
    const auto amal = must(desk.withPin(u"amal"_s, u"8642"_s));
    must(desk.people().setRole(amal.staff(), Role::Manager, desk.owner));
    const Error tooShort{ErrorCode::Denied, u"approval.pin-short"_s, {u"6"_s}, {}};
    CHECK(refusal(desk.ask(u"amal"_s, u"8642"_s)) == tooShort);
    // The same for everybody, and no guess: nothing is learnt, and nobody is kept waiting.
    CHECK(refusal(desk.ask(u"manager"_s, u"8642"_s)) == tooShort);
    CHECK(refusal(desk.ask(u"nobody"_s, u"8642"_s)) == tooShort);
    CHECK(desk.count(u"SELECT count(*) FROM audit_line WHERE act = 'secret.refused'"_s) == 0);
    must(desk.withPin(u"amal"_s, u"8642"_s));
    must(SecretsService(*desk.db, kCheap, desk.clock).changePin(u"8642"_s, u"864286"_s, amal));
    CHECK(desk.ask(u"amal"_s, u"864286"_s));
}

TEST_CASE(
    "A PIN that somebody else set signs in, and approves nothing until its holder has changed it", "[people]")
{
    Asked desk;
    SecretsService secrets(*desk.db, kCheap, desk.clock);
    const Error given{ErrorCode::Denied, u"approval.pin-given"_s, {}, {}};
    const auto lines = [&] { return desk.count(u"SELECT count(*) FROM approval"_s); };

    // One person gives another a PIN and approves their own act with it.
    desk.asker = desk.owner;
    must(secrets.reset(desk.manager, {}, u"111222"_s, desk.owner));
    CHECK(refusal(desk.ask(u"manager"_s, u"111222"_s)) == given);
    must(desk.people().add(
        {u"second"_s, u"ثان"_s, {}, Role::Manager, u"second-password"_s, u"333444"_s}, desk.owner));
    CHECK(refusal(desk.ask(u"second"_s, u"333444"_s)) == given);
    CHECK(lines() == 0);

    // Only who knows the PIN is told, the right PIN ends the wait for wrong ones, and the rest comes first.
    CHECK(refusal(desk.ask(u"manager"_s, u"111223"_s)).key == u"sign-in.wrong"_s);
    desk.now += 1000;
    CHECK(refusal(desk.ask(u"manager"_s, u"111222"_s)) == given);
    CHECK(desk.count(u"SELECT count(*) FROM sign_in_failure"_s) == 0);
    CHECK(refusal(desk.ask(u"manager"_s, u"111222"_s, u"x"_s, Permission::ManageBackups)).key ==
        u"approval.denied"_s);

    // What is not the PIN leaves it as it is.
    must(secrets.reset(desk.manager, u"another-password"_s, {}, desk.owner));
    must(secrets.reset(desk.manager, {}, {}, desk.owner));
    CHECK(refusal(desk.ask(u"manager"_s, u"111222"_s)) == given);

    const auto manager = must(desk.withPin(u"manager"_s, u"111222"_s));
    must(secrets.changePassword(u"another-password"_s, u"manager-password"_s, manager));
    CHECK(refusal(secrets.changePin(u"111222"_s, u"111222"_s, manager)).key == u"people.pin-same"_s);
    CHECK(refusal(desk.ask(u"manager"_s, u"111222"_s)) == given);
    must(secrets.changePin(u"111222"_s, u"555666"_s, manager));
    CHECK(desk.ask(u"manager"_s, u"555666"_s));
    CHECK(lines() == 1);
}

TEST_CASE("Owners approve with the PIN of set-up, of a recovery, or that they gave themselves", "[people]")
{
    Asked desk;
    SecretsService secrets(*desk.db, kCheap, desk.clock);
    CHECK(desk.ask(u"owner"_s, u"123456"_s));
    must(secrets.recover(desk.recovery, u"owner"_s, u"next-password"_s, u"246824"_s));
    CHECK(desk.ask(u"owner"_s, u"246824"_s));
    const Actor again = must(desk.withPin(u"owner"_s, u"246824"_s));
    must(secrets.reset(desk.owner.staff(), {}, u"135791"_s, again));
    CHECK(desk.ask(u"owner"_s, u"135791"_s));
}

TEST_CASE("A consent falls when its giver's PIN is set by somebody else before it is used", "[people]")
{
    Asked desk;
    const auto approval = must(desk.ask(u"manager"_s, u"567890"_s));
    must(SecretsService(*desk.db, kCheap, desk.clock).reset(desk.manager, {}, u"111222"_s, desk.owner));
    CHECK(refusal(desk.db->write([&](Tx& tx) {
        return useApproval(tx, approval, kMerge, desk.asker);
    })).key == u"approval.pin-given"_s);
}

TEST_CASE("A wrong PIN of an approver is recorded with the name of who asked", "[people]")
{
    Asked desk;
    REQUIRE_FALSE(desk.ask(u"manager"_s, u"000000"_s));
    CHECK(desk.count(u"SELECT count(*) FROM audit_line WHERE act = 'secret.refused' AND actor = '"_s +
              desk.asker.user() + u"'"_s) == 1);
}
