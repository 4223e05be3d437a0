-- 0013 receipts: numbered receipts with their lines and payments, copies, credit notes, and the roll-up of days.
CREATE TABLE receipt (
    id               ID_KEY,
    branch_id        BIGINT NOT NULL,
    series           TEXT NOT NULL,    -- C1
    number           BIGINT NOT NULL,
    uuid             TEXT NOT NULL,
    counter          TEXT NOT NULL,
    issued_at        TEXT NOT NULL,
    business_day     BIGINT NOT NULL,
    shift_id         BIGINT NOT NULL REFERENCES shift (id),
    customer_id      BIGINT,
    ticket           TEXT NOT NULL,
    staff_id         BIGINT NOT NULL,
    clerk            TEXT NOT NULL,    -- sign-in name
    service          TEXT NOT NULL,    -- code of the first line
    method           TEXT NOT NULL,    -- a tender, `split`, or `none`
    lines            BIGINT NOT NULL CHECK (lines > 0),
    payments         BIGINT NOT NULL,
    government_baisa BIGINT NOT NULL,
    service_baisa    BIGINT NOT NULL,
    discount_baisa   BIGINT NOT NULL,
    vat_baisa        BIGINT NOT NULL,
    total_baisa      BIGINT NOT NULL CHECK (total_baisa >= 0),
    licence          TEXT NOT NULL,    -- of the centre, as in the QR code
    training         BIGINT NOT NULL,
    party_digest     BYTEA NOT NULL,   -- SHA-256 of the sealed party
    link             BYTEA NOT NULL,   -- see docs/money.md
    signature        BYTEA NOT NULL,   -- Ed25519 over the QR code's text
    UNIQUE (branch_id, series, number)
)
-- next
-- append-only receipt
-- next
-- only sqlite
CREATE TRIGGER receipt_no_replace_key BEFORE INSERT ON receipt
WHEN EXISTS (SELECT 1 FROM receipt
    WHERE branch_id = NEW.branch_id AND series = NEW.series AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'append-only receipt'); END
-- next
-- Lists and the drill-down from a day's figures, without touching the receipts.
CREATE INDEX receipt_day ON receipt (branch_id, business_day, service, method, total_baisa)
-- next
-- Name and identifier as printed, sealed. A table of its own: erasure takes the row, the receipt stays.
CREATE TABLE receipt_party (
    id     ID_KEY,          -- of the receipt
    sealed BYTEA NOT NULL
)
-- next
-- Ids follow that of their receipt, so that its lines are read by the key alone.
CREATE TABLE receipt_line (
    id               ID_KEY,
    receipt_id       BIGINT NOT NULL REFERENCES receipt (id),
    transaction_id   BIGINT,
    service          TEXT NOT NULL,
    service_ar       TEXT NOT NULL,
    service_en       TEXT NOT NULL,
    agency           TEXT NOT NULL,
    agency_ar        TEXT NOT NULL,
    agency_en        TEXT NOT NULL,
    income           TEXT NOT NULL,
    reference        TEXT NOT NULL,
    government_baisa BIGINT NOT NULL CHECK (government_baisa >= 0),
    service_baisa    BIGINT NOT NULL CHECK (service_baisa >= 0),
    discount_baisa   BIGINT NOT NULL CHECK (discount_baisa >= 0),
    vat_baisa        BIGINT NOT NULL CHECK (vat_baisa >= 0),
    vat_rate         BIGINT NOT NULL  -- thousandths of a per cent
)
-- next
-- append-only receipt_line
-- next
CREATE TABLE receipt_payment (
    id           ID_KEY,
    receipt_id   BIGINT NOT NULL REFERENCES receipt (id),
    tender       TEXT NOT NULL,
    amount_baisa BIGINT NOT NULL CHECK (amount_baisa > 0),
    given_baisa  BIGINT NOT NULL CHECK (given_baisa >= amount_baisa),
    approval     TEXT NOT NULL,
    reference    TEXT NOT NULL
)
-- next
-- append-only receipt_payment
-- next
CREATE TABLE receipt_copy (
    id         ID_KEY,
    receipt_id BIGINT NOT NULL REFERENCES receipt (id),
    copy       BIGINT NOT NULL,  -- 1 for the first reprint
    printed_at TEXT NOT NULL,
    clerk      TEXT NOT NULL,
    UNIQUE (receipt_id, copy)
)
-- next
-- append-only receipt_copy
-- next
CREATE TABLE credit_note (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    series       TEXT NOT NULL,   -- CN-C1
    number       BIGINT NOT NULL,
    receipt_id   BIGINT NOT NULL REFERENCES receipt (id),
    business_day BIGINT NOT NULL,
    issued_at    TEXT NOT NULL,
    clerk        TEXT NOT NULL,
    reason       TEXT NOT NULL,
    total_baisa  BIGINT NOT NULL,
    signature    BYTEA NOT NULL,
    UNIQUE (branch_id, series, number),
    UNIQUE (receipt_id)
)
-- next
-- append-only credit_note
-- next
-- Roll-up of receipts by day and one dimension, kept in the receipt's commit.
CREATE TABLE day_figure (
    branch_id        BIGINT NOT NULL,
    dimension        TEXT NOT NULL,   -- day, service, clerk, tender, hour, agency, exception
    business_day     BIGINT NOT NULL,
    item             TEXT NOT NULL,
    name_ar          TEXT NOT NULL,   -- of services and agencies, as first sold that day
    name_en          TEXT NOT NULL,
    receipts         BIGINT NOT NULL,
    government_baisa BIGINT NOT NULL,
    service_baisa    BIGINT NOT NULL,
    discount_baisa   BIGINT NOT NULL,
    vat_baisa        BIGINT NOT NULL,
    total_baisa      BIGINT NOT NULL,
    PRIMARY KEY (branch_id, dimension, business_day, item)
)
