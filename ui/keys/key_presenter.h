#pragma once

#include "core/keys/key_rotation.h"
#include "ui/shell/session.h"
#include "ui/shell/tasks.h"

namespace sanad {

/// The change of the data key, by an owner with a second person's consent.
class KeyPresenter : public QObject {
    Q_OBJECT

public:
    KeyPresenter(Tasks& tasks, Session& session, QObject* parent = nullptr);

    /// rotated() or failed() follows; on the database thread, where nobody else works meanwhile.
    void rotate(const QString& password, const Approval& approval);
    /// Who is signed in; nobody while the desk is locked.
    StaffId who() const { return m_session.actor().staff(); }

Q_SIGNALS:
    void rotated(const sanad::KeyRotation& done);
    void failed(const sanad::Error& error);
    /// Which key it is nobody knows before the next sign-in with a password.
    void keyUnknown();

private:
    Tasks& m_tasks;
    Session& m_session;
};

} // namespace sanad
