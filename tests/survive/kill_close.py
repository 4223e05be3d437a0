#!/usr/bin/env python3
"""kill -9 in the close of a day, at random moments and in its writing calls: the day is closed whole or not at all, a
close that was told is there, the next try closes what is open, and every promise holds."""
import signal
import subprocess
import threading
import time

from proof import Proof, connect, expect, finished, kill


def ready_to_close(proof):
    """A day with receipts, whose shift is counted and signed off."""
    data = proof.centre("centre")
    lines = proof.folder / "lines"
    lines.write_bytes(b"".join(proof.visits(12)))
    proof.ctl(data, "serve", lines, user="clerk1")
    proof.must(data, "shift", "close", "--count", "1000=1", "--reason", "short", user="owner")
    shift = proof.must(data, "shift", "list", "--json", user="owner").split('"id":"')[1].split('"')[0]
    proof.must(data, "shift", "sign-off", "--shift", shift, user="owner")
    proof.whole(data)
    return data


def closes(data):
    with connect(data, "ro") as db:
        rows = db.execute("SELECT number FROM day_close").fetchall()
        lines, = db.execute("SELECT count(*) FROM audit_line WHERE act = 'day.closed'").fetchone()
    expect(len(rows) == lines and len(rows) <= 1, f"{len(rows)} closes, {lines} audit lines of them")
    return len(rows)


def prove(proof):
    data = ready_to_close(proof)
    log = proof.folder / "log"
    hurt = proof.copy(data)
    begun = time.monotonic()
    proof.must(hurt, "day", "close", user="owner", variables=proof.faults(hurt, "count", log))
    took = time.monotonic() - begun
    writes = int(log.read_text().split()[0])
    expect(closes(hurt) == 1 and writes > 3, "the close was not seen")
    proof.count("kills", 0)
    proof.count("closed before the kill", 0)
    turn = 0
    while proof.counts["kills"] < proof.rounds:
        turn += 1
        hurt = proof.copy(data)
        in_write = turn % 2 == 0
        variables = proof.faults(hurt, f"kill:{turn // 2 % writes + 1}") if in_write else {}
        process = subprocess.Popen(proof.command(hurt, "day", "close", user="owner"), stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, env=proof.environment("owner", **variables))
        timer = threading.Timer(proof.chance.uniform(0.3 * took, 1.1 * took), kill, [process])
        if not in_write:
            timer.start()
        output, _ = finished(process)
        timer.cancel()
        if process.returncode != -signal.SIGKILL:
            continue
        proof.count("kills")
        closed = closes(hurt) if turn % 4 else None  # else the program itself is the first to open what is left
        expect(closed != 0 or b"is closed" not in output, "a close was told and is not there")
        again = proof.ctl(hurt, "day", "close", user="owner")
        if closed is None:
            closed = again.returncode != 0
        expect((again.returncode == 0) == (not closed), f"closed again: {again.stderr.decode()}")
        expect(closes(hurt) == 1, "the day is not closed in the end")
        proof.count("closed before the kill", int(closed))
        proof.whole(hurt)


if __name__ == "__main__":
    proof = Proof("kill-close", long=300, short=8)
    proof.run(prove)
