#pragma once

#include "core/settings/settings_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

namespace sanad {

/// The centre's own data and its counters, for whom may manage them.
class SettingsPresenter : public QObject {
    Q_OBJECT

public:
    SettingsPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    bool mayManage() const { return m_session.actor().holds(Permission::ManageSettings); }
    /// loaded() follows where mayManage().
    void load();
    const Centre& centre() const { return m_centre; }
    const std::vector<Counter>& counters() const { return m_counters; }

    void saveCentre(const Centre& centre);
    void addCounter(const Counter& counter);

Q_SIGNALS:
    void loaded();
    void centreSaved(const sanad::Centre& centre);
    void counterAdded(const sanad::Counter& counter);
    void failed(const sanad::Error& error);

private:
    Tasks& m_tasks;
    Session& m_session;
    Centre m_centre;
    std::vector<Counter> m_counters;
};

} // namespace sanad
