#include "core/documents/document_service.h"

#include "core/audit/audit_trail.h"
#include "core/base/sensitive_data.h"
#include "core/base/whole_file.h"
#include "core/base/wiped_file.h"
#include "core/catalogue/catalogue_repository.h"
#include "core/crypto/file_box.h"
#include "core/crypto/hash.h"
#include "core/documents/document_files.h"
#include "core/documents/document_repository.h"
#include "core/documents/retention.h"
#include "core/heads/head_repository.h"
#include "core/people/approvals.h"
#include "core/storage/output_path.h"
#include "core/transactions/checklist_repository.h"
#include "core/transactions/draft_repository.h"
#include "core/transactions/made_with.h"
#include "core/transactions/transaction_repository.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

/// A younger file without a row may belong to a commit that is under way at another counter.
constexpr qint64 kOrphanSeconds = 3600;
constexpr int kPurgePieces = 500;

QDate todayAt(Tx& tx)
{
    return tx.now().toTimeZone(centreZone()).date();
}

Error noTransaction()
{
    return {ErrorCode::NotFound, u"document.no-transaction"_s, {}, {}};
}

/// The service that a draft is for today, or that a transaction was made with.
Result<ServiceItem> serviceOf(Tx& tx, TransactionId id)
{
    if (const auto transaction = TransactionRepository(tx).get(id)) return madeWith(tx, *transaction).service;
    const auto draft = DraftRepository(tx).get(id);
    if (!draft) return noTransaction();
    const auto service = CatalogueRepository(tx).service(draft->serviceCode, todayAt(tx));
    if (!service) return noTransaction();
    return *service;
}

Result<> knownCode(const ServiceItem& service, const QString& code)
{
    const bool known = std::any_of(service.documents.begin(), service.documents.end(),
        [&](const RequiredDocument& document) { return document.code == code; });
    if (!known) return Error{ErrorCode::NotFound, u"document.no-code"_s, {code}, {}};
    return {};
}

/// A paper whose kind of data the centre may not keep is looked at and given back.
Result<> mayBeKept(Tx& tx, const ServiceItem& service, const QString& code)
{
    if (!sensitivePermit(tx).isEmpty()) return {};
    for (const RequiredDocument& document : service.documents)
        if (document.code == code && (sensitiveKindOf(document.ar) || sensitiveKindOf(document.en)))
            return Error{ErrorCode::Denied, u"document.sensitive"_s, {code}, {}};
    return {};
}

void setState(Tx& tx, TransactionId transaction, const QString& code, DocumentState state)
{
    ChecklistRepository checklists(tx);
    auto states = checklists.get(transaction);
    states[code] = state;
    checklists.save(transaction, states);
}

/// `act` says why; `words` go into its line.
void takeAway(Tx& tx, const DocumentFile& file, const QString& path, const QString& act, QJsonObject words,
    const Actor& by)
{
    DocumentRepository documents(tx);
    documents.remove(file.id);
    const auto left = documents.files(file.transaction);
    const bool another = std::any_of(
        left.begin(), left.end(), [&](const DocumentFile& other) { return other.code == file.code; });
    if (!another) setState(tx, file.transaction, file.code, DocumentState::Seen);
    words.insert(u"code"_s, file.code);
    AuditTrail(tx).record(by, act, file.id, words);
    tx.touched(u"documents"_s);
    tx.afterCommit([path] { wipeFile(path); });
}

} // namespace

std::optional<QString> missingDocument(const ServiceItem& service, const QMap<QString, DocumentState>& states)
{
    for (const RequiredDocument& document : service.documents)
        if (document.required &&
            states.value(document.code, DocumentState::Missing) == DocumentState::Missing)
            return document.code;
    return std::nullopt;
}

Result<QByteArray> openDocumentFile(Tx& tx, const DocumentFile& file, const QString& filesFolder)
{
    return unboxFile(documentPath(filesFolder, file.name, centreIdOf(tx)), documentKey(tx.vault()),
        boundToDocument(file.id), DocumentService::kMaxBytes);
}

bool lacksPapers(Tx& tx, const QString& filesFolder)
{
    const QString centre = centreIdOf(tx);
    const auto all = DocumentRepository(tx).all();
    return std::any_of(all.begin(), all.end(), [&](const DocumentFile& file) {
        return !QFileInfo(documentPath(filesFolder, file.name, centre)).isFile();
    });
}

int giveUpLostPapers(Tx& tx, const QString& filesFolder, const Actor& by)
{
    const QString centre = centreIdOf(tx);
    const auto all = DocumentRepository(tx).all();
    // A folder with nothing in it is more likely not there for a moment than all of its files lost.
    if (all.size() > 1 && QDir(filesFolder).isEmpty(QDir::Files)) return 0;
    int given = 0;
    for (const DocumentFile& file : all) {
        const auto opened = openDocumentFile(tx, file, filesFolder);
        const QString path = documentPath(filesFolder, file.name, centre);
        // What cannot be read today may be read tomorrow.
        if (opened || (opened.error().key == "file.unreadable"_L1 && QFileInfo::exists(path))) continue;
        // What stood in its place can be told again by its hash; of a file that is gone there is none.
        takeAway(tx, file, path, u"document.given-up"_s,
            {{u"found_sha256"_s, QString::fromLatin1(sha256OfFile(path).toHex())}}, by);
        ++given;
    }
    return given;
}

Result<std::vector<ChecklistItem>> DocumentService::checklist(TransactionId transaction, const Actor& by)
{
    SANAD_TRY(by.may(Permission::HandleDocuments));
    return m_db.read([&](Tx& tx) -> Result<std::vector<ChecklistItem>> {
        SANAD_TRY_VALUE(service, serviceOf(tx, transaction));
        DocumentRepository documents(tx);
        const auto states = ChecklistRepository(tx).get(transaction);
        const auto files = documents.files(transaction);
        std::vector<ChecklistItem> list;
        for (const RequiredDocument& document : service.documents) {
            ChecklistItem item{document.code, document.ar, document.en, document.required,
                states.value(document.code, DocumentState::Missing), {}};
            std::copy_if(files.begin(), files.end(), std::back_inserter(item.files),
                [&](const DocumentFile& file) { return file.code == document.code; });
            list.push_back(std::move(item));
        }
        return list;
    });
}

Result<> DocumentService::mark(
    TransactionId transaction, const QString& code, DocumentState state, const Actor& by)
{
    SANAD_TRY(by.may(Permission::HandleDocuments));
    return m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY_VALUE(service, serviceOf(tx, transaction));
        SANAD_TRY(knownCode(service, code));
        const auto files = DocumentRepository(tx).files(transaction);
        const bool kept = std::any_of(
            files.begin(), files.end(), [&](const DocumentFile& file) { return file.code == code; });
        const DocumentState marked = kept ? DocumentState::Scanned : state;
        setState(tx, transaction, code, marked);
        AuditTrail(tx).record(by, u"document.marked"_s, transaction,
            {{u"code"_s, code}, {u"state"_s, documentStateKey(marked)}});
        tx.touched(u"documents"_s);
        return {};
    });
}

Result<DocumentFile> DocumentService::add(
    TransactionId transaction, const QString& code, const QString& path, const QDate& expiry, const Actor& by)
{
    SANAD_TRY(by.may(Permission::HandleDocuments));
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly)) return Error{ErrorCode::Unreachable, u"file.unreadable"_s, {}, {}};
    if (source.size() == 0) return Error{ErrorCode::Invalid, u"document.empty"_s, {}, {}};
    if (source.size() > kMaxBytes)
        return Error{
            ErrorCode::Invalid, u"file.too-large"_s, {QString::number(kMaxBytes / (1024 * 1024))}, {}};
    const auto type = mediaTypeOf(source.peek(16));
    if (!type) return Error{ErrorCode::Invalid, u"document.type"_s, {}, {}};
    const QDir folder(m_db.filesFolder());
    if (!folder.mkpath(u"."_s)) return Error{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};

    DocumentFile file;
    file.id = DocumentId::create();
    file.transaction = transaction;
    file.code = code;
    file.type = *type;
    file.expiry = expiry;
    file.addedBy = by.staff();
    QString target;

    // The file is whole on disk before the row that names it: a crash between the two leaves a file that
    // nothing names, which purge() removes, never a row without its file.
    auto added = m_db.write([&](Tx& tx) -> Result<DocumentFile> {
        SANAD_TRY_VALUE(service, serviceOf(tx, transaction));
        SANAD_TRY(knownCode(service, code));
        SANAD_TRY(mayBeKept(tx, service, code));
        if (file.name.isEmpty()) file.name = freshDocumentName(centreIdOf(tx));
        target = folder.filePath(file.name);
        source.seek(0);
        SANAD_TRY_VALUE(
            bytes, boxFile(source, target, documentKey(tx.vault()), boundToDocument(file.id), kMaxBytes));
        file.bytes = bytes;
        file.addedAt = tx.now();
        file.keepUntil = todayAt(tx).addMonths(keepMonths(tx, code));
        DocumentRepository(tx).insert(file);
        setState(tx, transaction, code, DocumentState::Scanned);
        AuditTrail(tx).record(by, u"document.added"_s, file.id,
            {{u"bytes"_s, static_cast<qint64>(bytes)}, {u"code"_s, code},
                {u"sha256"_s, QString::fromLatin1(sha256OfFile(target).toHex())},
                {u"transaction"_s, transaction.text()}});
        tx.touched(u"documents"_s);
        return file;
    });
    if (!added && !target.isEmpty()) QFile::remove(target);
    return added;
}

Result<QByteArray> DocumentService::open(DocumentId document, const Actor& by)
{
    SANAD_TRY(by.may(Permission::HandleDocuments));
    return m_db.write([&](Tx& tx) -> Result<QByteArray> {
        const auto file = DocumentRepository(tx).get(document);
        if (!file) return Error{ErrorCode::NotFound, u"document.not-found"_s, {}, {}};
        SANAD_TRY_VALUE(plain, openDocumentFile(tx, *file, m_db.filesFolder()));
        AuditTrail(tx).record(by, u"document.opened"_s, document);
        return plain;
    });
}

ApprovedAct copyAct(DocumentId document)
{
    return {Permission::ExportSubject, u"document.copied"_s, document.text()};
}

Result<> DocumentService::copyOut(
    DocumentId document, const QString& path, const Approval& approval, const Actor& by)
{
    SANAD_TRY(by.may(Permission::HandleDocuments));
    SANAD_TRY(mayWriteTo(path));
    SANAD_TRY_VALUE(plain, m_db.write([&](Tx& tx) -> Result<QByteArray> {
        const auto file = DocumentRepository(tx).get(document);
        if (!file) return Error{ErrorCode::NotFound, u"document.not-found"_s, {}, {}};
        const ApprovedAct act = copyAct(document);
        if (!by.holds(act.permission)) SANAD_TRY(useApproval(tx, approval, act, by));
        SANAD_TRY_VALUE(content, openDocumentFile(tx, *file, m_db.filesFolder()));
        QJsonObject payload{{u"code"_s, file->code}};
        addApproval(tx, payload, approval);
        AuditTrail(tx).record(by, act.act, document, payload);
        return content;
    }));
    QSaveFile out(path);
    if (out.open(QIODevice::WriteOnly) &&
        out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
        out.write(plain) == plain.size() && commitWhole(out))
        return {};
    return Error{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};
}

Result<> DocumentService::remove(DocumentId document, const Actor& by)
{
    SANAD_TRY(by.may(Permission::HandleDocuments));
    return m_db.write([&](Tx& tx) -> Result<> {
        DocumentRepository documents(tx);
        const auto file = documents.get(document);
        if (!file) return Error{ErrorCode::NotFound, u"document.not-found"_s, {}, {}};
        const QString path = documentPath(m_db.filesFolder(), file->name, centreIdOf(tx));
        if (!canWipe(path)) return Error{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};
        takeAway(tx, *file, path, u"document.removed"_s, {}, by);
        return {};
    });
}

Result<DuePapers> DocumentService::due(const Actor& by)
{
    SANAD_TRY(by.may(Permission::HandleDocuments));
    constexpr int kMost = 100'000;
    return m_db.read([&](Tx& tx) -> Result<DuePapers> {
        DocumentRepository documents(tx);
        DuePapers due;
        for (const DocumentFile& file : documents.outdated(todayAt(tx), kMost))
            ++due.outdated[file.code];
        due.abandoned = static_cast<int>(documents.abandoned(kMost).size());
        return due;
    });
}

Result<int> DocumentService::purge(const Actor& by, PastTerm pastTerm)
{
    SANAD_TRY(by.may(Permission::HandleDocuments));
    const QDir folder(m_db.filesFolder());
    return m_db.write([&](Tx& tx) -> Result<int> {
        DocumentRepository documents(tx);
        const QString centre = centreIdOf(tx);
        QStringList gone;
        const auto forget = [&](const std::vector<DocumentFile>& files) {
            for (const DocumentFile& file : files) {
                const QString path = documentPath(folder.path(), file.name, centre);
                if (!canWipe(path)) continue;
                documents.remove(file.id);
                gone << path;
            }
        };
        if (pastTerm == PastTerm::Remove) forget(documents.outdated(todayAt(tx), kPurgePieces));
        forget(documents.abandoned(kPurgePieces));
        const auto recent = QDateTime::currentDateTimeUtc().addSecs(-kOrphanSeconds);
        for (QDirIterator it(folder.path(), QDir::Files); it.hasNext();) {
            const QFileInfo file(it.next());
            if (isDocumentName(file.fileName(), centre) && file.lastModified() < recent &&
                !documents.knowsFile(file.fileName()) && !gone.contains(file.filePath()) &&
                canWipe(file.filePath()))
                gone << file.filePath();
        }
        if (gone.isEmpty()) return 0;
        AuditTrail(tx).record(by, u"document.purged"_s, std::int64_t{0}, {{u"files"_s, gone.size()}});
        tx.touched(u"documents"_s);
        tx.afterCommit([gone] {
            for (const QString& path : gone)
                wipeFile(path);
        });
        return static_cast<int>(gone.size());
    });
}

} // namespace sanad
