#!/usr/bin/env python3
"""What is typed of a person stands in the list of processes nowhere: it is read from standard input, and an argument is
overwritten."""
import pathlib
import subprocess
import time
import unittest

from harness import BIN, Centre, environment, main, visit

NUMBER = "83719264"
PHONE = "99213847"


class Arguments(Centre):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        line = visit(customer={"civil_number": NUMBER, "name_ar": "زهران بن نبهان الكندي",
                               "phone": "+96892345678"})
        done = cls.ctl(cls, "--json", "serve", "-", user="clerk1", stdin=line)
        assert done.returncode == 0, done.stderr

    def customer(self):
        found = self.ctl("--json", "customer", "find", "-", user="owner", stdin=NUMBER.encode())
        return found.stdout.decode().split('"id":"')[1].split('"')[0]

    def begin(self, *words):
        return subprocess.Popen(
            [BIN / "sanadctl", "--data", self.data, "--as", "owner", *words], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(SANAD_PASSWORD="demo-owner"))

    @staticmethod
    def shown(process):
        """What the list of processes shows of it; nothing once it has ended."""
        try:
            return pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes()
        except FileNotFoundError:
            return b""

    def test_a_number_is_read_from_standard_input(self):
        process = self.begin("customer", "find", "-")
        time.sleep(0.5)  # it waits for its line
        self.assertIn(b"find\0-", self.shown(process))
        output, error = process.communicate(NUMBER.encode() + b"\n", timeout=60)
        self.assertEqual((process.returncode, output.count(b"264")), (0, 1), error)

    def test_an_argument_is_overwritten_while_the_command_runs(self):
        process = self.begin("--json", "customer", "change", self.customer(), "--phone", PHONE, "--birth-date", "-")
        deadline = time.monotonic() + 60
        while b"**" not in self.shown(process) and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.2)  # it waits for its line, and shows what it will show for as long as it runs
        shown = self.shown(process)
        self.assertTrue(shown.startswith(bytes(BIN / "sanadctl") + b"\0--data\0**"), shown)
        self.assertIn(b"--phone\0" + b"*" * len(PHONE) + b"\0", shown)
        self.assertNotIn(PHONE.encode(), shown)
        output, error = process.communicate(b"1990-05-04\n", timeout=60)
        self.assertEqual((process.returncode, output.count(PHONE.encode())), (0, 1), error)

    def test_a_value_that_begins_as_an_option_is_overwritten(self):
        for words in (("find", "-" + NUMBER), ("find", "--", "-" + NUMBER), ("find", "--", NUMBER),
                      ("change", "1", "--phone", "-" + NUMBER), ("change", "1", f"--phone=-{NUMBER}")):
            with self.subTest(words=words):
                process = self.begin("customer", *words)
                shown = []
                while process.poll() is None:
                    shown.append(self.shown(process))
                process.communicate()
                began = [one for one in shown if bytes(BIN / "sanadctl") + b"\0" in one]
                self.assertTrue(began)
                if any(b"**" in one for one in began):  # else the line was refused as it stands, and it has ended
                    self.assertNotIn(NUMBER.encode(), began[-1])
                else:
                    self.assertNotEqual(process.returncode, 0)

    def test_several_are_read_in_the_order_of_the_help(self):
        done = self.ctl("--json", "customer", "change", self.customer(), "--number", "-", "--phone", "-", "--birth-date", "-",
                        user="owner", stdin="99887766\n1990-05-04\npassport_number=A7654321,OMN\n".encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        for part in (b"+96899887766", b"1990-05-04", b"A7654321"):
            self.assertIn(part, done.stdout)

    def test_a_line_that_is_missing_or_too_long_is_refused(self):
        self.refused(self.ctl("customer", "find", "-", user="clerk1"), 2, "ctl.no-line")
        self.refused(self.ctl("customer", "find", "-", user="clerk1", stdin=b"9" * 20_000), 2, "ctl.argument-too-long")
        self.refused(self.ctl("customer", "find", "-", user="clerk1", stdin=b"\n"), 2, "ctl.find-nothing")
        self.refused(self.ctl("customer", "find", "-", user="clerk1", stdin=b"\xff\n"), 4, "text.invalid-utf8")


if __name__ == "__main__":
    main()
