#!/usr/bin/env python3
"""An old copy of the database in the place of the data: whatever act leaves the head of the trail outside, by sanadctl as by the
desk, it is missed, also in a centre that has no place for backups yet."""
import json
import shutil

from harness import Centre, main, visit


class OldCopy(Centre):
    def look(self):
        self.old = self.folder / "old.db"
        shutil.copy(self.data / "sanad.db", self.old)
        self.assertEqual(self.ctl("verify").returncode, 0)

    def done(self, *words, user="owner", **options):
        done = self.ctl(*words, user=user, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def close_a_day(self):
        self.done("shift", "open", "--float", "20.000", user="clerk1")
        self.done("serve", "-", user="clerk1", stdin=visit())
        self.done("shift", "close", "--count", "20000=2,1000=1", "--reason", "counted twice")
        shift = json.loads(self.done("--json", "shift", "list").splitlines()[0])["id"]
        self.done("shift", "sign-off", "--shift", shift)
        self.done("day", "close")

    def missed(self, act):
        new = self.folder / "new.db"
        shutil.copy(self.data / "sanad.db", new)
        shutil.copy(self.old, self.data / "sanad.db")
        done = self.ctl("verify")
        shutil.copy(new, self.data / "sanad.db")
        with self.subTest(act=act):
            self.assertEqual(done.returncode, 1, done.stdout)
            self.assertIn(b"is known outside and is gone", done.stdout + done.stderr)
            self.assertEqual(self.ctl("verify").returncode, 0)

    def test_an_old_copy_is_missed_after_each_act_that_leaves_the_head_outside(self):
        self.assertFalse((self.data / "sanad-heads.json").exists())
        self.look()
        self.close_a_day()
        self.missed("day close")
        self.look()
        self.done("audit", "export", self.folder / "export", "--from", "2020-01-01", "--to", "2030-01-01")
        self.missed("audit export")
        self.look()
        self.done("--approve", "manager", "key", "rotate", "--reason", "lost stick", variables={"SANAD_APPROVER_PIN": "222222"})
        self.missed("key rotate")
        heads = self.data / "sanad-heads.json"
        kept = heads.read_bytes()
        heads.unlink()
        done = self.ctl("verify")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"was here and is gone", done.stdout + done.stderr)
        heads.write_bytes(kept)
        self.assertEqual(self.ctl("verify").returncode, 0)


if __name__ == "__main__":
    main()
