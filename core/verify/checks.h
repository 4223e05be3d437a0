#pragma once

#include "core/receipts/day_figures.h"
#include "core/verify/books.h"
#include "core/verify/evidence.h"

#include <unordered_set>

namespace sanad {

/// Sums that the receipts come to, by business day.
using FiguresByDay = std::map<int, FigureMap>;
/// What receipts call their services and agencies, by business day and item: nameOf() each.
using FigureNames = std::unordered_set<quint64>;
quint64 nameOf(int businessDay, const FigureKey& item, const std::pair<QString, QString>& name);

struct ReceiptFigures {
    FiguresByDay sums;
    FigureNames names;
};

/// one-piece, chain, balance: every receipt with its lines, payments, party and audit line, each column by
/// digest, the link to the chain, the signature, and that what was posted follows from it. Returns the
/// figures of all receipts.
ReceiptFigures checkReceipts(Tx& tx, Evidence& evidence, Breaches& breaches);

/// balance, one-piece: what shifts, movements of cash and agencies' money posted follows from their rows, and
/// nothing was posted that belongs to no row. After checkReceipts().
void checkPostings(Tx& tx, Evidence& evidence, Breaches& breaches);

/// one-piece, once: lines and their transactions, transactions and their outbox rows, nothing left over.
void checkPieces(Tx& tx, Breaches& breaches);

/// numbers: every series without gaps but the declared ones.
void checkNumbers(Tx& tx, Breaches& breaches);

/// balance, trust, one-piece: entries of every document, balances, the ledger's roll-up, fees held for
/// agencies. Returns the books that the entries come to.
Books checkLedger(Tx& tx, Evidence& evidence, const FiguresByDay& figures, Breaches& breaches);

/// chain: rows that audit lines vouch for by a digest.
void checkVouchedRows(Tx& tx, const Evidence& evidence, Breaches& breaches);

/// chain, one-piece: customers, transactions, tickets, breaches, each row with what belongs to it.
void checkVouchedTables(Tx& tx, Evidence& evidence, Breaches& breaches);

/// chain: signatures and chain heads of day closes, and everything that they say of their day.
void checkDayCloses(
    Tx& tx, const Evidence& evidence, const FiguresByDay& figures, Books& books, Breaches& breaches);

/// roll-up: day_figure against the receipts, in sums and names.
void checkFigures(Tx& tx, const ReceiptFigures& figures, Breaches& breaches);

/// file: every page of a SQLite file is sound, and every index holds what its table does. False when the
/// pages themselves are broken: a walk along them might not end.
bool checkPages(Tx& tx, Breaches& breaches);

/// value: every value of every table is of its column's type and such as the program writes it, also where
/// reading would not tell: no text in place of a number, no '' or 0 where nothing is NULL, no other branch.
/// False where an amount is so large that sums would run over.
bool checkValues(Tx& tx, Breaches& breaches);

/// chain: the signing keys are those that are known from elsewhere, by fingerprint or in full, in hexadecimal
/// digits.
void checkKeys(Tx& tx, const QStringList& known, Breaches& breaches);

/// file: every encrypted document is there and is the one that was kept.
void checkFiles(Tx& tx, const QString& folder, const Evidence& evidence, Breaches& breaches);

/// no-edit: the triggers are those that the migrations make, and no others.
void checkTriggers(Tx& tx, Breaches& breaches);

/// no-edit: the list of migrations, the triggers, and of a SQLite file tables and indexes too.
void checkSchema(Tx& tx, Breaches& breaches);

} // namespace sanad
