#include "core/people/secrets_service.h"
#include "core/people/sign_in_guard.h"
#include "core/people/staff_repository.h"
#include "tests/core/people/people_desk.h"

#include <algorithm>
#include <ctime>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

/// Seconds that the refusal asks for; 0 when it is another one.
int waitOf(const Error& error)
{
    return error.key == u"sign-in.wait"_s ? error.args.value(0).toInt() : 0;
}

/// Two ways into a refusal cost the same, within a quarter: in processor time, the middle one of some tries
/// of each, which take turns so that whatever else slows the machine slows both.
struct SameWork {
    PeopleDesk& desk;

    using Attempt = std::function<void()>;
    void require(const Attempt& one, const Attempt& other)
    {
        constexpr int kTries = 5; // twice as many lock a clerk
        std::vector<std::clock_t> ofOne, ofOther;
        for (int i = 0; i < kTries; ++i) {
            ofOne.push_back(work(one));
            ofOther.push_back(work(other));
        }
        const double first = middle(ofOne), second = middle(ofOther);
        INFO("one " << first << ", other " << second);
        CHECK(second > 0.75 * first);
        CHECK(second < 1.25 * first);
    }

private:
    std::clock_t work(const Attempt& attempt)
    {
        desk.now += SignInGuard::kLongestDelayMs;
        const std::clock_t begun = std::clock();
        attempt();
        return std::clock() - begun;
    }
    static double middle(std::vector<std::clock_t>& tries)
    {
        std::sort(tries.begin(), tries.end());
        return static_cast<double>(tries[tries.size() / 2]);
    }
};

} // namespace

TEST_CASE("A hundred guesses at a sign-in cost more than an hour", "[people]")
{
    constexpr std::int64_t kHour = 60 * 60 * 1000;
    PeopleDesk desk;
    // By password and by PIN in turn: they count together.
    const auto guess = [&](const QString& user, int number) {
        const QString secret = QString::number(1'000'000 + number);
        return refusal(number % 2 ? desk.withPin(user, secret) : desk.withPassword(user, secret));
    };
    const auto sitOut = [&](const QString& user, int number) {
        const int wait = waitOf(guess(user, number));
        REQUIRE(wait > 0);
        desk.now += wait * 1000 - 1;
        REQUIRE(waitOf(guess(user, number)) == 1); // not a moment less
        ++desk.now;
    };
    for (int i = 0; i < 100; ++i) {
        if (i > 0) sitOut(u"owner"_s, i);
        REQUIRE(guess(u"owner"_s, i).key == u"sign-in.wrong"_s);
    }
    CHECK(desk.now > 3 * 24 * kHour);

    for (int i = 0; i < SignInGuard::kFailuresToLock; ++i) {
        if (i > 0) sitOut(u"salim"_s, i);
        REQUIRE(guess(u"salim"_s, i).key == u"sign-in.wrong"_s);
    }
    desk.now += 1000 * kHour;
    CHECK(guess(u"salim"_s, 0).key == u"sign-in.locked"_s);
}

TEST_CASE("The delay doubles with each failure, and the right secret ends it", "[people]")
{
    PeopleDesk desk;
    int before = 0;
    for (int i = 0; i < 4; ++i) {
        CHECK(refusal(desk.withPin(u"salim"_s, u"0000"_s)).key == u"sign-in.wrong"_s);
        // Right or wrong is not looked at while the delay runs.
        const int wait = waitOf(refusal(desk.withPin(u"salim"_s, u"4321"_s)));
        CHECK(wait == (before == 0 ? 1 : 2 * before));
        CHECK(waitOf(refusal(desk.withPassword(u"salim"_s, u"clerk-password"_s))) == wait);
        desk.now += wait * 1000;
        before = wait;
    }
    CHECK(desk.withPin(u"salim"_s, u"4321"_s));
    CHECK(refusal(desk.withPin(u"salim"_s, u"0000"_s)).key == u"sign-in.wrong"_s);
    CHECK(waitOf(refusal(desk.withPin(u"salim"_s, u"4321"_s))) == 1);
}

TEST_CASE("Nobody can set the clock of a delay, and after a restart it begins again", "[people]")
{
    PeopleDesk desk;
    REQUIRE_FALSE(desk.withPin(u"salim"_s, u"0000"_s));
    desk.now += 1000;
    REQUIRE_FALSE(desk.withPin(u"salim"_s, u"0000"_s));
    desk.db->setClock([] { return QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC); });
    CHECK(waitOf(refusal(desk.withPin(u"salim"_s, u"4321"_s))) == 2);

    desk.now += 1500;
    desk.clock.boot = u"next"_s;
    desk.now = 3;
    CHECK(waitOf(refusal(desk.withPin(u"salim"_s, u"4321"_s))) == 2);
    desk.now += 1000;
    CHECK(waitOf(refusal(desk.withPin(u"salim"_s, u"4321"_s))) == 1);
    desk.now += 1000;
    CHECK(desk.withPin(u"salim"_s, u"4321"_s));
}

TEST_CASE(
    "Where the system names no boot, a delay is sat out once for all programs, and no restart shortens it",
    "[people]")
{
    CHECK(bootName("4f1c") == u"4f1c"_s);
    PeopleDesk desk;
    desk.clock.boot = bootName({});
    desk.now = 50'000; // up for so long
    REQUIRE_FALSE(desk.withPin(u"salim"_s, u"0000"_s));
    desk.now += 1000;
    REQUIRE_FALSE(desk.withPin(u"salim"_s, u"0000"_s));
    desk.now += 1500;
    desk.clock.boot = bootName({}); // another start of a program
    CHECK(waitOf(refusal(desk.withPin(u"salim"_s, u"4321"_s))) == 1);
    desk.now = 3000; // the machine was started again
    CHECK(waitOf(refusal(desk.withPin(u"salim"_s, u"4321"_s))) == 2);
    desk.now += 2000;
    CHECK(desk.withPin(u"salim"_s, u"4321"_s));
}

TEST_CASE("Another counter waits by its own clock for the failures of all", "[people]")
{
    PeopleDesk desk;
    REQUIRE_FALSE(desk.withPin(u"salim"_s, u"0000"_s));
    desk.now += 60'000;
    desk.clock.machine = u"other"_s;
    desk.now = 500'000;
    CHECK(waitOf(refusal(desk.withPin(u"salim"_s, u"4321"_s))) == 1);
    desk.now += 1000;
    CHECK(refusal(desk.withPin(u"salim"_s, u"0000"_s)).key == u"sign-in.wrong"_s);
    desk.clock.machine = u"pc"_s;
    desk.now = 70'000;
    CHECK(waitOf(refusal(desk.withPin(u"salim"_s, u"4321"_s))) == 2);
}

TEST_CASE("A clerk who failed ten times is locked until an owner releases", "[people]")
{
    PeopleDesk desk;
    const auto failTenTimes = [&](const QString& user) {
        for (int i = 0; i < SignInGuard::kFailuresToLock; ++i) {
            REQUIRE_FALSE(desk.withPin(user, u"0000"_s));
            desk.now += SignInGuard::kLongestDelayMs;
        }
    };
    failTenTimes(u"salim"_s);
    CHECK(refusal(desk.withPin(u"salim"_s, u"4321"_s)).key == u"sign-in.locked"_s);
    CHECK(refusal(desk.withPassword(u"salim"_s, u"clerk-password"_s)).key == u"sign-in.locked"_s);
    must(SecretsService(*desk.db, kCheap, desk.clock).reset(desk.clerk, {}, {}, desk.owner));
    CHECK(desk.withPin(u"salim"_s, u"4321"_s));
}

TEST_CASE("An owner is never locked out for ever: the delay grows to an hour and no further", "[people]")
{
    PeopleDesk desk;
    int longest = 0;
    for (int i = 0; i < 2 * SignInGuard::kFailuresToLock; ++i) {
        CHECK(refusal(desk.withPin(u"owner"_s, u"0000"_s)).key == u"sign-in.wrong"_s);
        const Error waits = refusal(desk.withPin(u"owner"_s, u"123456"_s));
        REQUIRE(waits.key == u"sign-in.wait"_s);
        longest = std::max(longest, waitOf(waits));
        desk.now += waitOf(waits) * 1000;
    }
    CHECK(longest == 60 * 60);
    CHECK(desk.withPin(u"owner"_s, u"123456"_s));

    // The recovery code as well.
    SecretsService secrets(*desk.db, kCheap, desk.clock);
    for (int i = 0; i < 2 * SignInGuard::kFailuresToLock; ++i) {
        REQUIRE_FALSE(secrets.recover(u"AAAAA-AAAAA"_s, u"owner"_s, u"next-password"_s, u"246824"_s));
        desk.now += SignInGuard::kLongestDelayMs;
    }
    must(secrets.recover(desk.recovery, u"owner"_s, u"next-password"_s, u"246824"_s));
}

TEST_CASE("Unknown names wait and lock as clerks do, and fill no more than so many rows", "[people]")
{
    PeopleDesk desk;
    CHECK(refusal(desk.withPin(u"nobody"_s, u"0000"_s)).key == u"sign-in.wrong"_s);
    CHECK(waitOf(refusal(desk.withPin(u"nobody"_s, u"0000"_s))) == 1);
    desk.now += 1000;
    CHECK(refusal(desk.withPin(u"nobody"_s, u"0000"_s)).key == u"sign-in.wrong"_s);
    CHECK(waitOf(refusal(desk.withPin(u"nobody"_s, u"0000"_s))) == 2);
    must(desk.db->read([&](Tx& tx) -> Result<> {
        const SignInGuard guard(tx, desk.clock);
        std::set<QString> rows;
        for (int i = 0; i < 2'000; ++i)
            rows.insert(guard.ofUnknown(QString::number(i)).name);
        for (const QString& row : rows)
            CHECK(row.size() == u"none:"_s.size() + 4);
        CHECK(guard.ofUnknown(u"nobody"_s).mayLock);
        return {};
    }));
}

TEST_CASE("Two tries do not tell whether a name exists: who has a name shares its row with other names, and "
          "which names share one differs from centre to centre",
    "[people]")
{
    PeopleDesk desk, other;
    const auto rowIn = [](PeopleDesk& centre, const QString& user) {
        return must(centre.db->read(
            [&](Tx& tx) -> Result<QString> { return SignInGuard(tx, centre.clock).ofUnknown(user).name; }));
    };
    const auto rowsIn = [&](PeopleDesk& centre) {
        return QStringList{rowIn(centre, u"salim"_s), rowIn(centre, u"nobody"_s), rowIn(centre, u"owner"_s)};
    };
    CHECK(rowsIn(desk) != rowsIn(other));

    // Another name of the same row, which only who reads the database can find.
    const auto sharing = [&](const QString& user) {
        return must(desk.db->read([&](Tx& tx) -> Result<QString> {
            const SignInGuard guard(tx, desk.clock);
            const QString row = guard.ofUnknown(user).name;
            for (int i = 0;; ++i)
                if (const QString name = u"x%1"_s.arg(i); guard.ofUnknown(name).name == row) return name;
        }));
    };
    for (const QString& user : {u"salim"_s, u"nobody"_s}) {
        const QString name = sharing(user);
        for (const int wait : {1, 2, 4}) {
            CHECK(refusal(desk.withPassword(name, u"a-password"_s)).key == u"sign-in.wrong"_s);
            CHECK(waitOf(refusal(desk.withPassword(user, u"a-password"_s))) == wait);
            desk.now += wait * 1000;
        }
        for (int i = 3; i < SignInGuard::kFailuresToLock - 1; ++i) {
            CHECK(refusal(desk.withPassword(user, u"a-password"_s)).key == u"sign-in.wrong"_s);
            CHECK(waitOf(refusal(desk.withPassword(name, u"a-password"_s))) == 1 << i);
            desk.now += SignInGuard::kLongestDelayMs;
        }
        CHECK(refusal(desk.withPassword(user, u"a-password"_s)).key == u"sign-in.wrong"_s);
        CHECK(refusal(desk.withPassword(user, u"a-password"_s)).key == u"sign-in.locked"_s);
        CHECK(refusal(desk.withPassword(name, u"a-password"_s)).key == u"sign-in.locked"_s);
    }
    must(desk.secrets().reset(desk.clerk, {}, {}, desk.owner));
    CHECK(desk.withPassword(u"salim"_s, u"clerk-password"_s));
    CHECK(desk.count(u"SELECT count(*) FROM sign_in_failure"_s) == 1); // of the name that nobody has
}

TEST_CASE("An unknown name is refused after the same work as a wrong secret", "[people]")
{
    PeopleDesk desk;
    // With the cost that people's secrets have outside the tests.
    must(PeopleService(*desk.db).add(
        {u"amal"_s, u"الموظفة"_s, {}, Role::Clerk, u"amal-password"_s, u"7777"_s}, desk.owner));
    using Try = Result<Actor> (PeopleDesk::*)(const QString&, const QString&);
    for (const Try attempt : {&PeopleDesk::withPassword, &PeopleDesk::withPin}) {
        const auto with = [&](const QString& user) {
            return [&, user] { CHECK(refusal((desk.*attempt)(user, u"9999"_s)).key == u"sign-in.wrong"_s); };
        };
        SameWork{desk}.require(with(u"amal"_s), with(u"nobody"_s));
    }
}

TEST_CASE(
    "While somebody has no password for a new data key, every wrong one gets the same answer after the same "
    "work",
    "[people]")
{
    PeopleDesk desk;
    must(desk.db->write([](Tx& tx) -> Result<> {
        StaffRepository people(tx);
        const StaffId salim = people.byUser(u"salim"_s)->id;
        people.setSecrets(salim, {QByteArray(""), people.secrets(salim).sealedPin}); // as a change leaves it
        return {};
    }));
    must(PeopleService(*desk.db).add(
        {u"amal"_s, u"الموظفة"_s, {}, Role::Clerk, u"amal-password"_s, u"7777"_s}, desk.owner));
    const Error answer{ErrorCode::Denied, u"sign-in.key-changed"_s, {}, {}};
    const auto with = [&](const QString& user) {
        return [&, user] { CHECK(refusal(desk.withPassword(user, u"a-password"_s)) == answer); };
    };
    SameWork{desk}.require(with(u"salim"_s), with(u"nobody"_s));
    SameWork{desk}.require(with(u"amal"_s), with(u"nobody"_s));
    CHECK(refusal(desk.withPin(u"salim"_s, u"0000"_s)).key == u"sign-in.wrong"_s);

    must(desk.secrets().reset(desk.clerk, u"fresh-password"_s, {}, desk.owner));
    desk.now += SignInGuard::kLongestDelayMs;
    CHECK(refusal(desk.withPassword(u"ghost"_s, u"a-password"_s)).key == u"sign-in.wrong"_s);
}

TEST_CASE("Failures are audited, without the name that was typed", "[people]")
{
    PeopleDesk desk;
    REQUIRE_FALSE(desk.withPin(u"salim"_s, u"0000"_s));
    REQUIRE_FALSE(desk.withPassword(u"my-own-password"_s, u"x"_s));
    REQUIRE_FALSE(desk.withPassword(u"my-own-password"_s, u"x"_s)); // waits: not even looked at
    CHECK(desk.count(u"SELECT count(*) FROM audit_line WHERE act = 'secret.refused'"_s) == 2);
    CHECK(desk.count(u"SELECT count(*) FROM audit_line WHERE act = 'secret.refused' AND subject_id = "_s +
              desk.clerk.text()) == 1);
    CHECK(desk.count(u"SELECT count(*) FROM audit_line WHERE payload LIKE '%own-password%'"_s) == 0);
}

TEST_CASE("A refused sign-in leaves the data locked", "[people]")
{
    PeopleDesk desk;
    desk.db->lock();
    CHECK(refusal(desk.signIn().withPassword(u"salim"_s, u"clerk-password"_s, u"C9"_s)).key ==
        u"sign-in.counter"_s);
    CHECK_FALSE(desk.db->unlocked());
    must(desk.withPassword(u"salim"_s, u"clerk-password"_s));
    must(desk.people().disable(desk.clerk, desk.owner));
    desk.db->lock();
    CHECK(refusal(desk.withPassword(u"salim"_s, u"clerk-password"_s)).key == u"sign-in.disabled"_s);
    CHECK_FALSE(desk.db->unlocked());
}

TEST_CASE("Passwords cost Argon2id over 64 MiB", "[people]")
{
    CHECK(PasswordCost().memoryBytes == 64u * 1024 * 1024);
    CHECK(hashPassword(u"secret"_s).startsWith(u"$argon2id$v=19$m=65536,t=2,p=1$"_s));
}

TEST_CASE("An empty password or PIN is refused without being a try", "[people]")
{
    PeopleDesk desk;
    for (int i = 0; i < 12; ++i) { // more than lock an account
        CHECK(refusal(desk.withPassword(u"salim"_s, {})).key == u"sign-in.wrong"_s);
        CHECK(refusal(desk.withPin(u"salim"_s, u" "_s)).key == u"sign-in.wrong"_s);
    }
    CHECK(desk.withPin(u"salim"_s, u"4321"_s));
    CHECK(desk.count(u"SELECT count(*) FROM audit_line WHERE act = 'secret.refused'"_s) == 0);
}
