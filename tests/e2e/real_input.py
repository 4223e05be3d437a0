#!/usr/bin/env python3
"""The real-input run: every service of the catalogue, thousands of customers, hundreds of visits by `serve`, all
delivered to the portal exactly once, the day closed, and `verify` clean.

real_input.py BIN [--customers N] [--visits N]: programs from BIN. Prints what it did; exit 1 names what failed.
"""
import argparse
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

DAY_OF_REPORT = "report", "day", "--format", "json"


class Run:
    def __init__(self, binaries, data):
        self.binaries, self.data = binaries, data

    def ctl(self, *words, user="owner", counter="C1", stdin=None, allowed=(0,)):
        """Runs sanadctl and returns its JSON lines."""
        environment = dict(os.environ, SANAD_PASSWORD=f"demo-{user}")
        command = [self.binaries / "sanadctl", "--data", self.data, "--json"]
        if user:
            command += ["--as", user, "--counter", counter]
        done = subprocess.run([*command, *words], input=stdin, capture_output=True, text=True, env=environment)
        if done.returncode not in allowed:
            sys.exit(f"sanadctl {' '.join(words)}: exit {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def expect(what, actual, wanted):
    if actual != wanted:
        sys.exit(f"{what}: {actual!r}, not {wanted!r}")
    print(f"ok  {what}: {actual if not isinstance(actual, list) else len(actual)}")


def expect_same(what, mine, theirs):
    """One by one, so that the odd ones are named."""
    odd = {key: (mine.get(key), theirs.get(key)) for key in mine.keys() | theirs.keys() if mine.get(key) != theirs.get(key)}
    if odd or not mine:
        sys.exit(f"{what}: {len(odd)} of {len(mine)} differ, desk and portal: {list(odd.items())[:3]}")
    print(f"ok  {what}: {len(mine)}")


def rows(file, query):
    """Read beside the programs, in words of neither."""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        return database.execute(query).fetchall()


def compare_with_portal(run, portal, recorded):
    """Item by item and batch by batch: what the desk calls delivered is what the portal has, and the portal's reference
    is on the transaction it was given for."""
    told = {row["uuid"]: row for row in recorded}
    number = {uuid: told[row["body"].get("item", uuid)]["body"]["number"] for uuid, row in told.items()}
    mine = {uuid: tuple(rest) for uuid, *rest in rows(
        run.data / "sanad.db", "SELECT o.uuid, o.kind, o.reference, t.number FROM outbox o JOIN service_transaction t ON t.id = o.subject_id "
                               "WHERE o.state = 'delivered'")}
    expect_same("items by uuid: kind, reference, transaction",
                mine, {uuid: (row["kind"], row["reference"], number[uuid]) for uuid, row in told.items()})
    expect_same("batches by idempotency key: hash of the content",
                dict(rows(run.data / "sanad.db", "SELECT batch_key, content_hash FROM sync_batch WHERE state = 'settled'")),
                dict(rows(portal / "portal.db", "SELECT key, content_hash FROM batch")))
    listed = run.ctl("transaction", "list", "--limit", "1000000")
    expect_same("transactions: the portal's reference",
                {row["number"]: row["portal_reference"] for row in listed if row["channel"] != "local"},
                {number[uuid]: row["reference"] for uuid, row in told.items() if row["kind"] == "transaction"})
    expect("references of what no portal hears of",
           [row["portal_reference"] for row in listed if row["channel"] == "local" and row["portal_reference"]], [])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("binaries", type=pathlib.Path)
    arguments.add_argument("--customers", type=int, default=10_000)
    arguments.add_argument("--visits", type=int, default=500)
    options = arguments.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    with tempfile.TemporaryDirectory(prefix="sanad-real-") as folder:
        folder = pathlib.Path(folder)
        run = Run(options.binaries, folder / "centre")
        made = run.ctl("demo", "--seed", "3", "--customers", str(options.customers), "--days", "0", user="")
        expect("customers", made[-1]["customers"], options.customers)

        lines = subprocess.run([options.binaries / "visit_lines", str(options.visits), str(options.customers), "3"],
                               capture_output=True, text=True, check=True).stdout
        sold = [item["service"] for line in lines.splitlines() for item in json.loads(line)["items"]]
        expect("services asked for", len(set(sold)), min(130, options.visits))

        run.ctl("shift", "open", "--float", "50.000", user="clerk1")
        receipts = run.ctl("serve", "-", user="clerk1", stdin=lines)
        refused = [row for row in receipts if "error" in row]
        expect("visits refused", refused, [])
        expect("receipt numbers", [row["receipt"] for row in receipts],
               [f"C1-{number:06}" for number in range(1, options.visits + 1)])

        portal = folder / "portal"
        subprocess.run(
            [root / "tools/with-portal", portal, run.data, options.binaries / "sanadctl", "--data", run.data, "--as",
             "owner", "--json", "sync", "run"],
            env=dict(os.environ, SANAD_BIN=str(options.binaries), SANAD_PASSWORD="demo-owner",
                     SANAD_PORTAL_DECIDES="0"), check=True)
        status = run.ctl("sync", "status")
        expect("items waiting", sum(row["waiting"] + row["sending"] + row["aside"] for row in status), 0)
        delivered = sum(row["delivered"] for row in status)
        dumped = subprocess.run([options.binaries / "sanad-portal", "--folder", portal, "--dump"],
                                capture_output=True, text=True, check=True).stdout.splitlines()
        recorded = [json.loads(line) for line in dumped]
        items = [row["uuid"] for row in recorded if "uuid" in row]
        expect("items recorded by the portal", len(items), delivered)
        expect("items recorded twice", len(items) - len(set(items)), 0)
        local = {service["code"] for service in json.loads((root / "resources/domain/services.json").read_text())[
            "services"] if service["channel"] == "local"}
        told = sum(1 for row in recorded if row.get("kind") == "transaction")  # fee payments follow some of them
        expect("services that a portal must hear of", told, sum(1 for code in sold if code not in local))
        compare_with_portal(run, portal, recorded)

        expected = 50_000 + sum(row["total_baisa"] for row in receipts)  # everybody paid exact cash
        shift = run.ctl("shift", "close", "--count", pieces(expected), "--reason", "كسور البيسة", user="clerk1")[-1]
        expect("cash in the drawer", shift["expected_baisa"], expected)
        run.ctl("shift", "sign-off", "--shift", shift["id"])
        closed = run.ctl("day", "close")[-1]
        report = run.ctl(*DAY_OF_REPORT)[-1]
        expect("receipts of the closed day", closed["totals"]["receipts"], options.visits)
        print(f"ok  day {closed['business_day']} closed as number {closed['number']}; report with {len(report)} parts")
        expect("breaches", run.ctl("verify", user="", allowed=(0, 1))[-1:], [])
    return 0


def pieces(baisa):
    """The drawer as clerks count it: fewest notes and coins."""
    parts = []
    for value in (50000, 20000, 10000, 5000, 1000, 500, 100, 50, 25, 10, 5):
        count, baisa = divmod(baisa, value)
        if count:
            parts.append(f"{value}={count}")
    return ",".join(parts)


sys.exit(main())
