-- 0018 sync: the highest head of the audit chain that the portal of a channel is known to hold.
CREATE TABLE sync_anchor (
    id      ID_KEY,           -- of the channel
    number  BIGINT NOT NULL,  -- of an audit line
    hash    BYTEA NOT NULL,
    holds   BIGINT NOT NULL,  -- 1: this desk has that line
    seen_at TEXT NOT NULL
);
