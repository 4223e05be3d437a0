#pragma once

#include "core/base/approval.h"
#include "core/privacy/kept_copies.h"
#include "core/privacy/subject_repository.h"

namespace sanad {

/// What an erasure did.
struct Erasure {
    ErasureCounts counts;
    /// The list that a restore applies again stands beside every backup too, if any were made. False: a
    /// folder that one was made in is not there or cannot be written, or a backup is not where it was made;
    /// a restore from there would bring the person back.
    bool listedBesideBackups = true;
    /// What restores kept beside the data and this erasure does not reach; the person is in those that hold
    /// somebody who was erased.
    std::vector<KeptCopy> keptCopies;
    bool compacted = false; ///< False: a reader was in the way; PrivacyChores makes up for it.
};

/// What a second person consents to before this customer is erased.
ApprovedAct erasureAct(CustomerId customer);

/// Takes a person out of the data. What tax law asks for stays (receipts, ledger, day closes), without the
/// name where a simplified invoice does; the chain of the audit trail holds only ids and is left as it is.
class ErasureService {
public:
    explicit ErasureService(Database& db)
        : m_db(db)
    {
    }

    /// Erases the customer and every record merged into it, in one commit; then nothing of it is left in
    /// free pages, the search index, the log or what a killed backup left (discardAbandonedCopies()). Needs
    /// the consent of a second person. Errors: those of Approval::allows(); NotFound `customer.not-found`;
    /// Invalid `privacy.not-a-person`; Conflict `privacy.open-…` while something is open
    /// (subject_repository.h).
    Result<Erasure> erase(CustomerId customer, const Approval& approval, const Actor& by);

    /// After a restore: erases again whoever of the list in `file` (erasure_list.h) is back. A file that is
    /// not there means nobody. Needs Permission::ManageBackups. Returns how many. Errors: those of
    /// readErasureList().
    Result<int> applyAgain(const QString& file, const Actor& by);

    /// Rewrites the data if an erasure, or a change of the data key, could not. True when it was due.
    Result<bool> compactIfDue();

private:
    bool listBesideBackups();
    Result<> compact();

    Database& m_db;
};

/// Says, within a commit, that it leaves dead rows behind which compactIfDue() has to clear away.
void leaveToCompact(Tx& tx);

/// As applyAgain() within a commit of the caller's, who compacts afterwards: Database::compact(). Nobody is
/// asked, nothing open is a hindrance: these people were erased already.
Result<int> applyErasures(
    Tx& tx, const std::vector<ErasureEntry>& list, const QString& filesFolder, const Actor& by);

} // namespace sanad
