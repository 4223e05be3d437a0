#include "core/verify/evidence.h"

#include "core/audit/audit_trail.h"
#include "core/customers/customer_rows.h"
#include "core/documents/document_rows.h"
#include "core/privacy/breach_rows.h"
#include "core/queue/ticket_rows.h"
#include "core/settings/centre.h"
#include "core/sync/sync_rows.h"
#include "core/transactions/transaction_rows.h"
#include "core/verify/backup_rows.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kLines =
    "SELECT id, act, subject_id, payload, hash FROM audit_line WHERE branch_id = :branch ORDER BY id";
constexpr auto kNamed = "SELECT chain_number FROM day_close WHERE branch_id = :branch";
constexpr auto kOtherBranch = "SELECT id FROM audit_line WHERE branch_id <> :branch ORDER BY id LIMIT 20";
constexpr auto kOtherHead = "SELECT branch_id FROM audit_head WHERE branch_id <> :branch LIMIT 20";

QByteArray fromHex(const QJsonObject& payload, const QString& key)
{
    return QByteArray::fromHex(payload.value(key).toString().toLatin1());
}

/// Of a vouched table, by `TABLE:ID`; null for others.
QHash<std::int64_t, Evidence::Digest>* rowsOf(Evidence& evidence, const QString& row)
{
    const auto table = QStringView(row).left(row.indexOf(u':'));
    for (std::size_t i = 0; i < vouchedTables().size(); ++i)
        if (table == QLatin1StringView(vouchedTables()[i]->name)) return &evidence.tables[i];
    return nullptr;
}

/// Where the digest of a file or a party goes that was sealed under another key.
std::pair<QHash<std::int64_t, QByteArray>*, std::int64_t> sealedAnewOf(Evidence& evidence, const QString& row)
{
    const std::int64_t id = QStringView(row).mid(row.indexOf(u':') + 1).toLongLong();
    if (row.startsWith("document_content:"_L1)) return {&evidence.files, id};
    if (row.startsWith("receipt_party:"_L1)) return {&evidence.parties, id};
    return {nullptr, 0};
}

void gather(Evidence& evidence, const QString& act, std::int64_t subject, const QJsonObject& payload,
    const QByteArray& before)
{
    if (act == "receipt.issued"_L1)
        evidence.receipts.insert(subject, {fromHex(payload, u"content"_s), before});
    if (QByteArray digest = fromHex(payload, u"sha256"_s); act == "document.added"_L1)
        evidence.files.insert(subject, std::move(digest));
    if (act == "day.closed"_L1) evidence.dayCloses.insert(subject, payload.value(u"signature"_s).toString());
    if (QByteArray digest = fromHex(payload, u"ledger"_s); !digest.isEmpty())
        evidence.postings.insert(
            {payload.value(u"document"_s).toString(), subject}, {std::move(digest), false});
    // The restored centre repeats the consent that was used up in the one it replaced.
    if (const QJsonValue approval = payload.value(u"approval"_s);
        approval.isString() && act != "backup.restored"_L1)
        evidence.approvals.insert(approval.toString().toLongLong());
    const QJsonObject rows = payload.value(u"rows"_s).toObject();
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        if (const auto sealedAnew = sealedAnewOf(evidence, row.key()); sealedAnew.first) {
            const QByteArray digest = QByteArray::fromHex(row.value().toString().toLatin1());
            if (!digest.isEmpty()) {
                sealedAnew.first->insert(sealedAnew.second, digest);
                continue;
            }
        }
        if (auto* vouched = rowsOf(evidence, row.key())) {
            const auto id = QStringView(row.key()).mid(row.key().indexOf(u':') + 1).toLongLong();
            vouched->insert(id, digestFrom(row.value().toString()));
            continue;
        }
        const QString key =
            row.key().contains(u':') ? row.key() : row.key() + u':' + QString::number(subject);
        evidence.rows.insert(key, row.value().toString());
    }
}

} // namespace

const std::vector<const VouchedTable*>& vouchedTables()
{
    static const std::vector<const VouchedTable*> tables{&kCustomerRows, &kPlateRows, &kMergeRows,
        &kTransactionRows, &kDocumentRows, &kTicketRows, &kBreachRows, &kConnectorRows, &kChannelRows,
        &kOutageRows, &kBackupRows, &kFullCheckRows};
    return tables;
}

Evidence::Digest digestFrom(QStringView text)
{
    if (text.size() != VouchedTable::kDigits) return {};
    return {text.first(VouchedTable::kDigits / 2).toULongLong(nullptr, 16),
        text.sliced(VouchedTable::kDigits / 2).toULongLong(nullptr, 16)};
}

Evidence readEvidence(Tx& tx, Breaches& breaches)
{
    if (const auto breach = AuditTrail(tx).firstBreach())
        breaches.add(u"chain"_s, u"audit_line"_s, QString::number(breach->number), breach->what);
    QSet<std::int64_t> named;
    {
        auto query = tx.query(kNamed);
        query.bind(":branch", kBranch).run();
        while (query.next())
            named.insert(query.int64(0));
    }
    for (const auto& [table, sql] :
        {std::pair{u"audit_line"_s, kOtherBranch}, {u"audit_head"_s, kOtherHead}}) {
        auto query = tx.query(sql);
        query.bind(":branch", kBranch).run();
        while (query.next())
            breaches.add(u"chain"_s, table, query.text(0), u"branch changed"_s);
    }
    Evidence evidence;
    evidence.tables.resize(vouchedTables().size());
    QByteArray before(32, '\0');
    auto query = tx.query(kLines);
    query.bind(":branch", kBranch).run();
    while (query.next()) {
        const std::int64_t number = query.int64(0);
        gather(evidence, query.text(1), query.int64(2),
            QJsonDocument::fromJson(query.text(3).toUtf8()).object(), before);
        before = query.bytes(4);
        if (named.contains(number)) evidence.chain.insert(number, before);
        evidence.lines = number;
    }
    return evidence;
}

} // namespace sanad
