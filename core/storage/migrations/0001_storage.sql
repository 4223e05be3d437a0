-- 0001 storage: which migrations this database has.
CREATE TABLE schema_version (
    version    BIGINT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    applied_at TEXT NOT NULL
);
