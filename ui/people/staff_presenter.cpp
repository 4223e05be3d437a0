#include "ui/people/staff_presenter.h"

#include "core/people/secrets_service.h"

namespace sanad {

StaffPresenter::StaffPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
    connect(&session, &Session::changed, this, [this] {
        const StaffId now = m_session.actor().staff();
        if (!m_session.signedIn() || now == m_user) return;
        m_user = now;
        Q_EMIT handedOver();
    });
}

void StaffPresenter::load()
{
    m_tasks.run(
        this,
        [by = m_session.actor()](Database& db) -> Result<Loaded> {
            PeopleService people(db);
            SANAD_TRY_VALUE(staff, people.list(by));
            SANAD_TRY_VALUE(roles, people.roles(by));
            return Loaded{std::move(staff), std::move(roles)};
        },
        [this](const Result<Loaded>& result) {
            m_loaded = result ? *result : Loaded();
            Q_EMIT loaded();
            if (!result) Q_EMIT failed(result.error());
        });
}

void StaffPresenter::run(Act act, bool reload, Signal first)
{
    m_tasks.run(
        this, [act = std::move(act), by = m_session.actor()](Database& db) { return act(db, by); },
        [this, reload, first](const Result<>& result) {
            if (!result) return Q_EMIT failed(result.error());
            if (first) Q_EMIT(this->*first)();
            Q_EMIT done();
            if (reload) load();
        });
}

void StaffPresenter::add(const StaffDraft& draft)
{
    run(
        [draft](Database& db, const Actor& by) -> Result<> {
            SANAD_TRY(PeopleService(db).add(draft, by));
            return {};
        },
        true, &StaffPresenter::added);
}

void StaffPresenter::setActive(StaffId staff, bool active)
{
    run(
        [staff, active](Database& db, const Actor& by) {
            return active ? PeopleService(db).enable(staff, by) : PeopleService(db).disable(staff, by);
        },
        true);
}

void StaffPresenter::setRole(StaffId staff, Role role)
{
    run([staff, role](Database& db, const Actor& by) { return PeopleService(db).setRole(staff, role, by); },
        true);
}

void StaffPresenter::reset(StaffId staff, const QString& password, const QString& pin)
{
    run([staff, password, pin](
            Database& db, const Actor& by) { return SecretsService(db).reset(staff, password, pin, by); },
        false, password.isEmpty() && pin.isEmpty() ? nullptr : &StaffPresenter::secretsSet);
}

void StaffPresenter::setPermission(Role role, Permission permission, bool held)
{
    run([role, permission, held](Database& db,
            const Actor& by) { return PeopleService(db).setPermission(role, permission, held, by); },
        true);
}

void StaffPresenter::changePassword(const QString& current, const QString& password)
{
    run([current, password](Database& db,
            const Actor& by) { return SecretsService(db).changePassword(current, password, by); },
        false);
}

void StaffPresenter::changePin(const QString& current, const QString& pin)
{
    run([current, pin](
            Database& db, const Actor& by) { return SecretsService(db).changePin(current, pin, by); },
        false);
}

} // namespace sanad
