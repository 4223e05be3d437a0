-- 0004 people: staff, what each role may do, and the wrapped data key.
CREATE TABLE staff (
    id          ID_KEY,
    branch_id   BIGINT NOT NULL,
    user_name   TEXT NOT NULL,   -- for signing in; stands in audit lines
    name_ar     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    role        TEXT NOT NULL,
    active      BIGINT NOT NULL, -- leavers are disabled, never deleted
    wrapped_key BYTEA NOT NULL,  -- the data key under the password (Argon2id)
    sealed_pin  BYTEA,           -- verifier of the PIN (Argon2id), sealed under the data key
    UNIQUE (branch_id, user_name)
);
-- next
CREATE TABLE role_permission (
    branch_id  BIGINT NOT NULL,
    role       TEXT NOT NULL,
    permission TEXT NOT NULL,
    PRIMARY KEY (branch_id, role, permission)
);
-- next
-- The data key under the printed recovery code: one row, replaced whenever a new code is made.
CREATE TABLE recovery_key (
    id          ID_KEY,
    branch_id   BIGINT NOT NULL,
    wrapped_key BYTEA NOT NULL,
    created_at  TEXT NOT NULL
);
