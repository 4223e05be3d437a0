-- 0023 audit sync: the lines that vouch for connectors and channels, so that the start of one finds the newest at once.
CREATE INDEX audit_sync ON audit_line (branch_id, id) WHERE payload LIKE '%"sync_c%'
