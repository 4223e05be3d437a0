#!/usr/bin/env python3
"""Random edits by a database shell, in any row that a promise rests on, rows taken away, and rows put in that no act
made; guards taken away and put back: every one is found by `sanadctl verify`, and so are forgeries of several rows that
fit together. In every table, whatever rests on it, a value that is stored as another type, a text that begins with what
no reader sees, and an empty value in the place of none are found. `--every` edits each column of each table once in each
way, also of those that no promise rests on, and lists what is not found."""
import hashlib
import json
import re
import sqlite3
import subprocess
import sys

from forgeries import FORGED, MADE_UP, MENDED
from proof import PASSWORDS, Proof, connect, expect

# Receipts, ledger, audit, days, numbers, people, permissions, customers, transactions, papers, tickets, consents,
# breaches, settings, packs, what is reported, connectors, channels, outages, backups, full checks: no edit may go unseen.
PROMISED = ("receipt", "credit_note", "ledger_", "agency_movement", "audit_", "day_", "shift", "cash_move", "number_",
            "staff", "role_permission", "recovery_key", "desk_key", "counter", "customer", "service_transaction",
            "transaction_", "document_", "ticket", "approval", "privacy_", "erasure", "setting", "content_pack", "pack_step",
            "sync_connector", "sync_channel", "sync_outage", "backup_run", "full_check", "schema_version",
            "outbox", "data_key")
# Of these, what may be rewritten at any time: drafts, and what a line of the queue is called.
NOT_PROMISED = ("transaction_draft", "ticket_line")
# Beside these, `--every` also edits and lists, as work that a person looks at and rewrites anyway:
BESIDE = ("own_", "sync_")
# Columns that no promise rests on, with the reason.
FREE_COLUMNS = {
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
    "sync_channel.feed_cursor": "how far the portal's news was read, moved by each answer",
    "outbox.payload": "sealed: an edited one does not open when it is sent",
    "outbox.answer": "sealed: an edited one does not open when it is shown",
    "outbox.reference": "the portal's text, forgotten with a person",
    "outbox.batch_id": "of the batch that it goes in",
    "outbox.attempts": "counted for the page",
    "outbox.not_before": "when to try next",
    "outbox.batch_limit": "how much to send at once",
    "schema_version.applied_at": "when the data was brought up to date, which nobody asks",
}


def tables(db):
    """But those of the search index, which are looked into word by word."""
    return [name for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE"
                                         " 'CREATE VIRTUAL%' AND name NOT LIKE 'customer\\_search%' ESCAPE '\\'"
                                         " ORDER BY name")]


def promised(table):
    return table.startswith(PROMISED) and not table.startswith(NOT_PROMISED)


def filled(db, names):
    """Those that hold rows; a promised one without any is an edit that nobody tries."""
    empty = {name for name in names if not db.execute(f"SELECT 1 FROM {name}").fetchone()}
    missing = {name for name in empty if promised(name)}
    expect(missing == set(MADE_UP),
           f"empty: {sorted(missing - set(MADE_UP))}, filled by now: {sorted(set(MADE_UP) - missing)}")
    return [name for name in names if name not in empty]


def columns(db, table):
    """Name, and whether it belongs to the key."""
    return [(row[1], row[5] > 0) for row in db.execute(f"PRAGMA table_info({table})")]


def declared(db, table, column):
    return {row[1]: row[2] for row in db.execute(f"PRAGMA table_info({table})")}[column]


def another(chance, value, _declared=None):
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


def stored_otherwise(chance, value, kind):
    """Another to SQL; read back as this type it is much the same."""
    if kind in ("BIGINT", "INTEGER"):
        number = value or 0
        exact = number + 0.4 if abs(number) < 1 << 40 else f"{number}.4x"  # a larger one has no place for a fraction
        return chance.choice((f"{number}x", exact, str(number).encode()))
    if kind == "TEXT":
        return chance.choice(((value or "").encode(), "\ufeff" + (value or ""), (value or "") + "\0x"))
    return chance.choice(("x" + (value or b"").hex(), 1.5))


def nothing_or_empty(_chance, value, kind):
    """Empty where nothing is, and nothing where it is empty; else as it is."""
    if value is None:
        return {"TEXT": "", "BYTEA": b""}.get(kind, 0)
    return value or None


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


def without_guards(db, edits):
    """Makes them, statements or a function, as somebody does who takes every guard away and puts all back afterwards."""
    guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        db.execute(f"DROP TRIGGER {name}")
    if callable(edits):
        edits(db)
    else:
        for sql in edits:
            db.execute(sql)
    for _, text in guards:
        db.execute(text)


def edited(db, chance, table, column, change):
    """Changes one row, past every guard. What was done, or nothing when the schema itself forbids it or the way of
    change has nothing to change there."""
    if table in MADE_UP:
        without_guards(db, (MADE_UP[table],))
        return f"{table} made up"
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
            after = change(chance, before, declared(db, table, column))
            what = f"{table}.{column} of row {row}: {before!r:.40} became {after!r:.40}"
            db.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (after, row))
            kept = db.execute(f"SELECT {column} FROM {table} WHERE {key} = ?", (row,)).fetchone()
            if kept and kept[0] == before and type(kept[0]) is type(before):  # nothing to change, or SQLite made the same of it
                db.execute("ROLLBACK")
                return None
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
    connected(proof, data)
    kept = proof.folder / "kept"
    kept.mkdir()
    proof.must(data, "backup", "create", kept, user="owner")
    proof.whole(data)
    return data


def connected(proof, data):
    """With a portal that nobody answers for."""
    settings = proof.folder / "settings.json"
    settings.write_text(json.dumps({"url": "https://127.0.0.1:9", "client_id": "desk", "client_secret": "none"}))
    proof.must(data, "sync", "connector", proof.bin / "sanad-connector-rest", user="owner")
    proof.must(data, "sync", "channel", "portal", "--connector", "rest", "--settings", settings, user="owner")
    run = proof.ctl(data, "sync", "run", user="owner")
    expect(b"[sync.unreachable]" in run.stdout, f"sync run: {run.stdout + run.stderr}")


def attempt(proof, data, table, column, change):
    """Whether the edit was found; nothing when it could not be made."""
    hurt = proof.copy(data)
    with connect(hurt) as db:
        what = edited(db, proof.chance, table, column, change)
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


def forge(proof, data):
    """Each is found, and no repair makes it good."""
    for what, edits in FORGED.items():
        hurt = proof.copy(data)
        with connect(hurt) as db:
            without_guards(db, edits)
        expect(proof.ctl(hurt, "verify").returncode == 1, f"{what}: verify found nothing")
        repaired = proof.ctl(hurt, "backup", "repair", user="owner")
        expect((repaired.returncode == 0) == (what in MENDED), f"{what}: repair: {repaired.stdout + repaired.stderr}")
        proof.count("forgeries found")


def another_connector(proof, data):
    """A program that somebody put into the row of the connector is not started."""
    hurt = proof.copy(data)
    trace = proof.folder / "started"
    program = proof.folder / "connector"
    program.write_text(f"#!/bin/sh\ntouch {trace}\n")
    program.chmod(0o755)
    digest = hashlib.sha256(program.read_bytes()).digest()
    with connect(hurt) as db:
        db.execute("UPDATE sync_connector SET program = ?, sha256 = ?", (str(program), digest))
    expect(proof.ctl(hurt, "verify").returncode == 1, "another connector: verify found nothing")
    proof.must(hurt, "sync", "retry", user="owner")
    run = proof.ctl(hurt, "sync", "run", user="owner")
    expect(b"[sync.connector-differs]" in run.stdout and not trace.exists(), f"sync run: {run.stdout + run.stderr}")
    proof.count("connectors not started")


def every_place(db, all_tables):
    """Table, column, and how it is changed: `(row)` goes, `(new)` comes."""
    wanted = PROMISED + BESIDE if all_tables else PROMISED
    places = [(table, "(new)", None) for table in MADE_UP]
    for table in filled(db, tables(db)):
        names = [name for name, _ in columns(db, table)]
        places += [(table, name, change) for name in names for change in (stored_otherwise, nothing_or_empty)]
        if table.startswith(wanted) and not table.startswith(NOT_PROMISED):
            places += [(table, "(row)", None), (table, "(new)", None)]
            places += [(table, name, another) for name in names if f"{table}.{name}" not in FREE_COLUMNS]
    return places


def drawn(chance, places):
    """Places without end: every sixth a row that goes, every sixth one that comes, the values in each way."""
    rows = [[place for place in places if place[1] == row] for row in ("(row)", "(new)")]
    values = [[place for place in places if place[2] is change] for change in (another, stored_otherwise, nothing_or_empty)]
    while True:
        yield chance.choice(chance.choice((*rows, *values, values[0])))


def prove(proof):
    data = prepared(proof)
    with connect(data, "ro") as db:
        places = every_place(db, proof.options.every)
    launder(proof, data)
    forge(proof, data)
    another_connector(proof, data)
    proof.count("tables", len({table for table, _, _ in places}))
    missed = []
    todo = iter(places) if proof.options.every else drawn(proof.chance, places)
    for table, column, change in todo:
        found, what = attempt(proof, data, table, column, change)
        if found is None:
            continue
        proof.count("edits")
        proof.count("rows put in", column == "(new)")
        proof.count("values that read the same", change in (stored_otherwise, nothing_or_empty))
        proof.count("found", found)
        if not found and (promised(table) or change in (stored_otherwise, nothing_or_empty)):
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
