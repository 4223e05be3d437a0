-- 0012 documents: where the encrypted files of a transaction are.
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
