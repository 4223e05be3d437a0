#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/database.h"

#include <QJsonArray>

#include <vector>

namespace sanad {

/// One line of the list of erasures: an id that leads nowhere any more.
struct ErasureEntry {
    CustomerId subject;
    QDateTime at; ///< UTC.

    bool operator==(const ErasureEntry&) const = default;
};

/// How much an erasure took.
struct ErasureCounts {
    std::int64_t transactions = 0; ///< Whose answers were taken.
    std::int64_t documents = 0; ///< Files.
    std::int64_t receipts = 0; ///< That lost the party's name.
    std::int64_t partiesKept = 0; ///< That keep it, as a full tax invoice must.

    ErasureCounts& operator+=(const ErasureCounts& more);
    bool operator==(const ErasureCounts&) const = default;
};

/// All SQL that asks across the features about one person. `records` are those of
/// CustomerRepository::recordsOf().
class SubjectRepository {
public:
    using Records = std::vector<CustomerId>;

    explicit SubjectRepository(Tx& tx)
        : m_tx(tx)
    {
    }

    /// Of which they are applicant, payer or beneficiary; oldest first.
    std::vector<TransactionId> transactions(const Records& records);
    /// Of which they are applicant or beneficiary: whose answers and papers tell of them.
    std::vector<TransactionId> tellingTransactions(const Records& records);
    /// Made out to them, oldest first.
    std::vector<ReceiptId> receipts(const Records& records);
    /// Companies for which they may sign.
    std::vector<CustomerId> companies(const Records& records);
    /// Lines of the audit trail that name them or their transactions, receipts and documents:
    /// `at`, `who`, `act`, `about`.
    QJsonArray auditLines(const std::vector<std::int64_t>& subjects);

    /// What is still open with them, as the error that refuses an erasure: Conflict `privacy.open-draft`,
    /// `privacy.open-transaction`, `privacy.open-fee`, `privacy.open-outbox` (arg: numbers),
    /// `privacy.open-money`, `privacy.open-breach` (arg: numbers).
    Result<> nothingOpen(const Records& records);

    /// Takes the answers, the papers' rows and the reasons; the files' names go to `files`.
    void forgetTransaction(TransactionId id, QStringList& files, ErasureCounts& counts);
    void removeDrafts(const Records& records);
    /// False when tax law needs the name on it: from kFullInvoice on a simplified invoice is not enough.
    bool removeParty(ReceiptId id);

    /// The digest of the new row.
    QString addErasure(std::int64_t id, CustomerId subject, StaffId by, const ErasureCounts& counts);
    std::vector<ErasureEntry> erasures();
    bool isErased(CustomerId subject);
    /// Whether there is a record under this id; opens nothing.
    bool hasRecord(CustomerId subject);

private:
    std::vector<std::int64_t> ids(const QString& sql);
    QStringList texts(const QString& sql);

    Tx& m_tx;
};

} // namespace sanad
