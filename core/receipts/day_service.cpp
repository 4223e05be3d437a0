#include "core/receipts/day_service.h"

#include "core/audit/audit_trail.h"
#include "core/cash/day_close_repository.h"
#include "core/cash/shift_repository.h"
#include "core/heads/raise_heads.h"
#include "core/ledger/ledger.h"
#include "core/ledger/numbers.h"
#include "core/receipts/day_figures.h"
#include "core/receipts/day_totals.h"
#include "core/settings/settings_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

Error conflict(const QString& key, QStringList args = {})
{
    return {ErrorCode::Conflict, key, std::move(args), {}};
}

/// Whether `day` may be closed now: not to come, not closed, the oldest that is open, its shifts signed off.
Result<> checkClosable(Tx& tx, const QDate& day)
{
    const QString text = day.toString(Qt::ISODate);
    DayCloseRepository closes(tx);
    if (closes.find(day)) return conflict(u"cash.day-closed"_s, {text});
    if (day > businessDayAt(tx.now(), SettingsRepository(tx).centre().cutOffHour))
        return conflict(u"cash.day-not-over"_s, {text});
    ShiftRepository shifts(tx);
    const auto ofDay = shifts.ofDay(day);
    if (ofDay.empty()) return conflict(u"cash.day-empty"_s, {text});
    if (const auto open = closes.openDays(); !open.empty() && open.front() < day)
        return conflict(u"cash.older-day-open"_s, {open.front().toString(Qt::ISODate)});
    for (const Shift& shift : ofDay)
        if (shift.state != ShiftState::SignedOff)
            return conflict(u"cash.shift-not-signed"_s, {shift.counter, shift.clerk});
    return {};
}

DayTotals totalsOf(Tx& tx, const QDate& day, const FigureMap& figures)
{
    DayTotals totals = totalsOf(figures);
    totals.balances = balancesIn(Ledger(tx).balancesAfter(day));
    totals.series = seriesIn(tx, day);
    totals.drawers = drawersIn(tx, day);
    return totals;
}

} // namespace

Result<DayClose> DayService::close(const QDate& day, const Actor& by)
{
    SANAD_TRY(by.may(Permission::CloseDay));
    raiseHeads(m_db); // before the row after which one that is not there counts as taken away
    SANAD_TRY_VALUE(closed, m_db.write([&](Tx& tx) -> Result<DayClose> {
        SANAD_TRY(checkClosable(tx, day));
        const DayFigures figures(tx);
        const FigureMap recomputed = figures.recomputed(day);
        if (recomputed != figures.stored(day))
            return Error{ErrorCode::Internal, u"cash.rollup-differs"_s, {day.toString(Qt::ISODate)}, {}};
        AuditTrail audit(tx);
        const AuditTrail::Head head = audit.head();
        const NumberParts taken = takeNumber(tx, kDayCloseSeries);
        DayClose close{DayId::create(), taken.number, day, tx.now(), by.user(), totalsOf(tx, day, recomputed),
            head.number, head.hash, {}, taken.series};
        close.signature =
            sign(SettingsRepository(tx).signingKey(), dayCloseSignedText(close, dayTotalsJson(close.totals)));
        DayCloseRepository(tx).insert(close);
        audit.record(by, u"day.closed"_s, close.id,
            {{u"day"_s, businessDayNumber(day)}, {u"number"_s, qint64{close.number}},
                {u"signature"_s, QString::fromLatin1(close.signature.toHex())}});
        tx.touched(u"days"_s);
        return close;
    }));
    raiseHeads(m_db);
    return std::move(closed);
}

Result<std::optional<DayClose>> DayService::find(const QDate& day, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReports));
    return m_db.read(
        [&](Tx& tx) -> Result<std::optional<DayClose>> { return DayCloseRepository(tx).find(day); });
}

Result<std::vector<QDate>> DayService::openDays(const Actor& by)
{
    SANAD_TRY(by.may(Permission::ViewReports));
    return m_db.read([&](Tx& tx) -> Result<std::vector<QDate>> { return DayCloseRepository(tx).openDays(); });
}

} // namespace sanad
