#include "ui/keys/key_presenter.h"

using namespace Qt::StringLiterals;

namespace sanad {

KeyPresenter::KeyPresenter(Tasks& tasks, Session& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_session(session)
{
}

void KeyPresenter::rotate(const QString& password, const Approval& approval)
{
    m_tasks.run(
        this,
        [password, approval, by = m_session.actor()](
            Database& db) { return KeyService(db).rotate(password, approval, by); },
        [this](const Result<KeyRotation>& done) {
            if (done) return Q_EMIT rotated(*done);
            if (done.error().key == "storage.unknown-outcome"_L1) Q_EMIT keyUnknown();
            Q_EMIT failed(done.error());
        });
}

} // namespace sanad
