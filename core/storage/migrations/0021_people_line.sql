-- 0021 people line: which audit line vouches for a person, a role, the recovery code, so that a sign-in finds it at once.
CREATE TABLE people_line (
    branch_id BIGINT NOT NULL,
    subject   TEXT NOT NULL,   -- staff:ID, role:NUMBER, recovery
    line_id   BIGINT NOT NULL, -- of audit_line
    PRIMARY KEY (branch_id, subject)
)
