#!/usr/bin/env python3
"""Checks an export of `sanadctl audit export` without the product: Python's standard library and OpenSSL 3.

    check-inspection.py FOLDER [--key HEX] [--from DAY] [--to DAY]

--from and --to are the first and the last business day (2026-11-01) that were asked for: an export of less is a fault.
--key is the centre's public key as known from elsewhere, or its fingerprint (the first half of its SHA-256, as
`sanadctl verify` prints it); without it the export proves only that it agrees with itself, and the fingerprints are
printed so that they can be compared.
Exit status: 0 everything agrees, 1 something does not (each named), 2 the folder is not an export.
What is checked, and how, stands in docs/inspection.md.
"""
import argparse
import base64
import datetime
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

DER_ED25519 = bytes.fromhex("302a300506032b6570032100")  # SubjectPublicKeyInfo before the 32 bytes (RFC 8410)
# Tables whose rows are written once. A change of the centre's data key seals a column of the last two anew.
WRITTEN_ONCE = {"agency_movement", "approval_use", "audit_line", "cash_move", "content_pack", "credit_note", "day_close",
                "erasure", "ledger_entry", "number_gap", "own_price", "pack_step", "receipt", "receipt_copy",
                "receipt_line", "receipt_payment", "shift", "shift_close", "shift_count", "shift_sign_off", "sync_outage",
                "transaction_move", "approval", "desk_key"}
SEALED = {"approval", "desk_key"}


class Inspection:
    place = "manifest.json"  # what is being read

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.faults = []
        self.scratch = tempfile.TemporaryDirectory()
        self.manifest = json.loads((self.folder / "manifest.json").read_bytes())
        if self.manifest["format"] != "sanad-inspection-1":
            raise ValueError("it has another format than sanad-inspection-1")
        self.keys = [public_key(key) for key in self.manifest["keys"]]
        if not self.keys:
            raise ValueError("it names no key")

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def rows(self, name):
        with open(self.folder / name, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                Inspection.place = f"{name}, line {number}"
                yield json.loads(line)

    def signed(self, message, signature, keys):
        """Whether one of `keys` made the Ed25519 signature, by `openssl pkeyutl`."""
        scratch = pathlib.Path(self.scratch.name)
        (scratch / "message").write_bytes(message)
        (scratch / "signature").write_bytes(signature)
        for key in keys:
            (scratch / "key.der").write_bytes(DER_ED25519 + key)
            done = subprocess.run(
                ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", scratch / "key.der", "-keyform", "DER",
                 "-rawin", "-in", scratch / "message", "-sigfile", scratch / "signature"],
                capture_output=True, check=False)
            if done.returncode == 0:
                return True
        return False

    def check_manifest(self, known):
        if known is not None:
            self.keys = [key for key in self.keys if known in (key.hex(), fingerprint(key))]
            if not self.keys:
                self.fault("manifest.json", "does not name the key that is known")
        Inspection.place = "manifest.json"
        text = (self.folder / "manifest.json").read_bytes()
        signature = (self.folder / "manifest.sig").read_bytes()
        if not self.signed(text, signature, self.keys):
            self.fault("manifest.json", "is not signed by the centre's key")
        for name, digest in self.manifest["files"].items():
            if hashlib.sha256((self.folder / name).read_bytes()).hexdigest() != digest:
                self.fault(name, "is not the file that was signed")

    def check_period(self, first, last):
        """It is of all the days that were asked for."""
        if first and day_number(first) < self.manifest["from"]:
            self.fault("manifest.json", f"begins only with {day_text(self.manifest['from'])}")
        if last and day_number(last) > self.manifest["to"]:
            self.fault("manifest.json", f"ends already with {day_text(self.manifest['to'])}")

    def check_once(self, where, line, payload, resealed):
        """What is written once is vouched for once: no later line makes another posting or row of it good."""
        told = {}
        if payload.get("ledger"):
            told[f"entries of {payload['document']} {line['subject']}"] = payload["ledger"]
        if line["act"] == "receipt.issued":
            told[f"receipt {line['subject']}"] = payload["content"]
        for name, digest in payload.get("rows", {}).items():
            table, _, row = name.partition(":")
            if table in WRITTEN_ONCE and not (resealed and table in SEALED):
                told[f"{table} {row or line['subject']}"] = digest
        for what, digest in told.items():
            if self.once.setdefault(what, digest) != digest:
                self.fault(where, f"vouches anew for {what}, which is written once")

    def check_chain(self):
        """Every line hashes onto the one before. Leaves the issues of receipts and closes, by subject."""
        self.once, rotating = {}, False
        chain = self.manifest["chain"]
        before, number = bytes.fromhex(chain["before"]), chain["first"]
        self.issues, self.closes, self.hashes = {}, {}, {number - 1: before}
        for line in self.rows("audit.jsonl"):
            where = f"audit line {line['number']}"
            if line["number"] != number:
                self.fault(where, f"stands where line {number} belongs")
                number = line["number"]
            text = "\n".join([str(line["number"]), line["at"], line["staff"], line["actor"], line["counter"],
                              line["act"], line["subject"], line["payload"]])
            digest = hashlib.sha256(before + text.encode()).digest()
            if digest.hex() != line["hash"]:
                self.fault(where, "does not follow from the line before it")
            payload = json.loads(line["payload"] or "{}")
            resealed = rotating and line["act"] == "rows.resealed"
            rotating = resealed or line["act"] == "key.rotated"
            self.check_once(where, line, payload, resealed)
            if line["act"] == "receipt.issued":
                self.issues.setdefault(line["subject"], (bytes.fromhex(payload["content"]), before))
            elif line["act"] == "day.closed":
                if line["subject"] in self.closes:
                    self.fault(where, "closes a day again")
                self.closes[line["subject"]] = payload
            before = bytes.fromhex(line["hash"])
            self.hashes[number] = before
            number += 1
        if number - 1 != chain["last"] or before.hex() != chain["hash"]:
            self.fault("audit.jsonl", "does not end with the line that the manifest names")

    def check_receipts(self):
        """Signature, tie to the chain, and numbers without a gap within each series."""
        last, seen = {}, set()
        for row in self.rows("receipts.jsonl"):
            body, _, signature = row["text"].rpartition("|")
            fields = body.split("|")
            where = f"receipt {fields[1]}"
            if not self.signed(body.encode(), from_base64url(signature), self.keys):
                self.fault(where, "its signature does not verify")
            if row["id"] in seen:
                self.fault(where, "is here twice")
            if row["id"] not in self.issues:
                self.fault(where, "has no line in the audit trail")
            else:
                content, before = self.issues[row["id"]]
                if hashlib.sha256(before + content).digest()[:16] != from_base64url(fields[10]):
                    self.fault(where, "is not tied to the audit line before it")
            if fields[1] != f"{row['series']}-{row['number']:06d}":
                self.fault(where, "carries another number than its row")
            expected = last.get(row["series"], row["number"] - 1) + 1
            if row["number"] != expected:
                self.fault(where, f"comes where number {expected} of its series belongs")
            last[row["series"]] = row["number"]
            seen.add(row["id"])
        for subject in self.issues.keys() - seen:
            self.fault(f"receipt id {subject}", "was issued, and is not here")

    def check_day_closes(self):
        """Signature, head of the chain, and for each line that closes a day exactly one close, of its number and day."""
        days, seen, last = {}, set(), {}
        chain = self.manifest["chain"]
        for row in sorted(self.rows("day-closes.jsonl"), key=lambda row: row["chain"]):
            where = f"day close {row['number']}"
            fields = row["text"].split("\n")
            if not self.signed(row["text"].encode(), bytes.fromhex(row["signature"]), self.keys):
                self.fault(where, "its signature does not verify")
            series, _, number = fields[1].rpartition("-")
            if (number, fields[2], fields[-2], fields[-1]) != (
                    str(row["number"]), str(row["business_day"]), str(row["chain"]), row["chain_hash"]):
                self.fault(where, "its row says something else than what was signed")
            if row["chain"] in self.hashes and self.hashes[row["chain"]].hex() != row["chain_hash"]:
                self.fault(where, "names another head of the chain")
            line = self.closes.get(row["id"])
            if line is None:
                if chain["first"] - 1 <= row["chain"] < chain["last"]:  # its line would be here
                    self.fault(where, "has no line in the audit trail")
            elif last.setdefault(series, row["number"] - 1) + 1 != row["number"]:
                self.fault(where, f"comes where number {last[series] + 1} belongs")
            elif line["signature"] != row["signature"]:
                self.fault(where, "was signed anew")
            elif (line["number"], line["day"]) != (row["number"], row["business_day"]):
                self.fault(where, "has another number or day than its line")
            if row["id"] in seen:
                self.fault(where, "is here twice")
            elif row["business_day"] in days:
                self.fault(where, f"closes a day that day close {days[row['business_day']]} has closed")
            days[row["business_day"]] = last[series] = row["number"]
            seen.add(row["id"])
        for subject in self.closes.keys() - seen:
            line = self.closes[subject]
            self.fault(f"day close {line['number']}", f"closed {line['day']}, and is not here")


def public_key(text):
    try:
        key = bytes.fromhex(text)
    except (TypeError, ValueError):
        key = b""
    if len(key) != 32:
        raise ValueError(f"the key {str(text)[:16]}… is damaged: 64 hexadecimal digits were expected")
    return key


def sentence(wrong):
    """What could not be read, for people."""
    if isinstance(wrong, OSError):
        return f"{wrong.filename}: {wrong.strerror}"
    if isinstance(wrong, KeyError):
        what = f"“{wrong.args[0]}” is missing"
    elif isinstance(wrong, (TypeError, AttributeError, IndexError)):
        what = "a value is of another kind than it should be, or is cut off"
    else:
        what = str(wrong)
    return f"{Inspection.place}: {what}"


def day_number(day):
    return day.year * 10000 + day.month * 100 + day.day


def day_text(number):
    return f"{number // 10000:04d}-{number // 100 % 100:02d}-{number % 100:02d}"


def fingerprint(key):
    return hashlib.sha256(key).hexdigest()[:32]


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder")
    options.add_argument("--key", type=lambda text: text.replace(" ", "").lower())
    options.add_argument("--from", dest="first", type=datetime.date.fromisoformat, metavar="DAY")
    options.add_argument("--to", dest="last", type=datetime.date.fromisoformat, metavar="DAY")
    given = options.parse_args()
    try:
        inspection = Inspection(given.folder)
        inspection.check_manifest(given.key)
        inspection.check_period(given.first, given.last)
        manifest = inspection.manifest
        of = f"licence {manifest['licence']}, business days {day_text(manifest['from'])} to {day_text(manifest['to'])}"
        inspection.check_chain()
        inspection.check_receipts()
        inspection.check_day_closes()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as wrong:
        print(f"This is not an export that can be read: {sentence(wrong)}", file=sys.stderr)
        return 2
    for fault in inspection.faults:
        print(fault)
    print(f"{of}, made {manifest['made_at']}")
    print("signing keys: " + " ".join(fingerprint(bytes.fromhex(key)) for key in manifest["keys"]))
    print(f"lines {manifest['chain']['first']} to {manifest['chain']['last']}: "
          + ("everything agrees" if not inspection.faults else f"{len(inspection.faults)} faults"))
    return 1 if inspection.faults else 0


if __name__ == "__main__":
    sys.exit(main())
