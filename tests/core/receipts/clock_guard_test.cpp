#include "core/cash/clock_guard.h"
#include "core/cash/shift_service.h"
#include "tests/core/till_fixture/till.h"

using namespace Qt::StringLiterals;
using namespace sanad;
using namespace sanad::test;

namespace {

struct TillOnWrongClock : Till {
    TillOnWrongClock() { issue(sale()); }

    static ReceiptDraft sale()
    {
        ReceiptDraft draft = oneRenewal();
        draft.lines.front().transaction = {};
        return draft;
    }
    void setClockOff(qint64 seconds)
    {
        db->setClock(steppingClock(QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC).addSecs(seconds)));
    }
    Error refused() { return refusal(ReceiptService(*db).issue(sale(), by)); }
};

constexpr qint64 kDay = 24 * 60 * 60;

} // namespace

TEST_CASE("A clock that stands before the last receipt issues none, and takes no number", "[receipts][clock]")
{
    TillOnWrongClock till;
    till.setClockOff(-kDay);
    CHECK(till.refused().key == u"receipts.clock-behind"_s);
    till.setClockOff(60);
    CHECK(till.issue(TillOnWrongClock::sale()).number == u"C1-000002"_s);
}

TEST_CASE("A clock that is far ahead issues none until a person confirms it", "[receipts][clock]")
{
    TillOnWrongClock till;
    till.setClockOff(400 * kDay);
    CHECK(till.refused().key == u"receipts.clock-ahead"_s);
    CHECK(refusal(ClockGuard(*till.db).confirm(actorWith({Permission::IssueReceipts}))).code ==
        ErrorCode::Denied);
    must(ClockGuard(*till.db).confirm(anyone()));
    CHECK(till.issue(TillOnWrongClock::sale()).number == u"C1-000002"_s);

    // It was wrong after all: set right, and confirmed again.
    till.setClockOff(kDay);
    CHECK(till.refused().key == u"receipts.clock-behind"_s);
    must(ClockGuard(*till.db).confirm(anyone()));
    CHECK(till.issue(TillOnWrongClock::sale()).number == u"C1-000003"_s);
    CHECK(till.issue(TillOnWrongClock::sale()).number == u"C1-000004"_s);
}

TEST_CASE("The first receipt of a series is held against the newest of all", "[receipts][clock]")
{
    TillOnWrongClock till;
    // As a restore begins each anew.
    tamper(*till.db, u"UPDATE number_series SET name = 'C1B', last = 0 WHERE series = 'C1'"_s);
    till.setClockOff(-3600);
    CHECK(till.refused().key == u"receipts.clock-behind"_s);
    till.setClockOff(400 * kDay);
    CHECK(till.refused().key == u"receipts.clock-ahead"_s);
    till.setClockOff(60);
    CHECK(till.issue(TillOnWrongClock::sale()).number == u"C1B-000001"_s);
}

TEST_CASE("No series begins with a receipt of a day before, although a shift of it still stands open",
    "[receipts][clock]")
{
    Till till;
    const auto yesterday = [&] {
        till.db->setClock(steppingClock(QDateTime(QDate(2026, 11, 21), QTime(8, 0), Qt::UTC)));
    };
    const Clock today = till.db->clock();
    yesterday();
    CHECK(must(ShiftService(*till.db).open(u"C2"_s, {}, till.by)).businessDay == QDate(2026, 11, 21));
    till.db->setClock(today);
    till.issue(TillOnWrongClock::sale());
    yesterday();
    ReceiptDraft draft = TillOnWrongClock::sale();
    draft.counter = u"C2"_s;
    CHECK(refusal(ReceiptService(*till.db).issue(draft, till.by)).key == u"receipts.clock-behind"_s);
}

TEST_CASE(
    "Who may not change settings confirms the clock with a second person who may, once", "[receipts][clock]")
{
    TillOnWrongClock till;
    till.setClockOff(400 * kDay);
    const Actor clerk = actorWith({Permission::IssueReceipts});
    ClockGuard guard(*till.db);
    CHECK(refusal(guard.confirmApproved({}, clerk)).key == u"approval.missing"_s);
    CHECK(till.refused().key == u"receipts.clock-ahead"_s);
    const auto consent = approvalFor(*till.db, clockAct(), clerk);
    must(guard.confirmApproved(consent, clerk));
    CHECK(till.issue(TillOnWrongClock::sale()).number == u"C1-000002"_s);
    CHECK(refusal(guard.confirmApproved(consent, clerk)).key == u"approval.used"_s);
    CHECK(refusal(guard.confirmApproved(consent, actorWith({Permission::ViewReceipts}))).key ==
        u"gate.denied"_s);
}

TEST_CASE("No shift opens while the clock is far ahead, and one of a day to come takes no receipt",
    "[receipts][clock]")
{
    TillOnWrongClock till;
    ShiftService shifts(*till.db);
    till.setClockOff(400 * kDay);
    CHECK(refusal(shifts.open(u"C1"_s, {}, till.by)).key == u"receipts.clock-ahead"_s);
    CHECK_FALSE(must(shifts.openFirst(u"C1"_s, {}, till.by)));

    till.setClockOff(2 * kDay); // not far enough to be told from a holiday
    const Shift ahead = must(shifts.open(u"C1"_s, {}, till.by));
    CHECK(ahead.businessDay == QDate(2026, 11, 24));
    till.setClockOff(3600);
    const auto receipt = till.issue(TillOnWrongClock::sale());
    CHECK(receipt.businessDay == QDate(2026, 11, 22));
    CHECK(must(shifts.current(u"C1"_s, till.by))->businessDay == QDate(2026, 11, 22));
    const auto waiting = must(shifts.unsettled(till.by));
    CHECK(std::any_of(waiting.begin(), waiting.end(),
        [&](const Shift& each) { return each.id == ahead.id && each.state == ShiftState::Waiting; }));
}
