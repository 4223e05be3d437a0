#pragma once

#include "core/base/actor.h"

#include <QObject>

namespace sanad {

/// Who is signed in at this desk.
class Session : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const Actor& actor() const { return m_actor; }
    bool signedIn() const { return m_signedIn; }
    void signIn(const Actor& actor)
    {
        m_actor = actor;
        m_signedIn = true;
        Q_EMIT changed();
    }
    /// Nobody may act any more; the data key stays, so that a PIN is enough to go on.
    void lock()
    {
        m_actor = {};
        m_signedIn = false;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    Actor m_actor;
    bool m_signedIn = false;
};

} // namespace sanad
