#include "ui/customers/authorised_presenter.h"

using namespace Qt::StringLiterals;

namespace sanad {

AuthorisedPresenter::AuthorisedPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
}

Result<AuthorisedPresenter::Known> AuthorisedPresenter::known(
    Database& db, CustomerId company, const Actor& by)
{
    SANAD_TRY_VALUE(customer, CustomerService(db).get(company, by));
    if (customer.kind != CustomerKind::Company)
        return Error{ErrorCode::Invalid, u"customer.not-a-company"_s, {}, {}};
    Known found{customer, {}};
    for (const AuthorisedPerson& entry : customer.authorised)
        if (const auto person = CustomerService(db).match(entry.person, by))
            found.signatories.push_back({*person, entry});
    return found;
}

void AuthorisedPresenter::show(const Known& known)
{
    m_company = known.company;
    m_signatories = known.signatories;
    m_person.reset();
    Q_EMIT loaded();
}

void AuthorisedPresenter::clear()
{
    ++m_opened;
    ++m_asked;
    m_company.reset();
    m_signatories.clear();
    m_person.reset();
    Q_EMIT cleared();
}

void AuthorisedPresenter::load(CustomerId company)
{
    clear();
    m_tasks.run(
        this, [company, by = m_session.actor()](Database& db) { return known(db, company, by); },
        [this, opened = m_opened](const Result<Known>& found) {
            if (opened != m_opened) return;
            if (!found) return Q_EMIT failed(found.error());
            show(*found);
        });
}

void AuthorisedPresenter::find(const QString& text)
{
    m_person.reset(); // who matched less of it is not who is meant
    m_tasks.run(
        this,
        [text, by = m_session.actor()](Database& db) -> Result<std::vector<CustomerMatch>> {
            if (text.trimmed().isEmpty()) return std::vector<CustomerMatch>();
            return CustomerService(db).find(text, 5, by);
        },
        [this, asked = ++m_asked](const Result<std::vector<CustomerMatch>>& matches) {
            if (asked != m_asked || !m_company) return;
            if (!matches) return Q_EMIT failed(matches.error());
            for (const CustomerMatch& match : *matches)
                if (!m_person && match.kind != CustomerKind::Company) m_person = match;
            Q_EMIT personFound();
        });
}

void AuthorisedPresenter::take(CustomerId id)
{
    m_tasks.run(
        this, [id, by = m_session.actor()](Database& db) { return CustomerService(db).match(id, by); },
        // An answer that is on its way is not meant any more.
        [this, asked = ++m_asked](const Result<CustomerMatch>& match) {
            if (asked != m_asked || !m_company) return;
            if (!match) return Q_EMIT failed(match.error());
            m_person = *match;
            Q_EMIT personFound();
        });
}

template <class Act> void AuthorisedPresenter::change(Act act, void (AuthorisedPresenter::*done)())
{
    if (!m_company) return;
    m_tasks.run(
        this,
        [act, company = m_company->id, by = m_session.actor()](Database& db) -> Result<Known> {
            SANAD_TRY(act(CustomerService(db), company, by));
            return known(db, company, by);
        },
        [this, done, opened = m_opened](const Result<Known>& found) {
            if (opened != m_opened) return;
            if (!found) return Q_EMIT failed(found.error());
            show(*found);
            Q_EMIT(this->*done)();
        });
}

void AuthorisedPresenter::authorise(const QString& role, const QDate& until)
{
    if (!m_person) return;
    change([entry = AuthorisedPerson{m_person->id, role, until}](CustomerService customers,
               CustomerId company, const Actor& by) { return customers.authorise(company, entry, by); },
        &AuthorisedPresenter::authorised);
}

void AuthorisedPresenter::withdraw(CustomerId person)
{
    change([person](CustomerService customers, CustomerId company,
               const Actor& by) { return customers.withdrawAuthorisation(company, person, by); },
        &AuthorisedPresenter::withdrawn);
}

} // namespace sanad
