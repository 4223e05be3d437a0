-- 0006 catalogue: signed content packs as they came, and what the centre sets beside them.
CREATE TABLE content_pack (
    id         ID_KEY,
    branch_id  BIGINT NOT NULL,
    pack       TEXT NOT NULL,    -- which pack it is a version of
    version    BIGINT NOT NULL,
    valid_from BIGINT NOT NULL,  -- business day, yyyymmdd
    publisher  BYTEA NOT NULL,
    hash       BYTEA NOT NULL,   -- SHA-256 of the file
    file       BYTEA NOT NULL,
    UNIQUE (branch_id, pack, version)
)
-- next
-- append-only content_pack
-- next
-- Each application and each rollback; what stands is what their order leaves.
CREATE TABLE pack_step (
    id        ID_KEY,
    branch_id BIGINT NOT NULL,
    pack_id   BIGINT NOT NULL REFERENCES content_pack (id),
    act       TEXT NOT NULL CHECK (act IN ('applied', 'rolled_back')),
    at        TEXT NOT NULL,
    staff_id  BIGINT
)
-- next
-- append-only pack_step
-- next
-- Publishers that the owner confirmed, besides the product's own.
CREATE TABLE pack_publisher (
    branch_id    BIGINT NOT NULL,
    public_key   BYTEA NOT NULL,
    name         TEXT NOT NULL,
    confirmed_at TEXT NOT NULL,
    staff_id     BIGINT,
    PRIMARY KEY (branch_id, public_key)
)
-- next
CREATE TABLE own_service (
    id               ID_KEY,
    branch_id        BIGINT NOT NULL,
    code             TEXT NOT NULL,
    name_ar          TEXT NOT NULL,
    name_en          TEXT NOT NULL,
    agency           TEXT NOT NULL,
    category         TEXT NOT NULL,
    aliases          TEXT NOT NULL,    -- one a line
    government_baisa BIGINT,           -- NULL: the clerk takes it from the portal
    per_unit         BIGINT NOT NULL,  -- 1: the form asks how many
    valid_from       BIGINT NOT NULL,
    offered          BIGINT NOT NULL,  -- 0: withdrawn
    UNIQUE (branch_id, code)
)
-- next
-- The centre's own prices; the newest of a day counts.
CREATE TABLE own_price (
    id            ID_KEY,
    branch_id     BIGINT NOT NULL,
    service       TEXT NOT NULL,
    valid_from    BIGINT NOT NULL,
    service_baisa BIGINT,             -- NULL: the pack's price again
    ceiling_baisa BIGINT,             -- NULL: the pack's
    set_at        TEXT NOT NULL,
    staff_id      BIGINT
)
-- next
CREATE INDEX own_price_service ON own_price (branch_id, service)
-- next
-- append-only own_price
-- next
CREATE TABLE favourite_service (
    branch_id BIGINT NOT NULL,
    position  BIGINT NOT NULL CHECK (position BETWEEN 1 AND 9),
    service   TEXT NOT NULL,
    PRIMARY KEY (branch_id, position)
)
-- next
-- Changes with every change above, so that a desk knows when what it holds in memory is old.
CREATE TABLE catalogue_revision (
    branch_id BIGINT NOT NULL PRIMARY KEY,
    stamp     BYTEA NOT NULL
)
