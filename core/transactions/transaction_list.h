#pragma once

#include "core/transactions/transaction.h"

namespace sanad {

/// What a list shows; empty members do not filter.
struct TransactionFilter {
    std::vector<TransactionState> states = {};
    QString serviceCode = {};
    CustomerId customer = {}; ///< The applicant, under whichever merged record.
    QString text = {}; ///< A transaction number or a portal reference, whole.
    QDate from = {}, to = {}; ///< Business days, both inclusive.
    bool needsPerson = false; ///< The work list: only what waits for a person, most pressing first.
    bool unpaid = false; ///< Of the work list, only what nobody has paid yet.
};

/// Where a page ends and the next begins; default: at the start.
struct ListAnchor {
    int attention = 0;
    std::int64_t id = 0;

    bool atStart() const { return id == 0; }
    bool operator==(const ListAnchor&) const = default;
};

struct TransactionPage {
    std::vector<Transaction> rows; ///< Without form and reason. Newest first, or the work list's order.
    std::optional<ListAnchor> next; ///< Nothing on the last page.
};

} // namespace sanad
