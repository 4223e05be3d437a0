#include "core/transactions/checklist_repository.h"

#include "core/settings/centre.h"
#include "core/transactions/transaction_rows.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSaveChecklist = R"(
    INSERT INTO document_checklist (transaction_id, branch_id, states) VALUES (:transaction, :branch, :states)
    ON CONFLICT (transaction_id) DO UPDATE SET states = excluded.states)";
constexpr auto kChecklist = "SELECT states FROM document_checklist WHERE transaction_id = :transaction";
constexpr auto kRemove = "DELETE FROM document_checklist WHERE transaction_id = :transaction";
constexpr auto kIsTransaction = "SELECT 1 FROM service_transaction WHERE id = :transaction";

QString storedText(const QMap<QString, DocumentState>& states)
{
    QStringList text;
    for (const auto& [code, state] : states.asKeyValueRange())
        if (state != DocumentState::Missing) text << code + u' ' + documentStateKey(state);
    return text.join(u',');
}

} // namespace

void ChecklistRepository::save(TransactionId transaction, const QMap<QString, DocumentState>& states)
{
    RowDigest unused; // the whole row is read again
    insert(transaction, states, unused);
    if (m_tx.query(kIsTransaction).bind(":transaction", transaction).run().next())
        VouchedRows(m_tx).changed(kTransactionRows, transaction);
}

void ChecklistRepository::insert(
    TransactionId transaction, const QMap<QString, DocumentState>& states, RowDigest& digest)
{
    auto query = m_tx.query(kSaveChecklist);
    beginPart(digest, kTransactionRows.parts[2]);
    VouchedBinds(query, digest).bind(":branch", kBranch).bind(":states", storedText(states));
    query.bind(":transaction", transaction).run();
}

void ChecklistRepository::remove(TransactionId draft)
{
    m_tx.query(kRemove).bind(":transaction", draft).run();
}

QMap<QString, DocumentState> ChecklistRepository::get(TransactionId transaction) const
{
    QMap<QString, DocumentState> states;
    auto query = m_tx.query(kChecklist);
    if (!query.bind(":transaction", transaction).run().next()) return states;
    for (const QString& entry : query.text(0).split(u',', Qt::SkipEmptyParts)) {
        const auto space = entry.lastIndexOf(u' ');
        states[entry.left(space)] =
            documentStateFromKey(QStringView(entry).mid(space + 1)).value_or(DocumentState::Missing);
    }
    return states;
}

} // namespace sanad
