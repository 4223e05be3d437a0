#pragma once

#include "core/audit/vouched_rows.h"

namespace sanad {

/// A transaction with its beneficiaries, every move of it and its checklist of papers.
inline constexpr VouchedTable kTransactionRows{
    .name = "service_transaction",
    .columns =
        "id, branch_id, number, service, pack_id, applicant_id, payer_id, ticket_id, receipt_id, counter, "
        "staff_id, state, attention, channel, agency, form, government_baisa, due_later_baisa, "
        "service_baisa, "
        "discount_baisa, clerk_entered, fee_state, reference, business_day, opened_at, changed_at, "
        "months_late, "
        "extras, price_reason, reason, promised_at",
    .types = "iittiiiiititittbiiiiittittitbbt",
    .parts = {{
        {"transaction_beneficiary", "transaction_id", "position, branch_id, customer_id", "iii", "position"},
        {"transaction_move", "transaction_id",
            "id, branch_id, to_state, act, staff_id, actor, counter, at, from_state", "iittitttt", "id"},
        {"document_checklist", "transaction_id", "branch_id, states", "it", "transaction_id"},
    }},
};

} // namespace sanad
