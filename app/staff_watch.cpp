#include "app/staff_watch.h"

#include "core/people/sign_in.h"

using namespace Qt::StringLiterals;

namespace sanad {

namespace {

constexpr int kLookEvery = 30'000; // milliseconds

} // namespace

StaffWatch::StaffWatch(Tasks& tasks, Session& session, MainWindow& window)
    : m_tasks(tasks)
    , m_session(session)
{
    connect(&window, &MainWindow::pageChanged, this, &StaffWatch::look);
    connect(&m_timer, &QTimer::timeout, this, &StaffWatch::look);
    m_timer.start(kLookEvery);
}

void StaffWatch::look()
{
    if (!m_session.signedIn()) return;
    m_tasks.run(
        this, [by = m_session.actor()](Database& db) { return SignIn(db).stillWorks(by); },
        [this, who = m_session.actor().staff()](const Result<>& works) {
            const bool same = m_session.signedIn() && m_session.actor().staff() == who;
            const bool told = !works && works.error().key.startsWith("gate."_L1);
            if (told && same) Q_EMIT left(works.error());
        });
}

} // namespace sanad
