#!/usr/bin/env python3
"""Long work says how far it is, and Ctrl+C ends it with what it has done; that it was interrupted is said only where
something was left."""
import json
import signal
import subprocess
import time

from harness import BIN, Centre, environment, main, visits

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
ROWS = 20_000


def rows(count):
    """Every hundredth has no name."""
    name = lambda i: f"سالم بن {LETTERS[i % 27]}{LETTERS[i // 27 % 27]}{LETTERS[i // 729 % 27]}مد الحارثي"
    return "name_ar,civil_number,phone\n" + "".join(
        f"{'' if i % 100 == 99 else name(i)},{10000000 + 7 * i},9{2000000 + i}\n" for i in range(count))


class LongWork(Centre):
    def begin(self, *words, user="owner", **options):
        return subprocess.Popen([BIN / "sanadctl", "--data", self.data, "--json", "--as", user, "--counter", "C1", *words],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=environment(SANAD_PASSWORD=f"demo-{user}"), **options)

    def test_an_import_is_stopped_where_it_is_and_goes_on_from_there(self):
        file, first, second = self.write("many.csv", rows(ROWS)), self.folder / "first", self.folder / "second"
        with self.begin("import", "customers", file, "--rejects", first) as importing:
            begun = time.monotonic()
            told = importing.stderr.readline().decode()
            self.assertLess(time.monotonic() - begun, 4)
            self.assertRegex(told, r"^Rows read: \d+ \(\d{1,2}%\)$")
            importing.send_signal(signal.SIGINT)
            asked = time.monotonic()
            out, told = (each.decode() for each in importing.communicate(timeout=60))
            self.assertLess(time.monotonic() - asked, 4)
        part = json.loads(out)
        self.assertEqual((importing.returncode, part["interrupted"]), (1, True), told)
        self.assertIn('"ctl.interrupted"', told)
        self.assertTrue(0 < part["added"] < ROWS // 2, part)
        self.assertEqual(len(first.read_text().splitlines()) - 1, part["rejected"])
        done = self.ctl("--json", "import", "customers", file, "--rejects", second, user="owner")
        whole = json.loads(done.stdout)
        self.assertEqual((whole["same"], whole["added"], whole["rejected"], whole["interrupted"]),
                         (part["added"], ROWS - ROWS // 100 - part["added"], ROWS // 100, False))
        self.assertEqual(second.read_text().splitlines()[:part["rejected"] + 1], first.read_text().splitlines())
        self.assertEqual(self.ctl("verify").returncode, 0)

    def test_a_backup_whose_trial_is_stopped_is_told_as_made(self):
        stick = self.folder / "stick"
        stick.mkdir()
        with self.begin("backup", "create", stick) as saving:
            while not list(stick.glob("*.sanadbackup")):
                time.sleep(0.001)
            saving.send_signal(signal.SIGINT)
            out, told = (each.decode() for each in saving.communicate(timeout=60))
        made = json.loads(out)
        self.assertTrue((self.folder / made["file"]).exists())
        self.assertEqual((saving.returncode, made["verified"]), (1, False) if "ctl.interrupted" in told else (0, True))

    def test_serve_that_has_done_every_line_was_not_interrupted(self):
        file = self.folder / "one.jsonl"
        file.write_bytes(visits(1)[0] + b"\n")
        for _ in range(4):
            with self.begin("serve", file, user="clerk1") as serving:
                serving.stdout.readline()
                serving.send_signal(signal.SIGINT)
                told = serving.communicate(timeout=60)[1].decode()
            self.assertEqual((serving.returncode, told), (0, '{"completed":1,"lines":2,"refused":0}\n'))


if __name__ == "__main__":
    main()
