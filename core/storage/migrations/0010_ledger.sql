-- 0010 ledger: number series, the books, and what was paid on to agencies.
CREATE TABLE number_series (
    branch_id BIGINT NOT NULL,
    series    TEXT NOT NULL,    -- C1 receipts of counter C1; D day closes
    last      BIGINT NOT NULL,
    name      TEXT NOT NULL DEFAULT '',  -- as its numbers are written since a restore; empty: the series itself
    PRIMARY KEY (branch_id, series)
)
-- next
-- A declared gap: numbers lost with a restore. Everything else that is missing is a breach. Where nobody knows
-- how far the lost numbers went, the last is 999999999999999.
CREATE TABLE number_gap (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    series       TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number  BIGINT NOT NULL CHECK (last_number >= first_number),
    reason       TEXT NOT NULL,
    declared_at  TEXT NOT NULL,
    declared_by  TEXT NOT NULL,   -- sign-in name
    signature    BYTEA NOT NULL   -- Ed25519 over SANADGAP1|series|first|last|time
)
-- next
-- append-only number_gap
-- next
-- An account of the fixed chart with its part; the balance is debits less credits of its entries.
CREATE TABLE ledger_account (
    id            ID_KEY,
    branch_id     BIGINT NOT NULL,
    account       TEXT NOT NULL,
    part          TEXT NOT NULL,
    balance_baisa BIGINT NOT NULL,
    UNIQUE (branch_id, account, part)
)
-- next
CREATE TABLE ledger_entry (
    id            ID_KEY,
    branch_id     BIGINT NOT NULL,
    document_kind TEXT NOT NULL,
    document_id   BIGINT NOT NULL,
    business_day  BIGINT NOT NULL,
    account_id    BIGINT NOT NULL REFERENCES ledger_account (id),
    amount_baisa  BIGINT NOT NULL CHECK (amount_baisa <> 0)  -- debit above zero, credit below
)
-- next
-- append-only ledger_entry
-- next
-- Roll-up of the entries, kept in their commit.
CREATE TABLE ledger_day (
    branch_id     BIGINT NOT NULL,
    business_day  BIGINT NOT NULL,
    account_id    BIGINT NOT NULL,
    document_kind TEXT NOT NULL,
    debit_baisa   BIGINT NOT NULL,
    credit_baisa  BIGINT NOT NULL,
    PRIMARY KEY (branch_id, business_day, account_id, document_kind)
)
-- next
-- Fees paid on, given back by the agency, and top-ups of a wallet (without a transaction).
CREATE TABLE agency_movement (
    id             ID_KEY,
    branch_id      BIGINT NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('paid', 'refunded', 'top-up')),
    transaction_id BIGINT,
    agency         TEXT NOT NULL,
    amount_baisa   BIGINT NOT NULL CHECK (amount_baisa > 0),
    account        TEXT NOT NULL,  -- where the money came from or went back to
    part           TEXT NOT NULL,
    reference      TEXT NOT NULL,
    business_day   BIGINT NOT NULL,
    moved_at       TEXT NOT NULL,
    staff_id       BIGINT NOT NULL,
    UNIQUE (transaction_id, kind)
)
-- next
-- append-only agency_movement
-- next
-- only sqlite
CREATE TRIGGER agency_movement_no_replace_key BEFORE INSERT ON agency_movement
WHEN EXISTS (SELECT 1 FROM agency_movement WHERE transaction_id = NEW.transaction_id AND kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'append-only agency_movement'); END
