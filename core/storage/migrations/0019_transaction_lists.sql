-- 0019 transaction lists: what is not finished is little of what there is; the words are those that
-- transactionList() writes.
CREATE INDEX service_transaction_open ON service_transaction (branch_id, business_day, id, state)
    WHERE state IN ('waiting_for_customer','ready','submitted','in_review','action_needed','approved','fee_due');
