#include "core/cash/day_close.h"
#include "core/cash/shift_service.h"
#include "core/ledger/ledger.h"
#include "tests/support/test_support.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

Money baisa(std::int64_t value)
{
    return Money::fromBaisa(value);
}

/// Cash of a sale in the drawer of a shift.
void sell(Database& db, const Shift& shift, std::int64_t amount)
{
    must(db.write([&](Tx& tx) -> Result<> {
        Ledger(tx).post({DocumentKind::Receipt, nextRawId(), shift.businessDay,
            {{drawerOf(shift.id), baisa(amount)}, {{Account::Income, u"service"_s}, baisa(-amount)}}});
        return {};
    }));
}

Money balance(Database& db, const AccountRef& account)
{
    return must(db.read([&](Tx& tx) -> Result<Money> { return Ledger(tx).balance(account); }));
}

void setTime(Database& db, const QDate& day, int utcHour)
{
    db.setClock(steppingClock(QDateTime(day, QTime(utcHour, 0), Qt::UTC)));
}

} // namespace

TEST_CASE("A counter has one open shift, and nobody sees what its drawer should hold", "[cash]")
{
    const auto db = migratedDatabase();
    ShiftService shifts(*db);
    const auto by = anyone();
    CHECK_FALSE(must(shifts.current(u"C1"_s, by)));
    const Shift shift = must(shifts.open(u"C1"_s, baisa(20'000), by));
    CHECK(shift.businessDay == QDate(2026, 11, 22));
    CHECK(refusal(shifts.open(u"C1"_s, Money(), by)).key == u"cash.shift-open"_s);
    CHECK(must(shifts.current(u"C1"_s, by)) == shift);
    CHECK(must(shifts.open(u"C2"_s, Money(), by)).counter == u"C2"_s);
    CHECK(refusal(shifts.summary(shift.id, by)).key == u"cash.not-counted"_s);
}

TEST_CASE("Without the permission no drawer is opened, counted or signed off", "[cash]")
{
    const auto db = migratedDatabase();
    ShiftService shifts(*db);
    const Shift shift = must(shifts.open(u"C1"_s, Money(), anyone()));
    const auto nobody = actorWith({Permission::IssueReceipts});
    CHECK(refusal(shifts.open(u"C2"_s, Money(), nobody)).code == ErrorCode::Denied);
    CHECK(refusal(shifts.count(shift.id, {}, nobody)).code == ErrorCode::Denied);
    CHECK(refusal(shifts.signOff(shift.id, nobody)).code == ErrorCode::Denied);
    CHECK(refusal(shifts.open(u"C1"_s, Money(), Actor())).key == u"gate.not-signed-in"_s);
}

TEST_CASE(
    "Another counter's drawer is counted and closed by who may sign drawers off, and nobody else", "[cash]")
{
    const auto db = migratedDatabase();
    ShiftService shifts(*db);
    const std::set<Permission> clerks{Permission::OpenShift, Permission::CloseShift};
    const Actor theirs(StaffId::fromRaw(71), u"clerk1"_s, u"C1"_s, clerks);
    const Shift shift = must(shifts.open(u"C1"_s, Money(), theirs));

    const Actor elsewhere(StaffId::fromRaw(72), u"clerk2"_s, u"C2"_s, clerks);
    CHECK(refusal(shifts.count(shift.id, {}, elsewhere)).key == u"gate.denied"_s);
    CHECK(refusal(shifts.close(shift.id, {}, elsewhere)).key == u"gate.denied"_s);
    must(shifts.count(shift.id, {}, theirs));
    CHECK(refusal(shifts.summary(shift.id, elsewhere)).key == u"gate.denied"_s);
    must(shifts.count(shift.id, {}, Actor(StaffId::fromRaw(72), u"clerk2"_s, u"C1"_s, clerks)));
    auto manages = clerks;
    manages.insert(Permission::SignOffShift);
    must(shifts.close(shift.id, {}, Actor(StaffId::fromRaw(73), u"manager"_s, {}, manages)));
}

TEST_CASE("A count is kept before its difference is told, and a difference needs a reason", "[cash]")
{
    const auto db = migratedDatabase();
    ShiftService shifts(*db);
    const auto by = anyone();
    const Shift shift = must(shifts.open(u"C1"_s, baisa(20'000), by));
    sell(*db, shift, 12'500);
    CHECK(refusal(shifts.close(shift.id, {}, by)).key == u"cash.not-counted"_s);
    const CountResult count = must(shifts.count(shift.id, {{20'000, 1}, {10'000, 1}, {1'000, 1}}, by));
    CHECK(count.expected == baisa(32'500));
    CHECK(count.difference() == baisa(-1'500));
    const Error needs = refusal(shifts.close(shift.id, u"  "_s, by));
    CHECK(needs.key == u"cash.difference-needs-reason"_s);
    CHECK(needs.args == QStringList{u"-1.500"_s});
    const ShiftSummary summary = must(shifts.close(shift.id, u"رد خاطئ"_s, by));
    CHECK(summary.cashSales == baisa(12'500));
    CHECK(summary.shift.state == ShiftState::Closed);
    CHECK(balance(*db, drawerOf(shift.id)) == Money());
    CHECK(balance(*db, {Account::OverShort, {}}) == baisa(1'500));
    CHECK(balance(*db, safe()) == baisa(31'000 - 20'000));
    CHECK(refusal(shifts.count(shift.id, {}, by)).key == u"cash.shift-closed"_s);
    must(shifts.signOff(shift.id, by));
    CHECK(refusal(shifts.signOff(shift.id, by)).key == u"cash.signed-already"_s);
}

TEST_CASE("A drawer that moved after its count is counted again", "[cash]")
{
    const auto db = migratedDatabase();
    ShiftService shifts(*db);
    const auto by = anyone();
    const Shift shift = must(shifts.open(u"C1"_s, baisa(5'000), by));
    must(shifts.count(shift.id, {{5'000, 1}}, by));
    sell(*db, shift, 1'000);
    CHECK(refusal(shifts.close(shift.id, {}, by)).key == u"cash.count-stale"_s);
    must(shifts.count(shift.id, {{5'000, 1}, {1'000, 1}}, by));
    CHECK(must(shifts.close(shift.id, {}, by)).count->difference() == Money());
}

TEST_CASE("Cash goes in and out with a reason, and never more than there is", "[cash]")
{
    const auto db = migratedDatabase();
    ShiftService shifts(*db);
    const auto by = anyone();
    const Shift shift = must(shifts.open(u"C1"_s, baisa(5'000), by));
    must(shifts.move(u"C1"_s, {CashDirection::In, CashCounterpart::Safe, baisa(3'000), u"صرافة"_s}, by));
    must(shifts.move(u"C1"_s, {CashDirection::Out, CashCounterpart::Bank, baisa(6'000), u"إيداع"_s}, by));
    CHECK(refusal(
              shifts.move(u"C1"_s, {CashDirection::Out, CashCounterpart::Bank, baisa(2'001), u"إيداع"_s}, by))
              .key == u"cash.not-enough"_s);
    CHECK(
        refusal(shifts.move(u"C1"_s, {CashDirection::In, CashCounterpart::Safe, baisa(1), u" "_s}, by)).key ==
        u"cash.no-reason"_s);
    CHECK(
        refusal(shifts.move(u"C1"_s, {CashDirection::In, CashCounterpart::Safe, Money(), u"x"_s}, by)).key ==
        u"cash.amount"_s);
    CHECK(balance(*db, drawerOf(shift.id)) == baisa(2'000));
    CHECK(balance(*db, {Account::Bank, {}}) == baisa(6'000));
}

TEST_CASE("The first act after the cut-off hour opens the next day's shift and the float moves on", "[cash]")
{
    const auto db = migratedDatabase();
    ShiftService shifts(*db);
    const auto by = anyone();
    const Shift first = must(shifts.open(u"C1"_s, baisa(20'000), by));
    sell(*db, first, 7'000);
    const auto act = [&] {
        return db->write([&](Tx& tx) -> Result<Shift> { return shiftForAct(tx, u"C1"_s, by); });
    };
    setTime(*db, QDate(2026, 11, 22), 23); // 03:00 at the centre: still the same business day
    CHECK(must(act()).id == first.id);
    setTime(*db, QDate(2026, 11, 23), 1); // 05:00
    const Shift next = must(act());
    CHECK(next.id != first.id);
    CHECK(next.automatic);
    CHECK(next.businessDay == QDate(2026, 11, 23));
    CHECK(next.openingFloat == baisa(20'000));
    CHECK(balance(*db, drawerOf(first.id)) == baisa(7'000));
    CHECK(balance(*db, drawerOf(next.id)) == baisa(20'000));
    CHECK(must(act()).id == next.id);
    const auto waiting = must(shifts.unsettled(by));
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].state == ShiftState::Waiting);
    CHECK(waiting[1].state == ShiftState::Open);
    CHECK(must(shifts.count(first.id, {{5'000, 1}, {1'000, 2}}, by)).difference() == Money());
}

TEST_CASE("A counter without a shift gets one only from somebody who may open it", "[cash]")
{
    const auto db = migratedDatabase();
    const auto act = [&](const Actor& by) {
        return db->write([&](Tx& tx) -> Result<Shift> { return shiftForAct(tx, u"C3"_s, by); });
    };
    CHECK(refusal(act(actorWith({Permission::IssueReceipts}))).key == u"cash.no-shift"_s);
    const Shift shift = must(act(anyone()));
    CHECK(shift.openingFloat == Money());
}

TEST_CASE("Counted pieces are those of the rial", "[cash]")
{
    CHECK(must(countedTotal({{50'000, 2}, {500, 1}, {5, 3}})) == baisa(100'515));
    CHECK(must(countedTotal({})) == Money());
    CHECK(refusal(countedTotal({{300, 1}})).key == u"cash.no-such-denomination"_s);
    CHECK(refusal(countedTotal({{500, -1}})).key == u"cash.count-pieces"_s);
    CHECK(must(countedTotal(fewestPieces(baisa(87'685)))) == baisa(87'685));
    CHECK(fewestPieces(baisa(-5)).empty());
}

TEST_CASE("A day's totals come back from their text unchanged", "[cash]")
{
    DayTotals totals;
    totals.receipts = 3;
    totals.lines = 4;
    totals.governmentFees = baisa(60'000);
    totals.serviceFees = baisa(9'000);
    totals.vat = baisa(429);
    totals.total = baisa(69'000);
    totals.series = {{u"C1"_s, 1, 3}};
    totals.tenders = {{u"card"_s, 1, baisa(20'000)}, {u"cash"_s, 2, baisa(49'000)}};
    totals.agencies = {{u"ROP"_s, 4, baisa(60'000)}};
    totals.clerks = {{u"clerk"_s, 3, baisa(69'000)}};
    totals.drawers = {{u"C1"_s, u"clerk"_s, baisa(1), baisa(2), baisa(3), u"سبب"_s}};
    CHECK(must(dayTotalsFromJson(dayTotalsJson(totals))) == totals);
    CHECK(refusal(dayTotalsFromJson("[")).key == u"cash.totals-damaged"_s);
}
