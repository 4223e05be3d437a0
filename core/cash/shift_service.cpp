#include "core/cash/shift_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/text_gate.h"
#include "core/cash/clock_guard.h"
#include "core/cash/day_close_repository.h"
#include "core/cash/shift_posting.h"
#include "core/cash/shift_repository.h"
#include "core/cash/working_day.h"
#include "core/ledger/ledger.h"
#include "core/settings/settings_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kMostReason = 500;

Error shiftUnknown()
{
    return {ErrorCode::NotFound, u"cash.shift-unknown"_s, {}, {}};
}

/// A drawer is counted and closed by whose shift it is, by whoever works at its counter, and by those who
/// sign drawers off.
Result<> mayCount(const Shift& shift, const Actor& by)
{
    if (shift.staff == by.staff() || (!by.counter().isEmpty() && shift.counter == by.counter())) return {};
    return by.may(Permission::SignOffShift);
}

WorkingDay workingNow(Tx& tx)
{
    return {tx, SettingsRepository(tx).centre().cutOffHour};
}

Shift withClock(Shift shift, WorkingDay& today)
{
    if (shift.state == ShiftState::Open && !today.isLive(shift)) shift.state = ShiftState::Waiting;
    return shift;
}

/// `rows` and the posting's digest, as verify reads them.
QJsonObject payload(
    QJsonObject facts, const QString& table, const QString& row, DocumentKind kind, const QByteArray& posted)
{
    facts.insert(u"document"_s, documentKindKey(kind));
    facts.insert(u"ledger"_s, QString::fromLatin1(posted.toHex()));
    facts.insert(u"rows"_s, QJsonObject{{table, row}});
    return facts;
}

/// Opens a shift whose float comes from `source`: the safe, or the drawer of the shift before.
Result<Shift> openShift(Tx& tx, const QString& counter, const QDate& day, Money openingFloat,
    const AccountRef& source, bool automatic, const Actor& by)
{
    // Whoever confirms the clock then works for the next day, where this one was closed while it stood ahead.
    SANAD_TRY(checkClock(tx));
    if (DayCloseRepository(tx).find(day))
        return Error{ErrorCode::Conflict, u"cash.day-closed"_s, {day.toString(Qt::ISODate)}, {}};
    const Shift shift{ShiftId::create(), counter, by.staff(), by.user(), day, tx.now(), openingFloat,
        automatic, ShiftState::Open};
    const QString row = ShiftRepository(tx).insert(shift);
    const QByteArray posted = Ledger(tx).post(openingOf(shift, source));
    AuditTrail(tx).record(by, u"shift.opened"_s, shift.id,
        payload({{u"counter"_s, counter}, {u"day"_s, businessDayNumber(day)}}, u"shift"_s, row,
            DocumentKind::ShiftOpened, posted));
    tx.touched(u"shifts"_s);
    return shift;
}

} // namespace

Result<Shift> shiftForAct(Tx& tx, const QString& counter, const Actor& by)
{
    return shiftForAct(tx, counter, SettingsRepository(tx).centre().cutOffHour, by);
}

Result<Shift> shiftForAct(Tx& tx, const QString& counter, int cutOffHour, const Actor& by)
{
    WorkingDay today(tx, cutOffHour);
    const auto newest = today.newestShift(counter);
    if (newest && today.isLive(*newest)) return *newest;
    if (newest && newest->state == ShiftState::Open) {
        const Money held = Ledger(tx).balance(drawerOf(newest->id));
        const Money moves = std::clamp(newest->openingFloat, Money(), std::max(held, Money()));
        return openShift(tx, counter, today.day(), moves, drawerOf(newest->id), true, by);
    }
    if (!by.holds(Permission::OpenShift))
        return Error{ErrorCode::Conflict, u"cash.no-shift"_s, {counter}, {}};
    return openShift(tx, counter, today.day(), Money(), safe(), true, by);
}

Result<Shift> ShiftService::open(const QString& counter, Money openingFloat, const Actor& by)
{
    SANAD_TRY(by.may(Permission::OpenShift));
    if (counter.isEmpty()) return Error{ErrorCode::Invalid, u"cash.no-counter"_s, {}, {}};
    if (openingFloat.isNegative()) return Error{ErrorCode::Invalid, u"cash.amount"_s, {}, {}};
    return m_db.write([&](Tx& tx) -> Result<Shift> {
        WorkingDay today = workingNow(tx);
        const auto newest = today.newestShift(counter);
        if (newest && today.isLive(*newest))
            return Error{ErrorCode::Conflict, u"cash.shift-open"_s, {counter, newest->clerk}, {}};
        return openShift(tx, counter, today.day(), openingFloat, safe(), false, by);
    });
}

Result<std::optional<Shift>> ShiftService::openFirst(
    const QString& counter, Money openingFloat, const Actor& by)
{
    SANAD_TRY(by.may(Permission::OpenShift));
    if (counter.isEmpty()) return Error{ErrorCode::Invalid, u"cash.no-counter"_s, {}, {}};
    if (openingFloat.isNegative()) return Error{ErrorCode::Invalid, u"cash.amount"_s, {}, {}};
    return m_db.write([&](Tx& tx) -> Result<std::optional<Shift>> {
        WorkingDay today = workingNow(tx);
        const auto newest = today.newestShift(counter);
        if ((newest && today.covers(*newest)) || DayCloseRepository(tx).find(today.day()) || !checkClock(tx))
            return std::optional<Shift>();
        SANAD_TRY_VALUE(shift, openShift(tx, counter, today.day(), openingFloat, safe(), false, by));
        return std::optional(shift);
    });
}

Result<std::optional<Shift>> ShiftService::current(const QString& counter, const Actor& by)
{
    SANAD_TRY(by.may(Permission::IssueReceipts));
    return m_db.read([&](Tx& tx) -> Result<std::optional<Shift>> {
        WorkingDay today = workingNow(tx);
        auto newest = today.newestShift(counter);
        if (!newest || !today.isLive(*newest)) return std::optional<Shift>();
        return newest;
    });
}

Result<std::vector<Shift>> ShiftService::unsettled(const Actor& by)
{
    SANAD_TRY(by.may(Permission::CloseShift));
    return m_db.read([&](Tx& tx) -> Result<std::vector<Shift>> {
        auto shifts = ShiftRepository(tx).unsettled();
        WorkingDay today = workingNow(tx);
        for (Shift& shift : shifts)
            shift = withClock(std::move(shift), today);
        return shifts;
    });
}

Result<ShiftSummary> ShiftService::summary(ShiftId shift, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CloseShift));
    return m_db.read([&](Tx& tx) -> Result<ShiftSummary> {
        ShiftRepository shifts(tx);
        const auto found = shifts.byId(shift);
        if (!found) return shiftUnknown();
        SANAD_TRY(mayCount(*found, by));
        WorkingDay today = workingNow(tx);
        auto summary = shifts.summary(withClock(*found, today));
        if (!summary.count) return Error{ErrorCode::Conflict, u"cash.not-counted"_s, {}, {}};
        return summary;
    });
}

Result<> ShiftService::move(const QString& counter, const CashMove& move, const Actor& by)
{
    SANAD_TRY(by.may(Permission::OpenShift));
    if (move.amount <= Money()) return Error{ErrorCode::Invalid, u"cash.amount"_s, {}, {}};
    SANAD_TRY_VALUE(reason, cleanText(move.reason, TextRule{kMostReason}));
    if (reason.isEmpty()) return Error{ErrorCode::Invalid, u"cash.no-reason"_s, {}, {}};
    return m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY_VALUE(shift, shiftForAct(tx, counter, by));
        Ledger ledger(tx);
        const bool out = move.direction == CashDirection::Out;
        if (out && ledger.balance(drawerOf(shift.id)) < move.amount)
            return Error{ErrorCode::Conflict, u"cash.not-enough"_s, {}, {}};
        const std::int64_t id = nextRawId();
        CashMove kept = move;
        kept.reason = reason;
        const QString row = ShiftRepository(tx).insertMove(id, shift.id, kept, by.user());
        const QByteArray posted = ledger.post(movementOf(id, shift, kept));
        AuditTrail(tx).record(by, u"cash.moved"_s, id,
            payload({{u"counter"_s, counter}}, u"cash_move"_s, row, DocumentKind::CashMoved, posted));
        tx.touched(u"shifts"_s);
        return {};
    });
}

Result<CountResult> ShiftService::count(ShiftId shift, const CashCount& count, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CloseShift));
    SANAD_TRY_VALUE(counted, countedTotal(count));
    return m_db.write([&](Tx& tx) -> Result<CountResult> {
        ShiftRepository shifts(tx);
        const auto found = shifts.byId(shift);
        if (!found) return shiftUnknown();
        SANAD_TRY(mayCount(*found, by));
        if (found->state != ShiftState::Open)
            return Error{ErrorCode::Conflict, u"cash.shift-closed"_s, {}, {}};
        const CountResult result{shift, count, counted, Ledger(tx).balance(drawerOf(shift)), tx.now()};
        const std::int64_t id = nextRawId();
        const QString row = shifts.insertCount(id, result, by.user());
        AuditTrail(tx).record(by, u"shift.counted"_s, id,
            {{u"rows"_s, QJsonObject{{u"shift_count"_s, row}}}, {u"shift"_s, shift.text()}});
        tx.touched(u"shifts"_s);
        return result;
    });
}

Result<ShiftSummary> ShiftService::close(ShiftId shift, const QString& reason, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CloseShift));
    SANAD_TRY_VALUE(why, cleanText(reason, TextRule{kMostReason, false, true}));
    return m_db.write([&](Tx& tx) -> Result<ShiftSummary> {
        ShiftRepository shifts(tx);
        auto found = shifts.byId(shift);
        if (!found) return shiftUnknown();
        SANAD_TRY(mayCount(*found, by));
        if (found->state != ShiftState::Open)
            return Error{ErrorCode::Conflict, u"cash.shift-closed"_s, {}, {}};
        const auto counted = shifts.lastCount(shift);
        if (!counted) return Error{ErrorCode::Conflict, u"cash.not-counted"_s, {}, {}};
        Ledger ledger(tx);
        const CountResult& count = counted->result;
        if (ledger.balance(drawerOf(shift)) != count.expected)
            return Error{ErrorCode::Conflict, u"cash.count-stale"_s, {}, {}};
        if (!count.difference().isZero() && why.isEmpty())
            return Error{
                ErrorCode::Invalid, u"cash.difference-needs-reason"_s, {count.difference().text()}, {}};
        const QString row = shifts.insertClose(counted->id, count, why, by.user());
        const QByteArray posted = ledger.post(closingOf(*found, count.expected, count.counted));
        AuditTrail(tx).record(by, u"shift.closed"_s, shift,
            payload({{u"counter"_s, found->counter}, {u"difference"_s, qint64{count.difference().baisa()}}},
                u"shift_close"_s, row, DocumentKind::ShiftClosed, posted));
        tx.touched(u"shifts"_s);
        found->state = ShiftState::Closed;
        return shifts.summary(*found);
    });
}

Result<> ShiftService::signOff(ShiftId shift, const Actor& by)
{
    SANAD_TRY(by.may(Permission::SignOffShift));
    return m_db.write([&](Tx& tx) -> Result<> {
        ShiftRepository shifts(tx);
        const auto found = shifts.byId(shift);
        if (!found) return shiftUnknown();
        if (found->state == ShiftState::SignedOff)
            return Error{ErrorCode::Conflict, u"cash.signed-already"_s, {}, {}};
        if (found->state != ShiftState::Closed)
            return Error{ErrorCode::Conflict, u"cash.not-closed"_s, {}, {}};
        const QString row = shifts.insertSignOff(shift, by.user());
        AuditTrail(tx).record(
            by, u"shift.signed-off"_s, shift, {{u"rows"_s, QJsonObject{{u"shift_sign_off"_s, row}}}});
        tx.touched(u"shifts"_s);
        return {};
    });
}

} // namespace sanad
