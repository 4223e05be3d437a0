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
    filter.needsPerson = view == TransactionView::NeedsAction;
    if (view == TransactionView::Open)
        filter.states = {WaitingForCustomer, Ready, Submitted, InReview, ActionNeeded, Approved, FeeDue};
    return filter;
}

TransactionEntry withNames(const Transaction& transaction, CatalogueRepository& catalogue,
    CustomerRepository& customers, const QDate& today)
{
    TransactionEntry entry{transaction, transaction.serviceCode, transaction.serviceCode, {}, {}};
    if (const auto service = catalogue.service(transaction.serviceCode, today)) {
        entry.serviceAr = service->nameAr;
        entry.serviceEn = service->nameEn;
    }
    if (const auto customer = customers.match(transaction.applicant)) {
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
                CatalogueRepository catalogue(tx);
                CustomerRepository customers(tx);
                const QDate today = businessDayAt(tx.now(), 0);
                for (const Transaction& row : page.rows)
                    state.entries.push_back(withNames(row, catalogue, customers, today));
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
                CatalogueRepository catalogue(tx);
                CustomerRepository customers(tx);
                return Whole{withNames(transaction, catalogue, customers, businessDayAt(tx.now(), 0)), moves};
            });
        },
        [this](const Result<Whole>& whole) {
            if (!whole) return Q_EMIT failed(whole.error());
            Q_EMIT opened(whole->entry, whole->moves);
        });
}

void TransactionsPresenter::record(const Transaction& transaction, const TransactionResult& result)
{
    m_tasks.run(
        this,
        [transaction, result, by = m_session.actor()](Database& db) -> Result<Transaction> {
            TransactionService transactions(db);
            Transaction now = transaction;
            if (result.reference != now.portalReference || result.fee != now.feeState) {
                SANAD_TRY_VALUE(
                    noted, transactions.recordReference(now.id, result.reference, result.fee, by));
                now = noted;
            }
            if (result.state) {
                SANAD_TRY_VALUE(moved, transactions.move(now.id, *result.state, result.reason, by));
                now = moved;
            }
            return now;
        },
        [this](const Result<Transaction>& done) {
            if (!done) return Q_EMIT failed(done.error());
            Q_EMIT recorded(*done);
        });
}

} // namespace sanad
