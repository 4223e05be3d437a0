#!/usr/bin/env python3
"""Whatever is wrong with the input: a sentence, a stable code, the right exit code, and nothing changed."""
import contextlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import threading

from harness import BIN, Centre, environment, main, visit, visits


class BadInput(Centre):
    def rows(self):
        with contextlib.closing(sqlite3.connect(f"file:{self.data}/sanad.db?mode=ro", uri=True)) as db:
            return [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                    for table in ("receipt", "customer", "service_transaction", "outbox")]

    def test_command_line(self):
        for words, exit_code, code in (
                ([], 2, "ctl.usage"), (["fly"], 2, "ctl.usage"), (["ticket"], 2, "ctl.usage"),
                (["ticket", "list"], 2, "ctl.no-user"), (["--lang", "fr", "verify"], 2, "ctl.usage"),
                (["verify", "--key", "abc"], 2, "ctl.known-key"), (["verify", "--key", "0" * 32], 1, None),
                (["pack", "check", "/no/such/file"], 3, "ctl.cannot-read"),
                (["pack", "check", "/"], 3, "ctl.cannot-read"),
                (["receipt", "verify", "hello"], 4, "receipts.qr-format"),
                (["receipt", "verify", "hello", "--key", "00"], 2, "ctl.key")):
            with self.subTest(words=words):
                done = self.ctl(*words)
                if code:
                    self.refused(done, exit_code, code)
                self.assertEqual(done.returncode, exit_code)

    def test_help(self):
        for words, says in (([], b"ticket"), (["ticket"], b"requeue"), (["ticket", "--lang", "ar"], "تذكرة".encode())):
            with self.subTest(words=words):
                self.refused(self.ctl(*words), 2, "ctl.usage")
                self.assertIn(says, self.ctl(*words).stderr)
                asked = self.ctl(*words, "--help")
                self.assertEqual((asked.returncode, asked.stderr), (0, b""))
                self.assertIn(says, asked.stdout)
        arabic = self.ctl("ticket", "issue", "--lang", "ar", "--help").stdout.decode()
        self.assertNotRegex(arabic, r"(?m)^[A-Z]\w+:")

    def test_arabic(self):
        """Whatever people read is Arabic; only codes, names and what was typed is not."""
        for words in (["ticket", "list"], ["transaction", "list", "--limit", "3"], ["sync", "status"], ["report", "day"]):
            with self.subTest(words=words):
                done = self.ctl("--lang", "ar", *words, user="owner")
                self.assertEqual(done.returncode, 0, done.stderr)
                first = done.stdout.decode().splitlines()[:1]
                self.assertFalse(re.search("[a-z]{3}", "".join(first)), first)

    def test_interrupted(self):
        with subprocess.Popen([BIN / "sanadctl", "--data", self.data, "--as", "clerk1", "--counter", "C1", "serve", "-"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=environment(SANAD_PASSWORD="demo-clerk1")) as waiting:
            waiting.stdin.write(visit(tag="before"))
            waiting.stdin.flush()
            self.assertTrue(waiting.stdout.readline().startswith(b"RECEIPT "))
            waiting.send_signal(signal.SIGINT)
            self.assertEqual(waiting.wait(timeout=20), 1)
            told = waiting.stderr.read().decode()
            self.assertIn("[ctl.serve-interrupted]", told)
            self.assertRegex(told, r"after line 1\b.*from line 2 on")
        with subprocess.Popen([BIN / "sanadctl", "--data", self.data, "--as", "clerk1", "--counter", "C1", "serve", "-"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=environment(SANAD_PASSWORD="demo-clerk1")) as serving:
            writer = threading.Thread(target=self.feed, args=(serving, b"".join(visits(300))))
            writer.start()
            serving.stdout.readline()
            serving.send_signal(signal.SIGINT)
            out, told = serving.stdout.read(), serving.stderr.read().decode()
            self.assertEqual(serving.wait(timeout=20), 1)
            writer.join()
        last = int(re.search(r"after line (\d+)\b", told).group(1))
        refused = len(re.findall(r"(?m)^line \d+ .*\[", told))
        self.assertEqual(1 + out.count(b"RECEIPT ") + refused, last, told)
        self.assertIn(f"from line {last + 1} on", told)

    @staticmethod
    def feed(process, content):
        with contextlib.suppress(BrokenPipeError, ValueError):
            process.stdin.write(content)
            process.stdin.close()

    def test_a_password_that_is_no_text_is_not_guessed_at(self):
        bytes_alone = "\udcff" * 8
        self.refused(self.ctl("ticket", "list", user="clerk1", password=bytes_alone), 2, "ctl.secret-encoding")
        given = {"SANAD_NEW_PASSWORD": bytes_alone, "SANAD_NEW_PIN": "2468"}
        self.refused(self.ctl("staff", "reset", "clerk1", user="owner", variables=given), 2, "ctl.secret-encoding")

    def test_arguments(self):
        for words, exit_code, code in (
                (["transaction", "list", "--state", "lost"], 2, "ctl.state"),
                (["transaction", "list", "--from", "21/11/2026"], 2, "ctl.day"),
                (["transaction", "list", "--from", "2026-11-02", "--to", "2026-11-01"], 1, "reports.period"),
                (["transaction", "show", "T-999999"], 1, "transaction.not-found"),
                (["shift", "open", "--float", "1.2345"], 2, "ctl.amount"),
                (["shift", "close", "--count", "5000"], 2, "cash.count-text"),
                (["receipt", "show", "C1-999999"], 1, "receipts.unknown"),
                (["ticket", "issue", "Z"], 1, "queue.no-line"),
                (["ticket", "list", "--line", "Z"], 1, "queue.no-line"),
                (["sync", "retry", "--channel", "nowhere"], 1, "sync.channel-unknown"),
                (["sync", "channel", "x", "--connector", "nobody", "--settings", self.write("settings", "{}")], 1,
                 "sync.connector-unknown"),
                (["sync", "remove", "nowhere"], 1, "sync.no-channel"),
                (["transaction", "list", "--service", "NO-SUCH"], 1, "ctl.no-service"),
                (["report", "vat", "--from", "2026-11-02", "--to", "2026-11-01"], 1, "reports.period"),
                (["report", "day", "--format", "xlsx"], 2, "ctl.output-missing"),
                (["report", "day", "yesterday"], 2, "ctl.day"),
                (["customer", "find", "a\u202eb"], 2, "ctl.argument-control"),
                (["pack", "check", "a\x1bb"], 2, "ctl.argument-control"),
                (["sync", "retry", "--channel", ""], 2, "ctl.argument-empty"),
                (["ticket", "issue", b"A\xff"], 2, "ctl.argument-encoding"),
                (["privacy", "notice", "--output", "/no/such/notice.pdf"], 3, "ctl.cannot-write"),
                (["privacy", "record", "--output", "/"], 3, "ctl.cannot-write"),
                (["privacy", "retention", "--months", "3", "--code", "no-such-paper"], 1, "privacy.no-paper"),
                (["serve", "/no/such/file"], 3, "ctl.cannot-read"),
                (["backup", "verify", "/no/such/file"], 3, "ctl.cannot-read"),
                (["backup", "restore", "/no/such/file"], 3, "ctl.cannot-read"),
                (["backup", "verify", self.folder], 3, "ctl.cannot-read"),
                (["import", "customers", "/no/such/file"], 3, "import.cannot-open"),
                (["import", "customers", "/dev/zero"], 4, "import.not-a-file")):
            with self.subTest(words=words):
                done = self.ctl(*words, user="owner")
                self.refused(done, exit_code, code)
                if code == "ctl.cannot-read":
                    self.assertIn(str(words[-1]), done.stderr.decode())

    def test_sign_in(self):
        self.refused(self.ctl("ticket", "list", user="inspector", password="wrong"), 1, "sign-in.wrong")
        self.refused(self.ctl("ticket", "list", user="nobody", password="demo-owner"), 1, "sign-in.wrong")
        self.refused(self.ctl("ticket", "list", "--counter", "C9", user="owner"), 2, "ctl.usage")
        done = subprocess.run([BIN / "sanadctl", "--data", self.data, "--as", "owner", "--counter", "C9", "ticket", "list"],
                              capture_output=True, env=environment(SANAD_PASSWORD="demo-owner"))
        self.refused(done, 1, "ctl.no-counter")
        self.assertIn(b"C1, C2", done.stderr)
        self.refused(self.ctl("ticket", "list", "--as", "owner"), 2, "ctl.no-password")
        done = self.ctl("day", "close", user="clerk1")
        self.refused(done, 1, "gate.denied")

    def test_data(self):
        self.refused(self.ctl("verify", data=self.folder / "nowhere"), 3, "storage.not-found")
        self.refused(subprocess_without_data(), 2, "ctl.no-data")
        self.refused(self.ctl("demo", *self.demo), 1, "people.already-set-up")
        broken = self.folder / "broken"
        broken.mkdir(exist_ok=True)
        (broken / "sanad.db").write_bytes(b"this is no database" * 100)
        self.refused(self.ctl("verify", data=broken), 3, "storage.damaged")
        (broken / "sanad.db").write_bytes(b"")
        self.refused(self.ctl("verify", data=broken), 3, "storage.no-centre")
        self.refused(self.ctl("ticket", "list", "--as", "owner", data=broken), 3, "storage.no-centre")
        self.assertEqual((broken / "sanad.db").stat().st_size, 0)

    def test_verify_of_what_may_only_be_read(self):
        """A copy on a stick, by somebody who cannot write it; with a log that waits to be taken in, and without."""
        for log in (False, True):
            with self.subTest(log=log):
                copy = self.folder / f"copy-{log}"
                copy.mkdir()
                with contextlib.closing(sqlite3.connect(self.data / "sanad.db")) as db:
                    db.execute("PRAGMA wal_autocheckpoint = 0")
                    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                    if log:  # which ends as it began: verify knows every table
                        db.execute("CREATE TABLE beside (id INTEGER)")
                        db.execute("DROP TABLE beside")
                        db.commit()
                        self.assertGreater((self.data / "sanad.db-wal").stat().st_size, 0)
                    for name in ("sanad.db", "sanad.db-wal") if log else ("sanad.db",):
                        shutil.copy(self.data / name, copy)
                for path in [*copy.iterdir(), copy, self.folder]:
                    path.chmod(0o555 if path.is_dir() else 0o444)
                self.folder.chmod(0o755)
                other = {"user": 65534, "group": 65534} if os.geteuid() == 0 else {}
                done = subprocess.run([BIN / "sanadctl", "--data", copy, "verify"], capture_output=True,
                                      env=environment(HOME="/"), cwd="/", **other)
                self.assertEqual((done.returncode, done.stderr), (0, b""), done.stdout)
                copy.chmod(0o755)
                self.assertEqual({path.name for path in copy.iterdir()} - {"sanad.db-wal"}, {"sanad.db"})

    def test_refused_centre_leaves_nothing(self):
        folder = self.folder / "new"
        for words in (["init", "--as", "owner", "--name-ar", "مركز", "--licence", "1", "--owner-ar", "أحمد"],
                      ["demo", "--customers", "999999999"]):
            done = subprocess.run([BIN / "sanadctl", "--data", folder, *words], capture_output=True,
                                  env=environment(SANAD_PASSWORD="short", SANAD_PIN="1234"))
            self.assertEqual((done.returncode, done.stdout, folder.exists()), (1, b"", False), done.stderr)

    def test_a_vat_number_without_its_first_day_is_told_to_charge_nothing(self):
        done = self.ctl("init", "--as", "owner", "--name-ar", "مركز", "--licence", "1", "--owner-ar", "أحمد", "--vatin",
                        "OM1100000001", data=self.folder / "unregistered",
                        variables={"SANAD_PASSWORD": "quiet-harbour-7", "SANAD_PIN": "739154"})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("no VAT is charged", done.stderr.decode())

    def test_a_refused_centre_leaves_the_folder_as_it_was(self):
        folder = self.folder / "held"
        folder.mkdir()
        (folder / "note").write_text("mine")
        good = {"--as": "owner", "--name-ar": "مركز", "--licence": "1", "--owner-ar": "أحمد"}
        for changed, exit_code, code in (
                ({"--wilayat": "NOWHERE"}, 1, "settings.wilayat"), ({"--licence": "abc"}, 2, "ctl.licence"),
                ({"--vat-since": "2026-01-01"}, 1, "settings.vatin"), ({"--counters": "c1,c1"}, 1, "settings.counter-exists"),
                ({"--phone": "1"}, 1, "settings.phone")):
            with self.subTest(changed=changed):
                words = [word for pair in {**good, **changed}.items() for word in pair]
                done = self.ctl("init", *words, data=folder, variables={"SANAD_PASSWORD": "quiet-harbour-7",
                                                                        "SANAD_PIN": "739154"})
                self.refused(done, exit_code, code)
                self.assertEqual([each.name for each in folder.iterdir()], ["note"])
        # What only shows while it is made: no disk for it.
        words = [word for pair in good.items() for word in pair]
        done = self.ctl("init", *words, data=folder, variables={
            "SANAD_PASSWORD": "quiet-harbour-7", "SANAD_PIN": "739154", "SANAD_FAULT": "full:40",
            "LD_PRELOAD": str(BIN.parent / "lib" / "libsanad_faults.so"), "SANAD_FAULT_UNDER": str(folder)})
        self.assertEqual((done.returncode, done.stdout), (3, b""), done.stderr)
        self.assertEqual([each.name for each in folder.iterdir()], ["note"])

    def test_an_empty_text_takes_a_value_away(self):
        found = self.ctl("--json", "customer", "find", "salim", user="owner").stdout.splitlines()
        customer = json.loads(found[0])["id"]
        change = lambda *words: self.ctl("--json", "customer", "change", customer, *words, user="owner")
        self.assertEqual(json.loads(change("--email", "a@example.om").stdout)["email"], "a@example.om")
        done = change("--email", "")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse(json.loads(done.stdout).get("email"))
        self.refused(self.ctl("customer", "change", customer, "--number", "", user="owner"), 2, "ctl.argument-empty")
        self.refused(self.ctl("customer", "find", "", user="owner"), 2, "ctl.argument-empty")

    def test_a_visit_without_a_counter_is_where_its_clerk_works(self):
        line = json.loads(visit())
        line.pop("counter", None)
        serve = lambda *words: self.ctl("--as", "clerk2", *words, "serve", "-", stdin=json.dumps(line).encode(),
                                        variables={"SANAD_PASSWORD": "demo-clerk2"})
        self.ctl("--as", "clerk2", "--counter", "C1", "ticket", "list", variables={"SANAD_PASSWORD": "demo-clerk2"})
        for language, says in (("en", r"names no counter.*There are: C1, C2"), ("ar", r"لا تذكر الزيارة شباكًا.*C1, C2")):
            done = serve("--lang", language)
            self.refused(done, 1, "visit.counter-missing")
            self.assertRegex(done.stderr.decode(), says)
        told = json.loads(serve("--json").stdout)["error"]
        self.assertEqual((told["code"], told["pointer"]), ("visit.counter-missing", "/counter"))
        opened = self.ctl("--as", "clerk2", "--counter", "C2", "shift", "open", variables={"SANAD_PASSWORD": "demo-clerk2"})
        self.assertEqual(opened.returncode, 0, opened.stderr)
        self.assertRegex(serve().stdout.decode(), r"^RECEIPT C2-\d{6} ")

    def test_a_pattern_that_is_too_costly_is_named_and_not_the_answer(self):
        schema = self.write("costly.json", '{"properties":{"a":{"pattern":"^(a+)+$"}}}')
        done = self.ctl("form", "check", schema, "-", stdin=json.dumps({"a": "a" * 40 + "b"}).encode())
        self.refused(done, 4, "form.pattern-costly")
        self.assertIn("/properties/a/pattern", done.stderr.decode())
        self.assertTrue(done.stderr.decode().startswith(str(schema)))

    def test_a_drawer_needs_a_counter(self):
        done = self.ctl("--as", "owner", "shift", "close", "--count", "5000=1", variables={"SANAD_PASSWORD": "demo-owner"})
        self.refused(done, 1, "cash.no-counter")

    def test_data_in_use(self):
        with subprocess.Popen([BIN / "sanadctl", "--data", self.data, "--as", "clerk1", "--counter", "C1", "serve", "-"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              env=environment(SANAD_PASSWORD="demo-clerk1")) as holder:
            holder.stdin.write(visit(tag="first"))
            holder.stdin.flush()
            self.assertTrue(holder.stdout.readline().startswith(b"RECEIPT "))
            self.refused(self.ctl("ticket", "list", user="owner"), 3, "storage.in-use")
            self.assertEqual(self.ctl("verify").returncode, 0)
            holder.send_signal(signal.SIGINT)
            holder.stdin.close()
        self.assertEqual(self.ctl("ticket", "list", user="owner").returncode, 0)

    def test_form_check(self):
        good = self.write("good.json", '{"properties":{"a":{"type":"integer"}}}')
        for name, content, code in (
                ("syntax", b"{", "json.syntax"), ("twice", b'{"a":1,"a":2}', "json.duplicate-key"),
                ("utf8", b'"\xff"', "json.utf8"), ("surrogate", b'"\\ud800"', "json.surrogate"),
                ("deep", b"[" * 100_000, "json.too-deep"), ("number", b"1e999", "json.number"),
                ("empty", b"", "json.syntax"), ("large", b" " * (4 * 1024 * 1024 + 1), "ctl.file-too-large")):
            with self.subTest(name=name):
                bad = self.write(name, content)
                self.refused(self.ctl("form", "check", good, bad), 4, code)
                self.refused(self.ctl("form", "check", bad, good), 4, code)
        for schema, code in (
                (b'{"$ref":"#/definitions/gone"}', "schema.ref-missing"), (b'{"$ref":"#"}', "schema.endless"),
                (b'{"$ref":"http://example.com/a"}', "schema.ref-outside"), (b'{"type":"word"}', "schema.keyword"),
                (b'{"pattern":"("}', "schema.pattern"), (b"7", "schema.not-schema"),
                (b'{"$schema":"http://json-schema.org/draft-04/schema#"}', "schema.draft")):
            with self.subTest(schema=schema):
                self.refused(self.ctl("form", "check", self.write("schema", schema), good), 4, code)
        self.assertEqual(self.ctl("form", "check", good, self.write("right", b'{"a":1}')).returncode, 0)
        done = self.ctl("--json", "form", "check", good, self.write("wrong", b'{"a":"x"}'))
        fault = json.loads(done.stdout)
        self.assertEqual((done.returncode, fault["pointer"], fault["key"]), (1, "/a", "form.type"))

    def test_nasty_schemas(self):
        """Whatever a schema or an answer is made of, the answer is right or none, and comes soon."""
        doubling = {f"a{i}": {"allOf": [{"$ref": f"#/definitions/a{i + 1}"}] * 2} for i in range(40)}
        tree = {"definitions": {"n": {"properties": {"c": {"$ref": "#/definitions/n"}, "v": {"type": "integer"}}}},
                "$ref": "#/definitions/n"}
        circle = {"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}},
                  "$ref": "#/definitions/a"}
        hidden = {"definitions": {"a": {"allOf": [{"$ref": "#/definitions/a"}]}}, "allOf": [{"$ref": "#/definitions/a"}]}
        for name, schema, data, exit_code in (
                ("a circle", circle, {}, 4), ("a circle within allOf", hidden, 1, 4),
                ("a tree", tree, {"c": {"c": {"v": 1}}}, 0), ("a wrong tree", tree, {"c": {"c": {"v": "x"}}}, 1),
                ("doubling", {"definitions": dict(doubling, a40={"type": "integer"}), "$ref": "#/definitions/a0"}, 1, 4),
                ("a slow pattern", {"pattern": "^(a+)+$"}, "a" * 40 + "b", 4),
                ("long Arabic", {"pattern": "^[ء-ي ]+$"}, "سالم " * 100_000, 0),
                ("many fields", {"properties": {f"p{i}": {"type": "integer"} for i in range(5000)}}, {"p7": "x"}, 1),
                ("many answers", {"uniqueItems": True}, list(range(20_000)), 0),
                ("one of many twice", {"uniqueItems": True}, [*range(20_000), 7.0], 1),
                ("a $ref that is data", {"enum": [{"$ref": "#/nowhere"}]}, {"$ref": "#/nowhere"}, 0),
                ("exact numbers", {"maximum": 2**53}, 2**53 + 1, 1), ("tenths", {"multipleOf": 0.1}, 0.3, 0),
                ("one and true", {"uniqueItems": True}, [1, True], 0), ("code points", {"maxLength": 2}, "😀😀", 0)):
            with self.subTest(name=name):
                done = self.ctl("form", "check", self.write("schema", json.dumps(schema, ensure_ascii=False)),
                                self.write("data", json.dumps(data, ensure_ascii=False)), timeout=60)
                self.assertEqual(done.returncode, exit_code, done.stderr)
        for deep in (b'{"not":' * 5000 + b"{}" + b"}" * 5000, b"[" * 100_000):
            self.refused(self.ctl("form", "check", self.write("deep", deep), self.write("data", "{}"), timeout=60), 4,
                         "json.too-deep")

    def test_serve_goes_on_and_changes_nothing(self):
        person = json.loads(visit())["customer"]
        lines = [
            (b"{", "json.syntax"), (b'{"a":1,"a":2}\n', "json.duplicate-key"), (b'{"tag":"\xff"}', "json.utf8"),
            (visit(unknown=1), "visit.unknown-field"), (visit(items=[]), "visit.no-items"), (b"[]", "visit.not-an-object"),
            (b"5", "visit.not-an-object"),
            (visit(customer=dict(person, name_ar="سالم\u202eحمد")), "text.bidi"),
            (visit(items=[{"service": "NO-SUCH", "form": {}}]), "visit.no-service"),
            (visit(items=[{"service": "ROP-VEH-RENEW", "form": {"engine_class": "MOON"}}]), "visit.form"),
            (visit(payments=[{"tender": "cash", "baisa": 1}]), "visit.underpaid"),
            (visit(payments=[{"tender": "shells", "baisa": 1}]), "visit.choice"),
            (b'{"tag":"' + b"x" * (1024 * 1024) + b'"}', "json.too-large"),
        ]
        before = self.rows()
        text = b"\n".join(line.strip() for line, _ in lines) + b"\n"
        done = self.ctl("--json", "serve", "-", user="clerk1", stdin=text)
        told = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual([row["error"]["code"] for row in told], [code for _, code in lines])
        self.assertEqual(self.rows(), before)
        for row in told:
            self.assertTrue(row["error"]["happened"] and row["error"]["todo"])
            self.assertNotIn("field of the visit  ", row["error"]["happened"])
        hidden = next(row["error"] for row in told if row["error"]["code"] == "text.bidi")
        self.assertEqual((hidden["pointer"], hidden["kept"]), ("/customer/name_ar", "Nothing was changed."))
        self.assertEqual(json.loads(done.stderr), {"lines": len(lines), "completed": 0, "refused": len(lines)})

        human = self.ctl("serve", "-", user="clerk1", stdin=b'{"tag":"t-1"}\n' + visit(tag="t-2"))
        self.assertIn("line 1 (t-1): ", human.stderr.decode())
        self.assertRegex(human.stdout.decode(), r"^RECEIPT C1-\d{6} t-2\n$")
        self.assertEqual(human.returncode, 1)

    def test_serve_names_the_member_and_counts(self):
        person = json.loads(visit())["customer"]
        done = self.ctl("serve", "-", user="clerk1", stdin=visit(tag="t", customer=dict(person, name_ar="سالم\u202eحمد")))
        said = done.stderr.decode()
        self.assertIn("line 1 (t), /customer/name_ar: ", said)
        self.assertNotIn("field", said)
        self.assertIn("Lines read: 1. Visits completed: 0. Refused: 1.", said)
        blank = self.ctl("serve", "-", user="clerk1", stdin=b"   \n" * 500_000)
        self.assertEqual((blank.returncode, blank.stdout), (0, b""))
        self.assertIn("Lines read: 500000. Visits completed: 0.", blank.stderr.decode())

    def test_serve_says_what_is_wrong_where_and_what_could_stand_there(self):
        """Each refused line: its pointer, and the choices that there are."""
        good = json.loads(visit())["items"][0]
        copies = {"service": "OWN-COPY", "form": {"quantity": 1, "colour": "bw"}}
        def items(**changes):
            return [good, dict(good, **changes)]
        for line, pointer, said in (
                (visit(items=items(service="ROP-VEH-RENW")), "/items/1/service", "ROP-VEH-RENEW"),
                (visit(items=items(service="ROP-VEH-RENEW", form={"engine_class": "MOON"})), "/items/1/form/", "LT1500, LT3000"),
                (visit(items=items(documents=["deed"])), "/items/1/documents", "veh, ins, insp, fines0, id_or_rc"),
                (visit(items=items(extras=["none-such"])), "/items/1/extras/0", "Choose one of these: X1."),
                (visit(items=[good, dict(copies, documents=["deed"])]), "/items/1/documents", "no documents at all"),
                (visit(items=[good, dict(copies, extras=["none-such"])]), "/items/1/extras", "no extra fees at all"),
                (visit(items=items(fee_state="maybe")), "/items/1/fee_state", "unpaid, paid_unconfirmed, confirmed"),
                (visit(items=items(colour=1)), "/items/1/colour", "service, form, documents"),
                (visit(payments=[{"tender": "shells", "baisa": 1}]), "/payments/0/tender", "cash, card"),
                (visit(payments=[{"tender": "card", "baisa": 1}]), "/payments/0/approval_code", "no approval code"),
                (visit(payments=[{"baisa": 1}]), "/payments", "0.001 was paid of "),
                (visit(counter="C9"), "/counter", "C1, C2"),
                (visit(ticket="A-999"), "/ticket", "ticket"),
                (visit(customer={"civil_number": "42711216"}), "/customer/name_ar", "no name"),
                (visit(customer={"civil_number": "1x", "name_ar": "سالم بن حمد"}), "/customer/civil_number", "civil_number"),
                (visit(items=[]), "/items", "service")):
            with self.subTest(line=line):
                done = self.ctl("--json", "serve", "-", user="clerk1", stdin=line)
                error = json.loads(done.stdout)["error"]
                self.assertTrue(error.get("pointer", "").startswith(pointer), error)
                told = " ".join([error["happened"], error["todo"], *(fault["todo"] for fault in error.get("faults", []))])
                self.assertIn(said, told)
                for fault in error.get("faults", []):
                    self.assertTrue(fault["pointer"].startswith("/items/1/form/"), fault)
                human = self.ctl("serve", "-", user="clerk1", stdin=line).stderr.decode()
                self.assertIn(error["pointer"], human)
        self.assertNotIn("pointer", json.loads(self.ctl("--json", "serve", "-", user="clerk1", stdin=b"{").stdout)["error"])

    def test_a_consent_that_is_not_given_points_to_nothing_in_the_line(self):
        good = json.loads(visit())["items"][0]
        line = visit(items=[dict(good, discount_baisa=100, price_reason="known here")])
        asked = json.loads(self.ctl("--json", "serve", "-", user="clerk1", stdin=line).stdout)["error"]
        self.assertEqual((asked["code"], asked["pointer"]), ("approval.missing", "/items/0/discount_baisa"))
        done = self.ctl("--json", "--approve", "nobody", "serve", "-", user="clerk1", stdin=line,
                        variables={"SANAD_APPROVER_PIN": "000001"})
        error = json.loads(done.stdout)["error"]
        self.assertNotEqual(error["code"], "approval.missing")
        self.assertNotIn("pointer", error)

    def test_a_fault_of_a_form_is_told_by_serve_as_by_form_check(self):
        good = json.loads(visit())["items"][0]
        name = "x" * 100
        line = visit(items=[dict(good, form=dict(good["form"], **{name: 1}))])
        error = json.loads(self.ctl("--json", "serve", "-", user="clerk1", stdin=line).stdout)["error"]
        schema = self.write("closed.json", '{"properties":{},"additionalProperties":false}')
        checked = json.loads(self.ctl("--json", "form", "check", schema, self.write("more.json", json.dumps({name: 1}))).stdout)
        told = error["faults"][0]
        self.assertEqual(told, dict(checked, pointer=f"/items/0/form/{name}"))
        self.assertEqual(checked["pointer"], f"/{name}")

    def test_a_line_can_be_written_from_what_the_catalogue_shows(self):
        listed = [json.loads(line) for line in self.ctl("--json", "catalogue", "list", user="clerk1").stdout.splitlines()]
        self.assertGreater(len(listed), 50)
        self.assertIn("ROP-VEH-RENEW", [row["code"] for row in listed])
        found = self.ctl("--json", "catalogue", "list", "تجديد رخصة تسيير مركبة", user="clerk1").stdout.splitlines()
        self.assertEqual(json.loads(found[0])["code"], "ROP-VEH-RENEW")
        shown = json.loads(self.ctl("--json", "catalogue", "show", "ROP-VEH-RENEW", user="clerk1").stdout)
        values = {"plate_number": "12345 أب", "insurance_policy_no": "P-1", "insurance_expiry": "2031-03-01"}
        form = {}
        for field in shown["form"]:
            name = field["pointer"][1:]
            if field["required"] == "always" and "prefill" not in field and "default" not in field:
                form[name] = field["choices"][0]["code"] if "choices" in field else values[name]
        line = {"customer": {"civil_number": "87654399", "name_ar": "سعيد بن علي", "phone": "+96892345671"},
                "items": [{"service": shown["code"], "form": form, "portal_reference": "1",
                           "documents": [paper["code"] for paper in shown["documents"]]}]}
        done = self.ctl("serve", "-", user="clerk1", stdin=json.dumps(line).encode())
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        human = self.ctl("catalogue", "show", "rop-veh-renew", user="clerk1").stdout.decode()
        for words in ("/engine_class", "LT1500", "required, else from the record (customer.civil_number)",
                      "when it is late (“months_late”): no figure is published for the fine"):
            self.assertIn(words, human)
        arabic = self.ctl("catalogue", "list", "--lang", "ar", user="clerk1").stdout.decode().splitlines()[0]
        self.assertNotRegex(arabic, "[A-Za-z]")
        for words in (["list", "NO-SUCH"], ["show", "NO-SUCH"], ["list", "zzz"]):
            self.refused(self.ctl("catalogue", *words, user="clerk1"), 1, "catalogue.no-service")

    def test_a_page_of_each_kind_of_fee(self):
        """That every service has a guide is proven in core/catalogue."""
        listed = [json.loads(line) for line in self.ctl("--json", "catalogue", "list", user="clerk1").stdout.splitlines()]
        of_each = {row["fee"]: row["code"] for row in listed}
        self.assertEqual(set(of_each), {"none", "fixed", "options", "parts", "formula", "clerk"})
        for how, code in of_each.items():
            with self.subTest(code=code):
                fee = json.loads(self.ctl("--json", "catalogue", "show", code, user="clerk1").stdout)["fee"]
                self.assertEqual((fee["how"], fee["baisa"] is not None), (how, how == "fixed"))
                self.assertEqual(fee["formula_fields"] != [], how == "formula")
                arabic = self.ctl("catalogue", "show", code, "--lang", "ar", user="clerk1")
                self.assertEqual((arabic.returncode, arabic.stderr), (0, b""))
        for code, words in (
                ("MM-LEASE-NEW", "From the answers at: /monthly_rent_baisa, /months, /start_date."),
                ("MOC-MORTGAGE", "always: how it follows from the amount at /mortgage_baisa is not published (20.000 to 100.000)"),
                ("MOL-WP-UPGRADE", "always: what the class at /new_class costs more than the one at /current_class"),
                ("UTIL-ELEC", "always: the amount at /amount_baisa, as the portal asks for it"),
                ("OBP-CR-RENEW", "when it is late (“months_late”): the agency sets the fine (100.000 to 1,000.000)"),
                ("ROP-DL-CONVERT", "with an extra that has no figure")):
            with self.subTest(code=code):
                self.assertIn(words, self.ctl("catalogue", "show", code, user="clerk1").stdout.decode())

    def test_words_that_are_wrong_are_named(self):
        self.assertIn(b"(--seed does not take this value)",
                      self.ctl("demo", "--seed", "abc", data=self.folder / "never").stderr)
        self.assertFalse((self.folder / "never").exists())
        done = self.ctl("form", "check", self.write("object", '{"type":"object"}'), self.write("seven", "7"))
        self.assertTrue(done.stdout.startswith(b"the answers as a whole: "), done.stdout)

    def test_rejected_rows_come_back_with_their_reason(self):
        rows = "name_ar,civil_number,phone\nسالم بن حمد,77711122,92345678\n,,1\nعلي\u202eحسن,77711123,92345679\n"
        file = self.write("people.csv", rows)
        first = self.ctl("--json", "import", "customers", file, user="owner")
        report = json.loads(first.stdout)
        self.assertEqual((first.returncode, report["added"], report["rejected"]), (1, 1, 2), first.stderr)
        with open(report["rejects"], encoding="utf-8") as rejects:
            text = rejects.read()
        self.assertIn("customer.no-name", text)
        self.assertNotIn("Nothing was changed", text)  # the good rows went in
        self.assertIn("text.bidi", text)
        again = json.loads(self.ctl("--json", "import", "customers", file, user="owner").stdout)
        self.assertEqual((again["added"], again["same"]), (0, 1))
        self.refused(self.ctl("import", "customers", self.write("odd.csv", "colour\nred\n"), user="owner"), 4,
                     "import.unknown-column")

    def test_receipt_that_was_changed(self):
        number = self.ctl("--json", "serve", "-", user="clerk1", stdin=visit())
        number = json.loads(number.stdout)["receipt"]
        qr = json.loads(self.ctl("--json", "receipt", "show", number, user="clerk1").stdout)["qr"]
        self.assertEqual(self.ctl("receipt", "verify", qr).returncode, 0)
        fields = qr.split("|")
        fields[4] = str(int(fields[4]) + 1)
        self.refused(self.ctl("receipt", "verify", "|".join(fields)), 1, "receipts.qr-signature")

    def test_output_that_cannot_be_written(self):
        if os.path.exists("/dev/full"):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([BIN / "sanadctl", "--data", self.data, "verify"], stdout=full,
                                      stderr=subprocess.PIPE, env=environment())
            self.assertEqual(done.returncode, 3)
            self.assertIn(b"ctl.output", done.stderr)
        done = self.ctl("pack", "check", self.write("text.pack", "hello"))
        self.refused(done, 4, "pack.not-a-pack")


def subprocess_without_data():
    return subprocess.run([BIN / "sanadctl", "verify"], capture_output=True, env=environment())


if __name__ == "__main__":
    main()
