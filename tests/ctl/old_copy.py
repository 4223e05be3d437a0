#!/usr/bin/env python3
"""An old copy of the database in the place of the data: whatever act leaves the head of the trail outside, by sanadctl as by the
desk, it is missed, also in a centre that has no place for backups yet; and a portal that was told a later head has the
command line say so."""
import json
import shutil
import subprocess

from harness import BIN, Centre, environment, main, visit


class Acts(Centre):
    def done(self, *words, user="owner", **options):
        done = self.ctl(*words, user=user, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout


class OldCopy(Acts):
    def look(self):
        self.old = self.folder / "old.db"
        shutil.copy(self.data / "sanad.db", self.old)
        self.assertEqual(self.ctl("verify").returncode, 0)

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


class OldCopyBesideAPortal(Acts):
    def start_portal(self):
        portal = subprocess.Popen([BIN / "sanad-portal", "--folder", self.folder / "portal"], stdout=subprocess.PIPE,
                                  env=environment())
        self.addCleanup(lambda: (portal.terminate(), portal.wait(), portal.stdout.close()))
        ready = json.loads(portal.stdout.readline())
        with open(ready["credentials"], encoding="utf-8") as file:
            credentials = json.load(file)
        settings = {"url": ready["url"], "ca": ready["ca"], "client_id": credentials["client_id"],
                    "client_secret": credentials["client_secret"]}
        self.done("sync", "connector", BIN / "sanad-connector-rest")
        self.done("sync", "channel", "sanad_portal", "--connector", "rest", "--settings",
                  self.write("settings.json", json.dumps(settings)))

    def test_sync_says_that_the_portal_knows_a_later_head(self):
        self.start_portal()
        self.done("shift", "open", "--float", "20.000", user="clerk1")
        self.done("serve", "-", user="clerk1", stdin=visit())
        old = self.folder / "before.db"
        shutil.copy(self.data / "sanad.db", old)
        told = json.loads(self.done("--json", "sync", "run"))
        self.assertEqual((told["delivered"], told["anchors_differ"]), (1, []))
        self.done("verify", user=None)
        now = json.loads(self.done("--json", "sync", "status"))
        self.assertTrue(now["anchor_holds"])
        self.assertGreater(now["anchor_number"], 0)

        shutil.copy(old, self.data / "sanad.db")
        for words, channel in ((("--json", "sync", "run"), lambda line: line["anchors_differ"][0]),
                               (("--json", "sync", "status"), lambda line: line)):
            done = self.ctl(*words, user="owner")
            self.assertEqual(done.returncode, 1 if words[-1] == "run" else 0, done.stderr)
            found = channel(json.loads(done.stdout))
            self.assertEqual((found["channel"], found["anchor_number"]), ("sanad_portal", now["anchor_number"]))
        self.assertFalse(found["anchor_holds"])
        sentence = f"sanad_portal: The portal holds line {now['anchor_number']} of this centre's record, which is not here"
        for lang, said in (("en", sentence), ("ar", "sanad_portal: تحتفظ البوابة بالسطر")):
            for verb, code in (("run", 1), ("status", 0)):  # for as long as it stands
                done = self.ctl("--lang", lang, "sync", verb, user="owner")
                self.assertEqual(done.returncode, code, done.stderr)
                self.assertIn(said, done.stdout.decode())
                self.assertIn("[sync.anchor-differs]", done.stdout.decode())


if __name__ == "__main__":
    main()
