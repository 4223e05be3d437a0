#include "core/queue/ticket.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr std::array kStates{
    std::pair{TicketState::Waiting, "waiting"_L1},
    std::pair{TicketState::Called, "called"_L1},
    std::pair{TicketState::Serving, "serving"_L1},
    std::pair{TicketState::Held, "held"_L1},
    std::pair{TicketState::Transferred, "transferred"_L1},
    std::pair{TicketState::Done, "done"_L1},
    std::pair{TicketState::NoShow, "no_show"_L1},
};

} // namespace

QString ticketStateKey(TicketState state)
{
    for (const auto& [value, key] : kStates)
        if (value == state) return key;
    return {};
}

std::optional<TicketState> ticketStateFromKey(QStringView key)
{
    for (const auto& [value, text] : kStates)
        if (text == key) return value;
    return std::nullopt;
}

} // namespace sanad
