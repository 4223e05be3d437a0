-- 0020 data key: which one seals the values now, once it has been changed. A desk that still holds another one in its
-- memory is refused before it reads or seals anything.
CREATE TABLE data_key (
    branch_id  BIGINT PRIMARY KEY,
    mark       BYTEA NOT NULL,   -- keyed hash of a fixed word: tells keys apart and tells nothing of them
    changed_at TEXT NOT NULL     -- UTC
)
