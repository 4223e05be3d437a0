-- 0022 pin given: 1 where somebody else set the PIN. Such a one signs in and approves nothing until its holder changed it.
ALTER TABLE staff ADD COLUMN pin_given BIGINT NOT NULL DEFAULT 0
