#pragma once

#include "core/storage/database.h"

#include <vector>

namespace sanad {

/// A broken promise of `design.md` section 2.
struct Breach {
    QString invariant; ///< `numbers`, `balance`, `trust`, `chain`, `once`, `no-edit`, `one-piece`, `roll-up`,
                       ///< `file`, `value`, `nothing-stuck`, `private`
    QString where; ///< The first bad row: `receipt C1-000123`, `audit_line 17`.
    QString what; ///< English, for whoever looks into it; no personal data.

    bool operator==(const Breach&) const = default;
};

/// Reads everything that a centre promises and reports each breach, at most `kMaxBreaches` per check.
/// Needs no signed-in person and no data key: sealed columns are checked as ciphertext.
/// Errors: only those of reading (`storage.…`).
constexpr int kMaxBreaches = 20;
/// Whoever can write the database can also put a signing key of their own into it and sign everything anew:
/// `knownKeys`, fingerprints or public keys in hexadecimal digits kept elsewhere, betray that.
Result<std::vector<Breach>> verifyCentre(Database& db, const QStringList& knownKeys = {});
/// The same within a transaction of the caller's.
std::vector<Breach> breachesIn(Tx& tx, const QString& filesFolder, const QStringList& knownKeys = {});

/// Tells of a paper whose file is not there: no backup can hold it either.
bool isLostPaper(const Breach& breach);
/// The same, or its file holds other bytes than were kept.
bool isUselessPaper(const Breach& breach);

} // namespace sanad
