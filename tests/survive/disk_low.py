#!/usr/bin/env python3
"""A disk that runs low is told of before it is full: receipts go on, a backup is made while it fits and is refused with a
sentence, before a byte of it is written, when it does not; the earlier ones stay and open."""
import json

from proof import Proof, expect, told

MB = 1024 * 1024
KEPT_FREE, LOW = 100, 1024  # megabytes, as docs/backup.md says


def prove(proof):
    data = proof.centre("centre")
    stick = proof.folder / "stick"
    stick.mkdir()
    lines = proof.folder / "lines"
    visits = proof.visits(6 * proof.rounds)

    def at(free, *words, user="owner"):
        done = proof.ctl(data, *words, user=user, variables=proof.faults(data, f"free:{free}"))
        return done, done.stderr.decode()

    done, error = at(500 * 1024 * MB, "backup", "schedule", stick)
    expect(done.returncode == 0 and "disk.low" not in error, f"plenty: {error}")
    expect("[backup.same-disk]" in error, f"on the disk of the data, and nothing said: {error}")
    done, error = at(500 * 1024 * MB, "backup", "create")
    expect(done.returncode == 0, f"a backup with plenty: {error}")
    printed = []
    for number in range(proof.rounds):
        # Low, and still room for a backup of this small centre.
        free = proof.chance.randrange((KEPT_FREE + 100) * MB, LOW * MB)
        done, error = at(free, "backup", "create", "--json")
        expect(done.returncode == 0, f"{free} bytes free: {error}")
        expect("disk.low" in [each["code"] for each in json.loads(done.stdout)["warnings"]] and "disk.low" in error, f"{free}, not said: {error}")
        made = sorted(stick.glob("*.sanadbackup"))
        free = proof.chance.randrange(KEPT_FREE * MB)
        done, error = at(free, "backup", "list")
        expect(done.returncode == 0 and "[disk.very-low]" in error, f"{free}, not said: {error}")
        done, error = at(free, "backup", "create")
        expect(done.returncode == 3 and "[backup.no-room]" in error, f"{free}, not refused: {done.returncode} {error}")
        expect(sorted(path for path in stick.iterdir() if "sanadbackup" in path.name) == made,
               f"{free}: a refused backup left or took something")
        expect(not list(data.glob("backup-work-*")), f"{free}: work is left beside the data")
        lines.write_bytes(b"".join(visits[6 * number:6 * number + 6]))
        done, error = at(free, "serve", lines, user="clerk1")
        expect(told(done.stdout), f"{free}: nobody was served: {error}")
        printed += told(done.stdout)
        proof.count("refused")
    proof.count("receipts kept", proof.numbers(data, printed))
    for backup in made:
        proof.must(data, "backup", "verify", backup, user="owner")
    proof.whole(data)


if __name__ == "__main__":
    proof = Proof("disk-low", long=40, short=2)
    proof.run(prove)
