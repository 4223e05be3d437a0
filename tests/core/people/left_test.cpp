#include "core/audit/audit_trail.h"
#include "core/people/approvals.h"
#include "core/people/secret_check.h"
#include "tests/core/people/people_desk.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const ApprovedAct kMerge{Permission::MergeCustomers, u"customer.merged"_s, u"17+18"_s};

Result<> act(Database& db, const Actor& by)
{
    return db.write([&](Tx& tx) -> Result<> {
        AuditTrail(tx).record({}, u"settings.changed"_s, 0);
        AuditTrail(tx).record(by, u"customer.changed"_s, 17);
        return {};
    });
}

} // namespace

TEST_CASE("Who is disabled while signed in elsewhere commits nothing more, and is told so", "[people]")
{
    PeopleDesk desk;
    const Actor clerk = must(desk.withPin(u"salim"_s, u"4321"_s));
    // Another counter of a server; a folder has one process.
    auto other = desk.db->onServer() ? must(Database::open(desk.db->location(), OpenMode::Write)) : nullptr;
    Database& counter = other ? *other : *desk.db;
    must(act(counter, clerk));
    must(desk.signIn().stillWorks(clerk));

    must(desk.people().disable(desk.clerk, desk.owner));
    const auto lines = desk.count(u"SELECT count(*) FROM audit_line"_s);
    CHECK(refusal(act(counter, clerk)).key == u"gate.left"_s);
    CHECK(refusal(SignIn(counter, desk.clock).stillWorks(clerk)).key == u"gate.left"_s);
    CHECK(desk.count(u"SELECT count(*) FROM audit_line"_s) == lines);
    must(act(counter, desk.owner));

    must(desk.people().enable(desk.clerk, desk.owner));
    must(act(counter, clerk));
}

TEST_CASE("Who loses a permission while signed in elsewhere commits nothing more until they sign in again",
    "[people]")
{
    PeopleDesk desk;
    const Actor clerk = must(desk.withPin(u"salim"_s, u"4321"_s));
    auto other = desk.db->onServer() ? must(Database::open(desk.db->location(), OpenMode::Write)) : nullptr;
    Database& counter = other ? *other : *desk.db;
    PeopleService people = desk.people();
    const auto refused = [&] {
        const auto lines = desk.count(u"SELECT count(*) FROM audit_line"_s);
        CHECK(refusal(act(counter, clerk)).key == u"gate.changed"_s);
        CHECK(refusal(SignIn(counter, desk.clock).stillWorks(clerk)).key == u"gate.changed"_s);
        CHECK(desk.count(u"SELECT count(*) FROM audit_line"_s) == lines);
        must(act(counter, desk.owner));
        must(act(counter, must(desk.withPin(u"salim"_s, u"4321"_s))));
    };

    SECTION("by a permission that the role loses")
    {
        must(people.setPermission(Role::Clerk, Permission::IssueReceipts, false, desk.owner));
        refused();
        must(people.setPermission(Role::Clerk, Permission::IssueReceipts, true, desk.owner));
        must(act(counter, clerk));
    }
    SECTION("by another role")
    {
        must(people.setRole(desk.clerk, Role::Inspector, desk.owner));
        refused();
    }
    SECTION("but not by what changes nothing of theirs")
    {
        must(people.setPermission(Role::Clerk, Permission::CloseDay, true, desk.owner));
        must(people.setPermission(Role::Cashier, Permission::IssueReceipts, false, desk.owner));
        must(people.setRole(desk.manager, Role::Clerk, desk.owner));
        must(desk.secrets().changePin(u"4321"_s, u"8642"_s, clerk));
        must(act(counter, clerk));
        must(SignIn(counter, desk.clock).stillWorks(clerk));
    }
}

TEST_CASE(
    "Whoever is given a new secret while signed in elsewhere commits nothing more until they sign in again",
    "[people]")
{
    PeopleDesk desk;
    const Actor clerk = must(desk.withPin(u"salim"_s, u"4321"_s));
    auto other = desk.db->onServer() ? must(Database::open(desk.db->location(), OpenMode::Write)) : nullptr;
    Database& counter = other ? *other : *desk.db;
    SecretsService secrets = desk.secrets();
    const auto refused = [&](const Actor& by) {
        const auto lines = desk.count(u"SELECT count(*) FROM audit_line"_s);
        CHECK(refusal(act(counter, by)).key == u"gate.reset"_s);
        CHECK(refusal(SignIn(counter, desk.clock).stillWorks(by)).key == u"gate.reset"_s);
        CHECK(desk.count(u"SELECT count(*) FROM audit_line"_s) == lines);
    };

    SECTION("a password and a PIN by an owner")
    {
        must(secrets.reset(desk.clerk, u"another-password"_s, u"8642"_s, desk.owner));
        refused(clerk);
        must(act(counter, desk.owner));
        must(desk.people().setRole(
            desk.manager, Role::Clerk, desk.owner)); // later changes alter nothing of it
        refused(clerk);
        must(act(counter, must(desk.withPin(u"salim"_s, u"8642"_s))));
    }
    SECTION("a PIN alone, and a lock that is taken away")
    {
        must(secrets.reset(desk.clerk, {}, u"8642"_s, desk.owner));
        refused(clerk);
        const Actor again = must(desk.withPin(u"salim"_s, u"8642"_s));
        must(act(counter, again));
        must(secrets.reset(desk.clerk, {}, {}, desk.owner));
        refused(again);
    }
    SECTION("a password by the printed code")
    {
        const Actor before = must(desk.withPassword(u"owner"_s, u"owner-password"_s));
        must(secrets.recover(desk.recovery, u"owner"_s, u"another-password"_s, u"654321"_s));
        refused(before);
        must(act(counter, clerk));
        must(act(counter, must(desk.withPin(u"owner"_s, u"654321"_s))));
    }
    SECTION("but not by their own change of them, nor by another's new secret")
    {
        must(secrets.changePassword(u"clerk-password"_s, u"another-password"_s, clerk));
        must(secrets.changePin(u"4321"_s, u"8642"_s, clerk));
        must(secrets.reset(desk.owner.staff(), u"owner-again"_s, u"654321"_s, desk.owner));
        must(secrets.reset(desk.manager, u"manager-again"_s, u"765432"_s, desk.owner));
        must(act(counter, clerk));
        must(act(counter, desk.owner));
        must(SignIn(counter, desk.clock).stillWorks(clerk));
    }
}

TEST_CASE("A secret that is replaced while it is being looked at opens nothing", "[people]")
{
    PeopleDesk desk;
    SecretCheck check(*desk.db, desk.clock);
    const auto known = must(check.password(u"salim"_s, u"clerk-password"_s, u"sign-in"_s));
    must(desk.secrets().reset(desk.clerk, u"another-password"_s, {}, desk.owner));
    const auto passed = desk.db->write([&](Tx& tx) { return check.passed(tx, known.staff); });
    CHECK(refusal(passed).key == u"sign-in.wrong"_s);
}

TEST_CASE("A recovery code that is replaced while it is being looked at recovers nothing", "[people]")
{
    PeopleDesk desk;
    SecretCheck check(*desk.db, desk.clock);
    must(check.recoveryCode(desk.recovery));
    must(desk.secrets().newRecoveryCode(desk.owner));
    const auto recovered = desk.db->write([&](Tx& tx) { return check.recovered(tx); });
    CHECK(refusal(recovered).key == u"recovery.wrong"_s);
}

namespace {

/// `work` on so many connections of their own to the desk's server, begun when all are open.
template <class Work> void atOnce(PeopleDesk& desk, int counters, const Work& work)
{
    std::atomic<int> ready{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < counters; ++i)
        threads.emplace_back([&, i] {
            auto own = Database::open(desk.db->location(), OpenMode::Write);
            ++ready;
            if (!own) return;
            while (ready < counters)
                std::this_thread::yield();
            work(**own, i);
        });
    for (auto& thread : threads)
        thread.join();
}

} // namespace

TEST_CASE("Of two who use one recovery code at the same moment one is let in", "[people]")
{
    PeopleDesk desk;
    if (!desk.db->onServer()) return; // a data folder has one writer, so there is no such moment
    std::atomic<int> let{0};
    atOnce(desk, 2, [&](Database& own, int i) {
        // Each counts its tries by its own clock: the other's try does not make it wait.
        const MonotonicClock clock{u"pc-%1"_s.arg(i), u"boot"_s, [] { return std::int64_t{0}; }};
        let += SecretsService(own, kCheap, clock)
                   .recover(desk.recovery, u"owner"_s, u"password-%1"_s.arg(i), u"246824"_s)
                   .has_value();
    });
    CHECK(let <= 1);
    CHECK(desk.count(u"SELECT count(*) FROM audit_line WHERE act = 'staff.recovered'"_s) == let);
}

TEST_CASE("Who signs in at several counters of a server at the same moment is let in at each", "[people]")
{
    PeopleDesk desk;
    if (!desk.db->onServer()) return; // a data folder has one writer, so there is no such moment
    constexpr int kCounters = 4;
    std::atomic<int> let{0};
    atOnce(desk, kCounters, [&](Database& own, int) {
        let += SignIn(own, desk.clock).withPassword(u"salim"_s, u"clerk-password"_s, u"C1"_s).has_value();
    });
    CHECK(let == kCounters);
}

TEST_CASE(
    "Who takes a permission from themselves does so by an act of before, and signs in again", "[people]")
{
    PeopleDesk desk;
    must(desk.people().add(
        {u"partner"_s, u"الشريك"_s, {}, Role::Owner, u"partner-password"_s, u"246824"_s}, desk.owner));
    must(desk.secrets().changePin(u"123456"_s, u"654321"_s, desk.owner));
    SECTION("from the role")
    {
        must(desk.people().setPermission(Role::Owner, Permission::CloseDay, false, desk.owner));
    }
    SECTION("by another role")
    {
        must(desk.people().setRole(desk.owner.staff(), Role::Manager, desk.owner));
    }
    CHECK(refusal(act(*desk.db, desk.owner)).key == u"gate.changed"_s);
    must(act(*desk.db, must(desk.withPin(u"owner"_s, u"654321"_s))));
}

TEST_CASE("An owner may leave by an own act, which is the last", "[people]")
{
    PeopleDesk desk;
    must(desk.people().add(
        {u"partner"_s, u"الشريك"_s, {}, Role::Owner, u"partner-password"_s, u"246824"_s}, desk.owner));
    must(desk.people().disable(desk.owner.staff(), desk.owner));
    CHECK(refusal(act(*desk.db, desk.owner)).key == u"gate.left"_s);
    CHECK(desk.count(u"SELECT count(*) FROM audit_line WHERE act = 'staff.disabled'"_s) == 1);
}

TEST_CASE("A consent that several counters use at the same moment serves one of them", "[people]")
{
    PeopleDesk desk;
    if (!desk.db->onServer()) return; // a data folder has one writer, so there is no such moment
    const Actor asker = must(desk.withPin(u"salim"_s, u"4321"_s));
    constexpr int kRounds = 10;
    constexpr int kCounters = 3;
    for (int round = 0; round < kRounds; ++round) {
        const auto consent = must(Approvals(*desk.db, desk.clock)
                                      .give(u"manager"_s, u"567890"_s, kMerge, u"خطأ في الاسم"_s, asker));
        std::atomic<int> ready{0}, served{0}, used{0};
        std::vector<std::thread> counters;
        for (int i = 0; i < kCounters; ++i)
            counters.emplace_back([&] {
                auto own = Database::open(desk.db->location(), OpenMode::Write);
                ++ready;
                if (!own) return;
                while (ready < kCounters)
                    std::this_thread::yield();
                const auto done = (*own)->write([&](Tx& tx) -> Result<> {
                    SANAD_TRY(useApproval(tx, consent, kMerge, asker));
                    AuditTrail(tx).record(asker, kMerge.act, 17, consent.auditPayload());
                    return {};
                });
                served += done.has_value();
                used += !done && done.error().key == u"approval.used"_s;
            });
        for (auto& counter : counters)
            counter.join();
        CHECK(served == 1);
        CHECK(used == kCounters - 1);
    }
}
