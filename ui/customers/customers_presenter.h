#pragma once

#include "core/customers/customer_service.h"
#include "core/transactions/transaction.h"
#include "ui/visit/current_visit.h"

namespace sanad {

/// What was done for a customer before.
struct PastTransaction {
    TransactionId id;
    QString number;
    QString serviceAr, serviceEn;
    QDate businessDay;
};

/// Finds customers while somebody types, makes new ones, and brings one into the visit.
class CustomersPresenter : public QObject {
    Q_OBJECT

public:
    static constexpr int kMatches = 30;

    CustomersPresenter(Tasks& tasks, Session& session, CurrentVisit& visit, QObject* parent = nullptr);

    Tasks& tasks() { return m_tasks; }
    Session& session() { return m_session; }

    /// Answers of an earlier text are dropped.
    void search(const QString& text);
    bool searching() const { return m_answered != m_asked; }
    const QString& text() const { return m_text; }
    const std::vector<CustomerMatch>& matches() const { return m_matches; }

    /// The customer of the visit, where it is a child whose guardian has not consented; else none.
    CustomerId childAtHand() const;
    TicketId ticketAtHand() const { return m_visit.ticket() ? m_visit.ticket()->id : TicketId(); }
    /// Back to the visit at hand.
    void goOn() { m_visit.goOn(); }

    /// Brings the customer into the visit.
    void choose(CustomerId id);
    /// Whom a new record is made for.
    enum class Use { Visit, Elsewhere };
    /// Saves a new customer and brings it into the visit, unless it is for elsewhere (created()). What was
    /// confirmed is confirmed for this very record.
    void create(const Customer& draft, Use use = Use::Visit);
    /// The clerk saw the warning of the last refusal and wants it all the same.
    void confirm();
    void forgetConfirmations();
    /// The customer's last transactions.
    void history(CustomerId id);
    /// `text` as the beginning of a new customer: a number or a name.
    static Customer begun(const QString& text);

Q_SIGNALS:
    void found();
    void chosen(const sanad::Customer& customer);
    /// create() saved the record; chosen() or created() follows.
    void recorded();
    /// create() did not take `draft`; failed() follows.
    void refused(const sanad::Customer& draft, const sanad::Error& error);
    /// Whoever was being served is: nothing begun for them is wanted any more.
    void visitOver();
    /// For elsewhere than the visit.
    void created(const sanad::Customer& customer);
    /// May already exist; confirm() saves it all the same unless one has the same number (they come first).
    void similar(const std::vector<sanad::PossibleDuplicate>& others);
    void unusual(const QString& kind);
    void historyLoaded(sanad::CustomerId id, const std::vector<sanad::PastTransaction>& transactions);
    void failed(const sanad::Error& error);

private:
    enum class Doubt { None, Unusual, Similar };

    Tasks& m_tasks;
    Session& m_session;
    CurrentVisit& m_visit;
    QString m_text;
    std::vector<CustomerMatch> m_matches;
    int m_asked = 0;
    int m_answered = 0;
    ConfirmDuplicates m_duplicates = ConfirmDuplicates::No;
    ConfirmUnusual m_unusual = ConfirmUnusual::No;
    Doubt m_doubt = Doubt::None;
};

} // namespace sanad
