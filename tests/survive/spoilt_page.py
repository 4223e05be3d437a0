#!/usr/bin/env python3
"""A page of the file that the disk gives back otherwise than it was written (a bit flipped, zeros, another page's
bytes): opening or `verify` says so with a sentence and a code, or every row that a promise rests on is as it was, and
the search finds whom it found. Nothing crashes."""
import subprocess

from proof import CODE, Proof, connect, expect
from tamper import FREE_COLUMNS, NOT_PROMISED, PROMISED

PAGE = 4096
INDEX = "customer_search_"  # what names are found by


def promised(table):
    return table.startswith(PROMISED) and not table.startswith(NOT_PROMISED)


def spoil(chance, file, pages):
    """Which page, and how."""
    page = chance.randrange(pages)
    with open(file, "r+b") as data:
        data.seek(page * PAGE)
        before = data.read(PAGE)
        how = chance.choice(("bit", "zeros", "swapped"))
        if how == "bit":
            at = chance.randrange(PAGE)
            after = before[:at] + bytes([before[at] ^ (1 << chance.randrange(8))]) + before[at + 1:]
        elif how == "zeros":
            after = bytes(PAGE)
        else:
            data.seek(chance.randrange(pages) * PAGE)
            after = data.read(PAGE)
        data.seek(page * PAGE)
        data.write(after)
    return page, how, after != before


def rows(data):
    """Every row of every table, read past the program, without the columns that no promise rests on."""
    found = {}
    with connect(data, "ro") as db:
        names = [name for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'"
                                              " AND sql NOT LIKE 'CREATE VIRTUAL%'")]
        for name in names:
            columns = [f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({name})")
                       if f"{name}.{row[1]}" not in FREE_COLUMNS]
            if not columns:
                continue
            found[name] = db.execute(f"SELECT {', '.join(f'CAST({each} AS BLOB)' for each in columns)} FROM {name}").fetchall()
    return found


def found(proof, data, names):
    """Whom the search leads to by each of these names and by its beginning."""
    return [proof.must(data, "customer", "find", words, "--limit", "20", "--json", user="clerk1")
            for name in names for words in (name, name.split()[0][:3])]


def prove(proof):
    data = proof.centre("centre")
    lines = proof.folder / "lines"
    lines.write_bytes(b"".join(proof.visits(60)))
    proof.ctl(data, "serve", lines, user="clerk1")
    proof.whole(data)
    with connect(data) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = (data / "sanad.db").stat().st_size // PAGE
    whole = rows(data)
    with connect(data, "ro") as db:
        names = [name for name, in db.execute("SELECT name_ar FROM customer WHERE name_ar <> '' ORDER BY id LIMIT 3")]
    answers = found(proof, proof.copy(data), names)
    proof.count("pages of the file", pages)
    while proof.counts.get("spoilt", 0) < proof.rounds:
        hurt = proof.copy(data)
        page, how, changed = spoil(proof.chance, hurt / "sanad.db", pages)
        if not changed:
            continue
        proof.count("spoilt")
        checked = proof.ctl(hurt, "verify", timeout=120)
        expect(checked.returncode in (0, 1, 3), f"{how} in page {page}: verify ended with {checked.returncode}")
        said = checked.stdout + checked.stderr
        if checked.returncode != 0:
            expect(checked.returncode == 1 and checked.stdout or CODE.search(said.decode()), f"no sentence: {said}")
            proof.count("said")
        else:
            after = rows(hurt)
            changed = [name for name in whole if after[name] != whole[name]]
            # One bit of what no audit line vouches for (the content of a report that waits) shows when it is read.
            index = [name for name in changed if name.startswith(INDEX)]
            beside = index == changed or how == "bit" and not any(promised(name) for name in changed)
            expect(beside, f"{how} in page {page}, of {', '.join(changed)}, went unsaid")
            expect(not index or found(proof, proof.copy(hurt), names) == answers,
                   f"{how} in page {page}, of {', '.join(index)}: the search finds others, and verify found nothing")
            proof.count("beside the promises" if changed else "without meaning")
        try:
            served = proof.ctl(hurt, "ticket", "list", user="clerk1", timeout=30)
        except subprocess.TimeoutExpired:  # pages that lead round in a circle
            expect(checked.returncode != 0, f"{how} in page {page}: the desk does not end, and verify found nothing")
            proof.count("desks that were stopped")
            continue
        expect(served.returncode in (0, 1, 3), f"{how} in page {page}: the desk ended with {served.returncode}")


if __name__ == "__main__":
    proof = Proof("spoilt-page", long=300, short=12)
    proof.run(prove)
