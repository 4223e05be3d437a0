#pragma once

#include "core/base/actor.h"
#include "core/catalogue/fee_quote.h"
#include "core/customers/customer.h"
#include "core/storage/database.h"
#include "core/transactions/draft.h"

namespace sanad {

/// One service of the visit: what was typed and what it costs so far.
struct VisitWork {
    Draft draft;
    ServiceItem service;
    Agency agency;
    std::optional<FeeQuote> quote; ///< Nothing while the form does not say enough.
    bool agreed = false; ///< Its fees were accepted; it may be paid.
    /// A transaction that was opened before and only has its payment to come; `draft` is how it stands.
    bool unpaid = false;

    Money governmentFee() const;
    Money serviceFee() const;
    Money total() const { return governmentFee() + serviceFee() - draft.discount; }
    /// Done on the agency's own site, by hand.
    bool isAssisted() const;
    /// The clerk must still enter the agency's figure.
    bool feeMissing() const;
};

/// The service of a draft by today's catalogue, its agency, and what it costs now. Errors: NotFound
/// `transaction.no-service`.
Result<VisitWork> workOf(Database& db, Draft draft);

struct UnpaidWork {
    VisitWork work;
    Customer customer;
};
/// A transaction that waits for its payment, as it was agreed. Errors: those of VisitService::totals().
Result<UnpaidWork> unpaidWork(Database& db, TransactionId id, const Actor& by);

} // namespace sanad
