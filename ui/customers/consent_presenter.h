#pragma once

#include "core/customers/customer_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"
#include "ui/text/language.h"

namespace sanad {

/// What a customer has agreed to, and the words that are in force now.
struct ConsentState {
    Customer customer;
    bool isChild = false; ///< A guardian consents.
    std::optional<Consent> latest;
    QString guardianAr, guardianEn; ///< Of the latest; empty without one.
    QString version; ///< In force.
    QString textAr, textEn;
};

/// Takes and withdraws consents, with the version of the words and the guardian of a child.
class ConsentPresenter : public QObject {
    Q_OBJECT

public:
    ConsentPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    void load(CustomerId id);
    /// Holds nobody's consent any more; answers on their way are not for here.
    void clear();
    const std::optional<ConsentState>& state() const { return m_state; }
    /// The best match of what is typed becomes the guardian; none when nobody matches.
    void findGuardian(const QString& text);
    /// This customer becomes the guardian.
    void takeGuardian(CustomerId id);
    const std::optional<CustomerMatch>& guardian() const { return m_guardian; }
    /// To the words in force, as shown in `language`.
    void record(Language language);
    void withdraw();

Q_SIGNALS:
    void cleared();
    void loaded();
    void guardianFound();
    void recorded(sanad::CustomerId id);
    void withdrawn();
    void failed(const sanad::Error& error);

private:
    Tasks& m_tasks;
    Session& m_session;
    std::optional<ConsentState> m_state;
    std::optional<CustomerMatch> m_guardian;
    int m_opened = 0;
    int m_asked = 0;
};

} // namespace sanad
