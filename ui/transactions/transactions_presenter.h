#pragma once

#include "core/transactions/transaction_service.h"
#include "ui/shell/list_feed.h"

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
    void reload();
    TransactionView view() const { return m_view; }
    std::int64_t needingPerson() const { return m_needing; }
    /// What the list shows, in rows that `row` makes.
    ListFeed& list() { return m_list; }
    void setRows(std::function<TableRow(const TransactionEntry&)> row) { m_row = std::move(row); }

    /// With form, reason and moves.
    void open(TransactionId id);
    void record(TransactionId id, const AgencyResult& result);

Q_SIGNALS:
    /// needingPerson() is known anew.
    void loaded();
    void opened(const sanad::TransactionEntry& entry, const std::vector<sanad::TransactionMove>& moves);
    void recorded(const sanad::Transaction& transaction);
    void failed(const sanad::Error& error);

private:
    void countNeeding();

    Tasks& m_tasks;
    Session& m_session;
    ListFeed m_list;
    std::function<TableRow(const TransactionEntry&)> m_row;
    TransactionView m_view = TransactionView::NeedsAction;
    QString m_text;
    bool m_opened = false;
    std::int64_t m_needing = 0;
};

} // namespace sanad
