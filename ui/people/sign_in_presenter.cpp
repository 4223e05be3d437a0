#include "ui/people/sign_in_presenter.h"

#include "core/audit/audit_repository.h"
#include "core/cash/shift_service.h"
#include "core/settings/settings_repository.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kLookBack = 50; // sessions; those of sanadctl are at no counter

/// Who signed in last at a counter. One desk alone holds a folder; a server's record does not tell its desks
/// apart.
QString lastAtThisDesk(Tx& tx)
{
    if (tx.onServer()) return {};
    AuditFilter sessions;
    sessions.acts = {u"session.opened"_s};
    for (const AuditLine& line : AuditRepository(tx).list(sessions, 0, kLookBack))
        if (!line.counter.isEmpty()) return line.actor;
    return {};
}

} // namespace

SignInPresenter::SignInPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
}

void SignInPresenter::load()
{
    m_tasks.run(
        this,
        [](Database& db) -> Result<SignInChoices> {
            SignInChoices choices;
            SANAD_TRY_VALUE(clerks, SignIn(db).choices());
            choices.clerks = clerks;
            choices.pinIsEnough = db.unlocked();
            SANAD_TRY(db.read([&](Tx& tx) -> Result<> {
                SettingsRepository settings(tx);
                choices.centre = settings.centre();
                choices.last = lastAtThisDesk(tx);
                for (auto& counter : settings.counters())
                    if (counter.active) choices.counters.push_back(counter);
                return {};
            }));
            return choices;
        },
        [this](const Result<SignInChoices>& choices) {
            if (!choices) return Q_EMIT failed(choices.error());
            m_pin = choices->pinIsEnough;
            m_clerks = choices->clerks;
            Q_EMIT loaded(*choices);
        });
}

std::optional<SignIn::Choice> SignInPresenter::known(const QString& user) const
{
    for (const SignIn::Choice& clerk : m_clerks)
        if (clerk.user == user) return clerk;
    return std::nullopt;
}

void SignInPresenter::signIn(const SignInRequest& request)
{
    if (m_busy) return;
    setBusy(true);
    m_tasks.run(
        this,
        [request, pin = m_pin](Database& db) -> Result<Actor> {
            SignIn desk(db);
            SANAD_TRY_VALUE(actor,
                pin ? desk.withPin(request.user, request.secret, request.counter)
                    : desk.withPassword(request.user, request.secret, request.counter));
            if (request.openingFloat && actor.holds(Permission::OpenShift) && !request.counter.isEmpty())
                SANAD_TRY(ShiftService(db).openFirst(request.counter, *request.openingFloat, actor));
            return actor;
        },
        [this, request](const Result<Actor>& actor) {
            setBusy(false);
            if (!actor) return Q_EMIT failed(actor.error());
            m_session.signIn(*actor);
            Q_EMIT signedIn(request.user, request.counter);
        });
}

void SignInPresenter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace sanad
