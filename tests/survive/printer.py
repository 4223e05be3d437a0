#!/usr/bin/env python3
"""A printer or a folder of papers that dies in the middle of a receipt: the receipt was acknowledged before its paper
began, it stays, it can be printed again, and the failure is told with a sentence and a code."""
import errno
import os
import stat

from proof import CODE, Proof, expect, told


def dead_printer(folder):
    """A device of our own that takes nothing; none where the system does not let us make one."""
    device = folder / "printer"
    try:
        os.mknod(device, stat.S_IFCHR | 0o600, os.makedev(1, 7))
        with open(device, "wb", buffering=0) as file:
            file.write(b"x")
    except PermissionError:
        return None
    except OSError as full:
        return device if full.errno == errno.ENOSPC else None
    return None


def prove(proof):
    dead = dead_printer(proof.folder)
    data = proof.centre("centre")
    lines = proof.folder / "lines"
    lines.write_bytes(b"".join(proof.visits(3)))
    printed = []
    for turn in range(proof.rounds):
        papers = proof.folder / "papers"
        papers.mkdir(exist_ok=True)
        # The paper's writing calls fail from the turn-th on, as with a printer that is switched off.
        done = proof.ctl(data, "serve", lines, "--receipts", papers, user="clerk1",
                         variables=proof.faults(papers, f"full:{turn // 2 + 1}"), timeout=120)
        error = done.stderr.decode()
        told_now = told(done.stdout)
        expect(told_now, f"nothing was done: {error}")
        expect(done.returncode in (0, 1, 3) and (done.returncode == 0 or CODE.search(error)), f"no sentence: {error}")
        proof.count("papers that failed", done.returncode == 3)
        printed += told_now
        proof.numbers(data, printed)
        whole = [path for path in papers.iterdir() if path.read_bytes().rstrip().endswith(b"%%EOF")]
        expect(len(whole) == len(list(papers.iterdir())), "half a paper was left")
        again = proof.folder / "again.pdf"
        proof.must(data, "receipt", "render", told_now[-1], "--output", again, user="clerk1")
        expect(again.read_bytes().rstrip().endswith(b"%%EOF"), "the copy is no whole paper")
        if dead:
            refused = proof.ctl(data, "receipt", "render", told_now[-1], "--paper", "80mm", "--output", dead, user="clerk1")
            expect(refused.returncode == 3 and CODE.search(refused.stderr.decode()),
                   f"a dead printer: {refused.returncode}: {refused.stderr.decode()}")
            expect(stat.S_ISCHR(dead.stat().st_mode), "the device was replaced by a file")
            proof.count("dead printers")
        for path in papers.iterdir():
            path.unlink()
    expect(proof.counts["papers that failed"] > 0, "no paper failed")
    proof.count("receipts", len(printed))
    proof.whole(data)


if __name__ == "__main__":
    proof = Proof("printer", long=40, short=3)
    proof.run(prove)
