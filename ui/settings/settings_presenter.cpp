#include "ui/settings/settings_presenter.h"

namespace sanad {

SettingsPresenter::SettingsPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
}

void SettingsPresenter::load()
{
    if (!mayManage()) return;
    struct Found {
        Centre centre;
        std::vector<Counter> counters;
    };
    m_tasks.run(
        this,
        [by = m_session.actor()](Database& db) -> Result<Found> {
            SettingsService settings(db);
            SANAD_TRY_VALUE(centre, settings.centre(by));
            SANAD_TRY_VALUE(counters, settings.counters(by));
            return Found{centre, counters};
        },
        [this](const Result<Found>& found) {
            if (!found) return Q_EMIT failed(found.error());
            m_centre = found->centre;
            m_counters = found->counters;
            Q_EMIT loaded();
        });
}

void SettingsPresenter::saveCentre(const Centre& centre)
{
    m_tasks.run(
        this,
        [centre, by = m_session.actor()](Database& db) { return SettingsService(db).saveCentre(centre, by); },
        [this](const Result<Centre>& kept) {
            if (!kept) return Q_EMIT failed(kept.error());
            m_centre = *kept;
            Q_EMIT centreSaved(*kept);
        });
}

void SettingsPresenter::addCounter(const Counter& counter)
{
    m_tasks.run(
        this,
        [counter, by = m_session.actor()](
            Database& db) { return SettingsService(db).addCounter(counter, by); },
        [this](const Result<Counter>& added) {
            if (!added) return Q_EMIT failed(added.error());
            m_counters.push_back(*added);
            Q_EMIT counterAdded(*added);
        });
}

} // namespace sanad
