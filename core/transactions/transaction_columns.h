#pragma once

#include "core/storage/database.h"
#include "core/transactions/transaction.h"

/// What every query of whole rows selects first, for transactionFrom().
#define SANAD_TRANSACTION_COLUMNS                                                                            \
    "id, number, service, pack_id, applicant_id, payer_id, ticket_id, receipt_id, counter, staff_id, "       \
    "state, "                                                                                                \
    "agency, channel, government_baisa, due_later_baisa, service_baisa, discount_baisa, clerk_entered, "     \
    "fee_state, reference, business_day, opened_at, changed_at, promised_at, attention, "                    \
    "months_late, extras"

namespace sanad {

constexpr int kAttentionColumn = 24;
/// How many SANAD_TRANSACTION_COLUMNS are.
constexpr int kTransactionColumns = 27;

/// Without form, reasons and beneficiaries.
Transaction transactionFrom(const Query& row);

} // namespace sanad
