#!/usr/bin/env python3
"""Everything that sanadctl writes at a path that was named stays away from the centre's data and from what it needs. A verb
that takes a path joins by one line: what it writes is attacked here, what it only reads is named with that reason."""
import hashlib
import json
import os
import re
import shutil
import subprocess
import unittest

from harness import BIN, Centre, environment, main, verbs, visit

# The verb with its words; {path} is attacked. Those with two take a folder.
DAYS = ["--from", "2020-01-01", "--to", "2030-01-01"]
FILES = {
    "support bundle file": ["support", "bundle", "{path}"],
    "receipt render --output": ["receipt", "render", "{receipt}", "--output", "{path}"],
    "report day --output": ["report", "day", "--output", "{path}"],
    "privacy notice --output": ["privacy", "notice", "--output", "{path}"],
    "privacy record --output": ["privacy", "record", "--output", "{path}"],
    "import customers --rejects": ["import", "customers", "{rows}", "--rejects", "{path}"],
    "import catalogue --rejects": ["import", "catalogue", "{rows}", "--rejects", "{path}"],
}
FOLDERS = {
    "audit export folder": ["audit", "export", "{path}", *DAYS],
    "export subject --to": ["export", "subject", "{customer}", "--to", "{path}"],
    "serve --receipts": ["serve", "{visit}", "--receipts", "{path}"],
    "backup create folder": ["backup", "create", "{path}"],
    "backup schedule folder": ["backup", "schedule", "{path}"],
}
FILES |= {f"report {name} --output": ["report", name, *DAYS, "--format", "csv", "--output", "{path}"]
          for name in ("agencies", "clerks", "revenue", "vat")}
# What is only read from where it says.
READ = {
    "backup discard folder",  # removes what a restore left, and nothing else
    "backup list folder", "backup restore file", "backup verify file", "form check data", "form check schema", "import catalogue file", "import customers file",
    "pack apply file", "pack check file", "serve file", "sync channel --settings", "sync connector program", "verify --key",
}
# The kind of a file and no place for it.
KIND = re.compile(r"--(format|paper)$")
WORD = re.compile(r"\b(file|folder|pdf|stick|path|backup|bad rows go)\b", re.I)


def arguments_of(verb):
    """The names of a verb's arguments whose help speaks of a file or folder."""
    page = subprocess.run([BIN / "sanadctl", *verb.split(), "--help"], capture_output=True, text=True,
                          env=environment()).stdout
    entries, listing = [], False
    for line in page.splitlines():
        if line in ("Arguments:", "Options:"):
            listing = True
        elif listing and re.match(r"  \S", line):
            entries.append(line.strip())
        elif listing and entries and line.startswith("   "):
            entries[-1] += " " + line.strip()
    for entry in entries:
        name = entry.split()[0].split(",")[-1]
        if WORD.search(entry[len(entry.split()[0]):]) and not KIND.search(name):
            yield f"{verb} {name}"


def digest(folder):
    """Every file of a folder but the log and the lock, by what it holds; a database by its rows."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_file() and not name.startswith(("logs/", "sanad.lock", "sanad.db-")):
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest() if name != "sanad.db" else b""
    return found


class DataPaths(Centre):
    demo = ("--seed", "1", "--customers", "40", "--days", "1", "--visits", "2")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stick = cls.folder / "stick"
        cls.stick.mkdir()
        (cls.folder / "beside").mkdir()
        os.symlink(cls.data, cls.folder / "link")
        os.symlink(cls.data / "sanad.db", cls.folder / "innocent.pdf")
        os.symlink(cls.data / "not-there-yet.pdf", cls.folder / "dangling.pdf")

    def setUp(self):
        self.words = {"{rows}": self.write("rows.csv", "name_ar\nسالم\n"), "{visit}": self.write("visit", visit()),
                      "{customer}": "", "{receipt}": ""}
        found = self.ctl("--json", "customer", "find", "سالم", user="owner").stdout.splitlines()
        self.words["{customer}"] = json.loads(found[0])["id"]
        listed = self.ctl("--json", "audit", "list", "--act", "receipt.issued", user="owner").stdout
        self.words["{receipt}"] = json.loads(listed.splitlines()[0])["payload"]["number"]

    def lines(self):
        """How many lines the trail has but those of coming and going."""
        shown = self.ctl("--json", "audit", "list", "--limit", "100000", user="owner").stdout
        return [line["number"] for line in map(json.loads, shown.splitlines())
                if not line["act"].startswith(("session.", "secret."))]

    def attack(self, words, path, user="owner"):
        words = [str(path) if word == "{path}" else str(self.words.get(word, word)) for word in words]
        return self.ctl(*words, user=user, cwd=self.folder)

    def inside(self):
        """Ways to write a place in the data folder, which the commands are run beside."""
        yield from (self.data / "sanad.db", self.data / "new.pdf", "centre/sanad.db", "./beside/../centre/new.pdf",
                    f"{self.data}//logs/../new.pdf", self.data / "no" / "such" / "folder" / "new.pdf",
                    "link/sanad.db", "link/new.pdf", "innocent.pdf", "dangling.pdf", self.data, "link", "centre/")

    def test_no_verb_writes_into_the_data(self):
        before, acts = digest(self.data), self.lines()
        for name, words in (FILES | FOLDERS).items():
            for path in self.inside():
                if name in FOLDERS and str(path).endswith(".pdf") and "/" not in str(path):
                    continue  # a link to a file is no folder
                with self.subTest(verb=name, path=path):
                    done = self.attack(words, path)
                    code = "storage.output-in-data"
                    if name.startswith("backup "):
                        error = done.stderr.decode()
                        self.assertRegex(error, r"\[backup\.(same-folder|no-folder)\]")
                        self.assertNotEqual(done.returncode, 0)
                    else:
                        self.refused(done, 1, code)
                    self.assertEqual(digest(self.data), before)
        self.assertEqual(self.lines(), acts)
        self.assertEqual(self.ctl("verify").returncode, 0)

    def test_no_clerk_writes_a_receipt_over_the_data(self):
        before = digest(self.data)
        for path in self.inside():
            with self.subTest(path=path):
                self.refused(self.attack(FILES["receipt render --output"], path, "clerk1"), 1, "storage.output-in-data")
        self.assertEqual(digest(self.data), before)

    def test_no_verb_writes_over_another_centre_a_backup_or_what_the_desk_needs(self):
        other = self.folder / "other"
        shutil.copytree(self.data, other, dirs_exist_ok=True)
        done = self.ctl("backup", "create", "--unchecked", self.stick, user="owner")
        self.assertEqual(done.returncode, 0, done.stderr)
        backup, = self.stick.glob("*.sanadbackup")
        (self.stick / "copy.pdf").write_bytes(backup.read_bytes())
        (self.stick / "database.pdf").write_bytes((self.data / "sanad.db").read_bytes())
        before, foreign = digest(self.stick), digest(other)
        for name, words in FILES.items():
            for path in (backup, self.stick / "copy.pdf", self.stick / "database.pdf",
                         self.stick / "sanad-heads.json", self.stick / "erasures.list"):
                with self.subTest(verb=name, path=path):
                    self.refused(self.attack(words, path), 1, "storage.output-over-kept")
            with self.subTest(verb=name, path=other):
                self.refused(self.attack(words, other / "sanad.db"), 1, "storage.output-in-data")
        self.assertEqual((digest(self.stick), digest(other)), (before, foreign))

    def test_what_was_written_beside_the_data_before_still_is(self):
        for name, words in FILES.items():
            if name.startswith("import "):
                continue
            with self.subTest(verb=name):
                path = self.folder / "beside" / "out"
                done = self.attack(words, path)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertGreater(path.stat().st_size, 0)
                self.assertEqual(self.attack(words, path).returncode, 0)  # over its own file of before

    def test_no_verb_that_takes_a_path_is_missing_here(self):
        known = {*FILES, *FOLDERS, *READ}
        for verb in verbs():
            for name in arguments_of(verb):
                with self.subTest(argument=name):
                    self.assertIn(name, known)


if __name__ == "__main__":
    main()
