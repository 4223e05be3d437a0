#include "core/cash/clock_guard.h"
#include "core/ledger/agency_money.h"
#include "core/receipts/day_service.h"
#include "core/reports/day_report.h"
#include "core/reports/today.h"
#include "tests/core/till_fixture/till.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

const QDate kDay(2026, 11, 22);

Money baisa(std::int64_t value)
{
    return Money::fromBaisa(value);
}

void goTo(Till& till, const QDate& day)
{
    till.db->setClock(steppingClock(QDateTime(day, QTime(6, 0), Qt::UTC)));
}

void checkAll(const DayReport& report)
{
    for (const auto& check : report.checks) {
        INFO(check.key.toStdString() << " " << check.left << " " << check.right);
        CHECK(check.holds());
    }
}

void settleAndClose(Till& till, const QDate& day)
{
    ShiftService shifts(*till.db);
    for (const Shift& shift : must(shifts.unsettled(till.by))) {
        if (shift.businessDay != day) continue;
        const Money expected = must(shifts.count(shift.id, {}, till.by)).expected;
        must(shifts.count(shift.id, fewestPieces(expected), till.by));
        must(shifts.close(shift.id, {}, till.by));
        must(shifts.signOff(shift.id, till.by));
    }
    must(DayService(*till.db).close(day, till.by));
}

} // namespace

TEST_CASE("The day report keeps what is the centre's apart from what it holds for agencies", "[reports]")
{
    Till till;
    till.issue(oneRenewal());
    ReceiptDraft card = oneRenewal();
    card.lines.front().discount = baisa(500);
    card.payments = {{Tender::Card, baisa(19'500), {}, {}, {}}};
    till.issue(card);
    must(till.db->write([&](Tx& tx) -> Result<> {
        SANAD_TRY(topUpWallet(tx, u"ROP"_s, baisa(50'000), kDay, till.by));
        return payAgency(tx,
            {TransactionId::fromRaw(5), u"ROP"_s, baisa(18'000), walletAt(u"ROP"_s), u"1"_s, kDay}, till.by);
    }));
    const DayReport report = must(dayReport(*till.db, kDay, till.by));
    CHECK_FALSE(report.closed);
    CHECK(report.headline.receipts == 2);
    CHECK(report.headline.governmentFees == baisa(36'000));
    CHECK(report.headline.vat == baisa(95 + 71));
    CHECK(report.headline.income() == baisa(4'000 - 500 - 166));
    REQUIRE(report.agencies.size() == 1);
    CHECK(report.agencies[0].opening == Money());
    CHECK(report.agencies[0].collected == baisa(36'000));
    CHECK(report.agencies[0].paidOn == baisa(18'000));
    CHECK(report.agencies[0].closing == baisa(18'000));
    CHECK(report.agencies[0].nameEn == u"Royal Oman Police"_s);
    REQUIRE(report.wallets.size() == 1);
    CHECK(report.wallets[0].closing == baisa(32'000));
    CHECK(report.tenders.size() == 2);
    CHECK(report.exceptions.discountedLines == 1);
    CHECK(report.exceptions.cardsWithoutCode == 1);
    CHECK(report.averageTicket() == baisa(19'750));
    checkAll(report);
}

TEST_CASE("The report of a day tells when the roll-up and what was signed or stands in the books differ",
    "[reports]")
{
    Till till;
    till.issue(oneRenewal());
    const bool closed = GENERATE(false, true);
    if (closed) settleAndClose(till, kDay);
    checkAll(must(dayReport(*till.db, kDay, till.by)));
    tamper(*till.db,
        u"UPDATE ledger_day SET credit_baisa = credit_baisa + 1 WHERE account_id = "
        "(SELECT id FROM ledger_account WHERE account = 'agency-payable')"_s);
    const DayReport report = must(dayReport(*till.db, kDay, till.by));
    CHECK(std::any_of(report.checks.begin(), report.checks.end(),
        [](const DayReport::Check& check) { return check.key == u"agencies"_s && !check.holds(); }));
}

TEST_CASE("Reports hold after a close that was made while the clock stood ahead, of days before it that are "
          "open and of "
          "the day itself",
    "[reports][clock]")
{
    Till till;
    const auto workOn = [&](int day) {
        goTo(till, kDay.addDays(day));
        must(ClockGuard(*till.db).confirm(till.by));
        till.issue(oneRenewal());
    };
    const auto heldAt = [&](int day) {
        const DayReport report = must(dayReport(*till.db, kDay.addDays(day), till.by));
        checkAll(report);
        return std::pair(report.agencies.at(0).opening, report.agencies.at(0).closing);
    };
    workOn(0);
    settleAndClose(till, kDay);
    workOn(2);
    settleAndClose(till, kDay.addDays(2));
    CHECK(heldAt(2) == std::pair(baisa(18'000), baisa(36'000))); // as it was signed
    workOn(1); // the clock is set right
    CHECK(heldAt(1) == std::pair(baisa(18'000), baisa(36'000)));
    workOn(3);
    CHECK(heldAt(0) == std::pair(baisa(0), baisa(18'000)));
    CHECK(heldAt(2) == std::pair(baisa(36'000), baisa(54'000)));
    CHECK(heldAt(3) == std::pair(baisa(54'000), baisa(72'000)));
    const auto sums = must(heldForAgencies(*till.db, kDay.addDays(3), kDay.addDays(3), till.by));
    REQUIRE(sums.size() == 1);
    CHECK(sums[0].opening == baisa(54'000));

    tamper(*till.db,
        u"UPDATE ledger_day SET credit_baisa = credit_baisa + 1 WHERE account_id = "
        "(SELECT id FROM ledger_account WHERE account = 'agency-payable') AND business_day = 20261124"_s);
    const DayReport report = must(dayReport(*till.db, kDay.addDays(2), till.by));
    CHECK_FALSE(
        std::all_of(report.checks.begin(), report.checks.end(), [](const auto& one) { return one.holds(); }));
}

TEST_CASE("A drawer whose count was not its last tells nothing that moved on", "[reports]")
{
    Till till;
    till.issue(oneRenewal());
    must(ShiftService(*till.db).count(till.shift.id, {}, till.by));
    till.issue(oneRenewal());
    CHECK(must(dayReport(*till.db, kDay, till.by)).drawers.at(0).movedOn().isZero());
}

TEST_CASE("What a clerk could take unseen is told: on account, by transfer without reference, from another's "
          "drawer",
    "[reports]")
{
    Till till;
    const auto paidBy = [](std::vector<Payment> payments) {
        ReceiptDraft draft = oneRenewal();
        draft.customer = CustomerId::fromRaw(7);
        draft.payments = std::move(payments);
        return draft;
    };
    const Money total = draftTotal(oneRenewal().lines), part = baisa(1'000);
    till.issue(paidBy({{Tender::Account, total, {}, {}, {}}}));
    till.issue(paidBy({{Tender::Transfer, total, {}, {}, {}}}));
    till.issue(paidBy({{Tender::Transfer, part, {}, {}, {}}, {Tender::Cash, total - part, {}, {}, {}}}));
    till.issue(paidBy({{Tender::Transfer, total, {}, {}, u"77"_s}}));
    till.by =
        Actor(StaffId::fromRaw(77), u"other"_s, u"C1"_s, {allPermissions().begin(), allPermissions().end()});
    till.issue(oneRenewal());
    const DayReport::Exceptions odd = must(dayReport(*till.db, kDay, till.by)).exceptions;
    CHECK(odd.onAccount == 1);
    CHECK(odd.transfersWithoutReference == 2);
    CHECK(odd.otherDrawers == 1);
}

TEST_CASE("What moved a drawer adds up to what it should hold, the float that moved on among it", "[reports]")
{
    Till till; // a float of 20 rials
    till.issue(oneRenewal());
    ShiftService shifts(*till.db);
    must(shifts.move(u"C1"_s, {CashDirection::In, CashCounterpart::Safe, baisa(3'000), u"x"_s}, till.by));
    must(shifts.move(u"C1"_s, {CashDirection::Out, CashCounterpart::Bank, baisa(1'000), u"x"_s}, till.by));
    goTo(till, kDay.addDays(1));
    till.issue(oneRenewal());
    settleAndClose(till, kDay);
    const DayReport report = must(dayReport(*till.db, kDay, till.by));
    REQUIRE(report.drawers.size() == 1);
    const ShiftSummary& drawer = report.drawers[0];
    CHECK(drawer.movedOn() == baisa(20'000));
    CHECK(drawer.count->expected == baisa(22'000));
    CHECK(toJson(report).value(u"drawers"_s).toArray().at(0).toObject().value(u"moved_on_baisa"_s) == 20'000);
}

TEST_CASE(
    "What is sold while the centre is not registered for VAT is told apart from what VAT was charged on",
    "[reports]")
{
    Till till(kDay.addDays(1));
    till.issue(oneRenewal());
    goTo(till, kDay.addDays(1));
    till.issue(oneRenewal());
    ReceiptDraft tiny = oneRenewal();
    tiny.lines.front().serviceFee = baisa(5); // its VAT is nothing
    tiny.payments = {{Tender::Cash, baisa(18'005), {}, {}, {}}};
    till.issue(tiny);
    const auto days = must(soldWithoutVat(*till.db, kDay, kDay.addDays(1), till.by));
    CHECK(days == std::map<QDate, Money>{{kDay, baisa(2'000)}});
}

TEST_CASE("An open drawer tells nothing of what it should hold", "[reports]")
{
    Till till;
    till.issue(oneRenewal());
    const DayReport report = must(dayReport(*till.db, kDay, till.by));
    REQUIRE(report.drawers.size() == 1);
    CHECK(report.drawers[0].cashSales == Money());
    const QJsonObject drawer = toJson(report).value(u"drawers"_s).toArray().at(0).toObject();
    CHECK_FALSE(drawer.contains(u"expected_baisa"_s));
    CHECK_FALSE(drawer.contains(u"cash_sales_baisa"_s));
}

TEST_CASE("Days are compared, and what is held opens with what it closed at", "[reports]")
{
    Till till;
    till.issue(oneRenewal());
    goTo(till, kDay.addDays(6));
    till.issue(oneRenewal());
    goTo(till, kDay.addDays(7));
    till.issue(oneRenewal());
    till.issue(oneRenewal());
    const DayReport open = must(dayReport(*till.db, kDay.addDays(7), till.by));
    CHECK(open.lastWeek.figures.receipts == 1);
    CHECK(open.yesterday.figures.receipts == 1);
    CHECK(open.yesterday.total == baisa(20'000));
    CHECK(open.yesterday.incomePerMille == 1000);
    CHECK(open.monthToDate.receipts == 4);
    REQUIRE(open.agencies.size() == 1);
    CHECK(open.agencies[0].opening == baisa(36'000));
    CHECK(open.agencies[0].closing == baisa(72'000));
    checkAll(open);

    settleAndClose(till, kDay);
    settleAndClose(till, kDay.addDays(6));
    const DayReport closed = must(dayReport(*till.db, kDay, till.by));
    CHECK(closed.closed);
    CHECK(closed.closeNumber == 1);
    CHECK(closed.agencies[0].closing == baisa(18'000));
    CHECK(closed.drawers[0].cashSales == baisa(20'000));
    checkAll(closed);
    const DayReport after = must(dayReport(*till.db, kDay.addDays(7), till.by));
    CHECK(after.agencies[0].opening == baisa(36'000));
    checkAll(after);
}

TEST_CASE("A day of millions of times another's income is compared by what it is", "[reports]")
{
    Till till;
    const auto copies = [](Money each) {
        ReceiptDraft draft = oneRenewal();
        draft.lines.front().governmentFee = Money();
        draft.lines.front().serviceFee = each;
        draft.payments = {{Tender::Cash, each, {}, {}, {}}};
        return draft;
    };
    till.issue(copies(baisa(1)));
    goTo(till, kDay.addDays(1));
    till.issue(copies(baisa(9'000'001)));
    const DayReport report = must(dayReport(*till.db, kDay.addDays(1), till.by));
    const auto before = report.yesterday.figures.income().baisa();
    REQUIRE(before > 0);
    const std::int64_t perMille = (report.headline.income().baisa() - before) * 1000 / before;
    CHECK(perMille > std::numeric_limits<int>::max());
    CHECK(report.yesterday.incomePerMille.value_or(0) == perMille);
    checkAll(report);
}

TEST_CASE("A day without work has an empty report, and a day that is none is refused", "[reports]")
{
    Till till;
    const DayReport report = must(dayReport(*till.db, QDate(2025, 1, 1), till.by));
    CHECK(report.headline == Figures());
    CHECK(report.averageTicket() == Money());
    CHECK_FALSE(report.yesterday.incomePerMille);
    checkAll(report);
    CHECK(refusal(dayReport(*till.db, QDate(), till.by)).key == u"reports.day"_s);
    CHECK(refusal(dayReport(*till.db, kDay.addDays(1), till.by)).key == u"reports.future-day"_s);
    CHECK(refusal(dayReport(*till.db, kDay, actorWith({}))).code == ErrorCode::Denied);
}

TEST_CASE("The report's figures in JSON are whole baisa", "[reports]")
{
    Till till;
    till.issue(oneRenewal());
    const QJsonObject json = toJson(must(dayReport(*till.db, kDay, till.by)));
    CHECK(json.value(u"day"_s) == u"2026-11-22"_s);
    CHECK(json.value(u"headline"_s).toObject().value(u"total_baisa"_s).toInteger() == 20'000);
    CHECK(json.value(u"services"_s).toArray().at(0).toObject().value(u"service"_s) == u"ROP-VEH-RENEW"_s);
    for (const QJsonValue& check : json.value(u"checks"_s).toArray())
        CHECK(check.toObject().value(u"holds"_s).toBool());
}

TEST_CASE("The report as CSV has one figure a line", "[reports]")
{
    Till till;
    till.issue(oneRenewal());
    const QByteArray csv = toCsv(must(dayReport(*till.db, kDay, till.by)));
    CHECK(csv.startsWith("\xEF\xBB\xBFsection,key,figure,baisa,count\r\n"));
    CHECK(csv.contains("\r\nheadline,2026-11-22,total,20000,\r\n"));
    CHECK(csv.contains("\r\nagency,ROP,closing,18000,\r\n"));
    CHECK(csv.contains("\r\nservice,ROP-VEH-RENEW,vat,95,\r\n"));
}

TEST_CASE("Today and a month are read from the same figures", "[reports]")
{
    Till till;
    till.issue(oneRenewal());
    const Today page = must(today(*till.db, till.by));
    CHECK(page.day == kDay);
    CHECK(page.cash == baisa(20'000));
    CHECK(page.figures.receipts == 1);
    CHECK(page.hours.at(u"12"_s).receipts == 1);
    const Revenue month = must(revenue(*till.db, QDate(2026, 11, 1), QDate(2026, 11, 30), till.by));
    CHECK(month.figures == page.figures);
    CHECK(month.services.at(u"ROP-VEH-RENEW"_s).total == baisa(20'000));
    CHECK(refusal(revenue(*till.db, kDay, kDay.addDays(-1), till.by)).key == u"reports.period"_s);
}

TEST_CASE("A second reading of the report prepares nothing", "[reports]")
{
    Till till;
    till.issue(oneRenewal());
    must(dayReport(*till.db, kDay, till.by));
    const auto before = till.db->counters().prepared;
    must(dayReport(*till.db, kDay, till.by));
    CHECK(till.db->counters().prepared == before);
}
