#!/usr/bin/env python3
"""The other programs answer as sanadctl does: a sentence, a stable code, the right exit code, and nothing changed."""
import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

from harness import BIN, ROOT, environment, main


SOURCE = object()


class Programs(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sanad-programs-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def run_program(self, program, *words, **variables):
        home = {"HOME": str(self.folder / "home"), "QT_QPA_PLATFORM": "offscreen",
                "XDG_RUNTIME_DIR": str(self.folder)}
        return subprocess.run([BIN / program, *words], capture_output=True, timeout=60,
                              env={**environment(), **home, **variables})

    def refused(self, done, exit_code, code):
        lines = done.stderr.decode().splitlines()
        self.assertEqual((done.returncode, done.stdout), (exit_code, b""), lines)
        for line in lines:
            self.assertRegex(line, r"^.*\w+ .*\. .*\[[a-z.-]+\]$")
            self.assertNotRegex(line, r"%\d")
        self.assertIn(f"[{code}]", "".join(lines))

    def test_portal(self):
        new = self.folder / "new"
        for words, exit_code, code in (
                (["--bogus"], 2, "program.option"), ([], 2, "program.option-missing"),
                (["--folder"], 2, "program.option-value"), (["--folder", new, "--dump=yes"], 2, "program.option-value"),
                (["--folder", new, "stray"], 2, "program.word"), (["--folder", new, "--port", "99999"], 2, "program.number"),
                (["--folder", new, "--wallet", "1.5"], 2, "program.number"),
                (["--folder", new, "--lang", "fr"], 2, "program.choice"),
                (["--folder", "/proc/x"], 3, "portal.folder"), (["--folder", new, "--dump"], 3, "portal.no-record"),
                (["--folder", new, "--forms", self.folder / "nowhere"], 4, "portal.schemas")):
            with self.subTest(words=words):
                self.refused(self.run_program("sanad-portal", *words), exit_code, code)
                self.assertFalse(new.exists())

    def test_portal_with_a_folder_that_is_not_its_own(self):
        (self.folder / "credentials.json").write_text("{}")
        self.refused(self.run_program("sanad-portal", "--folder", self.folder), 4, "portal.credentials")
        (self.folder / "portal.db").write_bytes(b"this is no record" * 100)
        self.refused(self.run_program("sanad-portal", "--folder", self.folder, "--dump"), 3, "portal.folder")

    def test_portal_dumps_what_was_recorded(self):
        with subprocess.Popen([BIN / "sanad-portal", "--folder", self.folder / "portal"], stdout=subprocess.PIPE,
                              env=environment()) as portal:
            self.assertTrue(json.loads(portal.stdout.readline())["ready"])
            portal.send_signal(signal.SIGTERM)
            self.assertEqual(portal.wait(timeout=20), 0)
        done = self.run_program("sanad-portal", "--folder", self.folder / "portal", "--dump")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))

    def pack(self, **changed):
        source = self.folder / "pack"
        shutil.rmtree(source, ignore_errors=True)
        shutil.copytree(ROOT / "resources/pack", source)
        for name, content in changed.items():
            (source / f"{name}.json").write_text(content)
        return source

    def test_pack_tool(self):
        out, seed = self.folder / "out.pack", self.folder / "seed"
        seed.write_bytes(b"short")
        for changed, words, exit_code, code in (
                ({}, [], 2, "program.words-missing"), ({}, [SOURCE], 2, "program.words-missing"),
                ({}, ["--bogus"], 2, "program.option"), ({}, [SOURCE, out, seed, "more"], 2, "program.word"),
                ({}, [self.folder / "nowhere", out], 3, "pack.source"), ({"services": "{"}, [SOURCE, out], 4, "json.syntax"),
                ({"services": "7"}, [SOURCE, out], 1, "pack.wrong-type"),
                ({"agencies": "[7]"}, [SOURCE, out], 1, "pack.wrong-type"),
                ({}, [SOURCE, out, seed], 4, "pack.seed"), ({}, [SOURCE, out, self.folder / "nowhere"], 3, "pack.source"),
                ({}, [SOURCE, self.folder / "no/where"], 3, "pack.source")):
            with self.subTest(changed=changed, words=words[1:], code=code):
                source = self.pack(**changed)
                done = self.run_program("sanad-pack-tool", *(source if word is SOURCE else word for word in words))
                self.refused(done, exit_code, code)
                self.assertFalse(out.exists())
        # The file at fault is named.
        done = self.run_program("sanad-pack-tool", self.pack(services="{"), out)
        self.assertTrue(done.stderr.startswith(b"services.json: "), done.stderr)

    def test_desk(self):
        data = self.folder / "data"
        for words, exit_code, code in (
                (["--bogus"], 2, "program.option"), (["stray"], 2, "program.word"), (["--lang", "fr"], 2, "program.choice"),
                (["--theme", "blue"], 2, "program.choice"), (["--zoom", "999"], 2, "program.number"),
                (["--zoom", "big"], 2, "program.number"), (["--data"], 2, "program.option-value"),
                (["--data", ""], 2, "program.option-value"), (["--printer"], 2, "program.option-value")):
            with self.subTest(words=words):
                given = [] if "--data" in words else ["--data", data]
                self.refused(self.run_program("sanad-desk", *given, *words), exit_code, code)
                self.assertFalse(data.exists())

    def test_a_desk_without_a_centre_makes_nothing(self):
        empty = self.folder / "empty"
        empty.mkdir()
        for data in (self.folder / "nowhere", empty):
            done = self.run_program("sanad-desk", "--data", data, "--exit-after-startup")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(list(data.iterdir()) if data.exists() else [], [])
        self.assertFalse((self.folder / "nowhere").exists())

    def test_a_desk_without_a_display_answers_and_refuses(self):
        kept = {name: value for name, value in environment().items()
                if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        desk = lambda *words: subprocess.run([BIN / "sanad-desk", *words], capture_output=True, timeout=60,
                                             env={**kept, "HOME": str(self.folder)})
        for word, says in (("--help", b"--exit-after-startup"), ("--version", b"sanad-desk ")):
            done = desk(word)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertIn(says, done.stdout)
        self.refused(desk("--bogus"), 2, "program.option")
        self.refused(desk("--lang", "fr"), 2, "program.choice")
        self.refused(desk(), 3, "program.no-display")
        self.assertEqual(desk("-platform", "offscreen", "--version").returncode, 0)

    def test_a_desk_refuses_a_file_in_the_place_of_its_folder(self):
        file = self.folder / "file"
        file.write_text("mine")
        self.refused(self.run_program("sanad-desk", "--data", file, "--exit-after-startup"), 3, "storage.cannot-open")
        self.assertEqual(file.read_text(), "mine")

    def test_arabic(self):
        for program in ("sanad-portal", "sanad-pack-tool", "sanad-desk"):
            with self.subTest(program=program):
                done = self.run_program(program, "--bogus", LANG="ar_OM.UTF-8")
                self.assertEqual(done.returncode, 2)
                self.assertIn("غير معروف", done.stderr.decode())
                self.assertIn("غير معروف", self.run_program(program, "--lang", "ar", "--bogus").stderr.decode())


if __name__ == "__main__":
    main()
