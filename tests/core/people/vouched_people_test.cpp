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
    SecretsService secrets() { return SecretsService(*db, kCheap, clock); }
    /// As with a tool for databases, behind the program's back.
    void edit(const QString& sql)
    {
        must(db->write([&](Tx& tx) -> Result<> {
            tx.execute(sql);
            return {};
        }));
    }
    QStringList changed()
    {
        return must(db->read([](Tx& tx) -> Result<QStringList> { return changedPeopleRows(tx); }));
    }
};

const auto kDiffers = u"people.row-differs"_s;

} // namespace

TEST_CASE("A clerk who writes a higher role into the database opens nothing by it", "[people]")
{
    Desk desk;
    const auto before = must(desk.withPin(u"salim"_s, u"4321"_s));
    desk.edit(u"UPDATE staff SET role = 'owner' WHERE user_name = 'salim'"_s);
    CHECK(refusal(desk.withPassword(u"salim"_s, u"clerk-password"_s)).key == kDiffers);
    desk.now += 1000;
    CHECK(refusal(desk.withPin(u"salim"_s, u"4321"_s)).key == kDiffers);
    desk.now += 2000;
    auto secrets = desk.secrets();
    CHECK(
        refusal(secrets.changePassword(u"clerk-password"_s, u"another-password"_s, before)).key == kDiffers);
    desk.now += 4000;
    CHECK(refusal(secrets.changePin(u"4321"_s, u"999999"_s, before)).key == kDiffers);
    CHECK(desk.changed().contains(u"staff "_s + before.staff().text()));
}

TEST_CASE("A clerk's wrapped key in the owner's row does not make the owner of them", "[people]")
{
    Desk desk;
    desk.edit(
        u"UPDATE staff SET wrapped_key = (SELECT c.wrapped_key FROM staff c WHERE c.user_name = 'salim')"
        " WHERE user_name = 'owner'"_s);
    CHECK(refusal(desk.withPassword(u"owner"_s, u"clerk-password"_s)).key == kDiffers);
    CHECK_FALSE(desk.changed().isEmpty());
}

TEST_CASE("Permissions that were written into the database are held by nobody", "[people]")
{
    Desk desk;
    desk.edit(
        u"INSERT INTO role_permission (branch_id, role, permission) VALUES (1, 'clerk', 'staff.manage')"_s);
    CHECK(refusal(desk.withPin(u"salim"_s, u"4321"_s)).key == kDiffers);
    CHECK(desk.changed() == QStringList{u"role clerk"_s});
}

TEST_CASE("A recovery key that was exchanged recovers nothing", "[people]")
{
    Desk desk;
    desk.edit(u"UPDATE recovery_key SET created_at = '2020-01-01T00:00:00.000Z'"_s);
    CHECK(refusal(desk.secrets().recover(desk.recovery, u"owner"_s, u"next-password"_s, u"246824"_s)).key ==
        u"recovery.row-differs"_s);
}

TEST_CASE("An owner sets right what was edited, and the trail tells of it", "[people]")
{
    Desk desk;
    desk.edit(u"UPDATE staff SET role = 'manager' WHERE user_name = 'salim'"_s);
    must(desk.people().setRole(desk.clerk, Role::Clerk, desk.owner));
    CHECK(desk.changed().isEmpty());
    CHECK(desk.withPin(u"salim"_s, u"4321"_s));
    CHECK(desk.count(u"SELECT count(*) FROM audit_line WHERE payload LIKE '%overruled%'"_s) == 1);
}

TEST_CASE("Who manages staff without being an owner sets nothing right that was edited", "[people]")
{
    Desk desk;
    must(desk.people().setPermission(Role::Manager, Permission::ManageStaff, true, desk.owner));
    const auto manager = must(desk.withPin(u"manager"_s, u"567890"_s));
    desk.edit(u"UPDATE staff SET name_en = 'X' WHERE user_name = 'salim'"_s);
    CHECK(refusal(desk.people().setRole(desk.clerk, Role::Cashier, manager)).key == kDiffers);
    desk.edit(u"UPDATE staff SET role = 'owner' WHERE user_name = 'manager'"_s);
    CHECK(refusal(desk.people().add(
                      {u"second"_s, u"ثان"_s, {}, Role::Owner, u"password-1"_s, u"111111"_s}, manager))
              .key == kDiffers);
    CHECK(refusal(desk.people().setPermission(Role::Clerk, Permission::ManageStaff, true, manager)).key ==
        kDiffers);
}

TEST_CASE("An edit stays visible in the trail whatever act on the row comes next", "[people]")
{
    Desk desk;
    desk.edit(u"UPDATE staff SET role = 'owner' WHERE user_name = 'salim'"_s);
    must(desk.db->write([&](Tx& tx) -> Result<> {
        // As a program of the dishonest one's own would do it.
        PeopleChange change(tx, PeopleRow::of(desk.clerk));
        change.record(Actor(desk.clerk, u"salim"_s, {}, {}), u"staff.password-changed"_s, desk.clerk.raw());
        return {};
    }));
    REQUIRE(desk.changed().size() == 1);
    CHECK(desk.changed().front().startsWith("audit_line "_L1));
}

TEST_CASE("A row that is put back to what an older act left opens nothing", "[people]")
{
    Desk desk;
    must(desk.people().setRole(desk.clerk, Role::Manager, desk.owner));
    must(desk.people().setRole(desk.clerk, Role::Clerk, desk.owner));
    desk.edit(u"UPDATE staff SET role = 'manager' WHERE user_name = 'salim'"_s);
    CHECK(refusal(desk.withPin(u"salim"_s, u"4321"_s)).key == kDiffers);
}

TEST_CASE("A role that was edited while the secret was looked at is not the one that signs in", "[people]")
{
    Desk desk;
    SecretCheck check(*desk.db, desk.clock);
    must(check.password(u"salim"_s, u"clerk-password"_s, u"sign-in"_s));
    desk.edit(u"UPDATE staff SET role = 'owner' WHERE user_name = 'salim'"_s);
    Staff read;
    must(desk.db->read([&](Tx& tx) -> Result<> {
        read = *StaffRepository(tx).byUser(u"salim"_s);
        return {};
    }));
    desk.edit(u"UPDATE staff SET role = 'clerk' WHERE user_name = 'salim'"_s);
    const auto now = must(desk.db->write([&](Tx& tx) { return check.passed(tx, read); }));
    CHECK(now.role == Role::Clerk);
}

TEST_CASE("An edited role of owners is set right by the recovery code", "[people]")
{
    Desk desk;
    desk.edit(u"DELETE FROM role_permission WHERE role = 'owner' AND permission = 'day.close'"_s);
    CHECK(refusal(desk.withPassword(u"owner"_s, u"owner-password"_s)).key == kDiffers);
    must(desk.secrets().recover(desk.recovery, u"owner"_s, u"next-password"_s, u"246824"_s));
    const auto owner = must(desk.withPassword(u"owner"_s, u"next-password"_s));
    CHECK(owner.holds(Permission::CloseDay));
    CHECK(desk.changed().isEmpty());
}

TEST_CASE("A PIN that is written down as its holder's own approves nothing, and is found", "[people]")
{
    Desk desk;
    must(desk.secrets().reset(desk.manager, {}, u"111222"_s, desk.owner));
    CHECK(desk.changed().isEmpty());
    const auto before = desk.count(u"SELECT pin_given FROM staff WHERE user_name = 'manager'"_s);
    CHECK(before == 1);
    desk.edit(u"UPDATE staff SET pin_given = 0 WHERE user_name = 'manager'"_s);
    CHECK(desk.changed() == QStringList{u"staff "_s + desk.manager.text()});
    CHECK(refusal(desk.withPin(u"manager"_s, u"111222"_s)).key == kDiffers);
}
