#pragma once

#include "core/audit/vouched_rows.h"
#include "core/verify/breaches.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace sanad {

/// What the audit lines say of the other tables, read in one walk along the chain.
struct Evidence {
    struct Issue { ///< Of a receipt.
        QByteArray content; ///< Digest of its rows.
        QByteArray chainBefore; ///< The head that its link was made with.
        bool operator==(const Issue&) const = default;
    };
    struct Posting {
        QByteArray digest;
        std::int64_t line = 0; ///< The audit line that vouches for it.
        int notBefore = 0; ///< The day before the date of the line: no act dates money further back.
        bool seen = false; ///< Set by checkLedger() as it meets the entries.
        bool founded = false; ///< Set by checkReceipts() and checkPostings() as they meet its row.
        bool operator==(const Posting& other) const { return digest == other.digest; }
    };

    QHash<std::int64_t, Issue> receipts;
    QHash<std::int64_t, QString> dayCloses; ///< Signatures in hex.
    QHash<QPair<QString, std::int64_t>, Posting> postings; ///< By document kind and id.
    /// `table:id` → digest: the last one that was told, of append-only tables the first.
    QHash<QString, QString> rows;
    /// The same of vouchedTables(), of which there are many rows: by table and id; zero for a row that is
    /// gone.
    struct Digest {
        quint64 first = 0, second = 0;
        bool operator==(const Digest&) const = default;
    };
    std::vector<QHash<std::int64_t, Digest>> tables;
    QSet<std::int64_t> approvals; ///< Consents that an act has used up.
    QHash<std::int64_t, QByteArray> chain; ///< Hashes of the lines that a day close names.
    QHash<std::int64_t, QByteArray> files; ///< Digests of encrypted files, by document.
    QHash<std::int64_t, QByteArray> parties; ///< Of sealed parties that were sealed anew, by receipt.
    std::int64_t lines = 0;
};

/// The tables whose rows lines vouch for one by one (core/audit/vouched_rows.h).
const std::vector<const VouchedTable*>& vouchedTables();
/// Of the text that a line carries.
Evidence::Digest digestFrom(QStringView text);

/// Walks the chain, checks each line's hash, and gathers the evidence. What is written once and never
/// changed, a posting or a row of an append-only table, is vouched for once: a later line with another digest
/// of it is a breach, unless a change of the data key sealed a column of the row anew.
Evidence readEvidence(Tx& tx, Breaches& breaches);

} // namespace sanad
