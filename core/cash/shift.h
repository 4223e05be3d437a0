#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/cash/denominations.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace sanad {

enum class ShiftState {
    Open, ///< Its counter works on it.
    Waiting, ///< Its day is over; it waits to be counted.
    Closed, ///< Counted, the difference explained.
    SignedOff,
};

QString shiftStateKey(ShiftState state);

/// One drawer of one counter on one business day.
struct Shift {
    ShiftId id;
    QString counter;
    StaffId staff;
    QString clerk; ///< The sign-in name of who opened it.
    QDate businessDay;
    QDateTime openedAt; ///< UTC.
    Money openingFloat;
    bool automatic = false; ///< Opened by the first act after the cut-off hour, not by a person.
    ShiftState state = ShiftState::Open;

    bool operator==(const Shift&) const = default;
};

enum class CashDirection { In, Out };

/// Where the cash of a movement came from or went.
enum class CashCounterpart { Safe, Bank };

struct CashMove {
    CashDirection direction = CashDirection::In;
    CashCounterpart counterpart = CashCounterpart::Safe;
    Money amount; ///< > 0.
    QString reason;
};

/// What a blind count answers: told only after the count is kept.
struct CountResult {
    ShiftId shift;
    CashCount count;
    Money counted, expected;
    QDateTime at;

    Money difference() const { return counted - expected; } ///< Below zero: short.
};

/// A shift with everything that its end shows.
struct ShiftSummary {
    Shift shift;
    Money cashSales, cashIn, cashOut; ///< Of its drawer.
    std::optional<CountResult> count; ///< The last one.
    QString reason; ///< Of the difference.
    QString closedBy, signedOffBy; ///< Sign-in names.
    QDateTime closedAt, signedOffAt;

    /// What went from its drawer to that of the next day; known once it is closed: sales may follow a count
    /// before.
    Money movedOn() const
    {
        return closedAt.isValid() ? shift.openingFloat + cashSales + cashIn - cashOut - count->expected
                                  : Money();
    }
};

} // namespace sanad
