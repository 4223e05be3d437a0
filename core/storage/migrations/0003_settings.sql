-- 0003 settings: the centre, its counters and the keys that it signs with.
CREATE TABLE setting (
    branch_id BIGINT NOT NULL,
    key       TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (branch_id, key)
);
-- next
CREATE TABLE counter (
    id        ID_KEY,
    branch_id BIGINT NOT NULL,
    code      TEXT NOT NULL,   -- C1: the series of its receipts
    name_ar   TEXT NOT NULL,
    name_en   TEXT NOT NULL,
    active    BIGINT NOT NULL,
    UNIQUE (branch_id, code)
);
-- next
-- The secret half is sealed under the data key. The newest row signs; older ones verify what they signed.
CREATE TABLE desk_key (
    id            ID_KEY,
    branch_id     BIGINT NOT NULL,
    public_key    BYTEA NOT NULL,  -- Ed25519
    sealed_secret BYTEA NOT NULL,
    created_at    TEXT NOT NULL
);
-- next
-- append-only desk_key
