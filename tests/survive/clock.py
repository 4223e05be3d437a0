#!/usr/bin/env python3
"""A clock that stands backwards or far ahead: no receipt is issued and no number is taken; a correction by seconds stops
nobody; and once the clock is right, or a person has confirmed it, work goes on."""
from proof import CODE, Proof, expect, told

HOUR, DAY = 3600, 86400


def prove(proof):
    data = proof.centre("centre")
    lines = proof.folder / "lines"
    lines.write_bytes(b"".join(proof.visits(4)))

    def serve(offset):
        done = proof.ctl(data, "serve", lines, user="clerk1", variables=proof.faults(data, f"clock:{offset}"))
        expect(done.returncode in (0, 1), f"clock {offset}: {done.stderr.decode()}")
        return told(done.stdout), done.stderr.decode()

    printed, _ = serve(0)
    expect(printed, "nothing was done")
    for _ in range(proof.rounds):
        behind, ahead = proof.chance.randrange(HOUR, 3000 * DAY), proof.chance.randrange(50 * DAY, 3000 * DAY)
        for offset, code in ((-behind, "receipts.clock-behind"), (ahead, "receipts.clock-ahead")):
            refused, error = serve(offset)
            expect(not refused and code in error and CODE.search(error), f"clock {offset}: {refused} {error}")
            proof.count("refused")
        done, error = serve(-proof.chance.randrange(60))
        expect(done, f"a clock set back a little: {error}")
        printed += done
        proof.numbers(data, printed)
    proof.must(data, "clock", "confirm", user="owner", variables=proof.faults(data, f"clock:{90 * DAY}"))
    done, error = serve(90 * DAY + 60)
    expect(done, f"after a long holiday: {error}")
    printed += done
    proof.must(data, "clock", "confirm", user="owner")
    done, error = serve(0)
    expect(done, f"set right again: {error}")
    proof.numbers(data, printed + done)
    proof.whole(data)


if __name__ == "__main__":
    proof = Proof("clock", long=40, short=3)
    proof.run(prove)
