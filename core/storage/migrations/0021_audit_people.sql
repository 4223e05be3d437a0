-- 0021 audit people: the lines on people, roles and the recovery code, so that a sign-in finds the newest of one at once.
CREATE INDEX audit_people ON audit_line (branch_id, subject_id, id)
    WHERE act LIKE 'staff.%' OR act LIKE 'role.%' OR act LIKE 'recovery.%'
