#!/usr/bin/env python3
"""What sanadctl leaves in the log of a centre: one structured line a command, ids and keys alone, and no log where there is no
centre or nothing is written."""
import concurrent.futures
import json
import os
import shutil
import stat

from harness import Centre, main, visit

PLANTED = ("83719264", "زهران", "ZQXPLANTED")


class Logs(Centre):
    def setUp(self):
        shutil.rmtree(self.data / "logs", ignore_errors=True)

    def log(self):
        path = self.data / "logs" / "sanadctl.log"
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        text = path.read_text()
        for planted in PLANTED:
            self.assertNotIn(planted, text)
        return [json.loads(line) for line in text.splitlines()]

    def test_a_refused_command_leaves_one_structured_line(self):
        refused = (
            (("ticket", "issue", "ZQXPLANTED"), {"user": "clerk1"}, "ctl.ticket.issue", "queue.no-line", 1),
            (("staff", "disable", "zqxplanted"), {"user": "clerk1"}, "ctl.staff.disable", "gate.denied", 1),
            (("customer", "show", "83719264"), {"user": "clerk1"}, "ctl.customer.show", "customer.not-found", 1),
            (("ticket", "list"), {"user": "nobody", "password": "ZQXPLANTED"}, "ctl.ticket.list", "sign-in.wrong", 1),
        )
        for words, options, command, key, exit_code in refused:
            with self.subTest(words=words):
                shutil.rmtree(self.data / "logs", ignore_errors=True)
                done = self.ctl(*words, **options)
                self.refused(done, exit_code, key)
                lines = self.log()
                self.assertEqual([line.pop("at")[-1] for line in lines], ["Z"])
                self.assertEqual(lines, [{"event": "command.refused", "command": command, "key": key, "exit": exit_code}])

    def test_a_command_that_is_done_leaves_one_line(self):
        self.assertEqual(self.ctl("customer", "find", "زهران", user="clerk1").returncode, 1)
        (line,) = self.log()
        self.assertEqual((line["event"], line["command"], line["exit"]), ("command.done", "ctl.customer.find", 1))

    def test_a_refused_line_of_serve_leaves_its_key(self):
        line = visit(tag="ZQXPLANTED", customer={"civil_number": "1", "name_ar": "زهران"})
        for json_ in ((), ("--json",)):
            shutil.rmtree(self.data / "logs", ignore_errors=True)
            self.assertEqual(self.ctl(*json_, "serve", "-", user="clerk1", stdin=line).returncode, 1)
            refused, closing = self.log()
            self.assertEqual((refused["event"], refused["command"]), ("line.refused", "ctl.serve"))
            self.assertRegex(refused["key"], r"^(customer|visit)\.")
            self.assertEqual((closing["event"], closing["exit"]), ("command.done", 1))

    def test_no_log_where_nothing_is_written_or_no_centre_is(self):
        empty = self.folder / "empty"
        empty.mkdir()
        self.refused(self.ctl("ticket", "list", user="clerk1", data=empty), 3, "storage.not-found")
        self.assertEqual(list(empty.iterdir()), [])
        self.assertEqual(self.ctl("verify").returncode, 0)
        self.assertFalse((self.data / "logs").exists())

    def test_backups_and_their_failures_are_in_the_log_and_the_bundle_takes_all(self):
        folder = self.folder / "stick"
        folder.mkdir()
        self.assertEqual(self.ctl("backup", "create", folder, user="owner").returncode, 0)
        self.refused(self.ctl("backup", "create", self.folder / "ZQXPLANTED", user="owner"), 3, "backup.no-folder")
        events = [line["event"] for line in self.log()]
        self.assertEqual(
            events, ["backup.made", "backup.checked", "command.done", "backup.failed", "command.refused"])
        made, checked, failed = self.log()[0], self.log()[1], self.log()[3]
        self.assertGreater(made["bytes"], 0)
        self.assertEqual((checked["breaches"], failed["key"]), (0, "backup.no-folder"))
        (self.data / "logs" / "sanad-desk.log").write_text('{"event":"desk.opened"}\n')
        (self.data / "logs" / "sanadctl.log.1").write_text('{"event":"older.line"}\n')
        bundle = self.folder / "bundle.json"
        self.assertEqual(self.ctl("support", "bundle", bundle, user="owner").returncode, 0)
        self.assertEqual(sorted(json.loads(bundle.read_text())["logs"]),
                         ["sanad-desk.log", "sanadctl.log", "sanadctl.log.1"])

    def test_several_at_once_write_whole_lines(self):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: self.ctl("ticket", "list", user="clerk1"), range(12)))
        lines = self.log()
        self.assertEqual(len(lines), 12)
        self.assertEqual({line["command"] for line in lines}, {"ctl.ticket.list"})


if __name__ == "__main__":
    main()
