#!/usr/bin/env python3
"""kill -9 while a backup is restored, at random moments: into a new folder there is nothing or the whole centre; in the
place of a working centre there is wholly the old or wholly the new, and the old is never lost. A restore that is run
again finishes. And kill -9 while a backup is made: there is no file, or one that restores; the copy that it worked on is
wiped by the next erasure, purge or backup."""
import shutil
import signal
import subprocess
import time

from proof import Proof, connect, expect

SUFFIX = ".sanadbackup"


def killed(proof, command, after, **variables):
    """Runs and kills after `after` seconds; whether it was still at work."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env=proof.environment("owner", **variables))
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def finished_restore(proof, data, file):
    done = proof.ctl(data, "backup", "restore", "--owner", "owner", "--accept-loss", file,
                     variables={"SANAD_PASSWORD": "demo-owner"})
    expect(done.returncode == 0, f"restore after a kill: {done.stderr.decode()}")
    proof.whole(data)


def into_new(proof, file, length):
    data = proof.folder / "new"
    shutil.rmtree(data, ignore_errors=True)
    command = proof.command(data, "backup", "restore", "--owner", "owner", "--accept-loss", file)
    proof.count("killed at work", killed(proof, command, proof.chance.uniform(0, length)))
    if (data / "sanad.db").exists():
        proof.whole(data)
        proof.count("whole")
    else:
        finished_restore(proof, data, file)
        proof.count("nothing")


def in_place(proof, centre, file, length):
    data = proof.folder / "place"
    for old in proof.folder.glob("place*"):
        shutil.rmtree(old)
    shutil.copytree(centre, data)
    (data / "mark").write_text("old")
    command = proof.command(data, "--approve", "manager", "backup", "restore", "--accept-loss", "--reason", "spoilt", file,
                            user="owner")
    proof.count("killed at work", killed(proof, command, proof.chance.uniform(0, length), SANAD_APPROVER_PIN="222222"))
    proof.whole(data)
    if (data / "mark").exists():
        proof.count("wholly old")
    else:
        kept = [old for old in proof.folder.glob("place?*") if (old / "mark").exists()]
        expect(kept, "the centre that was replaced is gone")
        proof.count("wholly new")


def while_made(proof, centre, length):
    stick = proof.folder / "torn"
    shutil.rmtree(stick, ignore_errors=True)
    stick.mkdir()
    data = proof.copy(centre)
    proof.count("killed at work", killed(proof, proof.command(data, "backup", "create", stick, user="owner"),
                                         proof.chance.uniform(0, length)))
    for file in stick.glob("*" + SUFFIX):
        done = proof.ctl(data, "backup", "verify", file, user="owner")
        expect(done.returncode == 0, f"a backup that was made is not whole: {done.stderr.decode()}")
        proof.count("backups whole")
    proof.whole(data)


IDLE = """SELECT id FROM customer WHERE kind = 'resident' AND id NOT IN (SELECT applicant_id FROM service_transaction)
    ORDER BY id LIMIT 1"""


def at_work(proof, data, stick):
    """A backup whose copy of the data is there, stopped."""
    process = subprocess.Popen(proof.command(data, "backup", "create", stick, user="owner"), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env=proof.environment("owner"))
    while process.poll() is None:
        for copy in data.glob("backup-work-*/copy/sanad.db"):
            process.send_signal(signal.SIGSTOP)
            if copy.exists():
                return process, copy
            process.send_signal(signal.SIGCONT)
    expect(False, f"the backup ended before its copy was seen: {process.returncode}")


def left_in_clear(proof, centre):
    stick = proof.folder / "left"
    stick.mkdir()
    data = proof.copy(centre)
    with connect(data, "ro") as db:
        someone, = db.execute(IDLE).fetchone()
    for words in (["--approve", "manager", "erase", "subject", str(someone), "--reason", "asked"], ["privacy", "purge"],
                  ["backup", "create", stick]):
        process, copy = at_work(proof, data, stick)
        expect(copy.stat().st_mode & 0o077 == 0, "others may read the copy that a backup works on")
        process.send_signal(signal.SIGKILL)
        process.wait()
        expect(copy.exists(), "the kill left nothing")
        proof.must(data, *words, user="owner", variables={"SANAD_APPROVER_PIN": "222222"})
        expect(not list(data.glob("backup-work-*")), f"what a killed backup left is there after {words}")
        proof.count("copies wiped")
    proof.whole(data)


def prove(proof):
    centre = proof.centre("centre", "--customers", "40", "--days", "3", "--visits", "12")
    stick = proof.folder / "stick"
    stick.mkdir()
    proof.must(centre, "backup", "create", stick, user="owner")
    file = next(stick.glob("*" + SUFFIX))
    before = time.monotonic()
    finished_restore(proof, proof.folder / "first", file)
    length = time.monotonic() - before
    left_in_clear(proof, centre)
    for turn in range(proof.rounds):
        if turn % 3 == 0:
            into_new(proof, file, length)
        elif turn % 3 == 1:
            in_place(proof, centre, file, length)
        else:
            while_made(proof, centre, length)


if __name__ == "__main__":
    proof = Proof("kill-restore", long=150, short=6)
    proof.run(prove)
