#include "ui/shell/tasks.h"

#include <QCoreApplication>
#include <QEvent>

#include <future>

using namespace Qt::StringLiterals;

namespace sanad {

void ActQueue::add(std::function<void()> act)
{
    {
        const std::lock_guard held(m_mutex);
        m_acts.push_back(std::move(act));
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User)); // one an act
}

bool ActQueue::event(QEvent* event)
{
    if (event->type() != QEvent::User) return QObject::event(event);
    std::function<void()> act;
    {
        const std::lock_guard held(m_mutex);
        act = std::move(m_acts.front());
        m_acts.pop_front();
    }
    act();
    return true;
}

Tasks::Tasks(QObject* parent)
    : QObject(parent)
{
    m_thread.setObjectName(u"database"_s);
    m_jobs.moveToThread(&m_thread);
    m_thread.start();
}

Tasks::~Tasks()
{
    std::promise<void> closed;
    m_jobs.add([this, &closed] {
        m_database.reset();
        closed.set_value();
    });
    closed.get_future().wait();
    m_thread.quit();
    m_thread.wait();
}

void Tasks::post(std::function<std::function<void()>()> job)
{
    ++m_pending;
    m_jobs.add([this, job = std::move(job)] {
        m_answers.add([this, answer = job()] {
            answer();
            if (--m_pending == 0) Q_EMIT idle();
        });
    });
}

Result<> Tasks::openHere(const Opener& opener)
{
    m_database.reset(); // what was open is closed first: a restore takes its place
    auto opened = opener();
    if (!opened) return opened.error();
    m_database = std::move(*opened);
    m_database->onChanged(
        [this](const QStringList& topics) { m_answers.add([this, topics] { Q_EMIT changed(topics); }); });
    return {};
}

Error Tasks::noDatabase()
{
    return {ErrorCode::Unreachable, u"tasks.no-database"_s, {}, {}};
}

} // namespace sanad
