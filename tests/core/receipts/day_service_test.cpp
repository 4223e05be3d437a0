#include "core/audit/audit_trail.h"
#include "core/cash/clock_guard.h"
#include "core/cash/day_close.h"
#include "core/receipts/day_figures.h"
#include "core/receipts/day_service.h"
#include "tests/core/till_fixture/till.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const QDate kDay(2026, 11, 22);

Money baisa(std::int64_t value)
{
    return Money::fromBaisa(value);
}

/// Counts a shift's drawer to the baisa, closes it and signs it off.
void settle(Till& till, ShiftId shift)
{
    ShiftService shifts(*till.db);
    const auto blind = must(shifts.count(shift, {}, till.by));
    must(shifts.count(shift, fewestPieces(blind.expected), till.by));
    must(shifts.close(shift, {}, till.by));
    must(shifts.signOff(shift, till.by));
}

} // namespace

TEST_CASE("The roll-up of a day equals what its receipts come to", "[receipts]")
{
    Till till;
    ReceiptDraft split = oneRenewal();
    split.lines.push_back(split.lines.front());
    split.lines.back().serviceCode = u"MOL-PERMIT"_s;
    split.lines.back().agencyCode = u"MOL"_s;
    split.lines.back().discount = baisa(100);
    split.payments = {
        {Tender::Card, baisa(30'000), {}, u"A"_s, {}}, {Tender::Cash, baisa(9'900), {}, {}, {}}};
    till.issue(oneRenewal());
    till.issue(split);
    must(till.db->read([](Tx& tx) -> Result<> {
        const DayFigures figures(tx);
        const FigureMap stored = figures.stored(kDay);
        CHECK(stored == figures.recomputed(kDay));
        CHECK(stored.at({Dimension::Day, QString()}).receipts == 2);
        CHECK(stored.at({Dimension::Day, QString()}).total == baisa(59'900));
        CHECK(stored.at({Dimension::Service, u"ROP-VEH-RENEW"_s}).receipts == 2);
        CHECK(stored.at({Dimension::Tender, u"cash"_s}).total == baisa(29'900));
        CHECK(stored.at({Dimension::Agency, u"MOL"_s}).governmentFees == baisa(18'000));
        CHECK(stored.at({Dimension::Hour, u"12"_s}).receipts == 2);
        CHECK(figures.over(Dimension::Clerk, kDay.addDays(-3), kDay).at(u"owner"_s).receipts == 2);
        CHECK(figures.days(kDay.addDays(-30), kDay).size() == 1);
        return {};
    }));
}

TEST_CASE("A day is closed once, signed, with every drawer settled", "[receipts]")
{
    Till till;
    DayService days(*till.db);
    till.issue(oneRenewal());
    CHECK(refusal(days.close(kDay, till.by)).key == u"cash.shift-not-signed"_s);
    CHECK(refusal(days.close(kDay.addDays(1), till.by)).key == u"cash.day-not-over"_s);
    CHECK(refusal(days.close(kDay.addDays(-1), till.by)).key == u"cash.day-empty"_s);
    CHECK(refusal(days.close(kDay, actorWith({Permission::CloseShift}))).code == ErrorCode::Denied);
    settle(till, till.shift.id);
    const DayClose close = must(days.close(kDay, till.by));
    CHECK(close.number == 1);
    CHECK(close.totals.receipts == 1);
    CHECK(close.totals.total == baisa(20'000));
    CHECK(close.totals.income() == baisa(2'000 - 95));
    CHECK(close.totals.series == std::vector<DayTotals::Series>{{u"C1"_s, 1, 1}});
    REQUIRE(close.totals.drawers.size() == 1);
    CHECK(close.totals.drawers[0].counted == baisa(40'000));
    CHECK(verifySignature(
        till.key.publicKey, dayCloseSignedText(close, dayTotalsJson(close.totals)), close.signature));
    CHECK(must(days.find(kDay, till.by)) == close);
    CHECK(refusal(days.close(kDay, till.by)).key == u"cash.day-closed"_s);
}

TEST_CASE("A closed day takes no more receipts and no more shifts", "[receipts]")
{
    Till till;
    settle(till, till.shift.id);
    must(DayService(*till.db).close(kDay, till.by));
    CHECK(refusal(ReceiptService(*till.db).issue(oneRenewal(), till.by)).key == u"cash.day-closed"_s);
    CHECK(refusal(ShiftService(*till.db).open(u"C2"_s, Money(), till.by)).key == u"cash.day-closed"_s);
    till.db->setClock(steppingClock(QDateTime(kDay.addDays(1), QTime(5, 0), Qt::UTC)));
    CHECK(till.issue(oneRenewal()).businessDay == kDay.addDays(1));
}

TEST_CASE(
    "A day that was closed while the clock stood ahead loses no money from the days that come to be closed "
    "before it, and its own date works for the next day",
    "[receipts]")
{
    Till till;
    DayService days(*till.db);
    const auto at = [&](const QDate& day, int hour) {
        till.db->setClock(steppingClock(QDateTime(day, QTime(hour, 0), Qt::UTC)));
    };
    const auto settleAll = [&] {
        for (const Shift& shift : must(ShiftService(*till.db).unsettled(till.by)))
            settle(till, shift.id);
    };
    const auto signedIn = [](const DayClose& close, const QString& account) {
        Money sum;
        for (const auto& balance : close.totals.balances)
            if (balance.account == account) sum += balance.amount;
        return sum;
    };
    const QDate ahead = kDay.addDays(30);
    till.issue(oneRenewal());
    settleAll();
    must(days.close(kDay, till.by));
    at(ahead, 5);
    till.issue(oneRenewal());
    settleAll();
    CHECK(signedIn(must(days.close(ahead, till.by)), u"agency-payable"_s) == baisa(-36'000));

    at(kDay.addDays(1), 5); // the clock is set right
    must(ClockGuard(*till.db).confirm(till.by));
    till.issue(oneRenewal());
    settleAll();
    CHECK(signedIn(must(days.close(kDay.addDays(1), till.by)), u"agency-payable"_s) == baisa(-36'000));

    at(ahead, 5);
    const Receipt moved = till.issue(oneRenewal());
    CHECK(moved.businessDay == ahead.addDays(1));
    CHECK(must(ShiftService(*till.db).current(u"C1"_s, till.by)).has_value());
    CHECK(refusal(days.close(ahead.addDays(1), till.by)).key == u"cash.day-not-over"_s);
    at(ahead.addDays(1), 5);
    CHECK_FALSE(
        must(ShiftService(*till.db).current(u"C1"_s, till.by)).has_value()); // a cut-off hour has passed
    CHECK(till.issue(oneRenewal()).businessDay == ahead.addDays(1));
    settleAll();
    const DayClose last = must(days.close(ahead.addDays(1), till.by));
    CHECK(last.totals.receipts == 2);
    CHECK(signedIn(last, u"agency-payable"_s) == baisa(-90'000));
}

TEST_CASE("A closed day takes nothing more because the clock goes back a little", "[receipts]")
{
    Till till;
    const auto at = [&](int hour, int minute) {
        till.db->setClock(steppingClock(QDateTime(kDay, QTime(hour, minute), Qt::UTC)));
    };
    at(10, 0);
    settle(till, till.shift.id);
    must(DayService(*till.db).close(kDay, till.by));
    at(9, 40);
    CHECK(refusal(ReceiptService(*till.db).issue(oneRenewal(), till.by)).key == u"cash.day-closed"_s);
    must(till.db->write([&](Tx& tx) -> Result<> {
        AuditTrail(tx).record(till.by, u"screen.locked"_s, 0);
        return {};
    }));
    at(11, 0);
    CHECK(refusal(ReceiptService(*till.db).issue(oneRenewal(), till.by)).key == u"cash.day-closed"_s);
}

TEST_CASE("A date that was closed ahead works for the next day once somebody confirms the clock, although "
          "its cut-off "
          "hour has passed",
    "[receipts][clock]")
{
    Till till;
    const auto at = [&](const QDate& day, int hour) {
        till.db->setClock(steppingClock(QDateTime(day, QTime(hour, 0), Qt::UTC)));
    };
    const QDate ahead = kDay.addDays(2);
    settle(till, till.shift.id);
    must(DayService(*till.db).close(kDay, till.by));
    at(ahead, 12);
    till.issue(oneRenewal());
    settle(till, must(ShiftService(*till.db).unsettled(till.by)).front().id);
    must(DayService(*till.db).close(ahead, till.by));

    at(ahead, 4); // right at last, in the morning of that date
    CHECK(refusal(ReceiptService(*till.db).issue(oneRenewal(), till.by)).key == u"receipts.clock-behind"_s);
    CHECK(refusal(ShiftService(*till.db).open(u"C1"_s, Money(), till.by)).key == u"receipts.clock-behind"_s);
    must(ClockGuard(*till.db).confirm(till.by));
    CHECK(till.issue(oneRenewal()).businessDay == ahead.addDays(1));
    at(ahead, 14);
    CHECK(till.issue(oneRenewal()).businessDay == ahead.addDays(1));
    at(ahead.addDays(1), 5);
    CHECK(till.issue(oneRenewal()).businessDay == ahead.addDays(1));
}

TEST_CASE("The float that is typed on the morning after a date that was closed ahead opens the drawer",
    "[receipts]")
{
    Till till;
    const auto at = [&](const QDate& day) {
        till.db->setClock(steppingClock(QDateTime(day, QTime(6, 0), Qt::UTC)));
    };
    settle(till, till.shift.id);
    must(DayService(*till.db).close(kDay, till.by));
    at(kDay.addDays(-1)); // the right date
    must(ShiftService(*till.db).openFirst(u"C1"_s, Money(), till.by));
    at(kDay);
    const auto moved = must(ShiftService(*till.db).openFirst(u"C1"_s, baisa(30'000), till.by));
    REQUIRE(moved.has_value());
    CHECK(moved->businessDay == kDay.addDays(1));
    at(kDay.addDays(1));
    const auto next = must(ShiftService(*till.db).openFirst(u"C1"_s, baisa(50'000), till.by));
    REQUIRE(next.has_value());
    CHECK(next->openingFloat == baisa(50'000));
    CHECK_FALSE(must(ShiftService(*till.db).openFirst(u"C1"_s, baisa(50'000), till.by)).has_value());
}

TEST_CASE("Forgotten days wait, and close oldest first", "[receipts]")
{
    Till till;
    till.issue(oneRenewal());
    DayService days(*till.db);
    for (int later = 1; later <= 3; ++later) {
        till.db->setClock(steppingClock(QDateTime(kDay.addDays(later), QTime(5, 0), Qt::UTC)));
        till.issue(oneRenewal());
    }
    CHECK(must(days.openDays(till.by)).size() == 4);
    for (const Shift& shift : must(ShiftService(*till.db).unsettled(till.by)))
        settle(till, shift.id);
    const Error older = refusal(days.close(kDay.addDays(2), till.by));
    CHECK(older.key == u"cash.older-day-open"_s);
    CHECK(older.args == QStringList{u"2026-11-22"_s});
    for (int later = 0; later <= 3; ++later)
        CHECK(must(days.close(kDay.addDays(later), till.by)).number == later + 1);
    CHECK(must(days.openDays(till.by)).empty());
}

TEST_CASE("A roll-up that was tampered with stops the close", "[receipts]")
{
    Till till;
    till.issue(oneRenewal());
    settle(till, till.shift.id);
    tamper(*till.db, u"UPDATE day_figure SET total_baisa = total_baisa + 1 WHERE dimension = 'tender'"_s);
    CHECK(refusal(DayService(*till.db).close(kDay, till.by)).key == u"cash.rollup-differs"_s);
}
