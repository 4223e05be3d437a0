#include "core/crypto/password.h"
#include "core/people/people_check.h"
#include "core/people/secret_check.h"
#include "core/people/secrets_service.h"
#include "core/people/staff_repository.h"
#include "core/people/vouched_people.h"
#include "tests/core/people/people_desk.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

struct Desk : PeopleDesk {
    ~Desk()
    {
        const auto changed =
            must(db->read([](Tx& tx) -> Result<QStringList> { return changedPeopleRows(tx); }));
        CHECK(changed.isEmpty());
    }
};

} // namespace

TEST_CASE("A PIN's verifier is sealed under the data key, in its owner's own row", "[people]")
{
    Desk desk;
    must(desk.db->read([&](Tx& tx) -> Result<> {
        const QByteArray sealed = StaffRepository(tx).secrets(desk.clerk).sealedPin;
        CHECK_FALSE(sealed.contains("argon2"));
        const auto open = [&](StaffId id) {
            return tx.vault().open(u"staff", u"sealed_pin", id.raw(), sealed);
        };
        CHECK(verifyPassword(QString::fromLatin1(must(open(desk.clerk))), u"4321"_s));
        CHECK_FALSE(open(desk.manager));
        return {};
    }));
    desk.db->lock();
    CHECK(refusal(desk.withPin(u"salim"_s, u"4321"_s)).key == u"vault.locked"_s);
    must(desk.withPassword(u"salim"_s, u"clerk-password"_s));
}

TEST_CASE("Each person's password and the recovery code open the one data key, and it is random", "[people]")
{
    Desk desk, another;
    const auto keyOf = [](PeopleDesk& of) {
        return must(of.db->read([](Tx& tx) -> Result<QByteArray> { return tx.vault().key(); }));
    };
    const QByteArray key = keyOf(desk);
    CHECK(key.size() == 32);
    CHECK(keyOf(another) != key); // of the same words
    const std::pair<QString, QString> people[] = {{u"owner"_s, u"owner-password"_s},
        {u"manager"_s, u"manager-password"_s}, {u"salim"_s, u"clerk-password"_s}};
    std::set<QByteArray> wraps;
    for (const auto& [user, password] : people) {
        desk.db->lock();
        must(desk.withPassword(user, password));
        CHECK(keyOf(desk) == key);
        wraps.insert(must(desk.db->read([&](Tx& tx) -> Result<QByteArray> {
            StaffRepository staff(tx);
            return staff.secrets(staff.byUser(user)->id).wrappedKey;
        })));
    }
    CHECK(wraps.size() == std::size(people));
    CHECK(must(SecretCheck(*desk.db, desk.clock).recoveryCode(desk.recovery)) == key);
}

TEST_CASE("The owner resets a forgotten password and PIN offline", "[people]")
{
    Desk desk;
    must(desk.secrets().reset(desk.clerk, u"fresh-password"_s, u"9876"_s, desk.owner));
    desk.db->lock();
    REQUIRE_FALSE(desk.withPassword(u"salim"_s, u"clerk-password"_s));
    desk.now += 1000;
    CHECK(desk.withPassword(u"salim"_s, u"fresh-password"_s));
    CHECK(desk.withPin(u"salim"_s, u"9876"_s));
    CHECK(
        desk.count(u"SELECT count(*) FROM audit_line WHERE act = 'staff.reset' AND actor = 'owner'"_s) == 1);
    const auto clerk = must(desk.withPin(u"salim"_s, u"9876"_s));
    CHECK(
        refusal(desk.secrets().reset(desk.manager, u"fresh-password"_s, {}, clerk)).key == u"gate.denied"_s);
}

TEST_CASE("The printed recovery code gives the owner a new password and is spent by it", "[people]")
{
    Desk desk;
    desk.db->lock();
    auto secrets = desk.secrets();
    CHECK(refusal(secrets.recover(u"AAAAA-AAAAA"_s, u"owner"_s, u"next-password"_s, u"246824"_s)).key ==
        u"recovery.wrong"_s);
    CHECK(refusal(secrets.recover(desk.recovery, u"owner"_s, u"next-password"_s, u"246824"_s)).key ==
        u"sign-in.wait"_s);
    desk.now += 1000;
    CHECK(refusal(secrets.recover(desk.recovery, u"salim"_s, u"next-password"_s, u"246824"_s)).key ==
        u"recovery.no-owner"_s);
    CHECK_FALSE(desk.db->unlocked());
    desk.now += 2000;
    const QString typed = desk.recovery.toLower().replace(u'-', u' ').replace(u'0', u'o');
    const auto next = must(secrets.recover(typed, u"owner"_s, u"next-password"_s, u"246824"_s));
    CHECK_FALSE(desk.db->unlocked());
    CHECK(next != desk.recovery);
    CHECK(desk.withPassword(u"owner"_s, u"next-password"_s));
    CHECK(desk.withPin(u"owner"_s, u"246824"_s));
    CHECK(desk.count(u"SELECT count(*) FROM audit_line WHERE act = 'staff.recovered'"_s) == 1);

    CHECK(refusal(secrets.recover(desk.recovery, u"owner"_s, u"third-password"_s, u"246824"_s)).key ==
        u"recovery.wrong"_s);
    desk.now += 1000;
    CHECK(secrets.recover(next, u"owner"_s, u"third-password"_s, u"246824"_s));
}

TEST_CASE("A new recovery code makes the old one worthless", "[people]")
{
    Desk desk;
    const auto next = must(desk.secrets().newRecoveryCode(desk.owner));
    CHECK(refusal(desk.secrets().recover(desk.recovery, u"owner"_s, u"next-password"_s, u"246824"_s)).key ==
        u"recovery.wrong"_s);
    desk.now += 1000;
    CHECK(desk.secrets().recover(next, u"owner"_s, u"next-password"_s, u"246824"_s));
    CHECK(desk.count(u"SELECT count(*) FROM recovery_key"_s) == 1);
}

TEST_CASE("Everybody changes their own password and PIN, knowing the old one", "[people]")
{
    Desk desk;
    const auto clerk = must(desk.withPin(u"salim"_s, u"4321"_s));
    auto secrets = desk.secrets();
    must(secrets.changePassword(u"clerk-password"_s, u"another-password"_s, clerk));
    must(secrets.changePin(u"4321"_s, u"1357"_s, clerk));
    CHECK(desk.withPassword(u"salim"_s, u"another-password"_s));
    CHECK(desk.withPin(u"salim"_s, u"1357"_s));
    CHECK(refusal(secrets.changePassword(u"another-password"_s, u"short"_s, clerk)).key ==
        u"people.password-short"_s);
    CHECK(refusal(secrets.changePin(u"1357"_s, u"١٣٥٧"_s, clerk)).key == u"people.pin-same"_s);
    CHECK(refusal(secrets.changePin(u"0000"_s, u"2222"_s, clerk)).key == u"sign-in.wrong"_s);
    CHECK(refusal(secrets.changePin(u"1357"_s, u"2222"_s, clerk)).key == u"sign-in.wait"_s);
    CHECK(refusal(secrets.changePin(u"1357"_s, u"2222"_s, Actor())).key == u"gate.not-signed-in"_s);
}

TEST_CASE("Who manages staff does not thereby become an owner", "[people]")
{
    Desk desk;
    auto people = desk.people();
    must(people.setPermission(Role::Manager, Permission::ManageStaff, true, desk.owner));
    const auto manager = must(desk.withPin(u"manager"_s, u"567890"_s));
    must(people.disable(desk.clerk, manager));
    must(people.enable(desk.clerk, manager));
    must(people.setRole(desk.clerk, Role::Cashier, manager));
    const auto ownerOnly = u"people.owner-only"_s;
    CHECK(refusal(people.setRole(desk.manager, Role::Owner, manager)).key == ownerOnly);
    CHECK(refusal(people.disable(desk.owner.staff(), manager)).key == ownerOnly);
    CHECK(refusal(desk.secrets().reset(desk.owner.staff(), u"mine-now-1"_s, {}, manager)).key == ownerOnly);
    CHECK(refusal(desk.secrets().newRecoveryCode(manager)).key == ownerOnly);
    CHECK(refusal(people.add({u"second"_s, u"ثان"_s, {}, Role::Owner, u"password-1"_s, u"111111"_s}, manager))
              .key == ownerOnly);
    CHECK(refusal(people.setPermission(Role::Manager, Permission::ManageBackups, true, manager)).key ==
        u"gate.denied"_s);
    CHECK(refusal(people.setPermission(Role::Owner, Permission::ManageStaff, false, desk.owner)).key ==
        u"people.owner-needs"_s);
    // What an owner took from owners comes back.
    must(people.setPermission(Role::Owner, Permission::ManageBackups, false, desk.owner));
    const Actor lacking(
        desk.owner.staff(), desk.owner.user(), desk.owner.counter(), {Permission::ManageStaff});
    must(people.setPermission(Role::Owner, Permission::ManageBackups, true, lacking));
}

TEST_CASE("Nobody gives a role that holds more than they do, nor takes over who holds more", "[people]")
{
    Desk desk;
    auto people = desk.people();
    auto secrets = desk.secrets();
    must(people.setPermission(Role::Clerk, Permission::ManageStaff, true, desk.owner));
    const auto clerk = must(desk.withPin(u"salim"_s, u"4321"_s));
    const auto colleague =
        must(people.add({u"amal"_s, u"الموظفة"_s, {}, Role::Clerk, u"amal-password"_s, u"7777"_s}, clerk));
    const auto more = u"people.holds-more"_s;
    CHECK(refusal(people.setRole(desk.clerk, Role::Manager, clerk)).key == more);
    CHECK(refusal(people.setRole(colleague, Role::Manager, clerk)).key == more);
    CHECK(refusal(people.setRole(colleague, Role::Inspector, clerk)).args ==
        QStringList{permissionKey(Permission::ViewReports)});
    CHECK(refusal(people.setRole(desk.manager, Role::Clerk, clerk)).key == more);
    CHECK(refusal(people.add({u"second"_s, u"ثان"_s, {}, Role::Manager, u"password-1"_s, u"111111"_s}, clerk))
              .key == more);
    CHECK(refusal(secrets.reset(desk.manager, u"mine-now-1"_s, {}, clerk)).key == more);
    CHECK(refusal(secrets.reset(desk.manager, {}, u"111111"_s, clerk)).key == more);
    must(people.disable(desk.manager, clerk));
    CHECK(refusal(people.enable(desk.manager, clerk)).key == more);

    must(secrets.reset(desk.manager, {}, {}, clerk)); // nothing but the lock
    must(people.setRole(colleague, Role::Cashier, clerk));
    must(secrets.reset(colleague, u"fresh-password"_s, {}, clerk));
    must(people.enable(desk.manager, desk.owner));
    must(people.setPermission(Role::Owner, Permission::CloseDay, false, desk.owner));
    must(people.setRole(colleague, Role::Manager, must(desk.withPin(u"owner"_s, u"123456"_s))));
}

TEST_CASE("An owner whom no password lets in is no other owner", "[people]")
{
    Desk desk;
    auto people = desk.people();
    const auto partner = must(people.add(
        {u"partner"_s, u"الشريك"_s, {}, Role::Owner, u"partner-password"_s, u"246824"_s}, desk.owner));
    must(desk.db->write([&](Tx& tx) -> Result<> { // as a change of the data key leaves it
        StaffRepository staff(tx);
        PeopleChange change(tx, PeopleRow::of(partner));
        auto secrets = staff.secrets(partner);
        secrets.wrappedKey = QByteArray("");
        staff.setSecrets(partner, secrets);
        change.record(desk.owner, u"staff.key-changed"_s, partner.raw());
        return {};
    }));
    const auto last = u"people.last-owner"_s;
    CHECK(refusal(people.disable(desk.owner.staff(), desk.owner)).key == last);
    CHECK(refusal(people.setRole(desk.owner.staff(), Role::Clerk, desk.owner)).key == last);
    must(desk.secrets().reset(partner, u"fresh-password"_s, {}, desk.owner));
    must(people.disable(desk.owner.staff(), desk.owner));
}

TEST_CASE("The last owner keeps the role, and a second one may leave it", "[people]")
{
    Desk desk;
    auto people = desk.people();
    CHECK(refusal(people.setRole(desk.owner.staff(), Role::Clerk, desk.owner)).key == u"people.last-owner"_s);
    must(people.setRole(desk.manager, Role::Owner, desk.owner));
    must(people.setRole(desk.owner.staff(), Role::Clerk, desk.owner));
    CHECK(must(desk.withPin(u"manager"_s, u"567890"_s)).holds(Permission::ManageStaff));
}

TEST_CASE("A recovery code is read as people write it", "[people]")
{
    CHECK(tidyRecoveryCode(u"abcde fghjk-mnpqr st0o1 il٢23"_s) == u"ABCDE-FGHJK-MNPQR-ST001-11223"_s);
}

TEST_CASE("Whoever approves what others do has a PIN of six digits at least, however it is set", "[people]")
{
    Desk desk;
    auto people = desk.people();
    auto secrets = desk.secrets();
    const Error tooShort{ErrorCode::Invalid, u"people.pin-approver"_s, {u"6"_s}, {}};
    const StaffDraft second{u"second"_s, u"ثان"_s, {}, Role::Manager, u"second-password"_s, u"12345"_s};
    CHECK(refusal(people.add(second, desk.owner)) == tooShort);
    CHECK(refusal(secrets.reset(desk.manager, {}, u"12345"_s, desk.owner)) == tooShort);
    CHECK(refusal(secrets.recover(desk.recovery, u"owner"_s, u"next-password"_s, u"12345"_s)) == tooShort);
    const auto manager = must(desk.withPin(u"manager"_s, u"567890"_s));
    CHECK(refusal(secrets.changePin(u"567890"_s, u"١٢٣٤٥"_s, manager)) == tooShort);
    must(secrets.changePin(u"567890"_s, u"١٢٣٤٥٦"_s, manager)); // what was refused was no failed try
    CHECK(desk.withPin(u"manager"_s, u"123456"_s));

    must(secrets.reset(desk.clerk, {}, u"1357"_s, desk.owner));
    must(people.setPermission(Role::Clerk, Permission::ApproveActs, true, desk.owner));
    CHECK(refusal(secrets.reset(desk.clerk, {}, u"1357"_s, desk.owner)) == tooShort);
    must(people.setPermission(Role::Manager, Permission::ApproveActs, false, desk.owner));
    must(secrets.reset(desk.manager, {}, u"1357"_s, desk.owner));

    FirstRun first;
    first.centre.nameAr = u"مركز"_s;
    first.counters = {{u"C1"_s, u"الشباك 1"_s, {}, true}};
    first.owner = {u"owner"_s, u"المالك"_s, {}, Role::Owner, u"owner-password"_s, u"12345"_s};
    CHECK(refusal(PeopleService::check(first)) == tooShort);
    first.owner.pin = u"123456"_s;
    CHECK(PeopleService::check(first));
}
