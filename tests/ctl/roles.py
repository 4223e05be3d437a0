#!/usr/bin/env python3
"""Every verb of sanadctl with every role of a demonstration centre: who lacks the permission is refused with exit 1 and
`gate.denied`, who holds it is not. A new verb joins by one line."""
import json
import subprocess
import unittest

from harness import BIN, Centre, environment, main, visit

ROLES = {"owner": "owner", "manager": "manager", "clerk1": "clerk", "cashier": "cashier", "inspector": "inspector",
         "agent1": "field_agent"}
EMPTY = "{empty}"  # stands for an empty file, OUT for one that may be written
OUT = "{out}"
DAYS = ["--from", "2026-01-01", "--to", "2026-01-02"]
# The verb and its words, and what its people must hold; a tuple: one of them is enough; None: being signed in.
VERBS = [
    (["audit", "list"], "audit.view"),
    (["audit", "export", "/no/such/folder", "--from", "2026-01-02", "--to", "2026-01-01"], "audit.view"),
    (["backup", "create", "/no/such/folder"], "backup.manage"),
    (["backup", "list"], ("backup.manage", "sync.run")),
    (["backup", "schedule", "/no/such/folder"], "backup.manage"),
    (["catalogue", "list"], ("transaction.edit", "catalogue.manage")),
    (["catalogue", "show", "NO-SUCH"], ("transaction.edit", "catalogue.manage")),
    (["clock", "confirm"], "settings.manage"),
    (["customer", "find", "سالم"], "customer.view"),
    (["customer", "show", "5"], "customer.view"),
    (["customer", "change", "5", "--phone", "92123456"], "customer.edit"),
    (["customer", "authorise", "5", "6"], "customer.edit"),
    (["customer", "withdraw", "5", "6"], "customer.edit"),
    (["customer", "merge", "5", "6", "--reason", "x"], "customer.merge"),
    (["customer", "unmerge", "5", "--reason", "x"], "customer.merge"),
    (["day", "list"], "report.view"),
    (["day", "close", "2020-01-01"], "day.close"),
    (["export", "subject", "5", "--to", "/no/such/folder"], "subject.export"),
    (["erase", "subject", "5", "--reason", "x"], "subject.erase"),
    (["import", "customers", EMPTY], "customer.import"),
    (["import", "catalogue", EMPTY], "catalogue.manage"),
    (["pack", "apply", EMPTY], "catalogue.manage"),
    (["pack", "rollback", "no-such"], "catalogue.manage"),
    (["key", "rotate"], "staff.manage"),
    (["password", "recovery-code"], "staff.manage"),
    (["privacy", "requests"], "privacy.manage"),
    (["privacy", "breaches"], "privacy.manage"),
    (["privacy", "restrict", "5"], "privacy.manage"),
    (["privacy", "consent", "5"], "customer.edit"),
    (["privacy", "retention"], "privacy.manage"),
    (["privacy", "purge"], "document.handle"),
    (["privacy", "record"], "privacy.manage"),
    (["receipt", "show", "C1-999999"], "receipt.view"),
    (["receipt", "render", "C1-999999", "--output", OUT], "receipt.view"),
    (["report", "day", "2026-01-01"], "report.view"),
    (["report", "revenue", *DAYS], "report.view"),
    (["report", "agencies", *DAYS], "report.view"),
    (["report", "clerks", *DAYS], "report.view"),
    (["report", "vat", *DAYS], "report.view"),
    (["role", "show"], "staff.manage"),
    (["role", "grant", "inspector", "report.view"], "staff.manage"),
    (["role", "revoke", "field_agent", "report.view"], "staff.manage"),
    (["shift", "list"], "shift.close"),
    (["shift", "open", "--float", "0"], "shift.open"),
    (["shift", "cash-in", "1", "--reason", "x"], "shift.open"),
    (["shift", "cash-out", "1", "--reason", "x"], "shift.open"),
    (["shift", "close", "--count", "5000=1"], "shift.close"),
    (["shift", "sign-off", "--shift", "5"], "shift.sign-off"),
    (["staff", "list"], "staff.manage"),
    (["staff", "add", "new", "--role", "clerk", "--name-ar", "جديد"], "staff.manage"),
    (["staff", "disable", "nobody"], "staff.manage"),
    (["staff", "enable", "nobody"], "staff.manage"),
    (["staff", "role", "nobody", "clerk"], "staff.manage"),
    (["staff", "reset", "nobody"], "staff.manage"),
    (["staff", "release", "nobody"], "staff.manage"),
    (["sync", "run"], "sync.run"),
    (["sync", "status"], "sync.view"),
    (["sync", "aside"], "sync.view"),
    (["sync", "retry", "--channel", "x", "--item", "y"], "sync.run"),
    (["sync", "connector", EMPTY], "settings.manage"),
    (["sync", "channel", "x", "--connector", "y", "--settings", EMPTY], "settings.manage"),
    (["sync", "remove", "x"], "settings.manage"),
    (["server", "grant", "nobody"], "settings.manage"),
    (["support", "bundle", OUT], "settings.manage"),
    (["ticket", "issue", "Z"], "ticket.issue"),
    (["ticket", "list"], "ticket.call"),
    (["ticket", "call"], "ticket.call"),
    (["ticket", "recall", "A-999"], "ticket.call"),
    (["ticket", "arrived", "A-999"], "ticket.call"),
    (["ticket", "done", "A-999"], "ticket.call"),
    (["ticket", "no-show", "A-999"], "ticket.call"),
    (["ticket", "requeue", "A-999"], "ticket.call"),
    (["transaction", "list"], "transaction.view"),
    (["transaction", "show", "T-999999"], "transaction.view"),
]
# Without an actor, or tried elsewhere: each line of `serve` asks, one's own secrets need the old ones.
OTHERS = ["init", "demo", "verify", "recover", "serve", "password change", "password pin", "receipt verify", "form check",
          "pack check", "pack trust", "backup verify", "backup restore", "privacy notice",
          "privacy request", "privacy breach",
          "backup repair"]


class Roles(Centre):
    def run_as(self, user, words):
        files = {EMPTY: self.folder / "empty", OUT: self.folder / "out"}
        words = [files.get(word, word) for word in words]
        return self.ctl(*words, user=user, password=f"demo-{user}")

    def test_each_verb_is_open_to_exactly_the_roles_that_hold_its_permission(self):
        done = subprocess.run([BIN / "sanadctl", "--data", self.data, "--as", "owner", "staff", "add", "agent1", "--role",
                               "field_agent", "--name-ar", "مندوب"], capture_output=True,
                              env=environment(SANAD_PASSWORD="demo-owner", SANAD_NEW_PASSWORD="demo-agent1",
                                              SANAD_NEW_PIN="666666"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.write("empty", b"")
        shown = self.ctl("--json", "role", "show", user="owner").stdout.decode()
        held = {row["role"]: set(row["permissions"]) for row in map(json.loads, shown.splitlines())}
        self.assertEqual(set(held), set(ROLES.values()))
        for words, permission in VERBS:
            needed = permission if isinstance(permission, tuple) else (permission,)
            for user, role in ROLES.items():
                with self.subTest(verb=" ".join(words), role=role):
                    done = self.run_as(user, words)
                    error = done.stderr.decode()
                    if held[role].intersection(needed):
                        self.assertNotIn("[gate.denied]", error)
                        self.assertNotIn("terminate", error)
                    else:
                        self.refused(done, 1, "gate.denied")

    def test_serve_asks_for_each_line(self):
        done = self.ctl("serve", "-", user="inspector", password="demo-inspector", stdin=visit())
        self.refused(done, 1, "gate.denied")

    def test_a_given_pin_approves_nothing_until_its_holder_changed_it(self):
        given = {"SANAD_NEW_PASSWORD": "of-the-second", "SANAD_NEW_PIN": "135790"}
        self.assertEqual(self.ctl("staff", "add", "second", "--role", "manager", "--name-ar", "ثان", user="owner",
                                  variables=given).returncode, 0)

        def merge(pin):
            return self.ctl("--approve", "second", "customer", "merge", "1", "2", "--reason", "twice", user="owner",
                            variables={"SANAD_APPROVER_PIN": pin})

        def change(pin):
            return self.ctl("password", "pin", user="second", password="of-the-second",
                            variables={"SANAD_PIN": "135790", "SANAD_NEW_PIN": pin})

        self.refused(merge("135790"), 1, "approval.pin-given")
        self.refused(change("135790"), 1, "people.pin-same")
        self.refused(merge("135790"), 1, "approval.pin-given")
        self.assertEqual(change("246801").returncode, 0)
        self.refused(merge("246801"), 1, "customer.not-found")
        self.assertEqual(self.ctl("staff", "reset", "second", user="owner", variables=given).returncode, 0)
        self.refused(merge("135790"), 1, "approval.pin-given")

    def test_no_verb_is_missing_here(self):
        known = {" ".join(words[:2]) for words, _ in VERBS}
        for line in self.verbs():
            self.assertIn(line, known.union(OTHERS), "joins VERBS by one line")

    def verbs(self, *noun):
        """`noun verb`, or `verb` alone, as the help pages list them."""
        page = subprocess.run([BIN / "sanadctl", *noun, "--help"], capture_output=True, text=True, env=environment()).stdout
        found, listing = [], False
        for line in page.splitlines():
            listing = line.startswith("Commands:") or (listing and line.startswith("  "))
            if listing and line.startswith("  ") and not line.startswith("   "):
                word = line.split()[0]
                deeper = [] if noun else self.verbs(word)
                found += deeper or [" ".join([*noun, word])]
        return found


if __name__ == "__main__":
    main()
