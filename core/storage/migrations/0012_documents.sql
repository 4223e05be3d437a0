-- 0012 documents: what was brought for a transaction, and where its encrypted files are.
CREATE TABLE document_checklist (
    transaction_id ID_KEY,
    branch_id      BIGINT NOT NULL,
    states         TEXT NOT NULL    -- "veh seen,ins scanned": codes in order; absent means missing
)
-- next
CREATE TABLE document_file (
    id             ID_KEY,
    branch_id      BIGINT NOT NULL,
    transaction_id BIGINT NOT NULL,
    code           TEXT NOT NULL,
    media_type     TEXT NOT NULL,
    bytes          BIGINT NOT NULL,
    name           TEXT NOT NULL UNIQUE,  -- random; of the file under files/
    expiry         BIGINT,                -- yyyymmdd
    keep_until     BIGINT NOT NULL,       -- yyyymmdd
    added_at       TEXT NOT NULL,
    staff_id       BIGINT
)
-- next
CREATE INDEX document_file_of ON document_file (transaction_id, id)
-- next
CREATE INDEX document_file_keep ON document_file (keep_until)
