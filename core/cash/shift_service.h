#pragma once

#include "core/base/actor.h"
#include "core/cash/shift.h"
#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// The shift that an act at `counter` belongs to. When the newest one is of an earlier business day (cut-off
/// hour of the settings), a new one is opened on the new day by this very act: the float moves on to it, the
/// takings stay behind, waiting to be counted. One of a day to come, opened while the clock stood ahead,
/// waits likewise. A counter that has no shift gets one with an empty drawer if `by` may open shifts.
/// Composable. Errors: Conflict `cash.no-shift` (arg: counter), `cash.day-closed` (arg: day); those of
/// checkClock() where one is opened.
Result<Shift> shiftForAct(Tx& tx, const QString& counter, const Actor& by);
/// The same for a caller that has read the settings anyway.
Result<Shift> shiftForAct(Tx& tx, const QString& counter, int cutOffHour, const Actor& by);

/// What a person does with a drawer.
class ShiftService {
public:
    explicit ShiftService(Database& db)
        : m_db(db)
    {
    }

    /// Errors: Invalid `cash.no-counter`, `cash.amount`; Conflict `cash.shift-open` (args: counter, clerk),
    /// `cash.day-closed` (arg: day); those of checkClock().
    Result<Shift> open(const QString& counter, Money openingFloat, const Actor& by);

    /// What a sign-in does with the float it was told: opens the counter's first shift of the business day.
    /// Nothing when the counter had one today, whatever became of it, or when the day is closed, or while the
    /// clock cannot be right: none of these keeps anybody from working, and the first act with money opens
    /// what it needs. Errors: Invalid `cash.no-counter`, `cash.amount`.
    Result<std::optional<Shift>> openFirst(const QString& counter, Money openingFloat, const Actor& by);

    /// The open shift of a counter, nothing when there is none. Never tells what its drawer should hold.
    Result<std::optional<Shift>> current(const QString& counter, const Actor& by);
    /// Shifts of any day that are not signed off, oldest first.
    Result<std::vector<Shift>> unsettled(const Actor& by);
    /// For the one who counts or signs off. This, count() and close() are for whose shift it is, who works at
    /// its counter, and who signs off; Denied for others. Errors: NotFound `cash.shift-unknown`; Conflict
    /// `cash.not-counted`.
    Result<ShiftSummary> summary(ShiftId shift, const Actor& by);

    /// Errors: Invalid `cash.amount`, `cash.no-reason`, `text.*`; Conflict `cash.no-shift`, `cash.not-enough`
    /// (out of a drawer that does not hold it).
    Result<> move(const QString& counter, const CashMove& move, const Actor& by);

    /// Keeps a blind count, then tells the expected amount and the difference. May be repeated until the
    /// shift is closed; every count stays on record. Errors: Conflict `cash.shift-closed`.
    Result<CountResult> count(ShiftId shift, const CashCount& count, const Actor& by);

    /// Ends a shift on its last count: the difference goes to over and short, the cash to the safe.
    /// Errors: Conflict `cash.not-counted`, `cash.shift-closed`, `cash.count-stale` (the drawer moved since
    /// the count); Invalid `cash.difference-needs-reason` (arg: difference), `text.*`.
    Result<ShiftSummary> close(ShiftId shift, const QString& reason, const Actor& by);

    /// Errors: Conflict `cash.not-closed`, `cash.signed-already`.
    Result<> signOff(ShiftId shift, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
