#!/usr/bin/env python3
"""A PostgreSQL server that goes away while a visit is being saved: the connection is cut before or after the server has
taken the COMMIT, or the server process itself is killed. The outcome is asked by the transaction's id and never
assumed: what was done is acknowledged once, what was not done is said not to be, nothing is done twice, and where
nobody answers nothing is acknowledged."""
import concurrent.futures
import contextlib
import os
import pathlib
import select
import shutil
import signal
import socket
import subprocess
import threading
import time

from proof import CODE, Proof, expect, finished, told

WRITE, COMMIT = b"pg_advisory_xact_lock", b"COMMIT\0"


def free_port():
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        return port.getsockname()[1]


class Server:
    """A private PostgreSQL that keeps what it has taken."""

    def __init__(self, folder):
        self.bin = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        self.folder = folder / "server"
        self.folder.mkdir()
        self.port = free_port()
        self.owner = []
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(self.folder, "postgres")
            for parent in (folder, *folder.parents):
                if parent.stat().st_uid == os.geteuid() and parent != pathlib.Path("/") and parent != pathlib.Path("/tmp"):
                    parent.chmod(parent.stat().st_mode | 0o011)
            self.owner = ["runuser", "-u", "postgres", "--"]
        self.data = self.folder / "data"
        self.run("initdb", "-D", self.data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        self.run("pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "start", "-o",
                 f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1")

    def run(self, program, *words):
        done = subprocess.run([*self.owner, self.bin / program, *words], cwd="/", stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE)
        expect(done.returncode == 0, f"{program}: {done.stderr.decode()}")

    def ask(self, sql, database="postgres"):
        """The rows of one column."""
        done = subprocess.run(["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database, "-AtXqc",
                               sql], capture_output=True, text=True)
        return done.stdout.split() if done.returncode == 0 else None

    def wrote(self, words):
        """How often these stand in its log."""
        log = subprocess.run([*self.owner, "cat", self.folder / "log"], cwd="/", capture_output=True)
        return log.stdout.count(words.encode())

    def starts(self):
        """How often it has begun to take connections."""
        return self.wrote("ready to accept connections")

    def kill_backend(self, desk, after, database="postgres"):
        """`after` seconds of `desk`, a process, being connected: kills the process that works for it, as the system's own killer
        does it. The server throws everybody out and starts itself again; returns when it has. Whether there was one."""
        working = ("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                   " AND pid <> pg_backend_pid() AND backend_type = 'client backend'")
        while desk.poll() is None and not self.ask(working, database):
            time.sleep(0.01)
        time.sleep(after)
        deadline = time.monotonic() + 60
        known, hit = self.starts(), self.ask(working, database) or ()
        for pid in hit:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)
        while any(os.path.exists(f"/proc/{pid}") for pid in hit):
            expect(time.monotonic() < deadline, "the server did not take note of the kill")
            time.sleep(0.02)
        self.ask("SELECT 1", database)  # answered or refused when it has written down how they ended
        killed = any(self.wrote(f"(PID {pid}) was terminated by signal 9") for pid in hit)  # not those that had ended before
        while killed and self.starts() == known:
            expect(time.monotonic() < deadline, "the server did not start itself again")
            time.sleep(0.02)
        return killed

    def stop(self):
        subprocess.run([*self.owner, self.bin / "pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop"], cwd="/",
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Wire:
    """Between the desk and the server. Cuts at the `at`-th COMMIT of a write: `before` the server gets it or `after` it has
    answered; lets nobody through for `silent` seconds afterwards."""

    def __init__(self, port):
        self.port_behind = port
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.where, self.left, self.silent_until, self.silent = None, 0, 0.0, 0.0
        self.cuts = 0
        threading.Thread(target=self.accept, daemon=True).start()

    def arm(self, where, at, silent=0.0):
        self.where, self.left, self.silent, self.silent_until, self.cuts = where, at, silent, 0.0, 0

    def accept(self):
        while True:
            desk, _ = self.listener.accept()
            if time.monotonic() < self.silent_until:
                desk.close()
                continue
            threading.Thread(target=self.carry, args=(desk,), daemon=True).start()

    def carry(self, desk):
        with contextlib.suppress(OSError), desk, socket.create_connection(("127.0.0.1", self.port_behind)) as server:
            writing = False
            while True:
                for ready in select.select([desk, server], [], [])[0]:
                    part = ready.recv(65536)
                    if not part:
                        return
                    if ready is server:
                        desk.sendall(part)
                        continue
                    writing = writing or WRITE in part
                    cut = COMMIT in part and writing and self.where and self.is_now()
                    writing = writing and COMMIT not in part
                    if not cut or self.where == "after":
                        server.sendall(part)
                    if cut and self.where == "after":
                        server.recv(65536)  # it has answered, and nobody hears it
                    if cut:
                        self.silent_until = time.monotonic() + self.silent
                        self.where = None
                        self.cuts += 1
                        return

    def is_now(self):
        self.left -= 1
        return self.left == 0


def stored(server):
    return [f"C1-{int(number):06}" for number in
            server.ask("SELECT number FROM receipt WHERE series = 'C1' ORDER BY number")]


def serve(proof, where, lines, disturb=lambda _process: False):
    """What it told, how it ended, its sentences, and what `disturb` says that runs beside it."""
    process = subprocess.Popen(proof.command(where, "--files", proof.folder / "files", "serve", lines, user="clerk1"),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=proof.environment("clerk1"))
    with concurrent.futures.ThreadPoolExecutor(1) as beside:
        disturbed = beside.submit(disturb, process)
        output, error = finished(process, 120)
        return told(output), process.returncode, error.decode(), disturbed.result()


def prove_on(proof, server):
    direct = f"postgresql://postgres@127.0.0.1:{server.port}/postgres"
    files = ("--files", proof.folder / "files")
    proof.must(direct, *files, "demo", "--seed", "1", "--customers", "40", "--days", "0")
    lines = proof.folder / "lines"
    lines.write_bytes(b"".join(proof.visits(8)))
    proof.must(direct, *files, "serve", lines, user="clerk1")
    wire = Wire(server.port)
    through = f"postgresql://postgres@127.0.0.1:{wire.port}/postgres"
    printed = stored(server)
    for turn in range(proof.rounds):
        kind = ("before", "after", "unheard", "killed")[turn % 4]
        known = len(printed)
        if kind == "killed":
            after, killed, told_now = proof.chance.uniform(0, 0.6), False, []
            while not killed:  # it may have ended before
                told_then, code, error, killed = serve(
                    proof, direct, lines, lambda desk, after=after: server.kill_backend(desk, after))
                told_now += told_then
                after /= 2
        else:
            # The first commits are those of the sign-in.
            at = proof.chance.randrange(4, 9)
            while True:  # a turn may have fewer commits
                wire.arm("after" if kind == "unheard" else kind, at, 60 if kind == "unheard" else 0)
                told_now, code, error, _ = serve(proof, through, lines)
                if wire.cuts == 1:
                    break
                expect(code == 0 and at > 1, f"the wire was not cut: {error}")
                printed += told_now
                known, at = len(printed), at - 1
        printed += told_now
        there = stored(server)
        expect(there == [f"C1-{n:06}" for n in range(1, len(there) + 1)], f"{kind}: a gap in the series")
        lost = set(printed) - set(there)
        expect(not lost, f"{kind}: acknowledged and lost: {lost}")
        expect(code == 0 or CODE.search(error), f"{kind}: no sentence: {error}")
        if kind == "after":  # asked, and it was done: acknowledged, and the work went on
            expect((code, len(told_now)) == (0, 8), f"after: {code}, {len(told_now)} told: {error}")
        if kind == "before":  # asked, and it was not done
            expect(code == 3 and "[storage.server-gone]" in error and len(there) == known + len(told_now),
                   f"before: {code}: {error}")
        if kind == "unheard":  # nobody to ask: said so
            expect(code == 3 and "[storage.unknown-outcome]" in error, f"unheard: {code}: {error}")
            expect(len(there) <= known + len(told_now) + 1, "unheard: more than one receipt in doubt")
        printed = there
        proof.count(kind)
    checked = proof.ctl(direct, *files, "verify")
    expect(checked.returncode == 0, f"verify: {checked.stdout.decode()} {checked.stderr.decode()}")
    proof.count("verified")
    proof.count("receipts", len(printed))


def prove(proof):
    server = Server(proof.folder)
    try:
        prove_on(proof, server)
    finally:
        server.stop()


if __name__ == "__main__":
    proof = Proof("server-gone", long=100, short=4)
    proof.run(prove)
