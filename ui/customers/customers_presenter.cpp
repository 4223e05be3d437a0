#include "ui/customers/customers_presenter.h"

#include "core/base/digits.h"
#include "core/base/identifiers.h"
#include "core/base/isolates.h"
#include "core/transactions/made_with.h"
#include "core/transactions/transaction_service.h"
#include "core/visits/customer_search.h"
#include "ui/customers/change_presenter.h"

using namespace Qt::StringLiterals;

namespace sanad {

CustomersPresenter::CustomersPresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
    , m_visit(visit)
{
    connect(&visit, &CurrentVisit::paid, this, &CustomersPresenter::visitOver);
    connect(&visit, &CurrentVisit::leftUnpaid, this, &CustomersPresenter::visitOver);
}

CustomerId CustomersPresenter::childAtHand() const
{
    return m_visit.lacksGuardian() ? m_visit.customer()->id : CustomerId();
}

void CustomersPresenter::search(const QString& text)
{
    m_text = text.trimmed();
    const int asked = ++m_asked;
    if (m_text.isEmpty()) {
        m_answered = asked;
        m_matches.clear();
        return Q_EMIT found();
    }
    m_tasks.run(
        this,
        [wanted = m_text, by = m_session.actor()](
            Database& db) { return findCustomers(db, wanted, kMatches, by); },
        [this, asked](const Result<std::vector<CustomerMatch>>& matches) {
            if (asked != m_asked) return;
            m_answered = asked;
            if (!matches) return Q_EMIT failed(matches.error());
            m_matches = *matches;
            Q_EMIT found();
        });
}

void CustomersPresenter::choose(CustomerId id)
{
    m_tasks.run(
        this, [id, by = m_session.actor()](Database& db) { return CustomerService(db).get(id, by); },
        [this](const Result<Customer>& customer) {
            if (!customer) return Q_EMIT failed(customer.error());
            if (customer->restrictedAt.isValid())
                return Q_EMIT failed({ErrorCode::Conflict, u"customer.restricted"_s, {}, {}});
            m_visit.setCustomer(*customer);
            Q_EMIT chosen(*customer);
        });
}

void CustomersPresenter::create(const Customer& draft, Use use)
{
    m_tasks.run(
        this,
        [draft, duplicates = m_duplicates, unusual = m_unusual, by = m_session.actor()](Database& db) {
            CustomerService customers(db);
            return outcomeOf(customers, draft, customers.create(draft, by, duplicates, unusual), by);
        },
        [this, use, draft](const Result<SaveOutcome>& outcome) {
            if (!outcome) {
                const Error& error = outcome.error();
                if (error.key != "customer.unusual"_L1) {
                    Q_EMIT refused(draft, error);
                    return Q_EMIT failed(error);
                }
                m_doubt = Doubt::Unusual;
                return Q_EMIT unusual(error.args.value(0));
            }
            if (!outcome->saved) {
                m_doubt = Doubt::Similar;
                return Q_EMIT similar(outcome->alike);
            }
            forgetConfirmations();
            Q_EMIT recorded();
            if (use == Use::Elsewhere) return Q_EMIT created(*outcome->saved);
            m_visit.setCustomer(*outcome->saved);
            Q_EMIT chosen(*outcome->saved);
        });
}

void CustomersPresenter::confirm()
{
    if (m_doubt == Doubt::Unusual) m_unusual = ConfirmUnusual::Yes;
    if (m_doubt == Doubt::Similar) m_duplicates = ConfirmDuplicates::Yes;
}

void CustomersPresenter::forgetConfirmations()
{
    m_duplicates = ConfirmDuplicates::No;
    m_unusual = ConfirmUnusual::No;
    m_doubt = Doubt::None;
}

void CustomersPresenter::history(CustomerId id)
{
    m_tasks.run(
        this,
        [id, by = m_session.actor()](Database& db) -> Result<std::vector<PastTransaction>> {
            TransactionFilter filter;
            filter.customer = id;
            SANAD_TRY_VALUE(page, TransactionService(db).list(filter, {}, 50, by));
            return db.read([&](Tx& tx) -> Result<std::vector<PastTransaction>> {
                std::vector<PastTransaction> past;
                for (const auto& each : page.rows) {
                    const ServiceItem service = madeWith(tx, each).service;
                    past.push_back({each.id, each.number, service.nameAr, service.nameEn, each.businessDay});
                }
                return past;
            });
        },
        [this, id](const Result<std::vector<PastTransaction>>& transactions) {
            if (!transactions) return Q_EMIT failed(transactions.error());
            Q_EMIT historyLoaded(id, *transactions);
        });
}

Customer CustomersPresenter::begun(const QString& text)
{
    Customer customer;
    const QString typed = asciiDigits(text.trimmed());
    if (checkPhone(typed).verdict == IdentifierVerdict::Fine) {
        customer.phone = normalisedPhone(typed);
    } else if (isAsciiDigits(typed)) {
        CustomerIdentifier identifier;
        identifier.kind = u"civil_number"_s;
        identifier.value = typed;
        customer.identifiers.push_back(identifier);
    } else if (hasRtlLetters(typed)) {
        customer.nameAr = typed;
    } else {
        customer.nameEn = typed;
    }
    return customer;
}

} // namespace sanad
