#!/usr/bin/env python3
"""Where results and errors go: files that cannot be written, terminals, words and plurals of both languages."""
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import time

from harness import BIN, ROOT, Centre, environment, main, visit

LONG = "Z" * 5000


class Outputs(Centre):
    demo = ("--seed", "1", "--customers", "40", "--days", "1", "--visits", "2")

    def issued(self):
        done = self.ctl("--json", "serve", "-", user="clerk1", stdin=visit())
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["receipt"]

    def acts(self, beginning):
        done = self.ctl("--json", "audit", "list", "--act", beginning, user="owner")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def copies(self, number):
        return json.loads(self.ctl("--json", "receipt", "show", number, user="owner").stdout)["copies"]

    def test_an_act_that_was_mistyped_is_not_an_empty_record(self):
        for act in ("zzz", "receit."):
            self.refused(self.ctl("audit", "list", "--act", act, user="owner"), 1, "ctl.no-act")
        self.assertEqual(self.ctl("audit", "list", "--act", "backup.", user="owner").returncode, 0)

    def test_a_copy_that_cannot_be_made_is_not_counted(self):
        number = self.issued()
        for place in ("/no/such/folder/copy.pdf", self.folder):
            with self.subTest(place=place):
                done = self.ctl("receipt", "render", number, "--output", place, user="owner")
                self.refused(done, 3, "ctl.cannot-write")
                self.assertIn(str(place), done.stderr.decode())
        self.assertEqual(self.copies(number), 0)

    def test_a_copy_that_failed_after_it_was_counted_is_in_the_record(self):
        number = self.issued()
        done = self.ctl("receipt", "render", number, "--output", "/dev/full", user="owner")
        self.refused(done, 3, "ctl.copy-failed")
        self.assertEqual(self.copies(number), 1)
        self.assertEqual(self.acts("receipt.copy-failed")[0]["payload"]["copy"], 1)
        self.assertEqual(self.ctl("verify").returncode, 0)

    def test_acts_have_names_in_the_table_and_keys_in_json(self):
        self.issued()
        for arguments, name in ((("--act", "receipt.issued"), "Receipt issued"),
                                (("--lang", "ar", "--act", "Receipt issued"), "إصدار إيصال"),
                                (("--act", "اصدار ايصال"), "Receipt issued")):
            with self.subTest(arguments=arguments):
                table = self.ctl("audit", "list", *arguments, user="owner").stdout.decode()
                self.assertIn(name, table)
                self.assertNotIn("receipt.issued", table)
        self.assertEqual({line["act"] for line in self.acts("receipt issued")}, {"receipt.issued"})
        key = re.compile(r"(?:^|  )[a-z][a-z-]*\.[a-z][a-z-]*(?:  |$)", re.M)
        for language in ("ar", "en"):
            table = self.ctl("--lang", language, "audit", "list", "--limit", "1000", user="owner").stdout.decode()
            self.assertGreater(table.count("\n"), 20)
            self.assertIsNone(key.search(table))

    def test_serve_does_a_childs_visit_and_warns_that_no_guardian_has_consented(self):
        line = visit(tag="v-9", customer={"civil_number": "87654329", "name_ar": "زهران بن نبهان الكندي",
                                          "phone": "+96892345678", "birth_date": f"{time.gmtime().tm_year - 9}-01-01"})
        done = self.ctl("--json", "serve", "-", user="clerk1", stdin=line)
        self.assertEqual(done.returncode, 0, done.stderr)
        answer = json.loads(done.stdout)
        self.assertEqual([warning["code"] for warning in answer["warnings"]], ["visit.no-guardian"])
        done = self.ctl("serve", "-", user="clerk1", stdin=line)
        self.assertRegex(done.stdout.decode(), r"^RECEIPT C1-\d{6} v-9\n$")
        self.assertRegex(done.stderr.decode(), r"^Warning: line 1 \(v-9\): .*under 18.* \[visit\.no-guardian\]\n")
        self.assertNotIn("warnings", self.ctl("--json", "serve", "-", user="clerk1", stdin=visit()).stdout.decode())

    def test_serve_tries_its_folder_before_it_issues(self):
        before = len(self.acts("receipt.issued"))
        blocked = self.write("no-folder", "a file")
        done = self.ctl("serve", "-", "--receipts", blocked, user="clerk1", stdin=visit())
        self.refused(done, 3, "ctl.cannot-write")
        self.assertEqual(len(self.acts("receipt.issued")), before)

    def test_a_pipe_that_nobody_reads_is_refused_and_not_waited_for(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        number = self.issued()
        for words in (("receipt", "render", number), ("report", "day", "--format", "pdf"), ("support", "bundle")):
            with self.subTest(words=words):
                output = ("--output", pipe) if words[0] != "support" else (pipe,)
                self.refused(self.ctl(*words, *output, user="owner"), 3, "ctl.pipe-unread")
        self.assertEqual(self.copies(number), 0)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)
        done = self.ctl("report", "day", "--format", "csv", "--output", pipe, user="owner")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b",", os.read(reader, 65536))

    def test_a_receipt_follows_no_link_out_of_its_folder(self):
        folder, letter = self.folder / "linked", self.folder / "letter.txt"
        folder.mkdir()
        letter.write_bytes(b"not ours")
        series, last = self.issued().split("-")
        (folder / f"{series}-{int(last) + 1:06}.pdf").symlink_to(letter)
        done = self.ctl("serve", "-", "--receipts", folder, user="clerk1", stdin=visit())
        self.assertEqual((done.returncode, b"[ctl.receipt-unprinted]" in done.stderr), (3, True), done.stderr)
        self.assertEqual(letter.read_bytes(), b"not ours")
        (folder / ".receipts").symlink_to(letter)
        before = len(self.acts("receipt.issued"))
        done = self.ctl("serve", "-", "--receipts", folder, user="clerk1", stdin=visit())
        self.refused(done, 1, "storage.output-link")
        self.assertEqual(len(self.acts("receipt.issued")), before)

    def test_a_receipt_whose_file_failed_is_told_apart_from_a_refused_line(self):
        folder = self.folder / "receipts"
        with subprocess.Popen([BIN / "sanadctl", "--data", self.data, "--as", "clerk1", "--counter", "C1", "serve", "-",
                               "--receipts", folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env=environment(SANAD_PASSWORD="demo-clerk1")) as serving:
            serving.stdin.write(visit(tag="one"))
            serving.stdin.flush()
            self.assertRegex(serving.stdout.readline().decode(), r"^RECEIPT C1-\d{6} one\n$")
            while not list(folder.glob("*.pdf")):
                pass
            shutil.rmtree(folder)
            folder.write_bytes(b"in the way")
            out, told = serving.communicate(visit(tag="two") + visit(tag="three"), timeout=60)
        number = re.fullmatch(r"RECEIPT (C1-\d{6}) two\n", out.decode()).group(1)
        self.assertEqual(serving.returncode, 3)
        self.assertIn("[ctl.receipt-unprinted]", told.decode())
        self.assertIn(f"receipt render {number}", told.decode())
        self.assertEqual(self.copies(number), 0)

    def test_a_full_disk_leaves_the_older_file(self):
        outputs = self.folder / "outputs"
        outputs.mkdir()
        span = ("--from", "2020-01-01", "--to", "2030-01-01")
        commands = [("report", *which, "--format", form, "--output") for which in (("day",), ("vat", *span))
                    for form in ("text", "csv", "json", "xlsx", "pdf")] + [("support", "bundle")]
        for words in commands:
            for there in (False, True):
                with self.subTest(words=words, there=there):
                    file = outputs / "file"
                    file.unlink(missing_ok=True)
                    if there:
                        file.write_bytes(b"older")
                    done = self.ctl(*words, file, user="owner", variables={
                        "LD_PRELOAD": str(BIN.parent / "lib" / "libsanad_faults.so"),
                        "SANAD_FAULT_UNDER": str(outputs), "SANAD_FAULT": "full:1"})
                    self.refused(done, 3, "ctl.cannot-write")
                    self.assertIn(str(file), done.stderr.decode())
                    self.assertEqual([each.read_bytes() for each in outputs.iterdir()], [b"older"] * there)
            done = self.ctl(*words, file, user="owner")
            self.assertEqual((done.returncode, file.stat().st_size > 20), (0, True), done.stderr)

    def test_a_restriction_and_its_end_are_told_with_the_same_members(self):
        customer = json.loads(self.ctl("--json", "customer", "find", "محمد", user="owner").stdout.splitlines()[0])["id"]
        for words, restricted in (([], True), (["--lift"], False)):
            done = self.ctl("--json", "privacy", "restrict", customer, *words, user="owner")
            self.assertEqual(json.loads(done.stdout),
                             {"customer": customer, "restricted": restricted, "being_sent": 0}, done.stderr)

    def test_who_may_not_close_a_day_hears_which_permission_that_needs(self):
        for words in (("day", "close"), ("day", "close", "2026-01-01")):
            told = json.loads(self.ctl("--json", *words, user="clerk1").stderr)["error"]
            self.assertEqual((told["code"], told["args"]), ("gate.denied", ["day.close"]))

    def test_a_receipt_is_tried_with_the_key_whose_fingerprint_is_printed(self):
        code = self.ctl("receipt", "show", self.issued(), user="owner").stdout.decode().splitlines()[-1]
        printed = re.search("Signing key: (.*)", self.ctl("verify").stdout.decode()).group(1)
        for key in (printed, printed.replace(" ", "").upper()):
            done = self.ctl("receipt", "verify", code, "--key", key)
            self.assertEqual(done.returncode, 0, done.stderr)
        self.refused(self.ctl("receipt", "verify", code, "--key", "0" * 32), 2, "ctl.key")
        self.assertEqual(self.ctl("receipt", "verify", code, "--key", "0" * 64).returncode, 1)

    def test_the_reference_of_a_breach_is_read_from_standard_input(self):
        number = json.loads(self.ctl("--json", "privacy", "breach", "record", "a lost stick", user="owner").stdout)["number"]
        done = self.ctl("--json", "privacy", "breach", "change", str(number), "--now", "reported", "--reference", "-",
                        user="owner", stdin=b"MTCIT-17\n")
        self.assertEqual((done.returncode, json.loads(done.stdout)["reference"]), (0, "MTCIT-17"), done.stderr)

    def test_a_day_to_come_has_no_report(self):
        for words in (["report", "day", "2099-01-01"], ["report", "day", "2099-01-01", "--lang", "ar"]):
            self.refused(self.ctl(*words, user="owner"), 1, "reports.future-day")

    def test_a_pack_of_a_day_to_come_is_told_with_its_day(self):
        source, file = self.folder / "pack-source", self.folder / "later.sanadpack"
        shutil.copytree(ROOT / "resources/pack", source)
        manifest = json.loads((source / "manifest.json").read_text())
        manifest |= {"version": manifest["version"] + 1, "valid_from": "2099-01-01"}
        (source / "manifest.json").write_text(json.dumps(manifest))
        subprocess.run([BIN / "sanad-pack-tool", source, file], check=True, capture_output=True, env=environment())
        self.refused(self.ctl("pack", "apply", file, user="owner"), 1, "pack.untrusted")
        self.assertEqual(self.ctl("pack", "trust", file, "--name", "Demonstrations", user="owner").returncode, 0)
        for already in (False, True):
            with self.subTest(already=already):
                done = self.ctl("pack", "apply", file, user="owner")
                self.assertIn(b"2099-01-01", done.stdout)
                self.assertIn(b"stands from that day on", done.stdout)
                told = json.loads(self.ctl("--json", "pack", "apply", file, user="owner").stdout)
                self.assertEqual((told["already"], told["stands"]), (True, False))
        back = json.loads(self.ctl("--json", "pack", "rollback", manifest["pack"], user="owner").stdout)
        self.assertTrue(back["stands"])

    def test_errors_name_the_whole_path(self):
        for words in (["pack", "check", "/no/such/file.pack"], ["form", "check", "/no/such/schema", "-"],
                      ["receipt", "verify", "-"]):
            done = self.ctl(*words)
            if words[-1] != "-" or words[0] == "form":
                self.assertIn(words[2].encode(), done.stderr)
        done = self.ctl("report", "day", "--format", "csv", "--output", "/no/such/day.csv", user="owner")
        self.refused(done, 3, "ctl.cannot-write")
        self.assertIn(b"/no/such/day.csv", done.stderr)

    def test_a_stopped_demo_leaves_the_folder_as_it_was(self):
        for there in (False, True):
            with self.subTest(there=there):
                folder = self.folder / f"stopped-{there}"
                if there:
                    folder.mkdir()
                with subprocess.Popen([BIN / "sanadctl", "--data", folder, "demo", "--customers", "200", "--days", "9"],
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as making:
                    making.stderr.readline()
                    making.send_signal(signal.SIGINT)
                    out, told = making.communicate(timeout=60)
                self.assertEqual((making.returncode, out), (1, b""))
                self.assertIn(b"[demo.stopped]", told)
                self.assertEqual(folder.exists(), there)
                self.assertFalse(there and list(folder.iterdir()))

    def test_of_several_begun_at_once_one_centre_stands(self):
        folder = self.folder / "wanted"
        command = [BIN / "sanadctl", "--data", folder, "demo", "--customers", "20", "--days", "0"]
        several = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
                   for _ in range(4)]
        codes = [each.wait(timeout=60) for each in several]
        self.assertEqual(codes.count(0), 1, codes)
        self.assertEqual(self.ctl("verify", data=folder).returncode, 0)

    def test_bytes_are_not_for_a_terminal(self):
        ours, theirs = pty.openpty()
        try:
            done = subprocess.run([BIN / "sanadctl", "--data", self.data, "--as", "owner", "report", "day", "--format",
                                   "pdf"], stdout=theirs, stderr=subprocess.PIPE,
                                  env=environment(SANAD_PASSWORD="demo-owner"))
        finally:
            os.close(theirs)
            os.close(ours)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"[ctl.output-terminal]", done.stderr)
        self.assertTrue(self.ctl("report", "day", "--format", "pdf", user="owner").stdout.startswith(b"%PDF"))

    def test_permissions_have_names(self):
        for language, name in (("en", "Manage staff and permissions"), ("ar", "إدارة الموظفين والصلاحيات")):
            done = self.ctl("--lang", language, "staff", "list", user="clerk1")
            self.refused(done, 1, "gate.denied")
            self.assertIn(name, done.stderr.decode())
            self.assertNotIn("staff.manage", done.stderr.decode())
        told = json.loads(self.ctl("--json", "staff", "list", user="clerk1").stderr)
        self.assertEqual(told["error"]["args"], ["staff.manage"])

    def test_what_was_typed_comes_back_in_part(self):
        for words, user in ((["ticket", "issue", LONG], "owner"), (["report", "day", LONG], "owner"),
                            (["verify", "--key", LONG], None), ([LONG], None), (["pack", "check", LONG], None),
                            (["receipt", "show", LONG], "owner"), (["shift", "open", "--float", LONG], "owner")):
            for form in ([], ["--json"]):
                with self.subTest(words=words[:2], form=form):
                    done = self.ctl(*form, *words, user=user)
                    self.assertNotEqual(done.returncode, 0)
                    longest = max(re.findall(rb"Z+", done.stderr) or [b""], key=len)
                    self.assertLessEqual(len(longest), 80)
        self.refused(self.ctl("ticket", "issue", "Z" * 20_000, user="owner"), 2, "ctl.argument-too-long")

    def test_numbers_go_with_their_words(self):
        made = {}
        for customers in (1, 3):
            for language in ("en", "ar"):
                folder = self.folder / f"plural-{customers}-{language}"
                done = subprocess.run([BIN / "sanadctl", "--data", folder, "--lang", language, "demo", "--customers",
                                       str(customers), "--days", "0"], capture_output=True, env=environment())
                made[customers, language] = done.stdout.decode().splitlines()[0]
        self.assertEqual(made[1, "en"], "1 customer, 0 visits, 0 days closed")
        self.assertEqual(made[3, "en"], "3 customers, 0 visits, 0 days closed")
        self.assertEqual(made[1, "ar"], "عميل واحد، لا زيارات، لا أيام مقفلة")
        self.assertEqual(made[3, "ar"], "3 عملاء، لا زيارات، لا أيام مقفلة")

    def test_names_that_only_sound_alike_are_marked(self):
        found = [json.loads(line)
                 for line in self.ctl("--json", "customer", "find", "salim", user="owner").stdout.splitlines()]
        self.assertTrue(any(not row["sounds_alike"] for row in found))
        for typed in ("salm", "qqqq"):
            alike = self.ctl("--json", "customer", "find", typed, user="owner").stdout.splitlines()
            self.assertTrue(0 < len(alike) <= 5)
            self.assertTrue(all(json.loads(row)["sounds_alike"] for row in alike))
        self.refused(self.ctl("customer", "find", " ", user="owner"), 2, "ctl.find-nothing")

    def test_breaches_have_a_text_for_people_and_one_for_machines(self):
        copy = self.folder / "broken-copy"
        shutil.copytree(self.data, copy)
        subprocess.run(["sqlite3", copy / "sanad.db", "DROP TRIGGER receipt_no_update"], check=False)
        found = [json.loads(line) for line in self.ctl("--json", "--lang", "ar", "verify", data=copy).stdout.splitlines()]
        self.assertTrue(found)
        self.assertRegex(found[0]["what"], "^[ -~]+$")
        self.assertRegex(found[0]["text"], "[ء-ي]")


if __name__ == "__main__":
    main()
