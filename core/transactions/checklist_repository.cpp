#include "core/transactions/checklist_repository.h"

#include "core/settings/centre.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr auto kSaveChecklist = R"(
    INSERT INTO document_checklist (transaction_id, branch_id, states) VALUES (:transaction, :branch, :states)
    ON CONFLICT (transaction_id) DO UPDATE SET states = excluded.states)";
constexpr auto kChecklist = "SELECT states FROM document_checklist WHERE transaction_id = :transaction";

} // namespace

void ChecklistRepository::save(TransactionId transaction, const QMap<QString, DocumentState>& states)
{
    QStringList text;
    for (const auto& [code, state] : states.asKeyValueRange())
        if (state != DocumentState::Missing) text << code + u' ' + documentStateKey(state);
    m_tx.query(kSaveChecklist)
        .bind(":transaction", transaction)
        .bind(":branch", kBranch)
        .bind(":states", text.join(u','))
        .run();
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
