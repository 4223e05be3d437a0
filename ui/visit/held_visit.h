#pragma once

#include "core/queue/ticket.h"
#include "ui/visit/visit_work.h"

namespace sanad {

/// What a resumed draft brings with it: the other drafts of its customer on its ticket.
struct HeldVisit {
    std::vector<VisitWork> works; ///< The resumed one first.
    std::optional<Customer> customer;
    std::optional<Ticket> ticket;
};

/// Sets the drafts and their ticket aside, each saved as it is.
Result<> setAside(
    Database& db, const std::vector<Draft>& drafts, const std::optional<Ticket>& ticket, const Actor& by);
Result<HeldVisit> takeUp(Database& db, TransactionId draft, const Actor& by);

} // namespace sanad
