#!/usr/bin/env python3
"""Values that are encrypted at rest stand in clear nowhere: not in the data folder (file, log, shared memory, rejects,
copies of an upgrade, scans), not in a backup, not in temporary files, not in what the programs write to a terminal or into a
support bundle, not in the title of a process; a process leaves no core to search, and its keys lie in memory that is never
swapped out. On a server they stand in no file of its folder either, its write-ahead log among them, and not in its log, when
it logs every statement."""
import contextlib
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import tempfile

from proof import Proof, connect, expect, finished, told
from server_gone import Server

PLANTED = {
    "civil_number": "83719264", "phone": "+96897318264", "form": "ZQXPLANTEDPOLICY91",
    "plate": "83197", "passport": "ZQ719", "email": "zqxplanted@example.om", "address": "ZQX Planted House 4711",
    "born": "1931-07-23",
}
# What people write into registers, reasons and a scanned paper.
WRITTEN = {name: f"ZQXPLANTED{name.upper()}47" for name in ("paper", "request", "answer", "breach", "measures", "merge", "erasure")}
HEXADECIMAL = re.compile(rb"[0-9a-f]{32,}")
IN_CLEAR = b"ROP-VEH-RENEW"  # what is not encrypted is found: the search reads the right files


def line(number):
    """A visit whose sealed answers are unlike anything else."""
    person = {"civil_number": str(int(PLANTED["civil_number"]) + number), "name_ar": "زهران بن نبهان الكندي",
              "phone": PLANTED["phone"][:-2] + f"{number:02}", "passport_number": f"{PLANTED['passport']}{number:04}",
              "email": PLANTED["email"], "address": PLANTED["address"], "birth_date": PLANTED["born"]}
    form = {"acting_as": "self", "plate_number": f"{PLANTED['plate']} أب", "engine_class": "LT1500",
            "insurance_policy_no": f"{PLANTED['form']}{number}", "insurance_expiry": "2027-03-01"}
    return json.dumps({"tag": f"t-{number}", "customer": person, "items": [
        {"service": "ROP-VEH-RENEW", "form": form, "portal_reference": f"77{number:05}", "fee_state": "confirmed"}],
        "payments": [{"tender": "cash", "baisa": 20000}]}, ensure_ascii=False).encode() + b"\n"


def needles(count):
    values = [PLANTED[each] for each in ("form", "passport", "email", "address", "born")]
    for number in range(count):
        values += [str(int(PLANTED["civil_number"]) + number), PLANTED["phone"][4:-2] + f"{number:02}"]
    values += WRITTEN.values()
    both = [value.encode("utf-8") for value in values] + [value.encode("utf-16-le") for value in values]
    return both + [PLANTED["plate"].encode() + " أب".encode()]


def searched(proof, where, bytes_, values):
    for value in values:
        expect(value not in bytes_, f"{value.decode('utf-8', 'replace')} stands in {where}")
    proof.count("bytes searched", len(bytes_))


def regular(folder):
    return [path for path in pathlib.Path(folder).rglob("*") if path.is_file()]


def search_folder(proof, folder, values):
    for path in regular(folder):
        with contextlib.suppress(FileNotFoundError):  # a server at work takes files away
            searched(proof, path, path.read_bytes(), values)
            proof.count("files searched")


def search_server(proof, server, values):
    """Its log writes sealed bytes as megabytes of hexadecimal digits, in which any eight digits stand by chance; a value that
    went there unsealed stands there as its own digits."""
    search_folder(proof, server.data, values)
    log = (server.folder / "log").read_bytes()
    searched(proof, "the server's log", HEXADECIMAL.sub(b"", log), values)
    searched(proof, "the server's log", log, [value.hex().encode() for value in values])


def write_down(proof, data, someone, *options):
    """Work of the desk's pages, and words in every register and reason."""
    second = {"user": "owner", "variables": {"SANAD_APPROVER_PIN": "222222"}}
    subprocess.run([proof.bin / "desk_work", data, WRITTEN["paper"], *options[1:]], check=True, env=proof.environment())
    kept, gone, leaving = someone
    for words in (["privacy", "request", "take", kept, "access", "--words", WRITTEN["request"]],
                  ["privacy", "request", "close", "1", "--answer", WRITTEN["answer"]],
                  ["privacy", "breach", "record", WRITTEN["breach"], "--people", kept],
                  ["privacy", "breach", "change", "1", "--measures", WRITTEN["measures"]],
                  ["--approve", "manager", "customer", "merge", kept, gone, "--reason", WRITTEN["merge"]],
                  ["--approve", "manager", "erase", "subject", leaving, "--reason", WRITTEN["erasure"]]):
        proof.must(data, *options, *words, **second)
    requests = proof.must(data, *options, "--json", "privacy", "requests", user="owner")
    expect(WRITTEN["request"] in requests, f"the words of the request are not kept: {requests}")


# Customers that nothing is done for.
IDLE = """SELECT id FROM customer WHERE kind = 'resident' AND id NOT IN (SELECT applicant_id FROM service_transaction)
    ORDER BY id LIMIT 3"""


def on_server(proof, values):
    server = Server(proof.folder)
    try:
        server.ask("ALTER SYSTEM SET log_statement = 'all'")
        server.ask("SELECT pg_reload_conf()")
        where = f"postgresql://postgres@127.0.0.1:{server.port}/postgres"
        files = proof.folder / "server-files"
        options = ("--files", files)
        proof.must(where, *options, "demo", "--seed", "1", "--customers", "40", "--days", "0")
        lines = proof.folder / "lines"
        lines.write_bytes(b"".join(line(number) for number in range(proof.rounds)))
        output = proof.must(where, *options, "serve", lines, user="clerk1")
        expect(len(told(output.encode())) == proof.rounds, f"not all was done: {output}")
        write_down(proof, where, server.ask(IDLE), *options)
        search_server(proof, server, values)
        expect(server.ask("CHECKPOINT") is not None, "no checkpoint")
        seen = sum(IN_CLEAR in path.read_bytes() for path in regular(server.folder))
        expect(seen >= 3, f"only {seen} files of the server hold what is not encrypted")  # table, write-ahead log, log
        search_server(proof, server, values)
        search_folder(proof, files, values)
        checked = proof.ctl(where, *options, "verify")
        expect(checked.returncode == 0, f"verify: {checked.stdout.decode()} {checked.stderr.decode()}")
        proof.count("verified")
    finally:
        server.stop()


def prove(proof):
    data = proof.centre("centre")
    temporary = proof.folder / "tmp"
    temporary.mkdir()
    values = needles(proof.rounds)
    process = subprocess.Popen(proof.command(data, "serve", "-", user="clerk1"), stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               env=proof.environment("clerk1", TMPDIR=str(temporary)))
    first = b""
    for number in range(proof.rounds):
        process.stdin.write(line(number))
        process.stdin.flush()
        first += process.stdout.readline()
    expect(len(told(first)) == proof.rounds, f"not all was done: {first}")
    # While it runs, with its log and shared memory on the disk.
    search_folder(proof, data, values)
    search_folder(proof, temporary, values)
    title = open(f"/proc/{process.pid}/cmdline", "rb").read() + open(f"/proc/{process.pid}/comm", "rb").read()
    expect(b"demo-clerk1" not in title, "the password stands in the title")
    searched(proof, "the title", title, values)
    limits = open(f"/proc/{process.pid}/limits").read()
    expect([row.split()[4:6] for row in limits.splitlines() if row.startswith("Max core")] == [["0", "0"]],
           "a core may be written")
    if os.geteuid() != 0:  # what belongs to a process that may not be dumped belongs to root
        expect(os.stat(f"/proc/{process.pid}/mem").st_uid == 0, "another process of the user may read its memory")
    locked = re.search(r"^VmLck:\s+(\d+) kB$", open(f"/proc/{process.pid}/status").read(), re.M)
    if resource.getrlimit(resource.RLIMIT_MEMLOCK)[1] != 0:  # a system that lets nobody lock memory
        expect(int(locked[1]) > 0, "the keys may be swapped out")
    process.send_signal(signal.SIGQUIT)  # whose default is to leave a core
    output, error = finished(process)
    searched(proof, "what it said", first + output + error, values)
    left = [name for name in os.listdir(".") if name.startswith("core")]
    expect(not left, f"a core was left: {left}")
    # After recovery, a copy as paper's index, an import with rejects, and the ordinary end.
    proof.must(data, "ticket", "list", user="clerk1")
    rows = proof.folder / "people.csv"
    rows.write_text("name_ar,civil_number,phone\n" + "".join(
        f"سالم بن حمد,{int(PLANTED['civil_number']) + number},\n" for number in range(proof.rounds)))
    proof.ctl(data, "import", "customers", rows, user="owner")
    # Commands that are refused and name what is planted.
    for number in range(2):
        civil = str(int(PLANTED["civil_number"]) + number)
        expect(proof.ctl(data, "customer", "show", civil, user="clerk1").returncode == 1, "a record of no id is shown")
        expect(proof.ctl(data, "ticket", "issue", civil, user="clerk1").returncode == 1, "a ticket of no line is issued")
    logged = [json.loads(row) for row in open(data / "logs" / "sanadctl.log")]
    expect({row["event"] for row in logged} >= {"command.done", "command.refused"}, f"the log says {logged}")
    proof.count("lines logged", len(logged))
    search_folder(proof, data, values)
    with connect(data, "ro") as db:
        someone = [str(row) for row, in db.execute(IDLE)]
    write_down(proof, data, someone)
    bundle = proof.folder / "bundle.json"
    proof.must(data, "support", "bundle", bundle, user="owner")
    searched(proof, "the support bundle", bundle.read_bytes(), values)
    expect(IN_CLEAR in (data / "sanad.db").read_bytes(), "the file of the data holds nothing in clear")
    stick = proof.folder / "stick"
    stick.mkdir()
    proof.must(data, "backup", "create", stick, user="owner")
    search_folder(proof, stick, values)
    search_folder(proof, data, values)
    search_folder(proof, temporary, values)
    found = proof.must(data, "customer", "find", PLANTED["civil_number"], user="clerk1")
    expect(found.strip(), "the planted customer is not found by the number")
    proof.count("values planted", len(values))
    proof.whole(data)
    on_server(proof, values)


if __name__ == "__main__":
    proof = Proof("planted", long=50, short=10)
    os.chdir(tempfile.mkdtemp(prefix="sanad-planted-"))
    proof.run(prove)
