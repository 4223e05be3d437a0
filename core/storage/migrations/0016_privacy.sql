-- 0016 privacy: what the law on personal data asks of the centre.
ALTER TABLE customer ADD COLUMN restricted_at TEXT
-- next
ALTER TABLE customer_consent ADD COLUMN guardian_id BIGINT
-- next
ALTER TABLE customer_consent ADD COLUMN withdrawn_at TEXT
-- next
ALTER TABLE customer_consent ADD COLUMN withdrawn_by TEXT
-- next
-- 1: about somebody whose record is restricted; not sent until that is lifted.
ALTER TABLE outbox ADD COLUMN held BIGINT NOT NULL DEFAULT 0
-- next
-- What people asked for under the law, and by when it must be answered.
CREATE TABLE privacy_request (
    id          ID_KEY,
    branch_id   BIGINT NOT NULL,
    number      BIGINT NOT NULL,
    customer_id BIGINT NOT NULL,    -- stays after an erasure, when it leads nowhere
    kind        TEXT NOT NULL CHECK (kind IN ('access', 'correction', 'restriction', 'erasure', 'objection')),
    state       TEXT NOT NULL CHECK (state IN ('open', 'done', 'refused')),
    received_on BIGINT NOT NULL,    -- yyyymmdd
    due_on      BIGINT NOT NULL,
    words       BYTEA,              -- sealed: what was asked
    answer      BYTEA,              -- sealed: what was answered
    taken_at    TEXT NOT NULL,
    taken_by    TEXT NOT NULL,      -- sign-in name
    closed_at   TEXT,
    closed_by   TEXT,
    UNIQUE (branch_id, number)
)
-- next
CREATE INDEX privacy_request_open ON privacy_request (due_on) WHERE state = 'open'
-- next
CREATE INDEX privacy_request_customer ON privacy_request (customer_id)
-- next
CREATE TABLE privacy_breach (
    id          ID_KEY,
    branch_id   BIGINT NOT NULL,
    number      BIGINT NOT NULL,
    found_at    TEXT NOT NULL,      -- UTC; the 72 hours run from here
    due_at      TEXT NOT NULL,
    words       BYTEA NOT NULL,     -- sealed: what happened
    measures    BYTEA,              -- sealed: what was done about it
    reported_at TEXT,
    reference   TEXT NOT NULL,      -- the authority's
    told_at     TEXT,               -- when the people were told
    closed_at   TEXT,
    recorded_by TEXT NOT NULL,
    UNIQUE (branch_id, number)
)
-- next
CREATE TABLE privacy_breach_person (
    breach_id   BIGINT NOT NULL REFERENCES privacy_breach (id),
    customer_id BIGINT NOT NULL,
    branch_id   BIGINT NOT NULL,
    PRIMARY KEY (breach_id, customer_id)
)
-- next
-- Whose data was erased: ids that lead nowhere any more, so that a restored copy is erased again.
CREATE TABLE erasure (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    customer_id  BIGINT NOT NULL,
    erased_at    TEXT NOT NULL,
    staff_id     BIGINT,
    transactions BIGINT NOT NULL,
    documents    BIGINT NOT NULL,
    receipts     BIGINT NOT NULL   -- of which the party's name was taken
)
-- next
-- append-only erasure
-- next
CREATE INDEX erasure_customer ON erasure (customer_id)
