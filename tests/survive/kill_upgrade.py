#!/usr/bin/env python3
"""kill -9 in an upgrade of the data, at random moments and in its writing calls: after it the data is either as old as
before or wholly new, the next start finishes, the result is what an upgrade without a kill gives, no receipt is lost
and every promise holds.

The older data is today's, led back: what the newest migrations made is taken out again."""
import pathlib
import re
import signal
import subprocess
import threading
import time

from proof import Proof, connect, expect, finished, kill, told

MIGRATIONS = pathlib.Path(__file__).resolve().parents[2] / "core/storage/migrations"
VERSIONS_BACK = 4  # at most; as far as what they made can be taken out again
FIRST_WHOLE = 14  # up to here the tables hold the receipts themselves: only what is empty is taken out
MADE = re.compile(r"^(?:CREATE (TABLE|INDEX|UNIQUE INDEX|VIRTUAL TABLE|TRIGGER)|ALTER TABLE (\w+) ADD COLUMN) (\w+)", re.M)


def undo(db, version):
    """Takes out what migration `version` made; False, and nothing done, where that cannot be."""
    text = next(MIGRATIONS.glob(f"{version:04}_*.sql")).read_text()
    if re.search(r"^(UPDATE|INSERT|DELETE|DROP|ALTER TABLE \w+ (RENAME|DROP))", text, re.M):
        return False
    made = [name for kind, altered, name in MADE.findall(text) if kind == "TABLE"]
    if version <= FIRST_WHOLE and any(db.execute(f"SELECT 1 FROM {name}").fetchone() for name in made):
        return False
    db.execute("BEGIN")
    db.execute("PRAGMA defer_foreign_keys = ON")
    for kind, altered, name in reversed(MADE.findall(text)):
        if altered:
            db.execute(f"ALTER TABLE {altered} DROP COLUMN {name}")
        else:
            db.execute(f"DROP {kind.split()[-1]} IF EXISTS {name}")
    db.execute("DELETE FROM schema_version WHERE version = ?", (version,))
    db.execute("COMMIT")
    return True


def version_of(data):
    with connect(data, "ro") as db:
        return db.execute("SELECT max(version) FROM schema_version").fetchone()[0]


# Written by the sign-in that starts the upgrade here, at its own time.
BY_SIGN_IN = ("audit_line", "audit_head", "sign_in_failure", "sign_in_wait")


def content(data):
    """Everything but when a migration ran, and what a sign-in writes."""
    with connect(data, "ro") as db:
        schema = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        rows = {}
        for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'"
                                " AND sql NOT LIKE 'CREATE VIRTUAL%'"):
            if name not in ("schema_version", *BY_SIGN_IN):
                rows[name] = sorted(db.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
        rows["schema_version"] = db.execute("SELECT version, name FROM schema_version ORDER BY version").fetchall()
    return schema, rows


def different(left, right):
    schema = ["schema"] if left[0] != right[0] else []
    return schema + [name for name in left[1] if left[1][name] != right[1].get(name)]


GIVEN_PINS = {"clerk1": "3331", "clerk2": "3332", "cashier": "4444", "inspector": "5555"}


def own_pins(proof, data):
    """Each has changed the PIN that the owner gave: an older centre could not tell such from others, and the digests of
    people vouch for it."""
    for user, pin in GIVEN_PINS.items():
        proof.must(data, "password", "pin", user=user, variables={"SANAD_PIN": pin, "SANAD_NEW_PIN": f"9{pin}"})
    with connect(data, "ro") as db:
        expect(not db.execute("SELECT 1 FROM staff WHERE pin_given <> 0").fetchone(), "somebody has a given PIN")


def older(proof):
    data = proof.centre("centre")
    own_pins(proof, data)
    lines = proof.folder / "lines"
    lines.write_bytes(b"".join(proof.visits(60)))
    printed = told(proof.ctl(data, "serve", lines, user="clerk1").stdout)
    newest = version_of(data)
    back = 0
    with connect(data) as db:
        versions = [row for row, in db.execute("SELECT version FROM schema_version ORDER BY version DESC")]
        while back < VERSIONS_BACK and undo(db, versions[back]):
            back += 1
    expect(back > 0, "the newest migration cannot be led back")
    proof.count("versions back", back)
    return data, printed, newest


def prove(proof):
    data, printed, newest = older(proof)
    old = version_of(data)
    log = proof.folder / "log"
    whole = proof.copy(data)
    begun = time.monotonic()
    proof.must(whole, "ticket", "list", user="clerk1", variables=proof.faults(whole, "count", log))
    took = time.monotonic() - begun
    writes = int(log.read_text().split()[0])
    expect(version_of(whole) == newest, "the upgrade was not seen")
    upgraded, verdict = content(whole), proof.ctl(whole, "verify").stdout
    proof.count("kills", 0)
    proof.count("still old after the kill", 0)
    turn = 0
    while proof.counts["kills"] < proof.rounds:
        turn += 1
        hurt = proof.copy(data)
        in_write = turn % 2 == 0
        variables = proof.faults(hurt, f"kill:{turn // 2 * 7 % writes + 1}") if in_write else {}
        process = subprocess.Popen(proof.command(hurt, "ticket", "list", user="clerk1"), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=proof.environment("clerk1", **variables))
        timer = threading.Timer(proof.chance.uniform(0, took), kill, [process])
        if not in_write:
            timer.start()
        finished(process)
        timer.cancel()
        if process.returncode != -signal.SIGKILL:
            continue
        proof.count("kills")
        if turn % 4:
            between = version_of(hurt)
            expect(between in (old, newest), f"version {between} between {old} and {newest}")
            proof.count("still old after the kill", between == old)
        proof.must(hurt, "ticket", "list", user="clerk1")
        expect(content(hurt) == upgraded, f"{', '.join(different(upgraded, content(hurt)))}: otherwise than without a kill")
        proof.numbers(hurt, printed)
        expect(proof.ctl(hurt, "verify").stdout == verdict, "verify finds what it does not find without a kill")
        proof.count("verified")


if __name__ == "__main__":
    proof = Proof("kill-upgrade", long=300, short=8)
    proof.run(prove)
