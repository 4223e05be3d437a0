#!/usr/bin/env python3
"""kill -9 and a full disk during `serve`: no receipt that was printed is lost, no number is left out, and every promise
holds afterwards. Really kills, at random moments; the seed is printed."""
import contextlib
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time

from harness import BIN, Centre, environment, main, visits

ROUNDS = 8


class Survive(Centre):
    def stored(self, data):
        with contextlib.closing(sqlite3.connect(f"file:{data}/sanad.db?mode=ro", uri=True)) as db:
            return [f"{series}-{number:06}"
                    for series, number in db.execute("SELECT series, number FROM receipt ORDER BY series, number")]

    def whole(self, data, printed):
        checked = self.ctl("verify", data=data)
        self.assertEqual((checked.returncode, checked.stdout.split(b"\n")[0]), (0, b"Every promise holds."), checked.stderr)
        stored = self.stored(data)
        self.assertEqual(stored, [f"C1-{number:06}" for number in range(1, len(stored) + 1)])
        self.assertEqual([number for number in printed if number not in set(stored)], [])
        return stored

    def test_killed_at_random_moments(self):
        seed = random.randrange(1 << 30)
        print(f"kill seed {seed}", flush=True)
        chance = random.Random(seed)
        lines = visits(150)
        printed = []
        killed_at_work = 0
        for _ in range(ROUNDS):
            process = subprocess.Popen(
                [BIN / "sanadctl", "--data", self.data, "--as", "clerk1", "--counter", "C1", "serve", "-"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env=environment(SANAD_PASSWORD="demo-clerk1"))
            feeder = threading.Thread(target=self.feed, args=(process, lines))
            feeder.start()
            first = process.stdout.readline()
            time.sleep(chance.uniform(0, 0.4))
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read()
            feeder.join()
            self.assertIn(process.wait(), (0, -signal.SIGKILL))
            killed_at_work += process.returncode == -signal.SIGKILL
            process.stdout.close()
            told = (first + rest).decode()
            # A line that the kill cut in two was not told; all before it were.
            printed += re.findall(r"^RECEIPT (C1-\d{6}) \S+$", told[:told.rfind("\n") + 1], re.M)
            self.whole(self.data, printed)
        self.assertGreater(killed_at_work, ROUNDS // 2)
        self.assertEqual(len(printed), len(set(printed)))
        self.assertGreater(len(printed), ROUNDS)

    @staticmethod
    def feed(process, lines):
        try:
            for line in lines:
                process.stdin.write(line)
            process.stdin.close()
        except (BrokenPipeError, ValueError):
            pass

    def test_full_disk(self):
        """On a small file system of its own where that is allowed, else by a limit on the size of files."""
        small = tempfile.mkdtemp(prefix="sanadctl-small-")
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", small], stderr=subprocess.DEVNULL).returncode == 0
        try:
            data = os.path.join(small, "centre")
            made = self.ctl("demo", *self.demo, data=data)
            self.assertEqual(made.returncode, 0, made.stderr)
            ballast = os.path.join(small, "ballast")
            before_exec = None
            if mounted:
                with open(ballast, "wb") as file:
                    free = os.statvfs(small).f_bavail * os.statvfs(small).f_frsize
                    file.write(b"\0" * max(0, free - 600_000))
            else:
                most = os.path.getsize(os.path.join(data, "sanad.db")) + 100_000
                before_exec = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            done = self.ctl("serve", "-", user="clerk1", stdin=b"".join(visits(120)), data=data,
                            preexec_fn=before_exec)
            printed = re.findall(r"^RECEIPT (C1-\d{6}) \S+$", done.stdout.decode(), re.M)
            self.assertIn(done.returncode, (1, 3), done.stderr)
            self.assertRegex(done.stderr.decode(), r"\[storage\.(disk-full|write-failed)\]")
            if mounted:
                os.remove(ballast)
            self.assertEqual(self.whole(data, printed), printed)
            after = self.ctl("serve", "-", user="clerk1", stdin=visits(1)[0], data=data)
            self.assertEqual(after.returncode, 0, after.stderr)
            self.assertEqual(after.stdout.decode().split()[1], f"C1-{len(printed) + 1:06}")
        finally:
            if mounted:
                subprocess.run(["umount", small], check=True)
            shutil.rmtree(small)


if __name__ == "__main__":
    main()
