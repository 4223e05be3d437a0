-- 0002 audit: append-only, hash-chained record of every act. id is the line's number, 1, 2, 3 …
CREATE TABLE audit_line (
    id         ID_KEY,
    branch_id  BIGINT NOT NULL,
    at         TEXT NOT NULL,   -- UTC, ISO 8601
    staff_id   BIGINT,          -- NULL: the program itself
    actor      TEXT NOT NULL,   -- sign-in name
    counter    TEXT NOT NULL,
    act        TEXT NOT NULL,   -- subject.verb-ed
    subject_id BIGINT NOT NULL,
    payload    TEXT NOT NULL,   -- canonical JSON without personal data
    hash       BYTEA NOT NULL   -- SHA-256 over the line before and this one
);
-- next
-- append-only audit_line
-- next
-- One row a branch: the number and hash that the next line builds on. Its lock orders the writers of a server.
CREATE TABLE audit_head (
    branch_id BIGINT NOT NULL PRIMARY KEY,
    number    BIGINT NOT NULL,
    hash      BYTEA NOT NULL
);
