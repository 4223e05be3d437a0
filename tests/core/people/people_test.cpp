#include "core/audit/audit_trail.h"
#include "core/people/people_check.h"
#include "core/people/people_service.h"
#include "core/people/sign_in.h"
#include "core/settings/settings_repository.h"
#include "tests/support/cheap_secrets.h"
#include "tests/support/test_support.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

FirstRun firstRun()
{
    FirstRun request;
    request.centre.nameAr = u"مركز سند التجريبي"_s;
    request.centre.nameEn = u"Demonstration Sanad centre"_s;
    request.counters = {{u"C1"_s, u"الشباك 1"_s, u"Counter 1"_s, true}};
    request.owner = {u"owner"_s, u"المالك"_s, u"Owner"_s, Role::Owner, u"owner-password"_s, u"123456"_s};
    return request;
}

struct Desk {
    std::unique_ptr<Database> db = Database::forTests();
    QString recovery;
    Actor owner;

    explicit Desk(bool namedInArabic = true)
    {
        FirstRun request = firstRun();
        if (!namedInArabic) request.centre.nameAr.clear();
        recovery = must(PeopleService(*db, kCheap).setUp(request));
        owner = must(SignIn(*db).withPassword(u"owner"_s, u"owner-password"_s, u"C1"_s));
    }
    StaffId addClerk()
    {
        return must(
            PeopleService(*db, kCheap)
                .add({u"salim"_s, u"الموظف"_s, u"Clerk"_s, Role::Clerk, u"clerk-password"_s, u"٤٣٢١"_s},
                    owner));
    }
    QStringList changedRows()
    {
        return must(db->read([](Tx& tx) -> Result<QStringList> { return changedPeopleRows(tx); }));
    }
};

} // namespace

TEST_CASE("Set-up makes an owner who can do everything and happens once", "[people]")
{
    Desk desk;
    for (const auto permission : allPermissions())
        CHECK(desk.owner.holds(permission));
    CHECK(desk.recovery.size() == 29);
    CHECK(refusal(PeopleService(*desk.db, kCheap).setUp(firstRun())).key == u"people.already-set-up"_s);
    CHECK(must(desk.db->read([](Tx& tx) -> Result<Centre> { return SettingsRepository(tx).centre(); })) ==
        firstRun().centre);
}

TEST_CASE("A centre is set up once, whatever it is called and whatever was written over its name", "[people]")
{
    Desk desk(GENERATE(true, false));
    FirstRun another = firstRun();
    another.owner.user = u"stranger"_s;
    tamper(*desk.db, u"UPDATE setting SET value = '' WHERE key LIKE 'centre.%'"_s);
    CHECK(refusal(PeopleService(*desk.db, kCheap).setUp(another)).key == u"people.already-set-up"_s);
    CHECK(must(SignIn(*desk.db).withPassword(u"owner"_s, u"owner-password"_s, u"C1"_s)).user() == u"owner"_s);
    CHECK(desk.changedRows().isEmpty());
}

TEST_CASE("Of two set-ups of one server at the same instant one is refused", "[people]")
{
    const auto db = Database::forTests();
    if (!db->onServer()) return; // one process writes a SQLite folder
    std::atomic<int> done{0};
    std::vector<std::thread> desks;
    for (int i = 0; i < 2; ++i)
        desks.emplace_back([&] {
            const auto desk = Database::open(db->location(), OpenMode::Write);
            if (desk && PeopleService(**desk, kCheap).setUp(firstRun())) ++done;
        });
    for (auto& desk : desks)
        desk.join();
    CHECK(done == 1);
}

TEST_CASE("A second set-up that was written into the audit trail is found", "[people]")
{
    Desk desk;
    must(desk.db->write([](Tx& tx) -> Result<> {
        AuditTrail(tx).record(Actor(), u"centre.set-up"_s, 1);
        return {};
    }));
    CHECK(desk.changedRows().size() == 1);
}

TEST_CASE("The first sign-in after a start takes the password and opens the data key", "[people]")
{
    Desk desk;
    desk.addClerk();
    desk.db->lock();
    CHECK(refusal(SignIn(*desk.db).withPin(u"salim"_s, u"4321"_s, u"C1"_s)).key == u"vault.locked"_s);
    const auto clerk = must(SignIn(*desk.db).withPassword(u"salim"_s, u"clerk-password"_s, u"C1"_s));
    CHECK(desk.db->unlocked());
    CHECK(clerk.holds(Permission::IssueReceipts));
    CHECK_FALSE(clerk.holds(Permission::CloseDay));
    CHECK(SignIn(*desk.db).withPin(u"salim"_s, u"٤٣٢١"_s, u"C1"_s));
}

TEST_CASE("An unknown user and a wrong secret get the same answer", "[people]")
{
    Desk desk;
    std::int64_t later = 0;
    SignIn signIn(*desk.db, {u"pc"_s, u"boot"_s, [&later] { return later += 1'000'000; }});
    const Error wrong = refusal(signIn.withPassword(u"owner"_s, u"not-the-password"_s, u"C1"_s));
    CHECK(wrong.key == u"sign-in.wrong"_s);
    CHECK(refusal(signIn.withPassword(u"nobody"_s, u"not-the-password"_s, u"C1"_s)) == wrong);
    CHECK(refusal(signIn.withPin(u"owner"_s, u"9999"_s, u"C1"_s)) == wrong);
    CHECK(refusal(signIn.withPin(u"nobody"_s, u"9999"_s, u"C1"_s)) == wrong);
    CHECK(refusal(signIn.withPin(u"owner"_s, u"123456"_s, u"C9"_s)).key == u"sign-in.counter"_s);
}

TEST_CASE("A leaver is disabled, never deleted, and the last owner stays", "[people]")
{
    Desk desk;
    const auto clerk = desk.addClerk();
    PeopleService people(*desk.db, kCheap);
    REQUIRE(people.disable(clerk, desk.owner));
    CHECK(refusal(SignIn(*desk.db).withPassword(u"salim"_s, u"clerk-password"_s, u"C1"_s)).key ==
        u"sign-in.disabled"_s);
    CHECK(must(people.list(desk.owner)).size() == 2);
    CHECK(refusal(people.disable(desk.owner.staff(), desk.owner)).key == u"people.last-owner"_s);
}

TEST_CASE("Staff are managed by those who hold the permission alone", "[people]")
{
    Desk desk;
    desk.addClerk();
    const auto clerk = must(SignIn(*desk.db).withPassword(u"salim"_s, u"clerk-password"_s, u"C1"_s));
    PeopleService people(*desk.db, kCheap);
    CHECK(refusal(people.add({}, clerk)).key == u"gate.denied"_s);
    CHECK(refusal(people.list(Actor())).key == u"gate.not-signed-in"_s);
    CHECK(refusal(people.setPermission(Role::Clerk, Permission::CloseDay, true, clerk)).code ==
        ErrorCode::Denied);
}

TEST_CASE("Permissions are data", "[people]")
{
    Desk desk;
    desk.addClerk();
    REQUIRE(
        PeopleService(*desk.db, kCheap).setPermission(Role::Clerk, Permission::CloseDay, true, desk.owner));
    CHECK(must(SignIn(*desk.db).withPassword(u"salim"_s, u"clerk-password"_s, u"C1"_s))
              .holds(Permission::CloseDay));
}

TEST_CASE("Bad staff drafts are refused with the rule they break", "[people]")
{
    Desk desk;
    PeopleService people(*desk.db, kCheap);
    const StaffDraft good{u"amal"_s, u"الموظفة"_s, u"Clerk"_s, Role::Clerk, u"long-password"_s, u"1234"_s};
    const auto refusedKey = [&](auto change) {
        StaffDraft draft = good;
        change(draft);
        return refusal(people.add(draft, desk.owner)).key;
    };
    CHECK(refusedKey([](auto& d) { d.user = u"A b"_s; }) == u"people.user-name"_s);
    CHECK(refusedKey([](auto& d) { d.nameAr = u" "_s; }) == u"people.name-missing"_s);
    CHECK(refusedKey([](auto& d) { d.password = u"short"_s; }) == u"people.password-short"_s);
    CHECK(refusedKey([](auto& d) { d.pin = u"12a4"_s; }) == u"people.pin"_s);
    CHECK(refusedKey([](auto& d) { d.user = u"owner"_s; }) == u"people.user-taken"_s);
}

TEST_CASE("A person or permission row changed behind the program's back is named", "[people]")
{
    Desk desk;
    const auto clerk = desk.addClerk();
    CHECK(desk.changedRows().isEmpty());
    SECTION("role of a person")
    {
        tamper(*desk.db, u"UPDATE staff SET role = 'owner' WHERE user_name = 'salim'"_s);
        CHECK(desk.changedRows() == QStringList{u"staff "_s + clerk.text()});
    }
    SECTION("removed person")
    {
        CHECK_THROWS_AS(tamper(*desk.db, u"DELETE FROM staff WHERE user_name = 'salim'"_s), DbError);
        tamper(*desk.db,
            desk.db->onServer() ? u"DROP TRIGGER staff_no_delete ON staff"_s
                                : u"DROP TRIGGER staff_no_delete"_s);
        tamper(*desk.db, u"DELETE FROM staff WHERE user_name = 'salim'"_s);
        CHECK(desk.changedRows() == QStringList{u"staff "_s + clerk.text()});
    }
    SECTION("another recovery code")
    {
        tamper(*desk.db, u"UPDATE recovery_key SET created_at = ''"_s);
        CHECK(desk.changedRows() == QStringList{u"recovery_key"_s});
    }
    SECTION("slipped-in permission")
    {
        tamper(*desk.db, u"INSERT INTO role_permission VALUES (1, 'clerk', 'day.close')"_s);
        CHECK(desk.changedRows() == QStringList{u"role clerk"_s});
    }
}

TEST_CASE("A centre is not set up with counters that no receipt number can carry, or with a number that is "
          "no phone",
    "[people]")
{
    const auto db = Database::forTests();
    const auto refused = [&](auto change) {
        FirstRun request = firstRun();
        change(request);
        // Told before there is a database as well.
        const QString key = refusal(PeopleService::check(request)).key;
        CHECK(refusal(PeopleService(*db, kCheap).setUp(request)).key == key);
        return key;
    };
    for (const QString& code : {u"C|1"_s, u"C\n1"_s, u"../x"_s, u""_s, QString(300, u'C')})
        CHECK(refused([&](FirstRun& r) { r.counters.front().code = code; }) == u"settings.counter-code"_s);
    CHECK(refused([](FirstRun& r) { r.counters.push_back(r.counters.front()); }) ==
        u"settings.counter-exists"_s);
    CHECK(refused([](FirstRun& r) { r.centre.phone = u"abc"_s; }) == u"settings.phone"_s);
    CHECK(refused([](FirstRun& r) { r.centre.vatRegistered = true; }) == u"settings.vat-since"_s);
    CHECK(refused([](FirstRun& r) {
        r.centre.vatRegistered = true;
        r.centre.vatSince = QDate(2026, 1, 1);
    }) == u"settings.vatin"_s);
    CHECK(refused([](FirstRun& r) { r.centre.wilayat = u"NOWHERE"_s; }) == u"settings.wilayat"_s);
    must(PeopleService::check(firstRun()));
    must(PeopleService(*db, kCheap).setUp(firstRun()));
}
