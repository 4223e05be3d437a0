#!/usr/bin/env python3
"""Random edits by a database shell, in any row that a promise rests on, rows taken away, and rows put in that no act
made; guards taken away and put back: every one is found by `sanadctl verify`. `--every` edits each column of each table
once, also of those that no promise rests on, and lists what is not found."""
import re
import sqlite3
import subprocess
import sys

from proof import PASSWORDS, Proof, connect, expect

# Receipts, ledger, audit, days, numbers, people, permissions, customers, transactions, papers, tickets, consents,
# breaches, settings, packs: no edit may go unseen.
PROMISED = ("receipt", "credit_note", "ledger_", "agency_movement", "audit_", "day_", "shift", "cash_move", "number_",
            "staff", "role_permission", "recovery_key", "desk_key", "counter", "customer", "service_transaction",
            "transaction_", "document_", "ticket", "approval", "privacy_", "erasure", "setting", "content_pack", "pack_step")
# Of these, what may be rewritten at any time: drafts, and what a line of the queue is called.
NOT_PROMISED = ("transaction_draft", "ticket_line", "ticket_series", "customer_search")
# Promised, and without a row in the prepared centre, with the reason.
EMPTY = {
    "credit_note": "no act voids a receipt yet",
}
# Beside these, `--every` also edits and lists, as work that a person looks at and rewrites anyway:
BESIDE = ("outbox", "own_", "sync_")
# Columns that no promise rests on, with the reason.
FREE_COLUMNS = {
    "day_figure.name_ar": "what the report calls an item; the receipts keep what they called it",
    "day_figure.name_en": "what the report calls an item; the receipts keep what they called it",
    "ledger_entry.id": "a key that nothing refers to; all else of the entry is vouched for",
    "customer.search_text": "made anew from the name",
    "catalogue_revision.branch_id": "a stamp is compared for being another one only",
    "catalogue_revision.stamp": "compared for being another one only",
    "sync_channel.next_attempt": "when to try next",
    "sync_channel.failures": "how long to wait",
    "sync_channel.down_since": "shown until the next success",
    "sync_channel.last_success": "shown until the next success",
    "sync_channel.last_error": "shown until the next success",
    "sync_channel.delivered": "counted for the page",
    "outbox.attempts": "counted for the page",
    "outbox.not_before": "when to try next",
    "outbox.batch_limit": "how much to send at once",
}


def tables(db, wanted):
    names = [name for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE"
                                          " 'CREATE VIRTUAL%' AND name NOT LIKE 'customer\\_search%' ESCAPE '\\'"
                                          " ORDER BY name")]
    return [name for name in names if name.startswith(wanted) and not name.startswith(NOT_PROMISED)]


def filled(db, names):
    """Those that hold rows; a promised one without any is an edit that nobody tries."""
    empty = {name for name in names if not db.execute(f"SELECT 1 FROM {name}").fetchone()}
    promised = {name for name in empty if name.startswith(PROMISED)}
    expect(promised == set(EMPTY), f"empty: {sorted(promised - set(EMPTY))}, filled by now: {sorted(set(EMPTY) - promised)}")
    return [name for name in names if name not in empty]


def columns(db, table):
    """Name, and whether it belongs to the key."""
    return [(row[1], row[5] > 0) for row in db.execute(f"PRAGMA table_info({table})")]


def another(chance, value):
    """Of the same kind, and not the same."""
    if value is None:
        return chance.choice((1, "x"))
    if isinstance(value, int):
        return value + chance.choice((-1, 1, 1000))
    if isinstance(value, bytes):
        if not value:
            return b"x"
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ (1 << chance.randrange(8))]) + value[at + 1:]
    if not value:
        return "x"
    at = chance.randrange(len(value))
    letter = chance.choice([c for c in "0123456789abcxyz" if c != value[at]])
    return value[:at] + letter + value[at + 1:]


def forged(db, chance, table, row):
    """Puts a copy of a row in, under a key of its own and with nothing else new but what the schema wants to be."""
    names = [name for name, _ in columns(db, table)]
    values = dict(zip(names, db.execute(f"SELECT {', '.join(names)} FROM {table} WHERE rowid = ?", (row,)).fetchone()))
    new = [name for name, is_key in columns(db, table) if is_key and name != "branch_id"][:1]
    for _ in range(50):
        for name in new:
            values[name] = another(chance, values[name])
        try:
            db.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
                       tuple(values.values()))
            return {name: values[name] for name in new}
        except sqlite3.IntegrityError as refused:
            unique = re.findall(rf"{table}\.(\w+)", str(refused))
            if not str(refused).startswith("UNIQUE"):
                raise
            new.append(chance.choice([name for name in unique if name != "branch_id"] or unique))
    raise sqlite3.IntegrityError(f"no other row fits into {table}")


def edited(db, chance, table, column):
    """Changes one row, past every guard. What was done, or nothing when the schema itself forbids it."""
    guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
                        (table,)).fetchall()
    key = "rowid"
    rows = [row for row, in db.execute(f"SELECT {key} FROM {table}")]
    row = chance.choice(rows)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN")
    for name, _ in guards:
        db.execute(f"DROP TRIGGER {name}")
    try:
        if column == "(row)":
            what = f"{table} row {row} deleted"
            db.execute(f"DELETE FROM {table} WHERE {key} = ?", (row,))
        elif column == "(new)":
            what = f"{table} row {row} put in again with {forged(db, chance, table, row)}"
        else:
            before, = db.execute(f"SELECT {column} FROM {table} WHERE {key} = ?", (row,)).fetchone()
            after = another(chance, before)
            what = f"{table}.{column} of row {row}: {before!r:.40} became {after!r:.40}"
            db.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (after, row))
    except sqlite3.IntegrityError:  # a CHECK, NOT NULL or UNIQUE of the schema
        db.execute("ROLLBACK")
        return None
    for _, text in guards:
        db.execute(text)
    db.execute("COMMIT")
    return what


def restored(proof):
    """A centre of two closed days that was restored from a backup: its series end where that stands."""
    lost = proof.centre("lost", "--customers", "40", "--days", "2", "--visits", "5")
    stick = proof.folder / "stick"
    stick.mkdir()
    proof.must(lost, "backup", "create", stick, user="owner")
    data = proof.folder / "centre"
    proof.must(data, "backup", "restore", "--owner", "owner", next(stick.glob("*.sanadbackup")),
               variables={"SANAD_PASSWORD": PASSWORDS["owner"]})
    return data


def prepared(proof):
    """A restored centre, and a day with everything that a desk does in it."""
    data = restored(proof)
    lines = proof.folder / "lines"
    lines.write_bytes(b"".join(proof.visits(40)))
    proof.ctl(data, "serve", lines, user="clerk1")
    subprocess.run([proof.bin / "desk_work", data, "P-1"], check=True, env=proof.environment())
    proof.must(data, "ticket", "issue", "A", user="clerk1")
    proof.must(data, "receipt", "render", "C1-000002", "--output", proof.folder / "copy.pdf", user="clerk1")
    proof.must(data, "shift", "cash-out", "1.000", "--reason", "bank", user="owner")
    with connect(data, "ro") as db:
        idle = [id_ for id_, in db.execute("SELECT id FROM customer WHERE kind = 'citizen' AND id NOT IN"
                                           " (SELECT applicant_id FROM service_transaction) AND id NOT IN"
                                           " (SELECT customer_id FROM transaction_beneficiary) ORDER BY id LIMIT 5")]
        company, = db.execute("SELECT id FROM customer WHERE kind = 'company'").fetchone()
    expect(len(idle) == 5, "too few customers without a transaction")
    someone, kept, gone, leaving, asking = map(str, idle)
    second = {"user": "owner", "variables": {"SANAD_APPROVER_PIN": "222222"}}
    proof.must(data, "customer", "authorise", str(company), someone, "--role", "partner", user="owner")
    proof.must(data, "--approve", "manager", "customer", "merge", kept, gone, "--reason", "twice", **second)
    proof.must(data, "--approve", "manager", "erase", "subject", leaving, "--reason", "asked for it", **second)
    proof.must(data, "privacy", "request", "take", asking, "access", "--words", "a copy", user="owner")
    proof.must(data, "privacy", "breach", "record", "A stick was lost", "--people", someone, user="owner")
    proof.must(data, "privacy", "consent", someone, user="owner")
    proof.whole(data)
    return data


def attempt(proof, data, table, column):
    """Whether the edit was found; nothing when it could not be made."""
    hurt = proof.copy(data)
    with connect(hurt) as db:
        what = edited(db, proof.chance, table, column)
    if not what:
        return None, ""
    checked = proof.ctl(hurt, "verify", "--json")
    expect(checked.returncode in (0, 1, 3), f"verify after {what}: {checked.stderr.decode()}")
    return checked.returncode != 0, what


# What a dishonest clerk writes to become more than a clerk, and who signs in by it.
LAUNDERED = (
    ("UPDATE staff SET role = 'owner' WHERE user_name = 'clerk1'", "clerk1"),
    ("INSERT INTO role_permission (branch_id, role, permission) VALUES (1, 'clerk', 'staff.manage')", "clerk1"),
    ("UPDATE staff SET wrapped_key = (SELECT wrapped_key FROM staff WHERE user_name = 'clerk1')"
     " WHERE user_name = 'manager'", "manager"),
)


def launder(proof, data):
    """The edit opens nothing, and no act makes it look right."""
    for sql, user in LAUNDERED:
        hurt = proof.copy(data)
        with connect(hurt) as db:
            db.execute(sql)
        tried = proof.ctl(hurt, "ticket", "list", user=user, variables={"SANAD_PASSWORD": PASSWORDS["clerk1"]})
        expect(b"[people.row-differs]" in tried.stderr, f"{sql}: {tried.stdout + tried.stderr}")
        expect(proof.ctl(hurt, "verify").returncode == 1, f"{sql}: verify found nothing")
        proof.count("laundered edits refused")


def drawn(chance, places):
    """Places without end: every fourth a row that goes, every fourth one that comes."""
    kinds = [[place for place in places if place[1] == "(row)"], [place for place in places if place[1] == "(new)"],
             [place for place in places if not place[1].startswith("(")]]
    while True:
        yield chance.choice(kinds[chance.choice((0, 1, 2, 2))])


def prove(proof):
    data = prepared(proof)
    with connect(data, "ro") as db:
        wanted = PROMISED + BESIDE if proof.options.every else PROMISED
        places = [(table, column) for table in filled(db, tables(db, wanted))
                  for column in ["(row)", "(new)"] + [name for name, _ in columns(db, table)]
                  if f"{table}.{column}" not in FREE_COLUMNS]
    launder(proof, data)
    proof.count("tables", len({table for table, _ in places}))
    missed = []
    todo = iter(places) if proof.options.every else drawn(proof.chance, places)
    for table, column in todo:
        found, what = attempt(proof, data, table, column)
        if found is None:
            continue
        proof.count("edits")
        proof.count("rows put in", column == "(new)")
        proof.count("found", found)
        if not found and what.startswith(PROMISED):
            missed.append(what)
        elif not found:
            proof.count("beside, not found")
            print(f"beside, not found: {what}", file=sys.stderr)
        if not proof.options.every and proof.counts["edits"] == proof.rounds:
            break
    expect(not missed, "not found:\n" + "\n".join(missed))
    # The guards themselves.
    hurt = proof.copy(data)
    with connect(hurt) as db:
        guards = [name for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"
                                               " AND name LIKE '%\\_no\\_%' ESCAPE '\\'")]
        guard = proof.chance.choice(guards)
        db.execute(f"DROP TRIGGER {guard}")
    expect(proof.ctl(hurt, "verify").returncode == 1, f"{guard} is gone and nobody says so")
    proof.count("guards taken")


if __name__ == "__main__":
    proof = Proof("tamper", long=200, short=12)
    proof.run(prove)
