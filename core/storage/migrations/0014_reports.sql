-- 0014 reports: what the owner's page asks of the work itself, without reading it all.
CREATE INDEX service_transaction_day ON service_transaction (branch_id, business_day, state, promised_at);
-- next
-- Fees that no confirmation covers yet: the part that hides losses.
CREATE INDEX service_transaction_unsettled ON service_transaction (agency, opened_at)
    WHERE government_baisa > 0 AND fee_state IN ('unpaid', 'paid_unconfirmed', 'disputed');
