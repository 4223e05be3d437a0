#include "core/cash/shift_service.h"
#include "core/people/approvals.h"
#include "core/people/people_service.h"
#include "core/people/secrets_service.h"
#include "core/people/staff_repository.h"
#include "core/queue/queue_service.h"
#include "core/receipts/receipt_service.h"
#include "core/settings/settings_service.h"
#include "tests/core/backup/centre.h"
#include "tests/core/till_fixture/till.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const auto kReason = u"تلف القرص"_s;

/// A centre in a folder that is replaced again and again by its first backup.
struct Replaced : BackedCentre {
    BackupFile made = backup();
    QString folder = place(u"centre"_s);
    QString approver = u"manager"_s, pin = u"222222"_s;

    Replaced() { db.reset(); }
    /// By whoever is signed in there.
    RestoreOutcome restore(Reopened& running, const Actor& by)
    {
        const auto consent =
            must(Approvals(*running.db).give(approver, pin, restoreAct(made.header), kReason, by));
        RestoreRequest again = request(made, folder);
        again.grant = must(grantRestore(*running.db, made.header, consent, by));
        again.acceptOlder = true;
        running.db.reset();
        return must(restoreBackup(again));
    }
    RestoreOutcome restore(Reopened& running) { return restore(running, running.owner); }
};

bool onServer()
{
    return !qEnvironmentVariableIsEmpty("SANAD_TEST_PG"); // a server's database is never replaced
}

QString sellAt(const QString& counter, Reopened& centre)
{
    const Actor at(centre.owner.staff(), centre.owner.user(), counter, [] {
        std::set<Permission> all;
        for (const Permission one : allPermissions())
            all.insert(one);
        return all;
    }());
    (void)ShiftService(*centre.db).open(counter, Money::fromBaisa(20'000), at);
    ReceiptDraft draft = oneRenewal();
    draft.lines.front().transaction = {};
    return must(ReceiptService(*centre.db).issue(draft, at)).number;
}

bool declared(const RestoreOutcome& outcome, const QString& series)
{
    return std::count_if(outcome.gaps.begin(), outcome.gaps.end(), [&](const NumberGap& gap) {
        return gap.series == series && gap.first == 1 && gap.open();
    }) == 1;
}

void checkWhole(Database& db)
{
    const auto breaches = must(verifyCentre(db));
    INFO(listed(breaches).toStdString());
    CHECK(breaches.empty());
}

Staff person(Database& db, const QString& user)
{
    return must(
        db.read([&](Tx& tx) -> Result<Staff> { return StaffRepository(tx).byUser(user).value_or(Staff()); }));
}

StaffDraft draftOf(const QString& user, Role role)
{
    return {user, u"موظف"_s, {}, role, u"demo-"_s + user, u"717171"_s};
}

} // namespace

TEST_CASE("A restore in the place of an earlier one declares lost what that one began", "[backup]")
{
    if (onServer()) return;
    Replaced centre;
    Reopened first(centre.folder);
    centre.restore(first);

    Reopened second(centre.folder);
    const QString receipt = sellAt(u"C1"_s, second);
    must(SettingsService(*second.db).addCounter({u"C3"_s, u"ثالث"_s, u"Third"_s}, second.owner));
    CHECK(sellAt(u"C3"_s, second) == u"C3-000001"_s);
    const QString ticket = must(QueueService(*second.db).issue(u"A"_s, second.owner)).number;
    const auto lost = centre.restore(second);
    CHECK(declared(lost, receipt.section(u'-', 0, 0)));
    CHECK(declared(lost, u"C3"_s));
    CHECK(declared(lost, u"20261122/"_s + ticket.section(u'-', 0, 0)));

    // What was declared in a centre that is replaced is so in the next one.
    Reopened third(centre.folder);
    checkWhole(*third.db);
    const QString later = sellAt(u"C1"_s, third);
    // Nobody else's receipts are numbered like those of a series that a restore began.
    for (const QString& number : {receipt, later})
        CHECK(refusal(SettingsService(*third.db).addCounter(
                          {number.section(u'-', 0, 0), u"رابع"_s, u"Fourth"_s}, third.owner))
                  .key == u"settings.counter-exists"_s);
    const auto lostAgain = centre.restore(third);
    for (const QString& number : {receipt, later, u"C3-1"_s})
        CHECK(declared(lostAgain, number.section(u'-', 0, 0)));

    // A counter that the backup did not know takes up no number that was declared lost.
    Reopened fourth(centre.folder);
    must(SettingsService(*fourth.db).addCounter({u"C3"_s, u"ثالث"_s, u"Third"_s}, fourth.owner));
    const QString anew = sellAt(u"C3"_s, fourth);
    CHECK(anew.startsWith(u"C3"_s));
    CHECK(anew != u"C3-000001"_s);
    checkWhole(*fourth.db);
}

TEST_CASE("The consent to a restore, its reason and who gave it are kept in the restored centre", "[backup]")
{
    if (onServer()) return;
    Replaced centre;
    Reopened running(centre.folder);
    SECTION("by somebody whom the backup knows") { }
    SECTION("by somebody who came later, and comes along without a password")
    {
        must(PeopleService(*running.db).add(draftOf(u"nadia"_s, Role::Manager), running.owner));
        const Actor nadia = must(SignIn(*running.db).withPassword(u"nadia"_s, u"demo-nadia"_s, {}));
        must(SecretsService(*running.db).changePin(u"717171"_s, u"828282"_s, nadia));
        centre.approver = u"nadia"_s;
        centre.pin = u"828282"_s;
    }
    const StaffId approver = person(*running.db, centre.approver).id;
    centre.restore(running);
    Reopened restored(centre.folder);
    CHECK(numberOf(*restored.db, u"SELECT count(*) FROM approval"_s) == 1);
    CHECK(numberOf(*restored.db, u"SELECT approver_id FROM approval"_s) == approver.raw());
    CHECK(numberOf(*restored.db, u"SELECT asked_by FROM approval"_s) == restored.owner.staff().raw());
    const auto id = ApprovalId::fromRaw(numberOf(*restored.db, u"SELECT id FROM approval"_s));
    CHECK(must(Approvals(*restored.db).reason(id, restored.owner)) == kReason);
    CHECK(numberOf(*restored.db, u"SELECT count(*) FROM audit_line WHERE act = 'approval.brought'"_s) == 1);
    CHECK(person(*restored.db, centre.approver).active == (centre.approver == u"manager"_s));
    checkWhole(*restored.db);
}

TEST_CASE("Who was disabled in the replaced centre is disabled in the restored one, but never its last owner",
    "[backup]")
{
    if (onServer()) return;
    Replaced centre;
    Reopened running(centre.folder);
    PeopleService people(*running.db);
    must(people.disable(person(*running.db, u"clerk1"_s).id, running.owner));
    must(people.add(draftOf(u"second"_s, Role::Owner), running.owner));
    const Actor second = must(SignIn(*running.db).withPassword(u"second"_s, u"demo-second"_s, {}));
    must(people.disable(running.owner.staff(), second));
    const auto outcome = centre.restore(running, second);
    CHECK(outcome.disabledAgain == QStringList{u"clerk1"_s});
    Reopened restored(centre.folder); // signs the owner in
    CHECK_FALSE(person(*restored.db, u"clerk1"_s).active);
    CHECK(numberOf(*restored.db, u"SELECT count(*) FROM audit_line WHERE act = 'staff.disabled'"_s) == 1);
    checkWhole(*restored.db);
}

TEST_CASE("Whoever restores may have been away when the backup was made", "[backup]")
{
    if (onServer()) return;
    Replaced centre;
    Reopened running(centre.folder);
    must(PeopleService(*running.db).add(draftOf(u"second"_s, Role::Owner), running.owner));
    const StaffId id = person(*running.db, u"second"_s).id;
    must(PeopleService(*running.db).disable(id, running.owner));
    centre.made = must(BackupService(*running.db).create(centre.stick, running.owner));
    must(PeopleService(*running.db).enable(id, running.owner));
    const Actor second = must(SignIn(*running.db).withPassword(u"second"_s, u"demo-second"_s, {}));
    centre.restore(running, second);
    Reopened restored(centre.folder);
    CHECK(numberOf(*restored.db,
              u"SELECT count(*) FROM audit_line WHERE act = 'backup.restored' AND actor = 'second'"_s) == 1);
    checkWhole(*restored.db);
}

TEST_CASE("A restore right after the backup gives up no work", "[backup]")
{
    if (onServer()) return;
    Replaced centre;
    Reopened running(centre.folder);
    RestoreRequest request = centre.request(centre.made, centre.folder);
    const auto consent =
        must(Approvals(*running.db)
                 .give(centre.approver, centre.pin, restoreAct(centre.made.header), kReason, running.owner));
    request.grant = must(grantRestore(*running.db, centre.made.header, consent, running.owner));
    running.db.reset();
    must(restoreBackup(request));
}
