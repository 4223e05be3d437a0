#!/usr/bin/env python3
"""A limit on the size of files (`ulimit -f`) is told like a full disk: a sentence with its code, nothing that was told is
lost, and every promise holds afterwards."""
import contextlib
import json
import re
import resource
import shutil
import sqlite3
import subprocess

from harness import BIN, ROOT, Centre, environment, main, visits

CODES = r"\[(storage\.(disk-full|write-failed)|ctl\.cannot-write|ctl\.output|ctl\.receipt-unprinted)\]"


def at_most(size):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


class FileLimit(Centre):
    def setUp(self):
        self.copy = self.folder / self.id().rsplit(".", 1)[1]
        shutil.copytree(self.data, self.copy)

    def limited(self, size, *words, data=None, **options):
        return self.ctl(*words, data=data or self.copy, preexec_fn=at_most(size), **options)

    def told(self, done):
        error = done.stderr.decode()
        self.assertEqual(done.returncode, 3, error)
        self.assertRegex(error.splitlines()[-1], r"\w+\. .*" + CODES + "$")

    def whole(self):
        checked = self.ctl("verify", data=self.copy)
        self.assertEqual((checked.returncode, checked.stdout.split(b"\n")[0]), (0, b"Every promise holds."), checked.stdout)

    def stored(self, sql):
        with contextlib.closing(sqlite3.connect(f"file:{self.copy}/sanad.db?mode=ro", uri=True)) as db:
            return [row[0] for row in db.execute(sql)]

    def test_a_centre_that_cannot_be_written_says_so_and_stays_whole(self):
        rows = "name_ar,civil_number\n" + "".join(f"سالم بن حمد الحارثي,{20000000 + i}\n" for i in range(400))
        file = self.write("rows.csv", rows)
        before = self.stored("SELECT count(*) FROM customer")
        base = (self.copy / "sanad.db").stat().st_size
        for size in (4096, 20480, 100_000):
            with self.subTest(size=size):
                self.told(self.limited(size, "import", "customers", file, user="owner"))
                self.assertEqual(self.stored("SELECT count(*) FROM customer"), before)
                self.whole()
        self.assertGreater(base, 100_000)
        done = self.ctl("--json", "import", "customers", file, user="owner", data=self.copy)
        self.assertEqual(json.loads(done.stdout)["added"], 400)

    def test_no_receipt_that_was_told_is_lost(self):
        printed = []
        for room in (0, 150_000, 600_000):
            size = (self.copy / "sanad.db").stat().st_size + room
            done = self.limited(size, "serve", "-", user="clerk1", stdin=b"".join(visits(120)))
            self.told(done) if done.returncode == 3 else self.assertIn(done.returncode, (0, 1), done.stderr)
            printed += re.findall(r"^RECEIPT (C1-\d{6}) \S+$", done.stdout.decode(), re.M)
            self.whole()
            self.assertEqual(self.stored("SELECT printf('%s-%06d', series, number) FROM receipt ORDER BY number"), printed)
        self.assertTrue(printed)

    def test_a_new_centre_is_made_whole_or_not_at_all(self):
        new = self.folder / "new"
        for words in (("demo", "--customers", "20", "--days", "0"),
                      ("init", "--name-ar", "مركز", "--licence", "SC-1", "--owner-ar", "سالم", "--as", "owner")):
            with self.subTest(words=words):
                self.told(self.limited(20_480, *words, data=new, variables={
                    "SANAD_PASSWORD": "a-long-password", "SANAD_PIN": "864213"}))
                self.assertFalse(new.exists())

    def test_files_for_people_appear_whole_or_not_at_all(self):
        out = self.folder / "out"
        out.mkdir()
        customer = json.loads(self.ctl("--json", "customer", "find", "محمد", user="owner", data=self.copy).stdout
                              .splitlines()[0])["id"]
        for words in (("report", "day", "--format", "pdf", "--output", out / "day.pdf"),
                      ("privacy", "notice", "--output", out / "notice.pdf"), ("support", "bundle", out / "bundle"),
                      ("export", "subject", customer, "--to", out / "subject"), ("backup", "create", out)):
            for size in (2048, 16_384):
                with self.subTest(words=words, size=size):
                    self.told(self.limited(size, *words, user="owner"))
                    self.assertEqual([each.name for each in out.iterdir()], [])
        self.whole()

    def test_rejects_that_cannot_be_kept_are_told(self):
        bad = self.write("bad.csv", "name_ar,civil_number\n" + ("," + "x" * 2000 + "\n") * 1500)
        size = (self.copy / "sanad.db").stat().st_size + 500_000
        done = self.limited(size, "import", "customers", bad, user="owner")
        self.refused(done, 3, "import.rejects-file")
        self.whole()

    def test_the_portal_and_the_pack_tool_say_so(self):
        for program, words, code in (("sanad-portal", ("--folder", self.folder / "portal"), "portal.folder"),
                                     ("sanad-pack-tool", (ROOT / "resources/pack", self.folder / "a.pack"), "pack.source")):
            with self.subTest(program=program):
                done = subprocess.run([BIN / program, *words], capture_output=True, env=environment(), timeout=60,
                                      preexec_fn=at_most(2048))
                self.assertEqual((done.returncode, f"[{code}]" in done.stderr.decode()), (3, True), done.stderr)

    def test_the_desk_is_not_ended_by_it(self):
        home = {"HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder), "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run([BIN / "sanad-desk", "--data", self.copy, "--exit-after-startup"], capture_output=True,
                              env=environment(**home), timeout=60, preexec_fn=at_most(4096))
        self.assertEqual(done.returncode, 3, done.stderr)
        self.whole()


if __name__ == "__main__":
    main()
