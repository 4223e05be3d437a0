#!/usr/bin/env python3
"""A restore in the place of a centre: it wants a reason and keeps it, and says what became of the people."""
import json

from harness import Centre, main

APPROVER = {"SANAD_APPROVER_PIN": "222222"}


class Restores(Centre):
    def done(self, *words):
        done = self.ctl("--json", "--approve", "manager", *words, user="owner", variables=APPROVER)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_a_restore_keeps_its_reason_and_says_whom_it_disabled(self):
        (self.folder / "stick").mkdir()
        file = self.done("backup", "create", self.folder / "stick")["file"]
        self.assertEqual(self.ctl("staff", "disable", "clerk1", user="owner").returncode, 0)
        for words in (["backup", "restore", file, "--accept-loss"], ["backup", "discard", "x"], ["key", "rotate"]):
            with self.subTest(words=words):
                done = self.ctl("--approve", "manager", *words, user="owner", variables=APPROVER)
                self.refused(done, 2, "ctl.usage")
                self.assertIn(b"--reason", done.stderr)
        restored = self.done("backup", "restore", file, "--accept-loss", "--reason", "the disk is failing")
        self.assertEqual(restored["disabled_again"], ["clerk1"])
        self.assertEqual(restored["people_as_of"], restored["created_at"])
        self.refused(self.ctl("ticket", "list", user="clerk1"), 1, "sign-in.disabled")
        self.assertEqual(self.ctl("verify").returncode, 0)
        acts = [json.loads(line)["act"]
                for line in self.ctl("--json", "audit", "list", "--act", "approval.", user="owner").stdout.splitlines()]
        self.assertEqual(acts, ["approval.brought"])
        removed = self.done("backup", "discard", restored["kept_aside"], "--reason", "not needed")
        self.assertEqual(removed["folder"], restored["kept_aside"])


if __name__ == "__main__":
    main()
