#pragma once

#include "core/base/actor.h"
#include "core/storage/database.h"

#include <QDate>

namespace sanad {

/// What an export holds.
struct InspectionSummary {
    std::int64_t lines = 0, receipts = 0, dayCloses = 0;
    QByteArray publicKey; ///< Of the key that signed it.
};

/// Writes what an inspector checks without this program: docs/inspection.md says how, and
/// `tools/check-inspection.py` does it with nothing but Python and OpenSSL.
class InspectionService {
public:
    explicit InspectionService(Database& db)
        : m_db(db)
    {
    }

    /// The business days `from` … `to`: every audit line of that time, every receipt that they issue, every
    /// close that they tell of or that is of those days, no personal data of customers, into the folder,
    /// which is made and must be empty. `manifest.json`, written last, names the digest of every file, and
    /// `manifest.sig` is its Ed25519 signature by the desk's key. Recorded in the audit trail. Errors:
    /// Invalid `inspection.range`, `inspection.folder-not-empty` (arg: folder); Unreachable
    /// `inspection.cannot-write` (arg: file); NotFound `inspection.nothing`; those of mayWriteInto().
    Result<InspectionSummary> exportTo(
        const QString& folder, const QDate& from, const QDate& to, const Actor& by);

private:
    Database& m_db;
};

} // namespace sanad
