#include "ui/customers/change_presenter.h"

#include "core/catalogue/catalogue_repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sanad {

ChangePresenter::ChangePresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
}

void ChangePresenter::load(CustomerId id)
{
    struct Known {
        Customer customer;
        QDate today;
        std::vector<Governorate> governorates;
    };
    m_customer.reset();
    m_tasks.run(
        this,
        [id, by = m_session.actor()](Database& db) -> Result<Known> {
            SANAD_TRY(by.may(Permission::EditCustomers));
            SANAD_TRY_VALUE(customer, CustomerService(db).get(id, by));
            return db.read([&](Tx& tx) -> Result<Known> {
                const QDate today = businessDayAt(tx.now(), 0);
                return Known{customer, today, CatalogueRepository(tx).catalogue()->governorates(today)};
            });
        },
        [this](const Result<Known>& known) {
            if (!known) return Q_EMIT failed(known.error());
            m_customer = known->customer;
            m_today = known->today;
            m_governorates = known->governorates;
            Q_EMIT loaded();
        });
}

void ChangePresenter::save(const Customer& changed, ConfirmDuplicates duplicates, ConfirmUnusual unusual)
{
    if (std::exchange(m_saving, true)) return;
    m_tasks.run(
        this,
        [changed, duplicates, unusual, by = m_session.actor()](Database& db) {
            CustomerService customers(db);
            return outcomeOf(customers, changed, customers.update(changed, by, duplicates, unusual), by);
        },
        [this](const Result<SaveOutcome>& outcome) {
            m_saving = false;
            if (!outcome) return Q_EMIT failed(outcome.error());
            if (!outcome->saved) return Q_EMIT alike(outcome->alike);
            m_customer = outcome->saved;
            Q_EMIT saved(*m_customer);
        });
}

Result<SaveOutcome> outcomeOf(
    CustomerService& customers, const Customer& draft, const Result<Customer>& result, const Actor& by)
{
    if (result) return SaveOutcome{*result, {}};
    const QString& key = result.error().key;
    if (key != "customer.same-identifier"_L1 && key != "customer.similar"_L1) return result.error();
    SANAD_TRY_VALUE(others, customers.duplicates(draft, by));
    if (others.empty()) return result.error();
    std::stable_partition(
        others.begin(), others.end(), [](const PossibleDuplicate& other) { return other.sameIdentifier; });
    return SaveOutcome{std::nullopt, std::move(others)};
}

} // namespace sanad
