"""Runs the real sanadctl. The folder of the programs is the first argument of every test script."""
import functools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BIN = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PASSWORDS = {"owner": "demo-owner", "clerk1": "demo-clerk1"}


def environment(**changes):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SANAD_", "LC_", "LANG"))}
    return dict(kept, LANG="C.UTF-8", PATH=f"{BIN}:{os.environ['PATH']}", **changes)


class Centre(unittest.TestCase):
    """A demonstration centre in a folder of its own, made once for a class of tests; its secrets cost next to nothing."""

    demo = ("--seed", "1", "--customers", "40", "--days", "0")

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="sanadctl-"))
        cls.data = cls.folder / "centre"
        done = subprocess.run([BIN / "quick_demo", cls.data, *cls.demo], capture_output=True, text=True, env=environment())
        if done.returncode != 0:
            raise RuntimeError(done.stdout + done.stderr)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def ctl(self, *words, user=None, password=None, stdin=None, data=None, variables=None, **options):
        command = [BIN / "sanadctl", "--data", data or self.data]
        if user:
            command += ["--as", user, "--counter", "C1"]
        variables = dict(variables or {})
        if user:
            variables["SANAD_PASSWORD"] = password or PASSWORDS[user]
        return subprocess.run([*command, *words], input=stdin if stdin is not None else b"", capture_output=True,
                              env=environment(**variables), **options)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def refused(self, done, exit_code, code):
        """The error has the right exit code and key, in sentences, and nothing on stdout."""
        error = done.stderr.decode()
        self.assertEqual((done.returncode, f"[{code}]" in error), (exit_code, True), error)
        self.assertEqual(done.stdout, b"")
        self.assertNotIn("terminate", error)


@functools.cache
def verbs(*noun):
    """`noun verb`, or `verb` alone, as deep as the help pages list them."""
    page = subprocess.run([BIN / "sanadctl", *noun, "--help"], capture_output=True, text=True, env=environment()).stdout
    found, listing = [], False
    for line in page.splitlines():
        listing = line.startswith("Commands:") or (listing and line.startswith("  "))
        if listing and line.startswith("  ") and not line.startswith("   "):
            word = line.split()[0]
            found += verbs(*noun, word) or [" ".join([*noun, word])]
    return found


def visits(count, seed=1):
    """Lines for `serve` that every demonstration centre of seed 1 with 40 customers and more completes."""
    done = subprocess.run([BIN / "visit_lines", str(count), "40", str(seed)], capture_output=True, check=True)
    return done.stdout.splitlines(keepends=True)


def visit(**changes):
    """One good line, changed."""
    line = json.loads(visits(1)[0])
    line.update(changes)
    return (json.dumps(line, ensure_ascii=False) + "\n").encode()


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=1)
