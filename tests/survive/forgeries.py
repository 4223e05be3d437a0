"""Several rows that fit together and that no act made, for tamper.py: each a list of statements, or a function of the
database."""
import hashlib
import json

CHART = ("drawer", "card-clearing", "bank", "wallet", "agency-payable")  # as far as it is used here, in its order
BAISA = 18000
DOCUMENT = 4711

# Promised, and without a row in the prepared centre: what somebody would put in.
MADE_UP = {
    "data_key": "INSERT INTO data_key SELECT branch_id, public_key, created_at FROM desk_key LIMIT 1",
    "credit_note": "INSERT INTO credit_note SELECT id + 1, branch_id, (SELECT name FROM number_series WHERE series ="
                   " 'CN-C1'), 1, id, business_day, issued_at, clerk, '', total_baisa, signature FROM receipt ORDER BY id"
                   " LIMIT 1",
}


def next_line(db, act, subject, payload):
    """One more line of the chain, with its hash."""
    number, at, before = db.execute("SELECT id, at, hash FROM audit_line ORDER BY id DESC LIMIT 1").fetchone()
    text = json.dumps(payload, separators=(",", ":"), sort_keys=True)
    line = "\n".join((str(number + 1), at, "0", "", "", act, str(subject), text))
    digest = hashlib.sha256(before + line.encode()).digest()
    db.execute("INSERT INTO audit_line (id, branch_id, at, staff_id, actor, counter, act, subject_id, payload, hash)"
               " VALUES (?, 1, ?, NULL, '', '', ?, ?, ?, ?)", (number + 1, at, act, subject, text, digest))
    db.execute("UPDATE audit_head SET number = ?, hash = ?", (number + 1, digest))


def post(db, kind, entries, rows=None):
    """Entries with their balances and roll-up, and a line that vouches for them and for `rows`. Each entry is an account,
    its part and an amount."""
    day, = db.execute("SELECT max(business_day) FROM shift").fetchone()
    entries = sorted(entries, key=lambda entry: (CHART.index(entry[0]), entry[1]))
    for account, part, amount in entries:
        db.execute("INSERT INTO ledger_account (id, branch_id, account, part, balance_baisa)"
                   " VALUES ((SELECT max(id) + 1 FROM ledger_account), 1, ?, ?, ?) ON CONFLICT (branch_id, account, part)"
                   " DO UPDATE SET balance_baisa = balance_baisa + excluded.balance_baisa", (account, part, amount))
        known, = db.execute("SELECT id FROM ledger_account WHERE account = ? AND part = ?", (account, part)).fetchone()
        db.execute("INSERT INTO ledger_entry SELECT max(id) + 1, 1, ?, ?, ?, ?, ? FROM ledger_entry",
                   (kind, DOCUMENT, day, known, amount))
        db.execute("INSERT INTO ledger_day VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                   " debit_baisa = debit_baisa + excluded.debit_baisa,"
                   " credit_baisa = credit_baisa + excluded.credit_baisa",
                   (day, known, kind, max(amount, 0), max(-amount, 0)))
    text = "\n".join((kind, str(DOCUMENT), str(day), *(f"{account}|{part}|{amount}" for account, part, amount in entries)))
    payload = {"document": kind, "ledger": hashlib.sha256(text.encode()).hexdigest()}
    if rows:
        payload["rows"] = rows
    next_line(db, "rows.written", DOCUMENT, payload)


def posted(kind, into, out_of):
    """A posting of no row."""
    return lambda db: post(db, kind, ((*into, BAISA), (*out_of, -BAISA)))


def top_up_of_less(db):
    """A row that lines vouch for as well as for its entries, and these say more."""
    day, staff, at = db.execute("SELECT business_day, staff_id, opened_at FROM shift ORDER BY id DESC LIMIT 1").fetchone()
    row = (DOCUMENT, 1, "top-up", None, "ROP", BAISA - 1000, "bank", "", "", day, at, staff)
    db.execute(f"INSERT INTO agency_movement VALUES ({', '.join('?' * len(row))})", row)
    text = "".join(f"{'' if value is None else value}\x1f" for value in row)
    post(db, "wallet-top-up", (("wallet", "ROP", BAISA), ("bank", "", -BAISA)),
         {"agency_movement": hashlib.sha256(text.encode()).hexdigest()})


BANK, SAFE, CARDS = ("bank", ""), ("drawer", ""), ("card-clearing", "")
PAYABLE, WALLET = ("agency-payable", "ROP"), ("wallet", "ROP")

FORGED = {
    "a credit note with its series": (
        MADE_UP["credit_note"], "UPDATE number_series SET last = 1 WHERE series = 'CN-C1'"),
    "a credit note of another branch": (MADE_UP["credit_note"], "UPDATE credit_note SET branch_id = 2"),
    "two entries that cancel out, in the roll-up too": (
        "CREATE TEMP TABLE one AS SELECT * FROM ledger_entry WHERE document_kind = 'receipt' ORDER BY id LIMIT 1",
        "INSERT INTO ledger_entry SELECT id + 1000, branch_id, document_kind, document_id, business_day, account_id, 500000"
        " FROM one UNION ALL SELECT id + 1001, branch_id, document_kind, document_id, business_day, account_id, -500000"
        " FROM one",
        "UPDATE ledger_day SET debit_baisa = debit_baisa + 500000, credit_baisa = credit_baisa + 500000"
        " WHERE (business_day, account_id, document_kind) ="
        " (SELECT business_day, account_id, document_kind FROM one)"),
    "an account that nobody posted to": (
        "INSERT INTO ledger_account (id, branch_id, account, part, balance_baisa) VALUES (7, 1, 'agency-payable', 'X', 0)",),
    "a newer good backup": (
        "INSERT INTO backup_run SELECT id + 1, branch_id, 'x' || name, bytes, verified_at, chain_number, chain_hash,"
        " files, verified_at, NULL FROM backup_run",),
    "a posted receipt that there is not": posted("receipt", CARDS, BANK),
    "a posted payment to an agency that nobody made": posted("agency-paid", PAYABLE, BANK),
    "a posted refund that no agency gave": posted("agency-refund", WALLET, PAYABLE),
    "a posted move of cash that nobody made": posted("cash-moved", BANK, SAFE),
    "a posted close of no drawer": posted("shift-closed", SAFE, BANK),
    "a posting of a kind that there is not": posted("gift", BANK, SAFE),
    "a top-up that posts more than it says": top_up_of_less,
}
# Of these, what a repair of derived rows may set right.
MENDED = ("an account that nobody posted to",)
