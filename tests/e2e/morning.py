#!/usr/bin/env python3
"""What `./dev run` does without a display: a clerk's morning through the real windows, on the data of a centre that was at
work before, whose owner has changed the password since. Pictures of every page in both languages and themes, the papers,
and what the portal recorded are there and can be used; what was there before is kept.

morning.py BIN: programs from BIN.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zlib

BIN = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LOOKS = "ar-light", "ar-dark", "en-light", "en-dark"


def environment(**changes):
    """Nothing of a display, so that the tools make their own."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("SANAD_", "QT_")) and name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return dict(kept, SANAD_BIN=str(BIN), **changes)


def run(*command, **variables):
    done = subprocess.run(command, capture_output=True, text=True, env=environment(**variables))
    if done.returncode != 0:
        raise AssertionError(f"{command}: exit {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done


def json_lines(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def pages():
    """The list that tools/check-pictures holds against the sources."""
    table = re.search(r"kEveryPage\[\] = \{(.*?)\};", (ROOT / "app/morning_pages.cpp").read_text("utf-8"), re.S)
    return re.findall(r'\{"(\w+)"(, true)?\}', table.group(1))


class Png:
    """Width, height, and how many rows differ from every other: of one colour, or of none, there are a few."""

    def __init__(self, path):
        data = path.read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n", f"{path.name} is no picture"
        self.width, self.height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
        pixels, at = b"", 8
        while at < len(data):
            length = int.from_bytes(data[at:at + 4], "big")
            if data[at + 4:at + 8] == b"IDAT":
                pixels += data[at + 8:at + 8 + length]
            at += 12 + length
        pixels = zlib.decompress(pixels)
        stride = len(pixels) // self.height
        self.rows = len({pixels[row:row + stride] for row in range(0, len(pixels), stride)})


class Morning(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="sanad-morning-")
        work = pathlib.Path(cls.temporary.name)
        cls.folder, cls.data, cls.portal = work / "pictures", work / "centre", work / "portal"
        run(BIN / "sanadctl", "--data", cls.data, "demo", "--seed", "1", "--customers", "60", "--days", "1", "--visits", "4")
        # A run before this one: it set the channels, and the clerk's shift is still open.
        cls.ctl("shift", "open", "--float", "20.000", user="clerk1")
        run(ROOT / "tools/with-portal", cls.portal, cls.data, BIN / "sanadctl", "--data", cls.data, "--as", "owner", "sync",
            "run", SANAD_PASSWORD="demo-owner")
        cls.before = cls.recorded(), cls.transactions("demo-owner")
        run(BIN / "sanadctl", "--data", cls.data, "--as", "owner", "password", "change", SANAD_PASSWORD="demo-owner",
            SANAD_NEW_PASSWORD="another-word-7")
        cls.said = run(ROOT / "tools/shots", cls.folder, work).stderr

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def ctl(cls, *words, user="owner", password=None):
        done = run(BIN / "sanadctl", "--data", cls.data, "--json", "--as", user, "--counter", "C1", *words,
                   SANAD_PASSWORD=password or f"demo-{user}")
        return json_lines(done.stdout)

    @classmethod
    def recorded(cls):
        return json_lines(run(BIN / "sanad-portal", "--folder", cls.portal, "--dump").stdout)

    @classmethod
    def transactions(cls, password):
        return {row["number"]: row for row in cls.ctl("transaction", "list", "--limit", "1000", password=password)}

    def test_every_page_is_there_in_both_languages_and_themes(self):
        listed = pages()
        self.assertGreater(len(listed), 20)
        for page, of_empty_folder in listed:
            folder = self.folder / "first-start" if of_empty_folder else self.folder
            names = json.loads((folder / "pages.json").read_text("utf-8")).get(page, [])
            self.assertTrue(names, f"no picture of {page}")
            for name in names:
                pictures = [folder / f"{name}-{look}.png" for look in LOOKS]
                for picture in pictures:
                    png = Png(picture)
                    self.assertEqual((png.width, png.height), (1366, 768), picture.name)
                self.assertEqual(len({picture.read_bytes() for picture in pictures}), len(LOOKS), f"{name}: looks alike")

    def test_no_picture_is_empty_or_of_one_colour(self):
        pictures = sorted(self.folder.rglob("*-*-*.png"))
        self.assertGreater(len(pictures), 4 * 26)
        for picture in pictures:
            png = Png(picture)
            self.assertTrue(200 <= png.width <= 1366 and 100 <= png.height <= 2400, picture.name)
            self.assertGreater(png.rows, 40, f"{picture.name} shows nothing")

    def test_papers_can_be_printed(self):
        receipts = sorted(self.folder.glob("receipt-*.pdf"))
        self.assertEqual(len(receipts), 3)
        for pdf in [*receipts, self.folder / "day-report.pdf"]:
            data = pdf.read_bytes()
            self.assertEqual((data[:5], data.rstrip()[-5:]), (b"%PDF-", b"%%EOF"), pdf.name)
            self.assertGreater(len(data), 4000, pdf.name)
        for pdf in receipts:
            dots = Png(pdf.with_suffix(".png"))
            self.assertEqual(dots.width, 576)
            self.assertEqual(self.raster_rows(pdf.with_suffix(".escpos").read_bytes()), dots.height)

    def raster_rows(self, stream):
        """Rows of 72 bytes in the bytes for the printer."""
        head = b"\x1b@\x1bp\x00\x19\xfa"  # begin, and open the drawer
        self.assertEqual(stream[:len(head)], head)
        rows, at = 0, len(head)
        while stream[at:at + 4] == b"\x1dv0\x00":
            width, height = (int.from_bytes(stream[at + i:at + i + 2], "little") for i in (4, 6))
            self.assertEqual(width, 72)
            rows, at = rows + height, at + 8 + width * height
        return rows

    def test_the_portal_was_reached_where_it_was_before(self):
        mine = self.transactions("another-word-7")
        left = json_lines((self.folder / "portal.jsonl").read_text("utf-8"))
        # The assisted service's is the agency's own reference, and nothing of it is left to decide.
        told = {row["body"]["number"]: row["reference"] for row in left if row["kind"] == "transaction"}
        self.assertEqual(told, {number: row["portal_reference"] for number, row in mine.items() if number in told})
        before, transactions = self.before
        self.assertTrue(before)
        self.assertGreaterEqual({row["uuid"] for row in left}, {row["uuid"] for row in before})
        self.assertTrue(set(told) - {row["body"]["number"] for row in before if row["kind"] == "transaction"},
                        "nothing of the morning was delivered")
        self.assertGreaterEqual(set(mine), set(transactions))

    def test_an_owner_with_another_password_is_told_and_nothing_is_stopped(self):
        self.assertIn("the channels stay as they were set", self.said)

    def test_what_was_kept_holds_every_promise(self):
        self.assertEqual(run(BIN / "sanadctl", "--data", self.data, "--json", "verify").stdout, "")


unittest.main(argv=sys.argv[:1])
