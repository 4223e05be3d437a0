#!/usr/bin/env python3
"""Every verb of sanadctl with every role of a demonstration centre: who lacks the permission is refused with exit 1 and
`gate.denied`, who holds it is not. A new verb joins by one line."""
import json
import sqlite3
import unittest

from harness import Centre, main, verbs, visit

ROLES = {"owner": "owner", "manager": "manager", "clerk1": "clerk", "cashier": "cashier", "inspector": "inspector",
         "agent1": "field_agent"}
# Stand for an empty file, one that may be written, a line of `serve`, a pack, a backup that something newer is known of.
EMPTY, OUT, VISIT, PACK, BACKUP = "{empty}", "{out}", "{visit}", "{pack}", "{backup}"
DAYS = ["--from", "2026-01-01", "--to", "2026-01-02"]
# The verb and its words, and what its people must hold; a tuple: one of them is enough; a list: all of them; None: being
# signed in.
VERBS = [
    (["audit", "list"], "audit.view"),
    (["audit", "export", "/no/such/folder", "--from", "2026-01-02", "--to", "2026-01-01"], "audit.view"),
    (["backup", "create", "/no/such/folder"], "backup.manage"),
    (["backup", "list"], ("backup.manage", "sync.run")),
    (["backup", "schedule", "/no/such/folder"], "backup.manage"),
    (["backup", "verify", BACKUP], "backup.manage"),
    (["backup", "restore", BACKUP, "--reason", "x"], "backup.manage"),
    (["backup", "discard", "/no/such/folder", "--reason", "x"], "backup.manage"),
    (["backup", "repair", "--renew-heads", "--give-up-papers"], "backup.manage"),
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
    (["pack", "trust", PACK, "--name", "x"], "staff.manage"),
    (["pack", "distrust", PACK], "staff.manage"),
    (["key", "rotate", "--reason", "x"], "staff.manage"),
    (["password", "recovery-code"], "staff.manage"),
    (["password", "change"], None),
    (["password", "pin"], None),
    (["privacy", "requests"], "privacy.manage"),
    (["privacy", "request", "take", "5", "access"], "privacy.manage"),
    (["privacy", "request", "close", "99"], "privacy.manage"),
    (["privacy", "breaches"], "privacy.manage"),
    (["privacy", "breach", "record", "x"], "privacy.manage"),
    (["privacy", "breach", "change", "99", "--measures", "x"], "privacy.manage"),
    (["privacy", "restrict", "5"], "privacy.manage"),
    (["privacy", "consent", "5"], "customer.edit"),
    (["privacy", "retention"], "privacy.manage"),
    (["privacy", "purge"], "document.handle"),
    (["privacy", "record"], "privacy.manage"),
    (["privacy", "notice", "--output", OUT], None),
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
    (["serve", VISIT], ["receipt.issue", "transaction.edit"]),
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
# Those that nobody signs in for, with the reason.
NOBODY = {
    "init": "there is no centre and nobody yet",
    "demo": "fills a new folder",
    "recover": "an owner who forgot; the printed code opens it",
    "verify": "reads what is there and says only whether it holds",
    "receipt verify": "what is printed on a receipt, against a public key",
    "form check": "a schema and its data, of no centre",
    "pack check": "a file, of no centre",
}


def opens(held, needed):
    if needed is None:
        return True
    if isinstance(needed, list):
        return held.issuperset(needed)
    return bool(held.intersection(needed if isinstance(needed, tuple) else (needed,)))


class Roles(Centre):
    def setUp(self):
        self.files = {EMPTY: self.write("empty", b""), OUT: self.folder / "out", VISIT: self.write("visit", visit())}

    def run_as(self, user, words):
        second = "manager" if user == "owner" else "owner"
        approving = {"SANAD_APPROVER_PIN": {"owner": "111111", "manager": "222222"}[second]}
        words = [self.files.get(word, word) for word in words]
        if words[:2] == ["backup", "restore"]:  # in the place of a centre that works: with a second person
            words = ["--approve", second, *words]
        return self.ctl(*words, user=user, password=f"demo-{user}", variables=approving)

    def hire(self, user, role, pin):
        given = {"SANAD_NEW_PASSWORD": f"demo-{user}", "SANAD_NEW_PIN": pin}
        done = self.ctl("staff", "add", user, "--role", role, "--name-ar", "مندوب", user="owner", variables=given)
        self.assertEqual(done.returncode, 0, done.stderr)

    def keep_files(self):
        """A pack as the centre has it, and a backup from before the last act."""
        with sqlite3.connect(f"file:{self.data}/sanad.db?mode=ro", uri=True) as db:
            self.files[PACK] = self.write("pack", db.execute("SELECT file FROM content_pack").fetchone()[0])
        db.close()
        (self.folder / "stick").mkdir()
        done = self.ctl("backup", "create", "--unchecked", self.folder / "stick", user="owner")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.files[BACKUP], = (self.folder / "stick").glob("*.sanadbackup")

    def test_each_verb_is_open_to_exactly_the_roles_that_hold_its_permission(self):
        self.hire("agent1", "field_agent", "666666")
        self.keep_files()
        shown = self.ctl("--json", "role", "show", user="owner").stdout.decode()
        held = {row["role"]: set(row["permissions"]) for row in map(json.loads, shown.splitlines())}
        self.assertEqual(set(held), set(ROLES.values()))
        for words, needed in VERBS:
            for user, role in ROLES.items():
                with self.subTest(verb=" ".join(words), role=role):
                    done = self.run_as(user, words)
                    error = done.stderr.decode()
                    if opens(held[role], needed):
                        self.assertNotIn("[gate.denied]", error)
                        self.assertNotIn("terminate", error)
                    else:
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
        tried = {" ".join(words[:count]) for words, _ in VERBS for count in range(1, 4)}
        missing = [verb for verb in verbs() if verb not in tried and verb not in NOBODY]
        self.assertEqual(missing, [], "joins VERBS by one line")
        self.assertEqual([verb for verb in NOBODY if verb not in verbs() or verb in tried], [], "is no such verb")
        self.assertIn("privacy breach change", verbs())

    def test_each_try_is_of_a_verb(self):
        for words, _ in VERBS:
            self.assertTrue(any(" ".join(words[:count]) in verbs() for count in range(1, 4)), words)


if __name__ == "__main__":
    main()
