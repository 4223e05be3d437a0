#!/usr/bin/env python3
"""A disk that is full from the N-th writing call on, one that had no space for the N-th call alone, and an fsync that
failed: every receipt that was printed is there when the data is opened again, nothing that is there is half done, and
the program says what happened with a sentence and a code."""
from proof import CODE, Proof, expect, told

VISITS = {"full": 12, "once": 12, "sync": 120}


def prove(proof):
    data = proof.centre("centre")
    lines = {}
    for fault, count in VISITS.items():
        lines[fault] = proof.folder / f"{fault}.jsonl"
        lines[fault].write_bytes(b"".join(proof.visits(count)))
    log = proof.folder / "log"
    for fault, every in (("full", proof.rounds), ("once", proof.rounds), ("sync", proof.rounds // 5)):
        hurt = proof.copy(data)
        proof.ctl(hurt, "serve", lines[fault], user="clerk1", variables=proof.faults(hurt, "count", log))
        writes, syncs = map(int, log.read_text().split())
        calls = syncs if fault == "sync" else writes
        first = {"full": 500, "once": 500, "sync": 100}[fault]
        expect(calls >= first, f"only {calls} calls to fail")
        chosen = range(1, first + 1) if every >= first else sorted(proof.chance.sample(range(1, first + 1), every))
        for number in chosen:
            hurt = proof.copy(data)
            done = proof.ctl(hurt, "serve", lines[fault], user="clerk1",
                             variables=proof.faults(hurt, f"{fault}:{number}"), timeout=120)
            printed = told(done.stdout)
            error = done.stderr.decode()
            expect(done.returncode in (0, 1, 3), f"{fault}:{number} ended with {done.returncode}: {error}")
            # A write that only tidies up (a checkpoint, a lock's name) may fail without harm to any visit.
            expect(fault != "full" or number > calls or done.returncode != 0, f"{fault}:{number} went unsaid")
            expect(done.returncode == 0 or CODE.search(error), f"{fault}:{number}: no sentence: {error}")
            stored = proof.numbers(hurt, printed)
            expect(stored == len(printed), f"{fault}:{number}: {len(printed)} printed, {stored} stored")
            proof.whole(hurt)
            proof.count(fault)
            proof.count("receipts kept", stored)


if __name__ == "__main__":
    proof = Proof("full-disk", long=500, short=8)
    proof.run(prove)
