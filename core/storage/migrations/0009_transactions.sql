-- 0009 transactions: what the centre does for people, every move of it, and the drafts at the counters.
CREATE TABLE service_transaction (
    id               ID_KEY,
    branch_id        BIGINT NOT NULL,
    number           TEXT NOT NULL,    -- T-000123
    service          TEXT NOT NULL,
    pack_id          BIGINT,
    applicant_id     BIGINT NOT NULL,
    payer_id         BIGINT,           -- NULL: the applicant
    ticket_id        BIGINT,
    receipt_id       BIGINT,           -- NULL while unpaid
    counter          TEXT NOT NULL,
    staff_id         BIGINT,
    state            TEXT NOT NULL,
    attention        BIGINT NOT NULL,  -- 0: needs no person
    channel          TEXT NOT NULL,
    agency           TEXT NOT NULL,
    form             BYTEA NOT NULL,   -- sealed JSON
    government_baisa BIGINT NOT NULL CHECK (government_baisa >= 0),
    due_later_baisa  BIGINT NOT NULL,
    service_baisa    BIGINT NOT NULL CHECK (service_baisa >= 0),
    discount_baisa   BIGINT NOT NULL CHECK (discount_baisa >= 0),
    clerk_entered    BIGINT NOT NULL,
    price_reason     BYTEA,            -- sealed
    months_late      BIGINT NOT NULL DEFAULT 0,
    extras           TEXT NOT NULL DEFAULT '', -- codes of the fee's extras, separated by commas
    fee_state        TEXT NOT NULL,
    reference        TEXT NOT NULL,    -- the agency's; empty while there is none
    reason           BYTEA,            -- sealed
    business_day     BIGINT NOT NULL,
    opened_at        TEXT NOT NULL,
    changed_at       TEXT NOT NULL,
    promised_at      TEXT,
    UNIQUE (branch_id, number)
)
-- next
CREATE INDEX service_transaction_attention ON service_transaction (branch_id, attention DESC, id) WHERE attention > 0
-- next
CREATE INDEX service_transaction_applicant ON service_transaction (applicant_id, id)
-- next
CREATE INDEX service_transaction_reference ON service_transaction (reference) WHERE reference <> ''
-- next
CREATE TABLE transaction_beneficiary (
    transaction_id BIGINT NOT NULL,
    position       BIGINT NOT NULL,
    branch_id      BIGINT NOT NULL,
    customer_id    BIGINT NOT NULL,
    PRIMARY KEY (transaction_id, position)
)
-- next
CREATE TABLE transaction_move (
    id             ID_KEY,
    branch_id      BIGINT NOT NULL,
    transaction_id BIGINT NOT NULL,
    from_state     TEXT,
    to_state       TEXT NOT NULL,
    act            TEXT NOT NULL,
    staff_id       BIGINT,
    actor          TEXT NOT NULL,
    counter        TEXT NOT NULL,
    at             TEXT NOT NULL
)
-- next
CREATE INDEX transaction_move_of ON transaction_move (transaction_id, id)
-- next
-- append-only transaction_move
-- next
-- Rewritten with every autosave; gone when it has become a transaction.
CREATE TABLE transaction_draft (
    id           ID_KEY,           -- becomes the transaction's
    branch_id    BIGINT NOT NULL,
    staff_id     BIGINT NOT NULL,
    counter      TEXT NOT NULL,
    ticket_id    BIGINT,
    held         BIGINT NOT NULL,
    content      BYTEA NOT NULL,   -- sealed JSON
    saved_at     TEXT NOT NULL
)
-- next
-- What was brought for a transaction or draft.
CREATE TABLE document_checklist (
    transaction_id ID_KEY,
    branch_id      BIGINT NOT NULL,
    states         TEXT NOT NULL    -- "veh seen,ins scanned": codes in order; absent means missing
)
