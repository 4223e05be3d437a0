-- 0005 sync: what waits for a portal, the frozen batches, and how each channel fares.
CREATE TABLE outbox (
    id          ID_KEY,
    branch_id   BIGINT NOT NULL,
    channel     TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('transaction', 'fee_payment')),
    subject_id  BIGINT NOT NULL,
    uuid        TEXT NOT NULL UNIQUE,
    payload     BYTEA NOT NULL,            -- sealed; empty once delivered
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'delivered', 'aside')),
    batch_id    BIGINT,                    -- of the frozen batch that carries it
    batch_limit BIGINT NOT NULL,           -- most items of a batch that may carry it; halves when a portal refuses one whole
    attempts    BIGINT NOT NULL,
    reference   TEXT NOT NULL,
    answer      BYTEA,                     -- sealed: why it stands aside
    created_at  TEXT NOT NULL,
    not_before  TEXT,
    settled_at  TEXT
);
-- next
CREATE INDEX outbox_open ON outbox (channel, state, id) WHERE state <> 'delivered';
-- next
CREATE INDEX outbox_subject ON outbox (subject_id);
-- next
CREATE TABLE sync_batch (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    channel      TEXT NOT NULL,
    batch_key    TEXT NOT NULL UNIQUE,     -- the idempotency key
    content_hash BYTEA NOT NULL,           -- SHA-256 of the content before gzip
    signature    BYTEA NOT NULL,
    public_key   BYTEA NOT NULL,
    body         BYTEA NOT NULL,           -- sealed gzip; empty once settled
    item_count   BIGINT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('open', 'settled', 'dissolved')),
    attempts     BIGINT NOT NULL,
    created_at   TEXT NOT NULL,
    settled_at   TEXT
);
-- next
CREATE INDEX sync_batch_open ON sync_batch (channel, id) WHERE state = 'open';
-- next
CREATE TABLE sync_channel (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    channel      TEXT NOT NULL,
    connector    TEXT NOT NULL,            -- name of a sync_connector
    settings     BYTEA NOT NULL,           -- sealed JSON object that only the connector understands
    feed_cursor  TEXT NOT NULL,
    delivered    BIGINT NOT NULL,
    failures     BIGINT NOT NULL,          -- in a row
    next_attempt TEXT,
    down_since   TEXT,
    last_success TEXT,
    last_error   TEXT NOT NULL,            -- error key of the last failure; empty after a success
    UNIQUE (branch_id, channel)
);
-- next
CREATE TABLE sync_connector (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    version      TEXT NOT NULL,
    program      TEXT NOT NULL,
    sha256       BYTEA NOT NULL,           -- of the program's file, confirmed by a person
    confirmed_by BIGINT NOT NULL,
    confirmed_at TEXT NOT NULL,
    UNIQUE (branch_id, name)
);
-- next
-- Evidence: when a channel could not be reached, and since when it could again.
CREATE TABLE sync_outage (
    id        ID_KEY,
    branch_id BIGINT NOT NULL,
    channel   TEXT NOT NULL,
    event     TEXT NOT NULL CHECK (event IN ('began', 'ended')),
    reason    TEXT NOT NULL,
    at        TEXT NOT NULL
);
-- next
-- append-only sync_outage
