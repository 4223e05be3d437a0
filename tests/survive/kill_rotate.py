#!/usr/bin/env python3
"""kill -9 of `key rotate`, at random moments and in each writing call: the data is wholly under the old data key or wholly
under the new one. Which of the two, the password of somebody else tells, whose wrap goes with the old key; every sealed
value and every paper opens with that key, verify has nothing to say, and a rotation that is run again goes through and
leaves no file that no row names. The same on a server, whose connection is cut at a COMMIT, before the server has it or
after, or whose process is killed."""
import shutil
import signal
import subprocess
import time

from proof import Proof, connect, expect, finished
from server_gone import Server, Wire

APPROVER = {"SANAD_APPROVER_PIN": "222222"}
ROTATE = ["--approve", "manager", "key", "rotate", "--reason", "lost stick"]
CENTRE = ["--customers", "40", "--days", "2", "--visits", "8"]
FAR = 1 << 30


class Folder:
    """A copy of a centre in a folder, to hurt."""

    def __init__(self, proof, centre):
        self.where = proof.copy(centre)
        self.files = self.where / "files"
        self.options = []

    def ask(self, sql):
        with connect(self.where, "ro") as db:
            return [str(value) for value, in db.execute(sql)]


class OnServer:
    """A copy of a centre on a server, with the folder of its papers."""

    def __init__(self, proof, server, centre):
        self.server = server
        server.ask("DROP DATABASE IF EXISTS hurt WITH (FORCE)")
        expect(server.ask("CREATE DATABASE hurt TEMPLATE centre") is not None, "no copy of the centre")
        folder = proof.folder / "hurt-server"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(centre, folder)
        self.files = folder / "files"
        self.options = ["--files", folder]
        self.where = self.through(server)

    def through(self, port):
        return f"postgresql://postgres@127.0.0.1:{port.port}/hurt"

    def ask(self, sql):
        return self.server.ask(sql, "hurt")

    def quiet(self):
        """Until the server has noticed that nobody is there any more."""
        for _ in range(300):
            left = self.server.ask("SELECT count(*) FROM pg_stat_activity WHERE datname = 'hurt'")
            if left == ["0"]:
                return
            time.sleep(0.1)
        expect(False, "the server still works for somebody who is gone")


def rotated(proof, data, **variables):
    return proof.must(data.where, *data.options, *ROTATE, user="owner", variables={**APPROVER, **variables})


def whole_key(proof, data):
    """Old or new, and nothing between. Returns whether it is the new one."""
    checked = proof.ctl(data.where, *data.options, "verify")
    expect(checked.returncode == 0, f"verify: {checked.stdout.decode()[:2000]} {checked.stderr.decode()}")
    proof.count("verified")
    before = proof.ctl(data.where, *data.options, "sync", "status", user="manager")
    new = b"[sign-in.key-changed]" in before.stderr
    expect(new or before.returncode == 0, f"the manager's password: {before.stderr.decode()}")
    told = int(data.ask("SELECT count(*) FROM audit_line WHERE act = 'key.rotated'")[0])
    files = set(data.ask("SELECT name FROM document_file"))
    expect((told > 0) == new, f"{told} lines of a rotation, and the password says {new}")
    expect(len(files) == 3, f"{len(files)} papers of 3")
    expect(files <= {file.name for file in data.files.glob("*")}, "a paper that a row names is not there")
    for number, customer in enumerate(data.ask("SELECT id FROM customer ORDER BY id LIMIT 3")):
        out = proof.folder / f"export-{number}"
        shutil.rmtree(out, ignore_errors=True)
        proof.must(data.where, *data.options, "export", "subject", customer, "--files", "--to", out, user="owner")
    return new


def goes_on(proof, data):
    """What a kill has left, the next rotation takes away."""
    proof.count("new" if whole_key(proof, data) else "old")
    there = {file.name for file in data.files.glob("*")}
    proof.count("left files", len(there - set(data.ask("SELECT name FROM document_file"))))
    rotated(proof, data)
    expect(whole_key(proof, data), "a rotation after a kill changes the key")
    now = {file.name for file in data.files.glob("*")}
    expect(now == set(data.ask("SELECT name FROM document_file")), "a file that no row names is left")
    expect(not now & there, "a paper of an older key is left")


def killed_at(proof, data, after):
    process = subprocess.Popen(proof.command(data.where, *data.options, *ROTATE, user="owner"), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env=proof.environment("owner", **APPROVER))
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    proof.count("killed at work", process.wait() == -signal.SIGKILL)


def killed_in_call(proof, data, call):
    done = subprocess.run(proof.command(data.where, *ROTATE, user="owner"), capture_output=True,
                          env=proof.environment("owner", **APPROVER, **proof.faults(data.where, f"kill:{call}")))
    proof.count("killed at work", done.returncode == -signal.SIGKILL)


def in_folders(proof, rounds):
    centre = proof.centre("centre", *CENTRE)
    subprocess.run([proof.bin / "paper_scan", centre, "3"], check=True, env=proof.environment())
    data = Folder(proof, centre)
    log = proof.folder / "calls"
    before = time.monotonic()
    rotated(proof, data, **proof.faults(data.where, "count", log))
    length = time.monotonic() - before
    calls = int(log.read_text().split()[0])
    for turn in range(rounds):
        data = Folder(proof, centre)
        if turn % 2 == 0:
            killed_in_call(proof, data, proof.chance.randint(1, calls))
        else:
            killed_at(proof, data, proof.chance.uniform(0, length))
        goes_on(proof, data)


def cut(proof, data, wire, where, at):
    """The connection goes at a COMMIT; for a while nobody gets through where nobody shall be asked."""
    wire.arm("after" if where == "unheard" else where, at, 20 if where == "unheard" else 0)
    done = subprocess.run(proof.command(data.through(wire), *data.options, *ROTATE, user="owner"), capture_output=True,
                          env=proof.environment("owner", **APPROVER))
    expect(wire.cuts == 1, "the wire was not cut")
    expect(done.returncode == 0 or b"[storage." in done.stderr, f"no sentence: {done.stderr.decode()}")
    proof.count("cut")


def killed_on_server(proof, data, server, after):
    """What works for it on the server is killed, and the server starts itself again."""
    process = subprocess.Popen(proof.command(data.where, *data.options, *ROTATE, user="owner"), stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=proof.environment("owner", **APPROVER))
    killed = server.kill_backend(process, after, "hurt")
    _, error = finished(process, 120)
    expect(process.returncode == 0 or b"[storage." in error, f"no sentence: {error.decode()}")
    proof.count("servers killed at work", killed)


def on_server(proof, server, rounds):
    centre = proof.folder / "papers"
    expect(server.ask("CREATE DATABASE centre") is not None, "no database")
    where = f"postgresql://postgres@127.0.0.1:{server.port}/centre"
    proof.must(where, "--files", centre, "demo", "--seed", "1", *CENTRE)
    subprocess.run([proof.bin / "paper_scan", where, "3", centre], check=True, env=proof.environment())
    data = OnServer(proof, server, centre)
    wire = Wire(server.port)
    wire.arm("before", FAR)
    before = time.monotonic()
    proof.must(data.through(wire), *data.options, *ROTATE, user="owner", variables=APPROVER)
    length = time.monotonic() - before
    commits = FAR - wire.left
    data.quiet()
    for turn in range(rounds):
        data = OnServer(proof, server, centre)
        kind = ("after", "backend", "before", "killed", "unheard")[turn % 5]
        if kind == "killed":
            killed_at(proof, data, proof.chance.uniform(length / 2, length))
        elif kind == "backend":
            killed_on_server(proof, data, server, proof.chance.uniform(0, length / 2))
        else:  # the last commits are that of the rotation and what follows it
            cut(proof, data, wire, kind, proof.chance.randint(max(1, commits - 2), commits))
        wire.silent_until = 0
        data.quiet()
        goes_on(proof, data)
        data.quiet()
        proof.count("on a server")


def prove(proof):
    in_folders(proof, proof.rounds)
    server = Server(proof.folder)
    try:
        on_server(proof, server, max(3, proof.rounds // 4))
    finally:
        server.stop()


if __name__ == "__main__":
    proof = Proof("kill-rotate", long=200, short=4)
    proof.run(prove)
