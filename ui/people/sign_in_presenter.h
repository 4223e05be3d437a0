#pragma once

#include "core/people/sign_in.h"
#include "core/settings/centre.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

#include <QHash>

#include <optional>
#include <vector>

namespace sanad {

/// What the first screen needs to know.
struct SignInChoices {
    Centre centre;
    std::vector<SignIn::Choice> clerks;
    std::vector<Counter> counters;
    QString last; ///< Who signed in last at this desk; empty where that is not known.
    bool pinIsEnough = false; ///< Somebody signed in since the program started.
};

struct SignInRequest {
    QString user, secret, counter;
    std::optional<Money> openingFloat; ///< Opens the counter's first shift of the day.
};

/// Signs a clerk in; an opening float, when one was typed, opens the counter's drawer.
class SignInPresenter : public QObject {
    Q_OBJECT

public:
    SignInPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    void load();
    void signIn(const SignInRequest& request);
    bool busy() const { return m_busy; }
    /// By what people call whoever signs in as `user`; nothing while that was not loaded.
    std::optional<SignIn::Choice> known(const QString& user) const;

Q_SIGNALS:
    void loaded(const sanad::SignInChoices& choices);
    void signedIn(const QString& user, const QString& counter);
    void failed(const sanad::Error& error);
    void busyChanged(bool busy);

private:
    void setBusy(bool busy);

    Tasks& m_tasks;
    Session& m_session;
    std::vector<SignIn::Choice> m_clerks;
    bool m_pin = false;
    bool m_busy = false;
};

} // namespace sanad
