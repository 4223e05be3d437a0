-- 0008 queue: the lines that people wait in, and their tickets.
CREATE TABLE ticket_line (
    branch_id BIGINT NOT NULL,
    code      TEXT NOT NULL,
    name_ar   TEXT NOT NULL,
    name_en   TEXT NOT NULL,
    priority  BIGINT NOT NULL DEFAULT 0,
    is_open   BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (branch_id, code)
)
-- next
INSERT INTO ticket_line (branch_id, code, name_ar, name_en, priority) VALUES
    (1, 'A', 'خدمات الأفراد', 'Personal services', 0),
    (1, 'B', 'خدمات الشركات', 'Company services', 0),
    (1, 'C', 'التسليم والاستفسار', 'Hand-over and questions', 0)
-- next
CREATE TABLE ticket_series (
    branch_id    BIGINT NOT NULL,
    business_day BIGINT NOT NULL,
    line         TEXT NOT NULL,
    last         BIGINT NOT NULL,
    name         TEXT NOT NULL DEFAULT '',  -- as the day's numbers are written since a restore; empty: the line
    PRIMARY KEY (branch_id, business_day, line)
)
-- next
CREATE TABLE ticket (
    id           ID_KEY,
    branch_id    BIGINT NOT NULL,
    business_day BIGINT NOT NULL,
    number       TEXT NOT NULL,  -- A-012; of the line it was issued in
    line         TEXT NOT NULL,  -- where it waits now
    state        TEXT NOT NULL
        CHECK (state IN ('waiting', 'called', 'serving', 'held', 'transferred', 'done', 'no_show')),
    priority     BIGINT NOT NULL,
    counter      TEXT NOT NULL,
    staff_id     BIGINT,
    issued_at    TEXT NOT NULL,
    called_at    TEXT,
    served_at    TEXT,
    ended_at     TEXT,
    calls        BIGINT NOT NULL,
    UNIQUE (branch_id, business_day, number)
)
-- next
-- Calling, the display and the waiting list look only at tickets that are not over yet.
CREATE INDEX ticket_open ON ticket (branch_id, business_day, priority DESC, id) WHERE ended_at IS NULL
