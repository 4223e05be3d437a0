#!/usr/bin/env python3
"""Whatever core/verify can find has its words in both languages."""
import re
import unittest
import xml.etree.ElementTree

from harness import ROOT, main

SOURCES = [*sorted((ROOT / "core/verify").glob("*.cpp")), ROOT / "core/sync/sync_check.cpp"]
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
SQL = re.compile(r"SELECT|FROM|WHERE|PRAGMA|ORDER BY|^p\.receipt|[=^*\\]|append-only")


def said():
    """Literals of the sources that read like the words of a breach."""
    for path in SOURCES:
        text = re.sub(r'R"\(.*?\)"', "", path.read_text("utf-8"), flags=re.S)
        text = re.sub(r"//.*", "", text)
        text = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
        text = re.sub(r'"\s*\n\s*u?"', "", text)
        for words in LITERAL.findall(text):
            if " " in words.strip() and words[0].islower() and not SQL.search(words):
                yield path.name, words


class Breaches(unittest.TestCase):
    def test_words(self):
        source = re.sub(r'"\s*\n\s*"', "", (ROOT / "app/ctl/breach_text.cpp").read_text("utf-8"))
        listed = set(re.findall(r'"sanadctl",\s*"([^"]*)"\)', source))
        parts = {words for entry in listed for words in (entry, entry.removesuffix(" does not fit"))}
        self.assertGreater(len(listed), 40)
        self.assertEqual([each for each in said() if each[1] not in parts], [])

    def test_arabic(self):
        tree = xml.etree.ElementTree.parse(ROOT / "translations/ctl_ar.ts")
        for message in tree.iter("message"):
            with self.subTest(text=message.findtext("source")):
                self.assertTrue(message.findtext("translation"))


if __name__ == "__main__":
    main()
