#pragma once

#include "core/base/actor.h"
#include "core/base/approval.h"
#include "core/documents/document.h"
#include "core/storage/database.h"

#include <QMap>

namespace sanad {

struct ServiceItem;

/// A document code of the service's list that must be brought and was not; nothing when all are there.
std::optional<QString> missingDocument(
    const ServiceItem& service, const QMap<QString, DocumentState>& states);

/// The plain content of a kept file, for an act that asks and audits by itself. Errors: Unreachable
/// `file.unreadable`, Internal `file.damaged`.
Result<QByteArray> openDocumentFile(Tx& tx, const DocumentFile& file, const QString& filesFolder);

/// Whether the file of a paper is not there.
bool lacksPapers(Tx& tx, const QString& filesFolder);

/// Takes away every paper whose file is gone or not what was kept: the list says that it was seen. None where
/// several should be and the folder is empty, nor one whose file cannot be read. For an act that asks by
/// itself. Returns how many.
int giveUpLostPapers(Tx& tx, const QString& filesFolder, const Actor& by);

/// What a second person consents to in DocumentService::copyOut().
ApprovedAct copyAct(DocumentId document);

/// Papers whose time is over, by their code, and those of discarded drafts.
struct DuePapers {
    QMap<QString, int> outdated;
    int abandoned = 0;
};

/// What people do with the papers of a transaction, draft or not. Files lie encrypted under the files folder
/// with random names. Touches "documents".
class DocumentService {
public:
    static constexpr qint64 kMaxBytes = 20 * 1024 * 1024;

    explicit DocumentService(Database& db)
        : m_db(db)
    {
    }

    /// In the service's order. Errors: NotFound `document.no-transaction`.
    Result<std::vector<ChecklistItem>> checklist(TransactionId transaction, const Actor& by);
    /// Seen or missing; scanned comes from add(). Errors: NotFound `document.no-code` (arg: code).
    Result<> mark(TransactionId transaction, const QString& code, DocumentState state, const Actor& by);

    /// Encrypts and keeps the file at `path`. Errors: Unreachable `file.unreadable`, `file.cannot-write`;
    /// Invalid `document.type`, `document.empty`, `file.too-large`; Denied `document.sensitive` (arg:
    /// code) for a kind of data that may not be kept; NotFound as above.
    Result<DocumentFile> add(TransactionId transaction, const QString& code, const QString& path,
        const QDate& expiry, const Actor& by);
    /// The plain content, in memory only; audited. Errors: NotFound `document.not-found`, Internal
    /// `file.damaged`.
    Result<QByteArray> open(DocumentId document, const Actor& by);
    /// Writes the plain content to `path`, which the person chose: from there on the program guards it no
    /// more. Who may not give data out (Permission::ExportSubject) brings the consent of one who may, to
    /// copyAct(). The audit line is there before the file, even if writing fails then. Errors: those of
    /// open(), mayWriteTo() and useApproval(); Unreachable `file.cannot-write`.
    Result<> copyOut(DocumentId document, const QString& path, const Approval& approval, const Actor& by);
    Result<> remove(DocumentId document, const Actor& by);

    /// What purge() would remove now, of what rows name.
    Result<DuePapers> due(const Actor& by);
    /// Removes what is past its time, what belongs to a discarded draft, and files that no row names (left by
    /// a crash). Returns how many files.
    enum class PastTerm { Remove, Keep }; ///< Keep: while the clock may be wrong.
    Result<int> purge(const Actor& by, PastTerm pastTerm = PastTerm::Remove);

private:
    Database& m_db;
};

} // namespace sanad
