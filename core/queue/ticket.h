#pragma once

#include "core/base/id.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace sanad {

/// A line that people wait in; its code begins the ticket number.
struct TicketLine {
    QString code; ///< One to three capital letters: `A`.
    QString nameAr, nameEn;
    int priority = 0; ///< A line of higher priority is called before the others.
    bool open = true; ///< A closed line gives no new tickets; those waiting in it are still called.

    bool operator==(const TicketLine&) const = default;
};

/// waiting → called → serving → done; aside: held, no-show. A transferred ticket waits again, in another
/// line.
enum class TicketState { Waiting, Called, Serving, Held, Transferred, Done, NoShow };

/// `waiting`, `called`, `serving`, `held`, `transferred`, `done`, `no_show`: as stored and as `--json`
/// prints.
QString ticketStateKey(TicketState state);
std::optional<TicketState> ticketStateFromKey(QStringView key);

/// One person's turn. Carries no name, so it may stand on the public display.
struct Ticket {
    TicketId id;
    QString number; ///< `A-012`: gap-free per line and business day; kept through a transfer.
    QString line; ///< Where it waits or was served; another than the number's after a transfer.
    TicketState state = TicketState::Waiting;
    int priority = 0;
    QString counter; ///< Who called it; empty while it waits.
    StaffId clerk;
    QDate businessDay;
    QDateTime issuedAt, calledAt, servedAt, endedAt; ///< UTC; invalid until it happened.
    int calls = 0; ///< Times called, recalls included.

    /// In a line and not yet called.
    bool waits() const { return state == TicketState::Waiting || state == TicketState::Transferred; }
    bool operator==(const Ticket&) const = default;
};

} // namespace sanad
