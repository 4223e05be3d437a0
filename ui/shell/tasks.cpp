#include "ui/shell/tasks.h"

using namespace Qt::StringLiterals;

namespace sanad {

Tasks::Tasks(QObject* parent)
    : QObject(parent)
    , m_worker(new QObject)
{
    m_thread.setObjectName(u"database"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

Tasks::~Tasks()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { m_database.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Tasks::post(std::function<std::function<void()>()> job)
{
    ++m_pending;
    QMetaObject::invokeMethod(
        m_worker,
        [this, job = std::move(job)]() mutable {
            auto answer = job();
            QMetaObject::invokeMethod(
                this,
                [this, answer = std::move(answer)] {
                    answer();
                    if (--m_pending == 0) Q_EMIT idle();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

Result<> Tasks::openHere(const Opener& opener)
{
    auto opened = opener();
    if (!opened) return opened.error();
    m_database = std::move(*opened);
    m_database->onChanged([this](const QStringList& topics) {
        QMetaObject::invokeMethod(
            this, [this, topics] { Q_EMIT changed(topics); }, Qt::QueuedConnection);
    });
    return {};
}

Error Tasks::noDatabase()
{
    return {ErrorCode::Unreachable, u"tasks.no-database"_s, {}, {}};
}

} // namespace sanad
