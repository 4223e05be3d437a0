#!/usr/bin/env python3
"""A second person consents at the terminal: to each act anew, told what it is."""
import json
import os
import pty
import re
import select
import subprocess

from harness import BIN, Centre, environment, main, visits

PINS = {"manager": b"222222\n"}


class Terminal:
    """sanadctl with a terminal to ask at; what it asks and tells there is collected in `shown`."""

    def __init__(self, *command, **variables):
        self.ours, theirs = pty.openpty()
        self.program = subprocess.Popen([BIN / "sanadctl", *command], stdin=theirs, stderr=theirs,
                                        stdout=subprocess.PIPE, env=environment(**variables))
        os.close(theirs)
        self.shown = ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.program.kill()
        self.program.wait()
        self.program.stdout.close()
        os.close(self.ours)

    def read(self):
        """False at the end of what is told."""
        ready, _, _ = select.select([self.ours], [], [], 60)
        try:
            told = os.read(self.ours, 4096) if ready else b""
        except OSError:  # nobody writes to it any more
            told = b""
        self.shown += told.decode(errors="replace")
        return bool(told)

    def answer(self, question, typed):
        """Types what is asked; returns what was told until then."""
        while question not in self.shown:
            if not self.read():
                raise AssertionError(f"not asked: {question!r} in {self.shown!r}")
        told, self.shown = self.shown.split(question, 1)
        os.write(self.ours, typed)
        return told

    def finish(self):
        while self.read():
            pass
        out = self.program.stdout.read()
        return self.program.wait(timeout=60), out


def discounted(count):
    """Lines with a discount each."""
    lines = []
    for number, line in enumerate(map(json.loads, visits(count))):
        line.update(tag=f"v-{number}")
        line.pop("payments", None)
        line["items"][0].update(discount_baisa=50 + number, price_reason="friend")
        lines.append(json.dumps(line, ensure_ascii=False) + "\n")
    return "".join(lines)


class Approving(Centre):
    def serve(self, **variables):
        lines = self.write("lines", discounted(2))
        return Terminal("--data", self.data, "--as", "clerk1", "--counter", "C1", "--approve", "manager", "serve",
                        lines, SANAD_PASSWORD="demo-clerk1", **variables)

    def approvals(self):
        done = self.ctl("--json", "audit", "list", "--act", "approval.given", user="owner")
        return len(done.stdout.splitlines())

    def test_a_pin_that_was_typed_serves_one_line_and_the_next_is_asked_for_with_what_it_is(self):
        before = self.approvals()
        with self.serve() as terminal:
            first = terminal.answer("PIN of manager: ", PINS["manager"])
            second = terminal.answer("PIN of manager: ", PINS["manager"])
            code, out = terminal.finish()
        self.assertEqual(code, 0, terminal.shown)
        self.assertEqual(len(out.splitlines()), 2)
        for told, wanted in ((first, "line 1 (v-0)"), (second, "line 2 (v-1)")):
            # The prices first: what the line calls itself does not stand before them.
            self.assertRegex(told, r"To be approved: Visit completed \([^/]*discount 0\.05\d — " + re.escape(wanted))
        self.assertIn("discount 0.050", first)
        self.assertIn("discount 0.051", second)
        self.assertNotIn("222222", first + second + terminal.shown)
        self.assertEqual(self.approvals() - before, 2)

    def test_the_pin_of_a_script_is_the_consent_of_whoever_set_it(self):
        with self.serve(SANAD_APPROVER_PIN="222222") as terminal:
            code, out = terminal.finish()
        self.assertEqual((code, len(out.splitlines())), (0, 2), terminal.shown)
        self.assertNotIn("PIN of", terminal.shown)

    def test_a_merge_says_what_is_approved(self):
        with Terminal("--data", self.data, "--as", "owner", "--approve", "manager", "customer", "merge", "17", "18",
                      "--reason", "twice", SANAD_PASSWORD="demo-owner") as terminal:
            told = terminal.answer("PIN of manager: ", PINS["manager"])
            terminal.finish()
        self.assertIn("To be approved: Customers merged (17+18)", told)

    def test_with_a_wrong_pin_a_line_is_refused_and_the_next_is_asked_for(self):
        with self.serve() as terminal:
            terminal.answer("PIN of manager: ", b"999999\n")
            refused = terminal.answer("PIN of manager: ", PINS["manager"])
            code, _ = terminal.finish()
        self.assertIn("[sign-in.wrong]", refused)
        self.assertEqual(code, 1, terminal.shown)


if __name__ == "__main__":
    main()
