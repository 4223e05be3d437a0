#include "core/privacy/erasure.h"

#include "core/audit/audit_trail.h"
#include "core/base/wiped_file.h"
#include "core/customers/customer_index.h"
#include "core/customers/customer_repository.h"
#include "core/documents/document_files.h"
#include "core/documents/document_repository.h"
#include "core/heads/head_repository.h"
#include "core/heads/raise_heads.h"
#include "core/people/approvals.h"
#include "core/privacy/backup_places.h"
#include "core/privacy/erasure_list.h"
#include "core/privacy/register_repository.h"
#include "core/settings/settings_repository.h"
#include "core/storage/work_folder.h"

#include <QDir>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

const auto kCompactDue = u"privacy.compact_due"_s;
constexpr int kEveryPaper = std::numeric_limits<int>::max();

/// The tables that an erasure or a change of the data key leaves dead rows in.
QStringList rewrittenTables()
{
    return {u"customer"_s, u"customer_number"_s, u"customer_word"_s, u"customer_consent"_s,
        u"customer_authorised"_s, u"customer_merge"_s, u"service_transaction"_s, u"transaction_draft"_s,
        u"document_file"_s, u"receipt_party"_s, u"privacy_request"_s, u"privacy_breach_person"_s, u"outbox"_s,
        u"sync_batch"_s, u"sync_channel"_s, u"approval"_s, u"desk_key"_s, u"privacy_breach"_s,
        u"recovery_key"_s, u"staff"_s};
}

/// Everything of an erasure but the questions before it. The papers of all discarded drafts go along: whose
/// they were is not known any more.
/// Errors: Unreachable `file.cannot-write` while a paper could not be taken away.
Result<ErasureCounts> eraseRecords(Tx& tx, const std::vector<CustomerId>& records, const QString& filesFolder,
    const QString& act, QJsonObject payload, const Actor& by)
{
    SubjectRepository subject(tx);
    ErasureCounts counts;
    QJsonObject rows;
    QStringList files;
    for (const TransactionId id : subject.tellingTransactions(records))
        subject.forgetTransaction(id, files, counts);
    for (const ReceiptId id : subject.receipts(records)) {
        const bool removed = subject.removeParty(id);
        ++(removed ? counts.receipts : counts.partiesKept);
        if (removed) rows.insert(u"receipt_party:"_s + id.text(), QString());
    }
    DocumentRepository documents(tx);
    for (const DocumentFile& file : documents.abandoned(kEveryPaper)) {
        documents.remove(file.id);
        files << file.name;
    }
    const QString centre = centreIdOf(tx);
    QStringList papers;
    for (const QString& name : std::as_const(files))
        papers << documentPath(filesFolder, name, centre);
    if (!std::all_of(papers.begin(), papers.end(), canWipe))
        return Error{ErrorCode::Unreachable, u"file.cannot-write"_s, {}, {}};
    subject.removeDrafts(records);
    CustomerRepository customers(tx);
    RegisterRepository registers(tx);
    // From the last merged to the one that stands.
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        for (const auto& [row, digest] : registers.forget(*record))
            rows.insert(row, digest);
        customers.erase(*record);
        const std::int64_t id = nextRawId();
        rows.insert(u"erasure:"_s + QString::number(id), subject.addErasure(id, *record, by.staff(), counts));
    }
    CustomerIndex(tx).optimise();
    leaveToCompact(tx);
    payload.insert(u"rows"_s, rows);
    payload.insert(u"documents"_s, qint64{counts.documents});
    payload.insert(u"receipts"_s, qint64{counts.receipts});
    payload.insert(u"transactions"_s, qint64{counts.transactions});
    AuditTrail(tx).record(by, act, records.front(), payload);
    for (const auto& topic :
        {u"customers"_s, u"transactions"_s, u"receipts"_s, u"documents"_s, u"drafts"_s, u"privacy"_s})
        tx.touched(topic);
    tx.afterCommit([papers] { std::for_each(papers.begin(), papers.end(), wipeFile); });
    return counts;
}

} // namespace

void leaveToCompact(Tx& tx)
{
    SettingsRepository(tx).setValue(kCompactDue, u"1"_s);
}

Result<int> applyErasures(
    Tx& tx, const std::vector<ErasureEntry>& list, const QString& filesFolder, const Actor& by)
{
    int again = 0;
    for (const ErasureEntry& entry : list) {
        const bool back = CustomerRepository(tx).match(entry.subject).has_value();
        if (!back && SubjectRepository(tx).isErased(entry.subject)) continue;
        SANAD_TRY(eraseRecords(tx, {entry.subject}, filesFolder, u"subject.erased-again"_s, {}, by));
        ++again;
    }
    return again;
}

ApprovedAct erasureAct(CustomerId customer)
{
    return {Permission::EraseSubject, u"subject.erased"_s, customer.text()};
}

Result<Erasure> ErasureService::erase(CustomerId customer, const Approval& approval, const Actor& by)
{
    SANAD_TRY(by.may(Permission::EraseSubject));
    Erasure erasure;
    const auto written = m_db.write([&](Tx& tx) -> Result<> {
        SANAD_TRY(useApproval(tx, approval, erasureAct(customer), by));
        CustomerRepository customers(tx);
        const auto match = customers.match(customer);
        if (!match) return Error{ErrorCode::NotFound, u"customer.not-found"_s, {}, {}};
        if (match->kind == CustomerKind::Company)
            return Error{ErrorCode::Invalid, u"privacy.not-a-person"_s, {}, {}};
        const auto records = customers.recordsOf(match->id);
        SANAD_TRY(SubjectRepository(tx).nothingOpen(records));
        SANAD_TRY_VALUE(counts,
            eraseRecords(tx, records, m_db.filesFolder(), u"subject.erased"_s, approval.auditPayload(), by));
        erasure.counts = counts;
        return {};
    });
    SANAD_TRY(written);
    // The list comes first: it is what a restore has to know of.
    SANAD_TRY(writeErasureList(m_db));
    erasure.listedBesideBackups = listBesideBackups();
    raiseHeads(m_db);
    SANAD_TRY_VALUE(kept,
        m_db.read([&](Tx& tx) -> Result<std::vector<KeptCopy>> { return keptCopies(tx, m_db.location()); }));
    erasure.keptCopies = std::move(kept);
    erasure.compacted = compact().has_value();
    return erasure;
}

bool ErasureService::listBesideBackups()
{
    struct Known {
        QStringList remembered, files;
        QString scheduled;
    };
    const auto known = m_db.read([](Tx& tx) -> Result<Known> {
        const BackupPlaces places(tx);
        return Known{places.remembered(), places.keptFiles(), SettingsRepository(tx).value(kBackupFolderKey)};
    });
    if (!known) return false;
    bool everywhere = true;
    std::vector<QDir> listed;
    QStringList folders = known->remembered;
    if (!known->scheduled.isEmpty() && !folders.contains(known->scheduled)) folders << known->scheduled;
    for (const QString& folder : std::as_const(folders)) {
        const QDir dir(folder);
        if (dir.exists() && writeErasureList(m_db, folder))
            listed.push_back(dir);
        else if (known->remembered.contains(folder))
            everywhere = false;
    }
    // One that is not where any was made lies somewhere: on another stick, or where somebody moved it to.
    return everywhere && std::all_of(known->files.begin(), known->files.end(), [&](const QString& file) {
        return std::any_of(listed.begin(), listed.end(), [&](const QDir& dir) { return dir.exists(file); });
    });
}

Result<int> ErasureService::applyAgain(const QString& file, const Actor& by)
{
    SANAD_TRY(by.may(Permission::ManageBackups));
    SANAD_TRY_VALUE(again, m_db.write([&](Tx& tx) -> Result<int> {
        SANAD_TRY_VALUE(list, readErasureList(tx, file));
        return applyErasures(tx, list, m_db.filesFolder(), by);
    }));
    SANAD_TRY(writeErasureList(m_db));
    listBesideBackups();
    if (again > 0) SANAD_TRY(compact());
    return again;
}

Result<> ErasureService::compact()
{
    discardAbandonedCopies(m_db.location().folder);
    SANAD_TRY(m_db.compact(rewrittenTables()));
    return m_db.write([](Tx& tx) -> Result<> {
        SettingsRepository(tx).setValue(kCompactDue, u""_s);
        return {};
    });
}

Result<bool> ErasureService::compactIfDue()
{
    SANAD_TRY_VALUE(due, m_db.read([](Tx& tx) -> Result<bool> {
        return !SettingsRepository(tx).value(kCompactDue).isEmpty();
    }));
    if (due) SANAD_TRY(compact());
    return due;
}

} // namespace sanad
