-- 0011 cash: shifts and what happened to their drawers. Facts only, each a row; the state of a shift is which
-- of them exist.
CREATE TABLE shift (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    counter      TEXT NOT NULL,
    staff_id     BIGINT NOT NULL,
    clerk        TEXT NOT NULL,     -- sign-in name
    business_day BIGINT NOT NULL,
    opened_at    TEXT NOT NULL,
    float_baisa  BIGINT NOT NULL CHECK (float_baisa >= 0),
    automatic    BIGINT NOT NULL    -- 1: opened by the first act after the cut-off hour
)
-- next
-- append-only shift
-- next
-- The newest shift of a counter is asked for by every act that moves money.
CREATE INDEX shift_counter ON shift (branch_id, counter, id)
-- next
CREATE INDEX shift_day ON shift (branch_id, business_day)
-- next
CREATE TABLE cash_move (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    shift_id     BIGINT NOT NULL REFERENCES shift (id),
    direction    TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    counterpart  TEXT NOT NULL CHECK (counterpart IN ('safe', 'bank')),
    amount_baisa BIGINT NOT NULL CHECK (amount_baisa > 0),
    reason       TEXT NOT NULL,
    moved_at     TEXT NOT NULL,
    clerk        TEXT NOT NULL
)
-- next
-- append-only cash_move
-- next
CREATE INDEX cash_move_shift ON cash_move (shift_id)
-- next
CREATE TABLE shift_count (
    id             ID_KEY,
    branch_id      BIGINT NOT NULL,
    shift_id       BIGINT NOT NULL REFERENCES shift (id),
    pieces         TEXT NOT NULL,    -- {"baisa": how many}, keys sorted
    counted_baisa  BIGINT NOT NULL CHECK (counted_baisa >= 0),
    expected_baisa BIGINT NOT NULL,  -- of the drawer at that instant
    counted_at     TEXT NOT NULL,
    clerk          TEXT NOT NULL
)
-- next
-- append-only shift_count
-- next
CREATE INDEX shift_count_shift ON shift_count (shift_id, id)
-- next
CREATE TABLE shift_close (
    id             ID_KEY,           -- of the shift
    branch_id      BIGINT NOT NULL,
    count_id       BIGINT NOT NULL REFERENCES shift_count (id),
    expected_baisa BIGINT NOT NULL,
    counted_baisa  BIGINT NOT NULL,
    reason         TEXT NOT NULL,    -- of the difference; empty without one
    closed_at      TEXT NOT NULL,
    clerk          TEXT NOT NULL
)
-- next
-- append-only shift_close
-- next
CREATE TABLE shift_sign_off (
    id        ID_KEY,                -- of the shift
    branch_id BIGINT NOT NULL,
    signed_at TEXT NOT NULL,
    clerk     TEXT NOT NULL
)
-- next
-- append-only shift_sign_off
-- next
CREATE TABLE day_close (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    series       TEXT NOT NULL,      -- D, and another one after each restore
    number       BIGINT NOT NULL,
    business_day BIGINT NOT NULL,
    closed_at    TEXT NOT NULL,
    clerk        TEXT NOT NULL,
    totals       TEXT NOT NULL,      -- canonical JSON, the text that is signed
    chain_number BIGINT NOT NULL,    -- the last audit line before the close
    chain_hash   BYTEA NOT NULL,
    signature    BYTEA NOT NULL,     -- Ed25519
    UNIQUE (branch_id, business_day),
    UNIQUE (branch_id, series, number)
)
-- next
-- append-only day_close
-- next
-- only sqlite
CREATE TRIGGER day_close_no_replace_key BEFORE INSERT ON day_close
WHEN EXISTS (SELECT 1 FROM day_close WHERE branch_id = NEW.branch_id
    AND (business_day = NEW.business_day OR (series = NEW.series AND number = NEW.number)))
BEGIN SELECT RAISE(ABORT, 'append-only day_close'); END
