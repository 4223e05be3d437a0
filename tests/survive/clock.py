#!/usr/bin/env python3
"""A clock that stands backwards or far ahead: no receipt is issued and no number is taken; a correction by seconds stops
nobody; and once the clock is right, or a person has confirmed it, work goes on. What was done while it stood minutes
ahead, which nobody is asked about, is not the newest for ever: the last count is booked, a counter has one drawer, and
cash goes in and out."""
import json

from proof import CODE, Proof, connect, expect, told

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
    drawers(proof, data, serve)
    proof.whole(data)


def drawers(proof, data, serve):
    def count(value, offset, *reason):
        return proof.ctl(data, "--json", "shift", "close", "--count", f"{value}=1", *reason, user="clerk1",
                         variables=proof.faults(data, f"clock:{offset}"))

    ahead = 9 * 60
    expect(count(5000, ahead).returncode == 1, "a difference needs no reason")
    closed = count(10000, 0, "--reason", "counted again")
    expect(closed.returncode == 0, closed.stderr.decode())
    with connect(data, "ro") as db:
        booked, = db.execute("SELECT counted_baisa FROM shift_close ORDER BY closed_at DESC").fetchone()
    expect((booked, json.loads(closed.stdout)["counted_baisa"]) == (10000, 10000), f"booked {booked}: {closed.stdout}")

    def cash_in(offset):
        done = proof.ctl(data, "shift", "cash-in", "1.000", "--reason", "change", user="clerk1",
                         variables=proof.faults(data, f"clock:{offset}"))
        expect(done.returncode == 0, f"cash in at {offset}: {done.stderr.decode()}")

    serve(ahead)
    for offset in (ahead, ahead, 0, 0):
        cash_in(offset)
    expect(count(5000, ahead, "--reason", "ahead").returncode == 0, "a drawer is not closed")
    for _ in range(2):
        done, error = serve(0)
        expect(done, f"set right after minutes: {error}")
    with connect(data, "ro") as db:
        still, = db.execute("SELECT count(*) FROM shift WHERE id NOT IN (SELECT id FROM shift_close) "
                            "AND business_day = (SELECT max(business_day) FROM shift)").fetchone()
    expect(still <= 1, f"{still} drawers are open at one counter")


if __name__ == "__main__":
    proof = Proof("clock", long=40, short=3)
    proof.run(prove)
