-- 0007 customers: who the centre works for. Identifying values are sealed; their blind indexes are keyed hashes.
CREATE TABLE customer (
    id            ID_KEY,
    branch_id     BIGINT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('citizen', 'resident', 'visitor', 'company')),
    name_ar       TEXT NOT NULL,
    name_en       TEXT NOT NULL,
    search_text   TEXT NOT NULL,  -- the words as they stand in the search index; it forgets them only when told them
    sex           TEXT NOT NULL CHECK (sex IN ('', 'M', 'F')),
    nationality   TEXT NOT NULL,
    wilayat       TEXT NOT NULL,
    language      TEXT NOT NULL,
    person_sealed BYTEA NOT NULL, -- birth date, phones, e-mail, address, identifiers: customer_seal.h
    merged_into   BIGINT REFERENCES customer (id),
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    CHECK (name_ar <> '' OR name_en <> ''),
    CHECK (merged_into IS NULL OR merged_into <> id)
);
-- next
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
-- next
-- Every number a customer can be found by, phones too.
CREATE TABLE customer_number (
    id          ID_KEY,
    branch_id   BIGINT NOT NULL,
    customer_id BIGINT NOT NULL REFERENCES customer (id),
    kind        TEXT NOT NULL,
    country     TEXT NOT NULL,
    holder      BIGINT NOT NULL,  -- 0 where one value belongs to one customer, else the customer
    exact_index BYTEA NOT NULL,
    tail_index  BYTEA,            -- of the last digits: customer_seal.h
    expiry      TEXT,
    UNIQUE (exact_index, kind, country, holder, branch_id)
);
-- next
CREATE INDEX customer_number_tail ON customer_number (tail_index, customer_id);
-- next
CREATE INDEX customer_number_customer ON customer_number (customer_id);
-- next
CREATE TABLE customer_consent (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    customer_id  BIGINT NOT NULL REFERENCES customer (id),
    text_version TEXT NOT NULL,
    language     TEXT NOT NULL,
    given_at     TEXT NOT NULL,
    clerk        TEXT NOT NULL
);
-- next
CREATE INDEX customer_consent_customer ON customer_consent (customer_id);
-- next
CREATE TABLE customer_authorised (
    company_id  BIGINT NOT NULL REFERENCES customer (id),
    person_id   BIGINT NOT NULL REFERENCES customer (id),
    branch_id   BIGINT NOT NULL,
    role        TEXT NOT NULL,
    valid_until TEXT,
    PRIMARY KEY (company_id, person_id)
);
-- next
CREATE TABLE customer_merge (
    id        ID_KEY,
    branch_id BIGINT NOT NULL,
    kept_id   BIGINT NOT NULL REFERENCES customer (id),
    gone_id   BIGINT NOT NULL REFERENCES customer (id),
    merged_at TEXT NOT NULL,
    clerk     TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT
);
-- next
-- only sqlite
CREATE VIRTUAL TABLE customer_search USING fts5(
    words, content = '', detail = none, columnsize = 0, prefix = '1 2 3 4 5', tokenize = 'ascii'
);
-- next
-- only postgresql
CREATE TABLE customer_word (
    customer_id BIGINT NOT NULL,
    word        TEXT NOT NULL,
    PRIMARY KEY (customer_id, word)
);
-- next
-- only postgresql
CREATE INDEX customer_word_prefix ON customer_word (word text_pattern_ops, customer_id DESC);
