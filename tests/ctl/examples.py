#!/usr/bin/env python3
"""Runs the examples of docs/sanadctl.md as they stand and holds what they print against the page."""
import re
import subprocess
import tempfile
import unittest

from harness import ROOT, environment, main

PAGE = ROOT / "docs/sanadctl.md"
END = "--- end of an example ---"


def examples():
    """(command, expected lines) in the order of the page."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", PAGE.read_text("utf-8"), re.S):
        waiting_for = None
        for line in block.splitlines():
            if waiting_for:
                found[-1][0].append(line)
                if line == waiting_for:
                    waiting_for = None
            elif line.startswith("$ "):
                found.append(([line[2:]], []))
                here = re.search(r"<<'(\w+)'", line)
                waiting_for = here.group(1) if here else None
            else:
                found[-1][1].append(line)
    return [("\n".join(command), expected) for command, expected in found]


def pattern(expected):
    """`…` is any text of a line, a line of its own any lines."""
    parts = []
    for line in expected:
        parts.append(r"(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n")
    return re.compile("".join(parts))


class Examples(unittest.TestCase):
    def test_page(self):
        commands = examples()
        self.assertGreater(len(commands), 20)
        script = "".join(f"{command}\necho '{END}'\n" for command, _ in commands)
        with tempfile.TemporaryDirectory(prefix="sanadctl-page-") as folder:
            done = subprocess.run(["bash", "-c", f"exec 2>&1\n{script}"], cwd=folder, capture_output=True, text=True,
                                  env=environment(), timeout=240)
        outputs = done.stdout.split(END + "\n")
        self.assertEqual(len(outputs), len(commands) + 1, done.stdout)
        for (command, expected), output in zip(commands, outputs):
            with self.subTest(command=command):
                self.assertRegex(output, re.compile(rf"\A{pattern(expected).pattern}\Z"))


if __name__ == "__main__":
    main()
