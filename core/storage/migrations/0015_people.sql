-- 0015 people: consents of a second person, and what guesses at a sign-in have cost.
CREATE TABLE approval (
    id            ID_KEY,
    branch_id     BIGINT NOT NULL,
    at            TEXT NOT NULL,   -- UTC, ISO 8601
    approver_id   BIGINT NOT NULL REFERENCES staff (id),
    asked_by      BIGINT NOT NULL, -- staff id of the one who acts
    permission    TEXT NOT NULL,
    act           TEXT NOT NULL,   -- as in audit lines, e.g. customer.merged
    subject       TEXT NOT NULL,   -- our own number or id of what is acted on
    sealed_reason BYTEA NOT NULL
);
-- next
-- append-only approval
-- next
-- Each consent serves one act; which one, the audit line that names it says.
CREATE TABLE approval_use (
    id        ID_KEY, -- of the approval
    branch_id BIGINT NOT NULL
);
-- next
-- append-only approval_use
-- next
-- Tries since the last right secret. A try counts before its secret is looked at.
CREATE TABLE sign_in_failure (
    branch_id BIGINT NOT NULL,
    subject   TEXT NOT NULL,   -- id of a person, recovery, or none:000 … none:fff for names that nobody has
    failures  BIGINT NOT NULL,
    PRIMARY KEY (branch_id, subject)
);
-- next
-- Until when a machine refuses to look at the next secret, by its own monotonic clock.
CREATE TABLE sign_in_wait (
    branch_id BIGINT NOT NULL,
    subject   TEXT NOT NULL,
    machine   TEXT NOT NULL,
    boot      TEXT NOT NULL,   -- the start of the machine whose clock until_ms is on
    failures  BIGINT NOT NULL, -- after how many failures it began
    until_ms  BIGINT NOT NULL,
    PRIMARY KEY (branch_id, subject, machine)
);
-- next
-- only sqlite
CREATE TRIGGER staff_no_delete BEFORE DELETE ON staff BEGIN SELECT RAISE(ABORT, 'append-only staff'); END
-- next
-- only sqlite
CREATE TRIGGER staff_no_replace BEFORE INSERT ON staff
WHEN EXISTS (SELECT 1 FROM staff WHERE id = NEW.id OR (branch_id = NEW.branch_id AND user_name = NEW.user_name))
BEGIN SELECT RAISE(ABORT, 'append-only staff'); END
-- next
-- only postgresql
CREATE TRIGGER staff_no_delete BEFORE DELETE ON staff FOR EACH ROW EXECUTE FUNCTION refuse_change()
-- next
-- only postgresql
CREATE TRIGGER staff_no_truncate BEFORE TRUNCATE ON staff FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
