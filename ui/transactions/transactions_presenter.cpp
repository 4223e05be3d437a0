#include "ui/transactions/transactions_presenter.h"

#include "core/customers/customer_repository.h"
#include "core/transactions/made_with.h"
#include "core/transactions/transaction_list_repository.h"
#include "core/transactions/transaction_states.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

TransactionFilter filterOf(TransactionView view, const QString& text)
{
    TransactionFilter filter;
    filter.text = text;
    if (!text.isEmpty()) return filter; // a number is looked for everywhere
    filter.unpaid = view == TransactionView::Unpaid;
    filter.needsPerson = filter.unpaid || view == TransactionView::NeedsAction;
    if (view == TransactionView::Open) filter.states = openStates();
    return filter;
}

/// The customer's name only for whom may see customers.
TransactionEntry withNames(Tx& tx, const Transaction& transaction, const Actor& by)
{
    const ServiceItem service = madeWith(tx, transaction).service;
    TransactionEntry entry{transaction, service.nameAr, service.nameEn, {}, {}};
    if (!by.holds(Permission::ViewCustomers)) return entry;
    if (const auto customer = CustomerRepository(tx).match(transaction.applicant)) {
        entry.customerAr = customer->nameAr;
        entry.customerEn = customer->nameEn;
    }
    return entry;
}

} // namespace

TransactionsPresenter::TransactionsPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_list(tasks, session, this)
{
    connect(&m_list, &ListFeed::failed, this, &TransactionsPresenter::failed);
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (m_opened && topics.contains(u"transactions"_s)) reload();
    });
}

void TransactionsPresenter::show(TransactionView view, const QString& text)
{
    m_view = view;
    m_text = text;
    m_opened = true;
    const auto list = std::make_shared<LongList<Transaction>>(transactionList(filterOf(view, text)));
    m_list.open(
        list, [this, list](Tx& tx, std::int64_t first, int count, const Actor& by) -> Result<ListFeed::Show> {
            SANAD_TRY_VALUE(rows, list->rows(tx, first, count, by));
            std::vector<TransactionEntry> entries;
            for (const Transaction& row : rows)
                entries.push_back(row.id.isNull() ? TransactionEntry() : withNames(tx, row, by));
            return ListFeed::showing<TransactionEntry>(
                std::move(entries), [this](const TransactionEntry& entry) { return m_row(entry); });
        });
    countNeeding();
}

void TransactionsPresenter::reload()
{
    if (!m_opened) return show(m_view, m_text);
    m_list.refresh();
    countNeeding();
}

void TransactionsPresenter::countNeeding()
{
    if (!m_session.signedIn()) return;
    m_tasks.run(
        this, [by = m_session.actor()](Database& db) { return TransactionService(db).needingPerson(by); },
        [this](const Result<std::int64_t>& needing) {
            if (!needing) return Q_EMIT failed(needing.error());
            m_needing = *needing;
            Q_EMIT loaded();
        });
}

void TransactionsPresenter::open(TransactionId id)
{
    struct Whole {
        TransactionEntry entry;
        std::vector<TransactionMove> moves;
    };
    m_tasks.run(
        this,
        [id, by = m_session.actor()](Database& db) -> Result<Whole> {
            TransactionService transactions(db);
            SANAD_TRY_VALUE(transaction, transactions.get(id, by));
            SANAD_TRY_VALUE(moves, transactions.moves(id, by));
            return db.read([&](Tx& tx) -> Result<Whole> {
                return Whole{withNames(tx, transaction, by), moves};
            });
        },
        [this](const Result<Whole>& whole) {
            if (!whole) return Q_EMIT failed(whole.error());
            Q_EMIT opened(whole->entry, whole->moves);
        });
}

void TransactionsPresenter::record(TransactionId id, const AgencyResult& result)
{
    m_tasks.run(
        this,
        [id, result, by = m_session.actor()](
            Database& db) { return TransactionService(db).recordResult(id, result, by); },
        [this](const Result<Transaction>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT recorded(*done);
        });
}

} // namespace sanad
