#pragma once

#include "core/transactions/transaction_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

namespace sanad {

enum class TransactionView {
    NeedsAction, ///< What waits for a person, most pressing first.
    Open, ///< Everything that is not finished.
    All,
    Unpaid, ///< Opened and not paid yet.
};

/// A transaction with the names that its numbers stand for.
struct TransactionEntry {
    Transaction transaction;
    QString serviceAr, serviceEn;
    QString customerAr, customerEn; ///< Empty for whom may not see customers.
};

/// The list of transactions, one of them in full, and what the agency gave back.
class TransactionsPresenter : public QObject {
    Q_OBJECT

public:
    TransactionsPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    /// Begins the list anew. `text`: a transaction number or a portal reference, whole.
    void show(TransactionView view, const QString& text);
    void reload() { show(m_view, m_text); }
    /// The next page, when there is one; appended to entries().
    void more();
    TransactionView view() const { return m_view; }
    const std::vector<TransactionEntry>& entries() const { return m_entries; }
    std::int64_t needingPerson() const { return m_needing; }

    /// With form, reason and moves.
    void open(TransactionId id);
    void record(TransactionId id, const AgencyResult& result);

Q_SIGNALS:
    void loaded();
    void opened(const sanad::TransactionEntry& entry, const std::vector<sanad::TransactionMove>& moves);
    void recorded(const sanad::Transaction& transaction);
    void failed(const sanad::Error& error);

private:
    struct State;
    void fetch(const ListAnchor& after);

    Tasks& m_tasks;
    Session& m_session;
    TransactionView m_view = TransactionView::NeedsAction;
    QString m_text;
    std::vector<TransactionEntry> m_entries;
    std::optional<ListAnchor> m_next;
    std::int64_t m_needing = 0;
    int m_generation = 0; ///< Answers to an earlier question are dropped.
};

} // namespace sanad
