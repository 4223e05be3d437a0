#include "core/verify/evidence.h"

#include "core/audit/audit_trail.h"
#include "core/customers/customer_rows.h"
#include "core/documents/document_rows.h"
#include "core/ledger/ledger.h"
#include "core/privacy/breach_rows.h"
#include "core/queue/ticket_rows.h"
#include "core/settings/centre.h"
#include "core/storage/schema.h"
#include "core/sync/sync_rows.h"
#include "core/transactions/transaction_rows.h"
#include "core/verify/backup_rows.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <set>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kLines =
    "SELECT id, act, subject_id, payload, hash, at FROM audit_line WHERE branch_id = :branch ORDER BY id";
constexpr auto kNamed = "SELECT chain_number FROM day_close WHERE branch_id = :branch";
constexpr auto kOtherBranch = "SELECT id FROM audit_line WHERE branch_id <> :branch ORDER BY id LIMIT 20";
constexpr auto kOtherHead = "SELECT branch_id FROM audit_head WHERE branch_id <> :branch LIMIT 20";

constexpr int kDateLength = 10; // of a stored time

QByteArray fromHex(const QJsonObject& payload, const QString& key)
{
    return QByteArray::fromHex(payload.value(key).toString().toLatin1());
}

/// Tables that the migrations mark as append-only.
std::set<QString, std::less<>> appendOnlyTables()
{
    std::set<QString, std::less<>> tables;
    for (const SchemaPart& trigger : migratedTriggers(false))
        if (trigger.name == trigger.table + "_no_update"_L1) tables.insert(trigger.table);
    return tables;
}

/// Append-only tables that a change of the data key writes anew.
bool hasSealedColumn(QStringView table)
{
    return table == "approval"_L1 || table == "desk_key"_L1;
}

/// Takes the lines in their order.
class Gathering {
public:
    Gathering(Evidence& evidence, Breaches& breaches)
        : m_evidence(evidence)
        , m_breaches(breaches)
    {
    }

    void take(std::int64_t number, const QString& act, std::int64_t subject, const QJsonObject& payload,
        const QByteArray& before, const QString& at)
    {
        m_number = number;
        m_at = at;
        m_sealedAnew = m_keyChanges && act == "rows.resealed"_L1;
        m_keyChanges = m_sealedAnew || act == "key.rotated"_L1;
        takeFacts(act, subject, payload, before);
        const QJsonObject rows = payload.value(u"rows"_s).toObject();
        for (auto row = rows.begin(); row != rows.end(); ++row)
            takeRow(row.key().contains(u':') ? row.key() : row.key() + u':' + QString::number(subject),
                row.value().toString());
    }

private:
    void takeFacts(
        const QString& act, std::int64_t subject, const QJsonObject& payload, const QByteArray& before)
    {
        const QString id = QString::number(subject);
        if (act == "receipt.issued"_L1)
            once(m_evidence.receipts, subject, {fromHex(payload, u"content"_s), before}, "receipt "_L1 + id);
        if (act == "day.closed"_L1)
            once(m_evidence.dayCloses, subject, payload.value(u"signature"_s).toString(),
                "day_close "_L1 + id);
        if (act == "document.added"_L1)
            once(m_evidence.files, subject, fromHex(payload, u"sha256"_s), "document_content "_L1 + id);
        if (QByteArray digest = fromHex(payload, u"ledger"_s); !digest.isEmpty()) {
            const QString document = payload.value(u"document"_s).toString();
            once(m_evidence.postings, {document, subject}, {std::move(digest), m_number, notBefore(document)},
                "ledger_entry "_L1 + document + u' ' + id);
        }
        // The restored centre repeats the consent that was used up in the one it replaced.
        if (const QJsonValue approval = payload.value(u"approval"_s);
            approval.isString() && act != "backup.restored"_L1)
            m_evidence.approvals.insert(approval.toString().toLongLong());
    }

    void takeRow(const QString& key, const QString& text)
    {
        const QStringView table = QStringView(key).left(key.indexOf(u':'));
        const std::int64_t id = QStringView(key).mid(table.size() + 1).toLongLong();
        const bool file = table == "document_content"_L1;
        if (const bool party = table == "receipt_party"_L1; (file || party) && !text.isEmpty()) {
            if (!m_sealedAnew) return again(key);
            (file ? m_evidence.files : m_evidence.parties).insert(id, QByteArray::fromHex(text.toLatin1()));
            return;
        }
        const bool forGood = m_appendOnly.contains(table) && !(m_sealedAnew && hasSealedColumn(table));
        if (auto* vouched = rowsOf(table))
            tell(*vouched, id, digestFrom(text), forGood, key);
        else
            tell(m_evidence.rows, key, text, forGood, key);
    }

    /// Of a vouched table; null for others.
    QHash<std::int64_t, Evidence::Digest>* rowsOf(QStringView table)
    {
        for (std::size_t i = 0; i < vouchedTables().size(); ++i)
            if (table == QLatin1StringView(vouchedTables()[i]->name)) return &m_evidence.tables[i];
        return nullptr;
    }

    template <class Key, class Value>
    void tell(QHash<Key, Value>& told, const Key& key, const Value& value, bool forGood, const QString& what)
    {
        if (forGood)
            once(told, key, value, what);
        else
            told.insert(key, value);
    }
    /// What the first line told counts.
    template <class Key, class Value>
    void once(QHash<Key, Value>& told, const std::type_identity_t<Key>& key,
        const std::type_identity_t<Value>& value, const QString& what)
    {
        const auto found = told.constFind(key);
        if (found == told.constEnd())
            told.insert(key, value);
        else if (!(*found == value))
            again(what);
    }
    void again(const QString& what)
    {
        m_breaches.add(u"chain"_s, u"audit_line"_s, QString::number(m_number),
            u"vouches anew for %1, which is written once"_s.arg(what));
    }

    /// 0 where the act may come days after the day that it is of: a drawer that waits to be counted.
    int notBefore(QStringView document)
    {
        if (document == documentKindKey(DocumentKind::ShiftClosed)) return 0;
        const QStringView date = QStringView(m_at).left(kDateLength);
        if (date != m_date) {
            m_date = date.toString();
            const QDate day = QDate::fromString(m_date, Qt::ISODate).addDays(-1);
            m_dayBefore = day.isValid() ? businessDayNumber(day) : 0;
        }
        return m_dayBefore;
    }

    Evidence& m_evidence;
    Breaches& m_breaches;
    std::set<QString, std::less<>> m_appendOnly = appendOnlyTables();
    std::int64_t m_number = 0;
    QString m_at, m_date; // of the line; the date that m_dayBefore was asked for
    int m_dayBefore = 0;
    bool m_keyChanges = false, m_sealedAnew = false;
};

} // namespace

const std::vector<const VouchedTable*>& vouchedTables()
{
    static const std::vector<const VouchedTable*> tables{&kCustomerRows, &kPlateRows, &kMergeRows,
        &kTransactionRows, &kDocumentRows, &kTicketRows, &kBreachRows, &kConnectorRows, &kChannelRows,
        &kOutageRows, &kOutboxRows, &kBackupRows, &kFullCheckRows};
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
    Gathering gathering(evidence, breaches);
    auto query = tx.query(kLines);
    query.bind(":branch", kBranch).run();
    while (query.next()) {
        const std::int64_t number = query.int64(0);
        gathering.take(number, query.text(1), query.int64(2),
            QJsonDocument::fromJson(query.text(3).toUtf8()).object(), before, query.text(5));
        before = query.bytes(4);
        if (named.contains(number)) evidence.chain.insert(number, before);
        evidence.lines = number;
    }
    return evidence;
}

} // namespace sanad
