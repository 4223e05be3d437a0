#pragma once

#include "core/people/people_service.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

#include <functional>

namespace sanad {

/// The staff list, what roles may do, and one's own secrets.
class StaffPresenter : public QObject {
    Q_OBJECT

public:
    StaffPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    struct Loaded {
        std::vector<Staff> staff;
        std::map<Role, std::set<Permission>> roles;
    };

    void load();
    const Loaded& loadedNow() const { return m_loaded; }
    bool isSelf(StaffId staff) const { return m_session.actor().staff() == staff; }

    void add(const StaffDraft& draft);
    void setActive(StaffId staff, bool active);
    void setRole(StaffId staff, Role role);
    /// With both empty: only lets the person try again.
    void reset(StaffId staff, const QString& password, const QString& pin);
    void setPermission(Role role, Permission permission, bool held);
    void changePassword(const QString& current, const QString& password);
    void changePin(const QString& current, const QString& pin);

Q_SIGNALS:
    void loaded();
    /// Before done(), of add() and of reset() with a secret: what was typed is kept in the data now.
    void added();
    void secretsSet();
    /// Somebody else than before is signed in.
    void handedOver();
    /// What was asked for is done.
    void done();
    void failed(const sanad::Error& error);

private:
    using Act = std::function<Result<>(Database&, const Actor&)>;
    using Signal = void (StaffPresenter::*)();
    /// Tells `first` before done().
    void run(Act act, bool reload, Signal first = nullptr);

    Tasks& m_tasks;
    Session& m_session;
    Loaded m_loaded;
    StaffId m_user; ///< Who signed in last.
};

} // namespace sanad
