"""What every proof of tests/survive shares: the programs, a centre to hurt, and the one line that says what came of it.

A proof is a script: PROGRAMS [--short] [--rounds N] [--seed N] [--json]. It prints one line with its counts, or with
--json one object, and ends with 1 when a promise did not hold."""
import argparse
import contextlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PASSWORDS = {user: f"demo-{user}" for user in ("owner", "manager", "clerk1", "clerk2", "cashier", "inspector")}
RECEIPT = re.compile(r"^RECEIPT (C1-\d{6}) \S+$", re.M)
CODE = re.compile(r"\[[a-z-]+\.[a-z-]+\]")


class Broken(Exception):
    """A promise that did not hold."""


def expect(condition, what):
    if not condition:
        raise Broken(what)


class Proof:
    """One proof: its options, its folder, and what it counted."""

    def __init__(self, name, long, short):
        parser = argparse.ArgumentParser()
        parser.add_argument("programs", type=pathlib.Path)
        parser.add_argument("--short", action="store_true")
        parser.add_argument("--rounds", type=int)
        parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--every", action="store_true", help="tamper: every column of every table once")
        self.options = parser.parse_args()
        self.name = name
        self.rounds = self.options.rounds or (short if self.options.short else long)
        self.chance = random.Random(self.options.seed)
        self.bin = self.options.programs.resolve()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"sanad-{name}-"))
        self.counts = {}
        self.started = time.monotonic()

    def count(self, what, by=1):
        self.counts[what] = self.counts.get(what, 0) + by

    def environment(self, user=None, **changes):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("SANAD_", "LC_", "LANG"))}
        if user:
            changes.setdefault("SANAD_PASSWORD", PASSWORDS[user])
        return dict(kept, LANG="C.UTF-8", **changes)

    def command(self, data, *words, user=None):
        command = [self.bin / "sanadctl", "--data", data]
        return [*command, "--as", user, "--counter", "C1", *words] if user else [*command, *words]

    def ctl(self, data, *words, user=None, variables=None, **options):
        for _ in range(20):
            done = subprocess.run(self.command(data, *words, user=user), capture_output=True,
                                  env=self.environment(user, **(variables or {})), **options)
            # A sign-in that was killed half-way counts as a wrong one, and the next has to wait.
            if b"[sign-in.wait]" not in done.stderr:
                break
            time.sleep(0.5)
        return done

    def must(self, data, *words, user=None, **options):
        done = self.ctl(data, *words, user=user, **options)
        expect(done.returncode == 0, f"sanadctl {' '.join(map(str, words))}: {done.stderr.decode()}")
        return done.stdout.decode()

    def faults(self, data, fault, log=None):
        """The variables that load tests/survive/faults.c under the program."""
        variables = {"LD_PRELOAD": str(self.bin.parent / "lib" / "libsanad_faults.so"),
                     "SANAD_FAULT_UNDER": str(data), "SANAD_FAULT": fault}
        return dict(variables, SANAD_FAULT_LOG=str(log)) if log else variables

    def centre(self, name, *options):
        """A demonstration centre; without options one of 40 customers whose first day has not begun."""
        data = self.folder / name
        made = subprocess.run([self.bin / "quick_demo", data, "--seed", "1", *(options or ("--customers", "40", "--days", "0"))],
                              capture_output=True, env=self.environment(None))
        expect(made.returncode == 0, f"quick_demo: {made.stderr.decode()}")
        return data

    def copy(self, data):
        """A copy to hurt, in the place of the one before."""
        to = self.folder / "hurt"
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(data, to)
        return to

    def visits(self, count, seed=1):
        """Lines for `serve` that a centre of 40 customers completes, but for a few that it refuses."""
        return subprocess.run([self.bin / "visit_lines", str(count), "40", str(seed)], capture_output=True,
                              check=True).stdout.splitlines(keepends=True)

    def numbers(self, data, printed):
        """Every printed number is there once, and the series has no gap. Returns how many receipts there are."""
        with connect(data, "ro") as db:
            count, least, most = db.execute(
                "SELECT count(*), coalesce(min(number), 1), coalesce(max(number), 0) FROM receipt"
                " WHERE series = 'C1'").fetchone()
            stored = {f"C1-{number:06}" for number, in db.execute("SELECT number FROM receipt WHERE series = 'C1'")}
        expect(least == 1 and most == count == len(stored), f"numbers {least} to {most}, {count} receipts")
        expect(len(set(printed)) == len(printed), "a number was printed twice")
        lost = [number for number in printed if number not in stored]
        expect(not lost, f"acknowledged and lost: {lost[:5]}")
        return count

    def whole(self, data):
        """`verify` has nothing to say."""
        checked = self.ctl(data, "verify")
        expect(checked.returncode == 0 and checked.stdout.startswith(b"Every promise holds.\n"),
               f"verify: {checked.stdout.decode()[:2000]} {checked.stderr.decode()}")
        self.count("verified")

    def run(self, prove):
        """Runs prove(self), which counts; prints the line; ends the program."""
        failure = None
        try:
            prove(self)
        except (Broken, subprocess.TimeoutExpired) as broken:
            failure = str(broken)
        finally:
            if failure is None:
                shutil.rmtree(self.folder, ignore_errors=True)
        seconds = round(time.monotonic() - self.started, 1)
        report = {"proof": self.name, "held": failure is None, "seed": self.options.seed, "rounds": self.rounds,
                  **self.counts, "seconds": seconds}
        if failure:
            report.update(failure=failure, kept=str(self.folder))
        if self.options.json:
            print(json.dumps(report, ensure_ascii=False), flush=True)
        else:
            counted = ", ".join(f"{value} {name}" for name, value in self.counts.items())
            print(f"{self.name}: {'held' if failure is None else 'BROKEN'}: {counted} "
                  f"({seconds} s, seed {self.options.seed}){'' if failure is None else chr(10) + failure}", flush=True)
        sys.exit(0 if failure is None else 1)


@contextlib.contextmanager
def connect(data, mode="rw"):
    """The data as somebody with a database shell has it. Commits at the end."""
    db = sqlite3.connect(f"file:{data}/sanad.db?mode={mode}", uri=True, isolation_level=None)
    try:
        yield db
    finally:
        db.close()


def finished(process, seconds=60):
    """What it printed until its end."""
    try:
        return process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise Broken(f"{process.args} does not end")


def told(output):
    """The receipts that were printed whole: a line that a kill cut in two was not told; all before it were."""
    text = output.decode()
    return RECEIPT.findall(text[:text.rfind("\n") + 1])


def kill(process):
    process.send_signal(signal.SIGKILL)
