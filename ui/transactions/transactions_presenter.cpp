#include "ui/transactions/transactions_presenter.h"

#include "core/catalogue/catalogue_repository.h"
#include "core/customers/customer_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

struct TransactionsPresenter::State {
    std::vector<TransactionEntry> entries;
    std::optional<ListAnchor> next;
    std::int64_t needing = 0;
};

namespace {

constexpr int kPage = 100;

TransactionFilter filterOf(TransactionView view, const QString& text)
{
    using enum TransactionState;
    TransactionFilter filter;
    filter.text = text;
    if (!text.isEmpty()) return filter; // a number is looked for everywhere
    filter.unpaid = view == TransactionView::Unpaid;
    filter.needsPerson = filter.unpaid || view == TransactionView::NeedsAction;
    if (view == TransactionView::Open)
        filter.states = {WaitingForCustomer, Ready, Submitted, InReview, ActionNeeded, Approved, FeeDue};
    return filter;
}

/// The customer's name only for whom may see customers.
TransactionEntry withNames(Tx& tx, const Transaction& transaction, const Actor& by)
{
    TransactionEntry entry{transaction, transaction.serviceCode, transaction.serviceCode, {}, {}};
    if (const auto service =
            CatalogueRepository(tx).service(transaction.serviceCode, transaction.businessDay)) {
        entry.serviceAr = service->nameAr;
        entry.serviceEn = service->nameEn;
    }
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
{
    connect(&tasks, &Tasks::changed, this, [this](const QStringList& topics) {
        if (topics.contains(u"transactions"_s)) reload();
    });
}

void TransactionsPresenter::show(TransactionView view, const QString& text)
{
    m_view = view;
    m_text = text;
    ++m_generation;
    fetch({});
}

void TransactionsPresenter::more()
{
    if (const auto next = std::exchange(m_next, std::nullopt)) fetch(*next);
}

void TransactionsPresenter::fetch(const ListAnchor& after)
{
    if (!m_session.signedIn()) return;
    m_tasks.run(
        this,
        [filter = filterOf(m_view, m_text), after, by = m_session.actor()](Database& db) -> Result<State> {
            TransactionService transactions(db);
            SANAD_TRY_VALUE(page, transactions.list(filter, after, kPage, by));
            SANAD_TRY_VALUE(needing, transactions.needingPerson(by));
            return db.read([&](Tx& tx) -> Result<State> {
                State state{{}, page.next, needing};
                for (const Transaction& row : page.rows)
                    state.entries.push_back(withNames(tx, row, by));
                return state;
            });
        },
        [this, first = after.atStart(), generation = m_generation](const Result<State>& state) {
            if (generation != m_generation) return;
            if (!state) return Q_EMIT failed(state.error());
            if (first) m_entries.clear();
            m_entries.insert(m_entries.end(), state->entries.begin(), state->entries.end());
            m_next = state->next;
            m_needing = state->needing;
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
