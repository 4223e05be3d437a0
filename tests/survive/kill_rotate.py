#!/usr/bin/env python3
"""kill -9 of `key rotate`, at random moments and in each writing call: the data is wholly under the old data key or wholly
under the new one. Which of the two, the password of somebody else tells, whose wrap goes with the old key; every sealed
value and every paper opens with that key, verify has nothing to say, and a rotation that is run again goes through."""
import shutil
import signal
import subprocess
import time

from proof import Proof, connect, expect

APPROVER = {"SANAD_APPROVER_PIN": "2222"}
ROTATE = ["--approve", "manager", "key", "rotate"]


def whole_key(proof, data):
    """Old or new, and nothing between. Returns whether it is the new one."""
    proof.whole(data)
    before = proof.ctl(data, "sync", "status", user="manager")
    new = b"[sign-in.key-changed]" in before.stderr
    expect(new or before.returncode == 0, f"the manager's password: {before.stderr.decode()}")
    with connect(data, "ro") as db:
        told = db.execute("SELECT count(*) FROM audit_line WHERE act = 'key.rotated'").fetchone()[0]
        files = {name for name, in db.execute("SELECT name FROM document_file")}
        customers = [row for row, in db.execute("SELECT id FROM customer ORDER BY id LIMIT 3")]
    expect(told == int(new), f"{told} lines of a rotation, and the password says {new}")
    expect(len(files) == 3, f"{len(files)} papers of 3")
    expect(files <= {file.name for file in (data / "files").glob("*")}, "a paper that a row names is not there")
    for number, customer in enumerate(customers):
        out = data.parent / f"export-{number}"
        shutil.rmtree(out, ignore_errors=True)
        proof.must(data, "export", "subject", str(customer), "--files", "--to", out, user="owner")
    proof.count("new" if new else "old")
    return new


def killed_at(proof, data, after):
    process = subprocess.Popen(proof.command(data, *ROTATE, user="owner"), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env=proof.environment("owner", **APPROVER))
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    proof.count("killed at work", process.wait() == -signal.SIGKILL)


def killed_in_call(proof, data, call):
    done = subprocess.run(proof.command(data, *ROTATE, user="owner"), capture_output=True,
                          env=proof.environment("owner", **APPROVER, **proof.faults(data, f"kill:{call}")))
    proof.count("killed at work", done.returncode == -signal.SIGKILL)


def writing_calls(proof, centre):
    """How many a rotation makes that nobody kills, and how long it takes."""
    data = proof.copy(centre)
    log = proof.folder / "calls"
    before = time.monotonic()
    proof.must(data, *ROTATE, user="owner", variables={**APPROVER, **proof.faults(data, "count", log)})
    length = time.monotonic() - before
    expect(whole_key(proof, data), "a rotation that nobody killed changes the key")
    return int(log.read_text().split()[0]), length


def prove(proof):
    centre = proof.centre("centre", "--customers", "40", "--days", "2", "--visits", "8")
    subprocess.run([proof.bin / "paper_scan", centre, "3"], check=True, env=proof.environment())
    calls, length = writing_calls(proof, centre)
    for turn in range(proof.rounds):
        data = proof.copy(centre)
        if turn % 2 == 0:
            killed_in_call(proof, data, proof.chance.randint(1, calls))
        else:
            killed_at(proof, data, proof.chance.uniform(0, length))
        if not whole_key(proof, data):
            proof.must(data, *ROTATE, user="owner", variables=APPROVER)
            expect(whole_key(proof, data), "a rotation after a kill changes the key")


if __name__ == "__main__":
    proof = Proof("kill-rotate", long=200, short=6)
    proof.run(prove)
