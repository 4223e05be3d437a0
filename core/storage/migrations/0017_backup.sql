-- 0017 backup: which backups were made here, whether a test restore of each went well, and the full checks.
CREATE TABLE backup_run (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    name         TEXT NOT NULL UNIQUE,  -- of the file; random
    bytes        BIGINT NOT NULL,
    created_at   TEXT NOT NULL,
    chain_number BIGINT NOT NULL,       -- the last audit line in it
    chain_hash   BYTEA NOT NULL,
    files        BIGINT NOT NULL,       -- scans in it
    verified_at  TEXT,                  -- NULL until a test restore of it has gone well
    removed_at   TEXT                   -- by the rule of how many are kept
);
-- next
CREATE INDEX backup_run_made ON backup_run (branch_id, created_at);
-- next
CREATE TABLE full_check (
    id        ID_KEY,
    branch_id BIGINT NOT NULL,
    at        TEXT NOT NULL,
    breaches  BIGINT NOT NULL,
    first     TEXT NOT NULL              -- invariant and row of the first; empty without one
);
