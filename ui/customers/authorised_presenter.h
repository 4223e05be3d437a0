#pragma once

#include "core/customers/customer_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

namespace sanad {

/// Who may sign for a company, as a list shows it.
struct Signatory {
    CustomerMatch person;
    AuthorisedPerson entry;
};

/// The persons who may sign for one company: found, added, renewed, withdrawn.
class AuthorisedPresenter : public QObject {
    Q_OBJECT

public:
    AuthorisedPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    /// Errors (failed()): Invalid `customer.not-a-company`.
    void load(CustomerId company);
    /// Holds nobody's record any more; answers on their way are not for here.
    void clear();
    const std::optional<Customer>& company() const { return m_company; }
    const std::vector<Signatory>& signatories() const { return m_signatories; }

    /// The best match of what is typed is who would be added; none when no person matches.
    void find(const QString& text);
    /// This one is who would be added.
    void take(CustomerId id);
    const std::optional<CustomerMatch>& person() const { return m_person; }

    void authorise(const QString& role, const QDate& until);
    void withdraw(CustomerId person);

Q_SIGNALS:
    void cleared();
    void loaded();
    void personFound();
    void authorised();
    void withdrawn();
    void failed(const sanad::Error& error);

private:
    struct Known {
        Customer company;
        std::vector<Signatory> signatories;
    };
    static Result<Known> known(Database& db, CustomerId company, const Actor& by);
    /// Runs `act` and shows what is there then.
    template <class Act> void change(Act act, void (AuthorisedPresenter::*done)());
    void show(const Known& known);

    Tasks& m_tasks;
    Session& m_session;
    std::optional<Customer> m_company;
    std::vector<Signatory> m_signatories;
    std::optional<CustomerMatch> m_person;
    int m_opened = 0;
    int m_asked = 0;
};

} // namespace sanad
