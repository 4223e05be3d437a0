#include "core/privacy/subject_repository.h"

#include "core/audit/row_digest.h"
#include "core/base/money.h"
#include "core/documents/document_repository.h"
#include "core/privacy/register_repository.h"
#include "core/receipts/receipt.h"
#include "core/settings/centre.h"
#include "core/transactions/checklist_repository.h"
#include "core/transactions/draft_repository.h"
#include "core/transactions/transaction_repository.h"
#include "core/transactions/transaction_rows.h"

#include <QJsonObject>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kMostAuditLines = 5000;
constexpr int kMostNumbers = 5; // that a sentence names

constexpr auto kForgetReasons =
    "UPDATE service_transaction SET price_reason = NULL, reason = NULL WHERE id = :id";
// What a portal called it is the portal's text.
constexpr auto kForgetAnswers = "UPDATE outbox SET reference = '' WHERE subject_id = :id";
constexpr auto kDrafts = "SELECT id FROM transaction_draft";
constexpr auto kTaxable =
    "SELECT service_baisa - discount_baisa - vat_baisa FROM receipt WHERE id = :id AND vat_baisa > 0";
constexpr auto kRemoveParty = "DELETE FROM receipt_party WHERE id = :id";
constexpr auto kAddErasure = R"(
    INSERT INTO erasure (id, branch_id, customer_id, erased_at, staff_id, transactions, documents, receipts)
    VALUES (:id, :branch, :customer, :at, :staff, :transactions, :documents, :receipts))";
constexpr auto kErasures = "SELECT customer_id, erased_at FROM erasure ORDER BY id";
constexpr auto kHasRecord = "SELECT 1 FROM customer WHERE id = :customer";
constexpr auto kIsErased = "SELECT 1 FROM erasure WHERE customer_id = :customer";
constexpr auto kAuditLines =
    "SELECT at, actor, act, subject_id FROM audit_line WHERE subject_id IN (%1) ORDER BY id LIMIT %2";

constexpr auto kFinished = "('completed', 'handed_over', 'rejected', 'cancelled')";

QString listOf(const std::vector<CustomerId>& records)
{
    QStringList list;
    for (const CustomerId id : records)
        list << id.text();
    return u'(' + list.join(u',') + u')';
}

QString listOf(const std::vector<TransactionId>& transactions)
{
    QStringList list{u"0"_s};
    for (const TransactionId id : transactions)
        list << id.text();
    return u'(' + list.join(u',') + u')';
}

Error open(const QString& key, QStringList numbers = {})
{
    const bool more = numbers.size() > kMostNumbers;
    numbers = numbers.mid(0, kMostNumbers);
    if (more) numbers << u"…"_s;
    return {ErrorCode::Conflict, key, {numbers.join(u", "_s)}, {}};
}

} // namespace

ErasureCounts& ErasureCounts::operator+=(const ErasureCounts& more)
{
    transactions += more.transactions;
    documents += more.documents;
    receipts += more.receipts;
    partiesKept += more.partiesKept;
    return *this;
}

std::vector<std::int64_t> SubjectRepository::ids(const QString& sql)
{
    std::vector<std::int64_t> list;
    auto query = m_tx.query(sql);
    query.run();
    while (query.next())
        list.push_back(query.int64(0));
    return list;
}

QStringList SubjectRepository::texts(const QString& sql)
{
    QStringList list;
    auto query = m_tx.query(sql);
    query.run();
    while (query.next())
        list << query.text(0);
    return list;
}

std::vector<TransactionId> SubjectRepository::transactions(const Records& records)
{
    const QString people = listOf(records);
    std::vector<TransactionId> list;
    for (const auto id :
        ids(u"SELECT id FROM service_transaction WHERE applicant_id IN %1 OR payer_id IN %1 OR id IN "
            "(SELECT transaction_id FROM transaction_beneficiary WHERE customer_id IN %1) ORDER BY id"_s.arg(
                people)))
        list.push_back(TransactionId::fromRaw(id));
    return list;
}

std::vector<TransactionId> SubjectRepository::tellingTransactions(const Records& records)
{
    const QString people = listOf(records);
    std::vector<TransactionId> list;
    for (const auto id :
        ids(u"SELECT id FROM service_transaction WHERE applicant_id IN %1 OR id IN "
            "(SELECT transaction_id FROM transaction_beneficiary WHERE customer_id IN %1) ORDER BY id"_s.arg(
                people)))
        list.push_back(TransactionId::fromRaw(id));
    return list;
}

std::vector<ReceiptId> SubjectRepository::receipts(const Records& records)
{
    std::vector<ReceiptId> list;
    for (const auto id :
        ids(u"SELECT id FROM receipt WHERE customer_id IN "_s + listOf(records) + u" ORDER BY id"_s))
        list.push_back(ReceiptId::fromRaw(id));
    return list;
}

std::vector<CustomerId> SubjectRepository::companies(const Records& records)
{
    std::vector<CustomerId> list;
    for (const auto id :
        ids(u"SELECT company_id FROM customer_authorised WHERE person_id IN "_s + listOf(records)))
        list.push_back(CustomerId::fromRaw(id));
    return list;
}

QJsonArray SubjectRepository::auditLines(const std::vector<std::int64_t>& subjects)
{
    QStringList list;
    for (const auto id : subjects)
        list << QString::number(id);
    QJsonArray lines;
    auto query = m_tx.query(QString::fromLatin1(kAuditLines).arg(list.join(u',')).arg(kMostAuditLines));
    query.run();
    while (query.next())
        lines << QJsonObject{{u"at"_s, query.text(0)}, {u"who"_s, query.text(1)}, {u"act"_s, query.text(2)},
            {u"about"_s, QString::number(query.int64(3))}};
    return lines;
}

Result<> SubjectRepository::nothingOpen(const Records& records)
{
    const auto theirs = [&](CustomerId id) {
        return std::find(records.begin(), records.end(), id) != records.end();
    };
    DraftRepository drafts(m_tx);
    for (const auto id : ids(QString::fromLatin1(kDrafts))) {
        const auto draft = drafts.get(TransactionId::fromRaw(id));
        if (draft &&
            (theirs(draft->applicant) || theirs(draft->payer) ||
                std::any_of(draft->beneficiaries.begin(), draft->beneficiaries.end(), theirs)))
            return open(u"privacy.open-draft"_s);
    }
    const QString all = listOf(transactions(records));
    const QString finished = QString::fromLatin1(kFinished);
    if (const auto numbers =
            texts(u"SELECT number FROM service_transaction WHERE id IN %1 AND state NOT IN %2 "
                  "ORDER BY id"_s.arg(all, finished));
        !numbers.isEmpty())
        return open(u"privacy.open-transaction"_s, numbers);
    if (const auto numbers =
            texts(u"SELECT number FROM service_transaction WHERE id IN %1 AND state <> 'cancelled' AND "
                  u"government_baisa > 0 "
                  "AND fee_state IN ('unpaid', 'paid_unconfirmed', 'disputed') ORDER BY id"_s.arg(all));
        !numbers.isEmpty())
        return open(u"privacy.open-fee"_s, numbers);
    if (const auto numbers =
            texts(u"SELECT number FROM service_transaction WHERE id IN "
                  "(SELECT subject_id FROM outbox WHERE state <> 'delivered' AND subject_id IN %1) "
                  "ORDER BY id"_s.arg(all));
        !numbers.isEmpty())
        return open(u"privacy.open-outbox"_s, numbers);
    for (const CustomerId id : records)
        if (!ids(u"SELECT id FROM ledger_account WHERE account IN ('customer-deposit', 'company-account') "
                 "AND part = '%1' AND balance_baisa <> 0"_s.arg(id.text()))
                 .empty())
            return open(u"privacy.open-money"_s);
    QStringList breaches;
    for (const CustomerId id : records)
        for (const auto number : RegisterRepository(m_tx).openBreachesWith(id))
            breaches << QString::number(number);
    if (!breaches.isEmpty()) return open(u"privacy.open-breach"_s, breaches);
    return {};
}

void SubjectRepository::forgetTransaction(TransactionId id, QStringList& files, ErasureCounts& counts)
{
    TransactionRepository(m_tx).setForm(id, "{}");
    for (const auto* forget : {kForgetReasons, kForgetAnswers})
        m_tx.query(forget).bind(":id", id).run();
    VouchedRows(m_tx).changed(kTransactionRows, id);
    ++counts.transactions;
    DocumentRepository documents(m_tx);
    for (const DocumentFile& file : documents.files(id)) {
        documents.remove(file.id);
        files << file.name;
        ++counts.documents;
    }
}

void SubjectRepository::removeDrafts(const Records& records)
{
    DraftRepository drafts(m_tx);
    for (const auto id : ids(QString::fromLatin1(kDrafts)))
        if (const auto draft = drafts.get(TransactionId::fromRaw(id));
            draft && std::find(records.begin(), records.end(), draft->applicant) != records.end()) {
            drafts.remove(draft->id);
            ChecklistRepository(m_tx).remove(draft->id);
        }
}

bool SubjectRepository::removeParty(ReceiptId id)
{
    {
        auto query = m_tx.query(kTaxable);
        if (query.bind(":id", id).run().next() && query.money(0) >= kFullInvoice) return false;
    }
    m_tx.query(kRemoveParty).bind(":id", id).run();
    return true;
}

QString SubjectRepository::addErasure(
    std::int64_t id, CustomerId subject, StaffId by, const ErasureCounts& counts)
{
    const QString at = storedTime(m_tx.now());
    m_tx.query(kAddErasure)
        .bind(":id", id)
        .bind(":branch", kBranch)
        .bind(":customer", subject)
        .bind(":at", at)
        .bind(":staff", by)
        .bind(":transactions", counts.transactions)
        .bind(":documents", counts.documents)
        .bind(":receipts", counts.receipts)
        .run();
    return RowDigest()
        .add(id)
        .add(kBranch)
        .add(subject.raw())
        .add(at)
        .add(by.raw())
        .add(counts.transactions)
        .add(counts.documents)
        .add(counts.receipts)
        .hex();
}

std::vector<ErasureEntry> SubjectRepository::erasures()
{
    std::vector<ErasureEntry> list;
    auto query = m_tx.query(kErasures);
    query.run();
    while (query.next())
        list.push_back({query.id<CustomerId>(0), query.time(1)});
    return list;
}

bool SubjectRepository::isErased(CustomerId subject)
{
    auto query = m_tx.query(kIsErased);
    return query.bind(":customer", subject).run().next();
}

bool SubjectRepository::hasRecord(CustomerId subject)
{
    auto query = m_tx.query(kHasRecord);
    return query.bind(":customer", subject).run().next();
}

} // namespace sanad
