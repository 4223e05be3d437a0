#pragma once

#include "core/base/approval.h"
#include "core/customers/customer.h"
#include "core/privacy/privacy_request.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"
#include "ui/text/language.h"

#include <QHash>
#include <QTimer>

namespace sanad {

/// The registers of requests and breaches, and what the law lets a person ask for: for owner and manager.
/// Also does the chores of privacy once a day while somebody is signed in.
class PrivacyPresenter : public QObject {
    Q_OBJECT

public:
    /// Exports and the notice go into folders of `papers`.
    PrivacyPresenter(Tasks& tasks, Session& session, QString papers, QObject* parent = nullptr);

    void load();
    const std::vector<PrivacyRequest>& requests() const { return m_requests; }
    const std::vector<PrivacyBreach>& breaches() const { return m_breaches; }
    /// Empty for somebody who was erased.
    QString customerName(CustomerId id, Language language) const;
    bool isRestricted(CustomerId id) const { return m_restricted.contains(id.raw()); }
    /// Of a restricted record, in batches without an answer.
    int beingSent(CustomerId id) const { return m_restricted.value(id.raw()); }
    QDate today() const { return m_today; }
    QDateTime now() const { return m_now; }
    int overdue() const;

    void find(const QString& text);
    const std::vector<CustomerMatch>& matches() const { return m_matches; }

    void takeRequest(CustomerId customer, RequestKind kind, const QString& words);
    void closeRequest(std::int64_t number, RequestState state, const QString& answer);
    void recordBreach(const QString& words, const std::vector<CustomerId>& people);
    enum class BreachStep { Reported, Told, Closed };
    void takeBreachOn(std::int64_t number, BreachStep step, const QString& reference);
    void setRestricted(CustomerId customer, bool restricted);
    void exportSubject(CustomerId customer);
    void erase(CustomerId customer, const Approval& approval);
    void printNotice(Language language);

    Tasks& tasks() { return m_tasks; }
    const Session& session() const { return m_session; }

Q_SIGNALS:
    void loaded();
    void found();
    void done();
    /// Files were written there.
    void saved(const QString& path);
    void erased();
    void failed(const sanad::Error& error);

private:
    struct State;
    /// `act(Database&, Actor)` on the database thread, then the lists anew.
    template <class Act> void change(Act act);
    void doChores();

    Tasks& m_tasks;
    Session& m_session;
    QString m_papers;
    QTimer m_chores;
    QDate m_choresOn;
    std::vector<PrivacyRequest> m_requests;
    std::vector<PrivacyBreach> m_breaches;
    QHash<std::int64_t, std::pair<QString, QString>> m_names;
    QHash<std::int64_t, int> m_restricted; ///< How much of each is being sent.
    std::vector<CustomerMatch> m_matches;
    QDate m_today;
    QDateTime m_now;
};

} // namespace sanad
