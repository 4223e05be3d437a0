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

    /// Answers of an earlier text are dropped.
    void search(const QString& text);
    bool searching() const { return m_answered != m_asked; }
    const QString& text() const { return m_text; }
    const std::vector<CustomerMatch>& matches() const { return m_matches; }

    /// Brings the customer into the visit.
    void choose(CustomerId id);
    /// Saves a new customer and brings it into the visit. What was confirmed is confirmed for this very
    /// record.
    void create(const Customer& draft);
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
    /// May already exist; confirm() saves it all the same unless `certain`.
    void similar(sanad::CustomerId existing, bool certain);
    void unusual(const QString& kind);
    void historyLoaded(sanad::CustomerId id, const std::vector<sanad::PastTransaction>& transactions);
    void failed(const sanad::Error& error);

private:
    void refused(const Error& error);

    Tasks& m_tasks;
    Session& m_session;
    CurrentVisit& m_visit;
    QString m_text;
    std::vector<CustomerMatch> m_matches;
    int m_asked = 0;
    int m_answered = 0;
    ConfirmDuplicates m_duplicates = ConfirmDuplicates::No;
    ConfirmUnusual m_unusual = ConfirmUnusual::No;
    QString m_refusal;
};

} // namespace sanad
