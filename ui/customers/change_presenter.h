#pragma once

#include "core/catalogue/service_item.h"
#include "core/customers/customer_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

namespace sanad {

/// A customer's record while it is put right.
class ChangePresenter : public QObject {
    Q_OBJECT

public:
    ChangePresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    void load(CustomerId id);
    /// As it was loaded.
    const std::optional<Customer>& customer() const { return m_customer; }
    const QDate& today() const { return m_today; }
    /// Of the catalogue in force.
    const std::vector<Governorate>& governorates() const { return m_governorates; }
    void save(const Customer& changed, ConfirmDuplicates duplicates, ConfirmUnusual unusual);

Q_SIGNALS:
    void loaded();
    void saved(const sanad::Customer& customer);
    /// Nothing was saved: these may be the same customer. Only where none has the same number can it be
    /// confirmed.
    void alike(const std::vector<sanad::PossibleDuplicate>& others);
    void failed(const sanad::Error& error);

private:
    Tasks& m_tasks;
    Session& m_session;
    std::optional<Customer> m_customer;
    QDate m_today;
    std::vector<Governorate> m_governorates;
    bool m_saving = false;
};

/// What became of a record that was to be saved.
struct SaveOutcome {
    std::optional<Customer> saved;
    std::vector<PossibleDuplicate> alike; ///< Who stood in the way, those with the same number first.
};

/// `result` of a save, or who stood in its way. Errors: those of `result` that are not about duplicates.
Result<SaveOutcome> outcomeOf(
    CustomerService& customers, const Customer& draft, const Result<Customer>& result, const Actor& by);

} // namespace sanad
