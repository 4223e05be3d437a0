#!/usr/bin/env python3
"""kill -9 in checkout, at random moments: no acknowledged receipt is lost, no number is left out or given twice, and
every promise holds. What the kill left is recovered by the next start of the program in every second round, and read
as it lies in the others."""
import signal
import subprocess
import threading

from proof import Proof, expect, finished, kill, told

VERIFY_EVERY = 25


def serve(proof, data, lines):
    """One life of `serve` and its end. What it printed."""
    process = subprocess.Popen(proof.command(data, "serve", lines, user="clerk1"), stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, env=proof.environment("clerk1"))
    early = proof.chance.random() < 0.1  # while it opens the data and signs in
    first = b"" if early else process.stdout.readline()
    timer = threading.Timer(proof.chance.uniform(0, 0.15 if early else 0.25), kill, [process])
    timer.start()
    rest, _ = finished(process)
    timer.cancel()
    expect(process.returncode in (0, 1, -signal.SIGKILL), f"serve ended with {process.returncode}")
    proof.count("kills", process.returncode == -signal.SIGKILL)
    return told(first + rest)


def prove(proof):
    data = proof.centre("centre")
    lines = proof.folder / "lines"
    lines.write_bytes(b"".join(proof.visits(150)))
    printed = []
    proof.count("kills", 0)
    round_number = 0
    while proof.counts["kills"] < proof.rounds:
        printed += serve(proof, data, lines)
        round_number += 1
        if round_number % 2:
            stored = proof.numbers(data, printed)
        if round_number % VERIFY_EVERY == 0:
            proof.whole(data)
    stored = proof.numbers(data, printed)
    proof.whole(data)
    proof.count("receipts acknowledged", len(printed))
    proof.count("receipts stored", stored)
    expect(len(printed) > proof.rounds, "hardly anything was done between the kills")


if __name__ == "__main__":
    proof = Proof("kill-checkout", long=1000, short=12)
    proof.run(prove)
