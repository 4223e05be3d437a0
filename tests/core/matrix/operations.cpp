#include "tests/core/matrix/operations.h"

#include "core/audit/audit_repository.h"
#include "core/audit/audit_service.h"
#include "core/backup/backup_service.h"
#include "core/backup/health.h"
#include "core/backup/restore.h"
#include "core/cash/clock_guard.h"
#include "core/cash/shift_service.h"
#include "core/catalogue/catalogue_import.h"
#include "core/catalogue/catalogue_service.h"
#include "core/catalogue/own_catalogue.h"
#include "core/catalogue/pack_service.h"
#include "core/customers/customer_import.h"
#include "core/customers/customer_service.h"
#include "core/customers/synthetic_customers.h"
#include "core/documents/document_service.h"
#include "core/inspection/inspection_service.h"
#include "core/keys/key_rotation.h"
#include "core/people/approvals.h"
#include "core/people/people_service.h"
#include "core/people/secrets_service.h"
#include "core/privacy/chores.h"
#include "core/privacy/erasure.h"
#include "core/privacy/privacy_service.h"
#include "core/privacy/processing_record.h"
#include "core/privacy/subject_export.h"
#include "core/queue/queue_service.h"
#include "core/receipts/day_service.h"
#include "core/receipts/receipt_service.h"
#include "core/reports/day_report.h"
#include "core/reports/today.h"
#include "core/settings/settings_service.h"
#include "core/support/support_bundle.h"
#include "core/sync/assisted.h"
#include "core/sync/sync_service.h"
#include "core/transactions/correction_service.h"
#include "core/transactions/portal_answers.h"
#include "core/transactions/remove_channel.h"
#include "core/transactions/transaction_list_repository.h"
#include "core/transactions/transaction_repository.h"
#include "core/transactions/transaction_service.h"
#include "core/visits/customer_search.h"
#include "core/visits/visit_service.h"
#include "tests/support/cheap_secrets.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace sanad::test {

namespace {

using P = Permission;

const QDate kDay(2026, 11, 22);
const QDate kBefore(2026, 11, 1);

template <class T> std::optional<Error> outcome(const Result<T>& result)
{
    if (result) return std::nullopt;
    return result.error();
}

// One line an operation: the service, the call with `by`, and the permissions that it needs.
#define OP(SERVICE, CALL, ...)                                                                               \
    Operation                                                                                                \
    {                                                                                                        \
#SERVICE "::" #CALL,                                                                                 \
            {__VA_ARGS__ }, {}, [](Database & db, const Actor& by) { return outcome(SERVICE(db).CALL); }     \
    }
// A function that takes the database.
#define FREE(CALL, ...)                                                                                      \
    Operation                                                                                                \
    {                                                                                                        \
#CALL, {__VA_ARGS__ }, {}, [](Database & db, const Actor& by) { return outcome(CALL); }              \
    }
// As OP, where one of several permissions is enough.
#define ANY(SERVICE, CALL, ...)                                                                              \
    Operation                                                                                                \
    {                                                                                                        \
#SERVICE "::" #CALL,                                                                                 \
            {}, {__VA_ARGS__ }, [](Database & db, const Actor& by) { return outcome(SERVICE(db).CALL); }     \
    }

using PrivacyIds = std::vector<CustomerId>;

/// Services whose making takes more than the database.
SecretsService Secrets(Database& db)
{
    return SecretsService(db, kCheap);
}
KeyService Keys(Database& db)
{
    return KeyService(db, kCheap);
}
PeopleService People(Database& db)
{
    return PeopleService(db, kCheap);
}

/// The first page of a long list.
template <class Row> Result<std::vector<Row>> looked(Database& db, LongList<Row> list, const Actor& by)
{
    return db.read([&](Tx& tx) -> Result<std::vector<Row>> {
        SANAD_TRY(list.countOn(tx, by));
        return list.rows(tx, 0, 10, by);
    });
}

/// The sync of an empty centre: no channel, nothing to send.
struct Sync {
    PortalAnswers sink{Actor()};
    SyncService service;
    explicit Sync(Database& db)
        : service(db, sink)
    {
    }
};

} // namespace

const std::vector<Operation>& operations()
{
    static const std::vector<Operation> all{
        // people
        OP(People, add({u"new"_s, u"جديد"_s, {}, Role::Clerk, u"x"_s, u"1"_s}, by), P::ManageStaff),
        OP(People, disable(StaffId::fromRaw(5), by), P::ManageStaff),
        OP(People, enable(StaffId::fromRaw(5), by), P::ManageStaff),
        OP(People, setRole(StaffId::fromRaw(5), Role::Clerk, by), P::ManageStaff),
        OP(People, setPermission(Role::Inspector, P::ViewReports, false, by), P::ManageStaff),
        OP(People, list(by), P::ManageStaff),
        OP(People, roles(by), P::ManageStaff),
        OP(Secrets, changePassword(u"old-password"_s, u"new-password"_s, by)),
        OP(Secrets, changePin(u"123456"_s, u"432100"_s, by)),
        OP(Secrets, reset(StaffId::fromRaw(5), u"new-password"_s, u"4321"_s, by), P::ManageStaff),
        OP(Secrets, newRecoveryCode(by), P::ManageStaff),
        OP(Keys, rotate(u"password"_s, {}, by), P::ManageStaff),
        OP(Approvals, give(u"nobody"_s, u"123456"_s, {P::VoidReceipts, u"act"_s, u"1"_s}, u"why"_s, by)),
        OP(Approvals, approvers(P::VoidReceipts, by)),
        OP(Approvals, reason(ApprovalId::fromRaw(5), by), P::ViewAudit),
        // audit and inspection
        OP(AuditService, list({}, 0, 5, by), P::ViewAudit),
        FREE(looked(db, auditList({}), by), P::ViewAudit),
        OP(InspectionService, exportTo(u"/no/such/folder"_s, kDay, kBefore, by), P::ViewAudit),
        OP(SupportService, bundle(by), P::ManageSettings),
        // customers
        OP(CustomerService, find(u"س"_s, 5, by), P::ViewCustomers),
        FREE(findCustomers(db, u"C1-000001"_s, 5, by), P::ViewCustomers),
        OP(CustomerService, get(CustomerId::fromRaw(5), by), P::ViewCustomers),
        OP(CustomerService, match(CustomerId::fromRaw(5), by), P::ViewCustomers),
        OP(CustomerService, lacksGuardian(CustomerId::fromRaw(5), by), P::ViewCustomers),
        OP(CustomerService, create({}, by), P::EditCustomers),
        OP(CustomerService, update({}, by), P::EditCustomers),
        OP(CustomerService, duplicates({}, by), P::ViewCustomers),
        OP(CustomerService, merge(CustomerId::fromRaw(5), CustomerId::fromRaw(6), {}, by), P::MergeCustomers),
        OP(CustomerService, undoMerge(MergeId::fromRaw(5), {}, by), P::MergeCustomers),
        OP(CustomerService, merges(CustomerId::fromRaw(5), by), P::ViewCustomers),
        OP(CustomerService, recordConsent(CustomerId::fromRaw(5), u"1"_s, u"ar"_s, by), P::EditCustomers),
        OP(CustomerService, withdrawConsent(CustomerId::fromRaw(5), by), P::EditCustomers),
        OP(CustomerService, consents(CustomerId::fromRaw(5), by), P::ViewCustomers),
        OP(CustomerService, authorise(CustomerId::fromRaw(5), {}, by), P::EditCustomers),
        OP(CustomerService, withdrawAuthorisation(CustomerId::fromRaw(5), CustomerId::fromRaw(6), by),
            P::EditCustomers),
        OP(CustomerImport, runFile(u"/no/such/file"_s, {}, by), P::ImportCustomers),
        Operation{"CustomerImport::run(", {P::ImportCustomers}, {},
            [](Database& db, const Actor& by) {
                QBuffer empty;
                empty.open(QIODevice::ReadOnly);
                return outcome(CustomerImport(db).run(empty, ImportFormat::Csv, {}, {}, by));
            }},
        FREE(loadSyntheticCustomers(db, 0, 1, by), P::ImportCustomers),
        // privacy
        OP(PrivacyService, takeRequest(CustomerId::fromRaw(5), {}, u"x"_s, kDay, by), P::ManagePrivacy),
        OP(PrivacyService, closeRequest(5, {}, u"x"_s, by), P::ManagePrivacy),
        OP(PrivacyService, requests(true, by), P::ManagePrivacy),
        OP(PrivacyService, recordBreach(QDateTime(), u"x"_s, PrivacyIds(), by), P::ManagePrivacy),
        OP(PrivacyService, addPeople(5, PrivacyIds(), by), P::ManagePrivacy),
        OP(PrivacyService, addMeasures(5, u"x"_s, by), P::ManagePrivacy),
        OP(PrivacyService, reportBreach(5, u"x"_s, by), P::ManagePrivacy),
        OP(PrivacyService, peopleTold(5, by), P::ManagePrivacy),
        OP(PrivacyService, closeBreach(5, by), P::ManagePrivacy),
        OP(PrivacyService, breaches(true, by), P::ManagePrivacy),
        OP(PrivacyService, restrictUse(CustomerId::fromRaw(5), by), P::ManagePrivacy),
        OP(PrivacyService, liftRestriction(CustomerId::fromRaw(5), by), P::ManagePrivacy),
        OP(PrivacyService, restricted(by), P::ManagePrivacy),
        OP(PrivacyService, retention(by), P::ManagePrivacy),
        OP(PrivacyService, setRetention({}, by), P::ManagePrivacy),
        OP(PrivacyService, sensitivePermit(by), P::ManagePrivacy),
        OP(PrivacyService, setSensitivePermit({}, by), P::ManagePrivacy),
        OP(SubjectExportService, exportSubject(CustomerId::fromRaw(5), false, by), P::ExportSubject),
        FREE(processingRecord(db, by), P::ManagePrivacy),
        OP(ErasureService, erase(CustomerId::fromRaw(5), {}, by), P::EraseSubject),
        OP(ErasureService, applyAgain(u"/no/such/file"_s, by), P::ManageBackups),
        FREE(doPrivacyChores(db, by), P::HandleDocuments),
        // settings
        OP(SettingsService, centre(by), P::ManageSettings),
        OP(SettingsService, saveCentre({}, by), P::ManageSettings),
        OP(SettingsService, counters(by), P::ManageSettings),
        OP(SettingsService, addCounter({}, by), P::ManageSettings),
        // queue
        ANY(QueueService, lines(by), P::IssueTickets, P::CallTickets, P::ManageSettings),
        OP(QueueService, saveLine({}, by), P::ManageSettings),
        OP(QueueService, issue(u"A"_s, by), P::IssueTickets),
        OP(QueueService, callNext(by), P::CallTickets),
        OP(QueueService, recall(TicketId::fromRaw(5), by), P::CallTickets),
        OP(QueueService, arrived(TicketId::fromRaw(5), by), P::CallTickets),
        OP(QueueService, done(TicketId::fromRaw(5), by), P::CallTickets),
        OP(QueueService, noShow(TicketId::fromRaw(5), by), P::CallTickets),
        OP(QueueService, hold(TicketId::fromRaw(5), by), P::CallTickets),
        OP(QueueService, requeue(TicketId::fromRaw(5), by), P::CallTickets),
        OP(QueueService, transfer(TicketId::fromRaw(5), u"B"_s, by), P::CallTickets),
        OP(QueueService, waiting(by), P::CallTickets),
        OP(QueueService, held(by), P::CallTickets),
        OP(QueueService, current(u"C1"_s, by), P::CallTickets),
        OP(QueueService, find(u"A-001"_s, by), P::CallTickets),
        // catalogue
        OP(CatalogueImport, run(QByteArray(), by), P::ManageCatalogue),
        ANY(CatalogueService, list({}, by), P::EditTransactions, P::ManageCatalogue),
        ANY(CatalogueService, show(u"X"_s, by), P::EditTransactions, P::ManageCatalogue),
        OP(OwnCatalogue, saveService({}, {}, by), P::ManageCatalogue),
        OP(OwnCatalogue, withdrawService(u"X"_s, by), P::ManageCatalogue),
        OP(OwnCatalogue, setPrice({}, by), P::ManageCatalogue),
        OP(OwnCatalogue, setFavourites({}, by), P::ManageCatalogue),
        OP(OwnCatalogue, services(by), P::ManageCatalogue),
        OP(PackService, preview(QByteArray(), by), P::ManageCatalogue),
        OP(PackService, apply(QByteArray(), by), P::ManageCatalogue),
        OP(PackService, rollback(u"x"_s, by), P::ManageCatalogue),
        OP(PackService, history(by), P::ManageCatalogue),
        OP(PackService, confirmPublisher(QByteArray(), u"x"_s, by), P::ManageStaff),
        OP(PackService, withdrawPublisher(QByteArray(), by), P::ManageStaff),
        OP(PackService, publishers(by), P::ManageCatalogue),
        // transactions, papers, visits
        OP(TransactionService, open(u"X"_s, {}, {}, by), P::EditTransactions),
        OP(TransactionService, save({}, by), P::EditTransactions),
        OP(TransactionService, draft(TransactionId::fromRaw(5), by), P::EditTransactions),
        OP(TransactionService, hold(TransactionId::fromRaw(5), by), P::EditTransactions),
        OP(TransactionService, resume(TransactionId::fromRaw(5), by), P::EditTransactions),
        OP(TransactionService, discard(TransactionId::fromRaw(5), by), P::EditTransactions),
        OP(TransactionService, leftOpen(by), P::EditTransactions),
        OP(TransactionService, held(by), P::EditTransactions),
        OP(TransactionService, draftsOf(TicketId::fromRaw(5), by), P::EditTransactions),
        OP(TransactionService, check({}, by), P::EditTransactions),
        OP(TransactionService, submit(TransactionId::fromRaw(5), TransactionState::Ready, by),
            P::EditTransactions),
        OP(TransactionService, move(TransactionId::fromRaw(5), TransactionState::Ready, {}, by),
            P::EditTransactions),
        OP(TransactionService, recordReference(TransactionId::fromRaw(5), u"1"_s, FeeState::Unpaid, by),
            P::EditTransactions),
        OP(TransactionService, recordResult(TransactionId::fromRaw(5), {}, by), P::EditTransactions),
        OP(TransactionService, get(TransactionId::fromRaw(5), by), P::ViewTransactions),
        OP(TransactionService, find(u"T-000001"_s, by), P::ViewTransactions),
        OP(TransactionService, moves(TransactionId::fromRaw(5), by), P::ViewTransactions),
        OP(TransactionService, list({}, {}, 5, by), P::ViewTransactions),
        FREE(looked(db, transactionList({}), by), P::ViewTransactions),
        OP(TransactionService, workList({}, 5, by), P::ViewTransactions),
        OP(TransactionService, needingPerson(by), P::ViewTransactions),
        OP(CorrectionService, open(TransactionId::fromRaw(5), by), P::EditTransactions),
        OP(CorrectionService, check(TransactionId::fromRaw(5), {}, by), P::EditTransactions),
        OP(CorrectionService, send(TransactionId::fromRaw(5), {}, by), P::EditTransactions),
        OP(DocumentService, checklist(TransactionId::fromRaw(5), by), P::HandleDocuments),
        OP(DocumentService, mark(TransactionId::fromRaw(5), u"x"_s, {}, by), P::HandleDocuments),
        OP(DocumentService, add(TransactionId::fromRaw(5), u"x"_s, u"/no"_s, kDay, by), P::HandleDocuments),
        OP(DocumentService, open(DocumentId::fromRaw(5), by), P::HandleDocuments),
        OP(DocumentService, copyOut(DocumentId::fromRaw(5), u"/no/x"_s, {}, by), P::HandleDocuments),
        OP(DocumentService, remove(DocumentId::fromRaw(5), by), P::HandleDocuments),
        OP(DocumentService, due(by), P::HandleDocuments),
        OP(DocumentService, purge(by), P::HandleDocuments),
        OP(VisitService, complete({}, by), P::IssueReceipts, P::EditTransactions),
        OP(VisitService, completeDrafts({}, {}, by), P::IssueReceipts, P::EditTransactions),
        OP(VisitService, totals({}, by), P::EditTransactions),
        // money
        OP(ShiftService, open(u"C1"_s, Money(), by), P::OpenShift),
        OP(ShiftService, openFirst(u"C1"_s, Money(), by), P::OpenShift),
        OP(ShiftService, current(u"C1"_s, by), P::IssueReceipts),
        OP(ShiftService, unsettled(by), P::CloseShift),
        OP(ShiftService, summary(ShiftId::fromRaw(5), by), P::CloseShift),
        OP(ShiftService, move(u"C1"_s, {}, by), P::OpenShift),
        OP(ShiftService, count(ShiftId::fromRaw(5), {}, by), P::CloseShift),
        OP(ShiftService, close(ShiftId::fromRaw(5), {}, by), P::CloseShift),
        OP(ShiftService, signOff(ShiftId::fromRaw(5), by), P::SignOffShift),
        OP(ReceiptService, issue({}, by), P::IssueReceipts),
        OP(ReceiptService, get(u"C1-000001"_s, by), P::ViewReceipts),
        OP(ReceiptService, list({}, by), P::ViewReceipts),
        FREE(looked(db, receiptList({}), by), P::ViewReceipts),
        OP(ReceiptService, reprint(u"C1-000001"_s, by), P::ViewReceipts),
        OP(ReceiptService, copyFailed(u"C1-000001"_s, 1, by), P::ViewReceipts),
        OP(ReceiptService, verifyQr(u"x"_s, by), P::ViewReceipts),
        OP(DayService, close(kDay, by), P::CloseDay),
        OP(DayService, find(kDay, by), P::ViewReports),
        OP(DayService, openDays(by), P::ViewReports),
        OP(ClockGuard, confirm(by), P::ManageSettings),
        OP(ClockGuard, confirmApproved({}, by), P::IssueReceipts),
        FREE(dayReport(db, kDay, by), P::ViewReports),
        FREE(today(db, by), P::ViewReports),
        FREE(revenue(db, kBefore, kDay, by), P::ViewReports),
        FREE(heldForAgencies(db, kBefore, kDay, by), P::ViewReports),
        FREE(soldWithoutVat(db, kBefore, kDay, by), P::ViewReports),
        // portals
        OP(Sync, service.confirmConnector(u"/no/such/program"_s, by), P::ManageSettings),
        OP(Sync, service.setChannel(u"x"_s, u"y"_s, QByteArray(), by), P::ManageSettings),
        FREE(removeChannel(db, u"x"_s, by), P::ManageSettings),
        OP(Sync, service.run(by), P::RunSync),
        OP(Sync, service.start(by, [](const SyncReport&) {}), P::RunSync),
        OP(Sync, service.ask(u"x"_s, {}, by, [](const Result<QJsonObject>&) {}), P::EditTransactions),
        OP(Sync, service.status(by), P::ViewSync),
        OP(Sync, service.outages(u"x"_s, by), P::ViewSync),
        OP(Sync, service.aside(5, by), P::ViewSync),
        OP(Sync, service.retry(u"x"_s, u"y"_s, by), P::RunSync),
        Operation{"AssistedDesk::present(", {P::EditTransactions}, {},
            [](Database& db, const Actor& by) {
                Sync sync(db);
                return outcome(AssistedDesk(sync.service).present(u"x"_s, u"y"_s, {}, by, [](const auto&) {}));
            }},
        Operation{"AssistedDesk::check(", {P::EditTransactions}, {},
            [](Database& db, const Actor& by) {
                Sync sync(db);
                return outcome(AssistedDesk(sync.service).check(u"x"_s, {}, by, [](const auto&) {}));
            }},
        // backups: automatic ones are made on behalf of whoever works at the desk
        OP(BackupService, setFolder(u"/no/such/folder"_s, by), P::ManageBackups),
        ANY(BackupService, state(by), P::ManageBackups, P::RunSync),
        ANY(BackupService, prepare({}, by), P::ManageBackups, P::RunSync),
        OP(BackupService, prepare(u"/no/such/folder"_s, by), P::ManageBackups),
        ANY(BackupService, record({}, by), P::ManageBackups, P::RunSync),
        ANY(BackupService, create({}, by), P::ManageBackups, P::RunSync),
        OP(BackupService, create(u"/no/such/folder"_s, by), P::ManageBackups),
        OP(BackupService, check(u"/no/such/file"_s, by), P::ManageBackups),
        ANY(BackupService, recordCheck(u"/no/such/file"_s, {}, by), P::ManageBackups, P::RunSync),
        ANY(BackupService, noteHead(by), P::ManageBackups, P::RunSync),
        OP(BackupService, renewHeads(by), P::ManageBackups),
        ANY(BackupService, applyRule(by), P::ManageBackups, P::RunSync),
        FREE(grantRestore(db, {}, {}, by), P::ManageBackups),
        FREE(backupKey(db, u"/no/such/file"_s, {}, {}, by), P::ManageBackups),
        FREE(removeKeptCopy(db, u"/no/such/folder"_s, {}, by), P::ManageBackups),
        FREE(rebuildDerived(db, by), P::ManageBackups),
        FREE(giveUpLostPapers(db, by), P::ManageBackups),
    };
    return all;
}

} // namespace sanad::test
